"""The handout as full prose: every gap filled, and no room to write."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import page
import pdfplumber
import pytest

from diptych.handout.edition import Edition
from diptych.handout.press import Press
from diptych.pdf.typeset import PdfFile
from tests.handout.editions import glyphs
from tests.handout.printed import HEAD, LAYOUT, all_bytes, read, words_of

PROSE = Edition(form="prose")
LESSON = (
    HEAD
    + """\
sections:
  - title: Glass
    content:
      - text: Glass is made of [quartz sand]{gap} and soda.
      - question: Why does glass break?
        answer: Brittleanswer.
        lines: 5
      - question: The oven is [scorching]{gap}.
      - activity: Look around
        instructions: Count the panes.
        lines: 4
      - notes_space: 6
        prompt: My own words
"""
)


@cache
def made(edition: Edition) -> PdfFile:
    return Press(read(LESSON), LAYOUT).print(edition)


def text_of(edition: Edition) -> str:
    return " ".join(words_of(made(edition).data))


def ruled(edition: Edition) -> int:
    """How many lines to write on there are: those as wide as the column, one above the other."""
    with pdfplumber.open(io.BytesIO(made(edition).data)) as pdf:
        tops = {
            (number, round(line["top"] / 4))
            for number, one in enumerate(pdf.pages)
            for line in one.horizontal_edges
            if 300 < line["width"] < 450
        }
    return len(tops)


def test_the_gaps_of_the_text_are_filled() -> None:
    assert "Glass is made of quartz sand and soda." in text_of(PROSE)
    assert "quartz sand" not in text_of(Edition())


def test_there_is_no_room_to_write() -> None:
    assert ruled(Edition()) >= 15
    assert ruled(PROSE) == 2, "the rules around the activity"
    for words in ("Name", "Your notes", "My own words"):
        assert words in text_of(Edition())
        assert words not in text_of(PROSE)


def test_questions_and_activities_stay_to_think_about() -> None:
    text = text_of(PROSE)
    assert all(words in text for words in ("Why does glass break?", "The oven is", "Count the panes."))


def test_answers_to_questions_are_not_told() -> None:
    data = all_bytes(made(PROSE).data)
    for secret in ("scorching", "Brittleanswer"):
        assert secret not in text_of(PROSE)
        assert secret.encode() not in data


def test_a_teacher_has_the_same_pages_and_the_answers_in_the_guide() -> None:
    teacher = Edition("teacher", form="prose")
    assert not glyphs(made(PROSE).data, 0) - glyphs(made(teacher).data, 0)
    pages = words_of(made(teacher).data)
    assert "Brittleanswer" not in pages[0]
    assert "Brittleanswer" in " ".join(pages[made(PROSE).pages :])


@pytest.mark.parametrize("edition", [PROSE, Edition("teacher", form="prose")], ids=["student", "teacher"])
def test_it_is_a_sound_tagged_file(edition: Edition, tmp_path: Path) -> None:
    path = tmp_path / "prose.pdf"
    path.write_bytes(made(edition).data)
    report = page.validate_pdf(str(path), profile=page.ValidationProfile.PDF_UA_1).to_dict()
    assert report["is_compliant"], report["failures"]
