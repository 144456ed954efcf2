"""A build of many sources shows how far it is on a terminal, and sums up what came of it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

import make_docs
from diptych.build.console import Console

GOOD = "title: A lesson\nsections: [{title: Paths of ants, content: [{text: Words.}]}]\n"


@pytest.fixture(autouse=True)
def three_lessons(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("ants", GOOD), ("bees", "titel: B\n"), ("cats", GOOD)):
        Path("sources", name).mkdir(parents=True)
        Path("sources", name, f"{name}.yaml").write_text(text, "utf-8")


def test_what_came_of_it_is_summed_up(capsys: pytest.CaptureFixture[str]) -> None:
    assert make_docs.main(["build"]) == 1
    told = capsys.readouterr().err.splitlines()
    assert told[-1] == "3 sources: 4 files built; 1 with errors: bees"
    assert not any("[#" in line for line in told)


def test_one_source_needs_no_summary(capsys: pytest.CaptureFixture[str]) -> None:
    assert make_docs.main(["build", "sources/ants"]) == 0
    assert capsys.readouterr().err == ""


def test_on_a_terminal_a_bar_grows() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    console = Console(io.StringIO(), terminal, quiet=False, verbose=False)
    for done in range(3):
        console.at(done, 3)
        console.progress(f"lesson {done}: handout")
    console.sum_up("3 sources: 6 files built")
    shown = terminal.getvalue()
    assert "[--------------------] 0/3 lesson 0: handout …" in shown
    assert "[#############-------] 2/3 lesson 2: handout …" in shown
    assert shown.endswith("3 sources: 6 files built\n")
