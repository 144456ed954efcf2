"""A process that goes on makes the same files as one that begins anew, after every change."""

from __future__ import annotations

from pathlib import Path

import make_docs
from diptych.build.sources import SourceFile
from diptych.build.warm import WarmBuilder
from tests.build.lessons import LESSON, files_in, write_lesson

TOLD = f"{LESSON}handout: {{slide_numbers: true}}\ndeck: {{handout_pages: true}}\n"


def cold(folder: Path, number: int) -> dict[str, bytes]:
    """What a process of its own builds of the lesson."""
    out = folder / f"cold-{number}"
    assert make_docs.main(["-q", str(folder / "sources"), "-o", str(out)]) == 0
    return files_in(out)


def test_after_each_change_the_files_are_those_of_a_build(tmp_path: Path) -> None:
    path = write_lesson(tmp_path, TOLD)
    builder = WarmBuilder(SourceFile(path, "tides"), [])
    for number, words in enumerate(("It pulls.", "It pulls, twice.", "It pulls, twice a day.")):
        write_lesson(tmp_path, TOLD.replace("It pulls.", words))
        pair, files = builder.read(), cold(tmp_path, number)
        handout, deck = builder.handout(pair), builder.deck(pair)
        assert handout == files["tides-handout.pdf"]
        assert deck == files["tides-slides.pptx"]
        assert {work.name: work.data for work in builder.proved(pair)}.items() <= files.items()


def test_a_deck_that_is_asked_for_first_tells_the_pages_of_before(tmp_path: Path) -> None:
    path = write_lesson(tmp_path, TOLD)
    builder = WarmBuilder(SourceFile(path, "tides"), [])
    first = builder.read()
    before, _ = builder.deck(first), builder.handout(first)
    after = builder.deck(first)
    assert before != after
    assert builder.deck(builder.read()) == after == cold(tmp_path, 0)["tides-slides.pptx"]
