"""Changes are noticed whatever is done to the files, and touch the sources that they belong to."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from diptych.watching.watch import Change, changes

LESSON = "title: A lesson\nsections: [{title: A part, content: [{text: Words.}]}]\n"


class Watched:
    """A folder of two sources that is watched in the background; what is noticed is kept."""

    def __init__(self, folder: Path) -> None:
        self.sources, self.noticed = folder / "sources", list[Change]()
        for name in ("one", "two"):
            (self.sources / name).mkdir(parents=True)
            (self.sources / name / f"{name}.yaml").write_text(LESSON, "utf-8")
        self.stopped = False
        self.thread = threading.Thread(target=self._watch, daemon=True)
        self.thread.start()
        self.wait(lambda: self.noticed)

    def _watch(self) -> None:
        for change in changes([self.sources], self.sources.parent / "layouts", lambda: self.stopped):
            self.noticed.append(change)

    def wait(self, true: Callable[[], object]) -> None:
        end = time.monotonic() + 10
        while not true() and time.monotonic() < end:
            time.sleep(0.02)
        assert true()

    def after(self, act: Callable[[], object]) -> Change:
        """What is noticed after something was done."""
        count = len(self.noticed)
        time.sleep(0.05)
        act()
        self.wait(lambda: len(self.noticed) > count)
        return self.noticed[-1]


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    watched = Watched(tmp_path)
    yield watched
    watched.stopped = True
    watched.thread.join(10)


def names(change: Change) -> list[str]:
    return [source.name for source in change.touched]


def test_all_sources_come_first(watched: Watched) -> None:
    assert names(watched.noticed[0]) == ["one", "two"]


def test_a_saved_source_is_touched_and_no_other(watched: Watched) -> None:
    path = watched.sources / "two" / "two.yaml"
    assert names(watched.after(lambda: path.write_text(LESSON + "# more\n", "utf-8"))) == ["two"]


def test_a_picture_touches_its_source(watched: Watched) -> None:
    picture = watched.sources / "one" / "pictures" / "a.svg"
    picture.parent.mkdir()
    assert names(watched.after(lambda: picture.write_text("<svg/>"))) == ["one"]
    assert names(watched.after(picture.unlink)) == ["one"]


def test_a_file_that_is_replaced_as_editors_do_is_touched(watched: Watched) -> None:
    path = watched.sources / "one" / "one.yaml"
    beside = path.with_name("one.yaml.tmp")

    def replace() -> None:
        beside.write_text(LESSON + "# new\n", "utf-8")
        beside.replace(path)

    assert names(watched.after(replace)) == ["one"]


def test_a_new_source_is_found_and_one_that_is_removed_is_gone(watched: Watched) -> None:
    change = watched.after(lambda: shutil.copytree(watched.sources / "one", watched.sources / "three"))
    assert [source.name for source in watched.noticed[-1].sources] == ["one", "three", "two"]
    assert names(change) == ["three"]
    gone = watched.after(lambda: shutil.rmtree(watched.sources / "two"))
    assert [source.name for source in gone.sources] == ["one", "three"]


def test_a_layout_touches_all(watched: Watched) -> None:
    theme = watched.sources.parent / "layouts" / "mine" / "theme.yaml"
    theme.parent.mkdir(parents=True)
    assert names(watched.after(lambda: theme.write_text("extends: classic\n"))) == ["one", "two"]


def test_where_all_is_removed_it_is_told_and_waits(watched: Watched) -> None:
    change = watched.after(lambda: shutil.rmtree(watched.sources))
    assert change.sources == ()
    assert "sources" in change.problem
