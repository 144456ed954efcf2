"""What is saved again and again is built by the process that watches: its deck first, and the same bytes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import make_docs
from tests.build.lessons import LESSON, files_in, sound, write_lesson

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")

ROOT = Path(__file__).parents[2]
TOLD = f"{LESSON}handout: {{slide_numbers: true}}\ndeck: {{handout_pages: true}}\n"
HANDOUT, DECK = "tides-handout.pdf", "tides-slides.pptx"


class Watching:
    """`make_docs.py watch` at work in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.told = folder, folder / "told.txt"
        environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
        words = [sys.executable, "-m", "make_docs", "watch"]
        with self.told.open("w") as stream:
            self.process = subprocess.Popen(words, cwd=folder, env=environment, stdout=stream, stderr=stream)
        self.until(lambda: HANDOUT in self.lines())

    def lines(self) -> str:
        return self.told.read_text("utf-8")

    def until(self, true: Callable[[], object]) -> None:
        end = time.monotonic() + 60
        while not true() and time.monotonic() < end:
            time.sleep(0.01)
        assert true(), self.lines()

    def after(self, text: str) -> str:
        """What is told after the lesson was saved with this text."""
        before = len(self.lines())
        write_lesson(self.folder, text)
        self.until(lambda: HANDOUT in self.lines()[before:] or "error" in self.lines()[before:])
        return self.lines()[before:]


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[Watching]:
    write_lesson(tmp_path, TOLD)
    watching = Watching(tmp_path)
    yield watching
    watching.process.send_signal(signal.SIGINT)
    assert watching.process.wait(20) == 130


def built(folder: Path, name: str) -> dict[str, bytes]:
    """What a process of its own builds of the lesson."""
    out = folder / name
    assert make_docs.main(["-q", str(folder / "sources"), "-o", str(out)]) == 0
    return files_in(out)


def test_after_each_change_the_files_are_those_of_a_build(watching: Watching, tmp_path: Path) -> None:
    longer = TOLD.replace("It pulls.", "It pulls, and pulls again. " * 40)
    for number, text in enumerate((TOLD.replace("It pulls.", "It pulls, twice a day."), longer, TOLD)):
        told = watching.after(text)
        assert told.index(DECK) < told.index(HANDOUT)
        assert "is of an earlier build" not in told
        watching.until(lambda: sound(tmp_path / "build"))
        cold = built(tmp_path, f"cold-{number}")
        warm = files_in(tmp_path / "build")
        assert {name: warm[name] for name in (HANDOUT, DECK)} == {
            name: cold[name] for name in (HANDOUT, DECK)
        }


def test_a_mistake_is_told_and_what_was_built_stays(watching: Watching, tmp_path: Path) -> None:
    before = files_in(tmp_path / "build")
    assert "error: `titel` is no key" in watching.after(f"titel: A\n{TOLD}")
    assert files_in(tmp_path / "build") == before
    assert HANDOUT in watching.after(TOLD.replace("It pulls.", "It pulls again."))
