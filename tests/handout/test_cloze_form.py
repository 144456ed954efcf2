"""The handout as a cloze: blanks to write in, and the missing words below each part."""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path
from typing import Any

import page
import pdfplumber
import pytest

from diptych.handout.edition import Edition
from diptych.handout.press import Press
from diptych.material.findings import SourceError
from diptych.pdf.typeset import PdfFile
from tests.handout.editions import glyphs, lines_of
from tests.handout.printed import HEAD, LAYOUT, read, tags, words_of

CLOZE = Edition(form="cloze")
PROSE = "Glass is old, and nobody knows for certain who made the first of it or in what land that was done. "
LESSON = (
    HEAD
    + f"""\
sections:
  - title: Glass
    content:
      - text: |
          Glass is made of [quartz]{{gap}} and [soda]{{gap}}; the [soda]{{gap}} lowers the melting point, and
          [lime]{{gap}} keeps the whole from dissolving in water, which it would do without it.

          {PROSE * 2}
      - question: The oven is [scorching]{{gap}}.
    sections:
      - title: Colours
        content: ["Green comes from [iron]{{gap}}."]
  - title: Bottles
    content: [They are blown.]
  - title: Windows
    content: ["They are [flat]{{gap}}."]
"""
)


@cache
def made(edition: Edition = CLOZE) -> PdfFile:
    return Press(read(LESSON), LAYOUT).print(edition)


def text_of(edition: Edition = CLOZE) -> str:
    return " ".join(words_of(made(edition).data))


def lines() -> list[list[dict[str, Any]]]:
    with pdfplumber.open(io.BytesIO(made().data)) as pdf:
        return [line for one in pdf.pages for line in lines_of(one)]


def banks() -> list[list[str]]:
    """The words of each bank in print order."""
    found = (" ".join(one["text"] for one in line) for line in lines())
    told = (line.removeprefix("Word bank ") for line in found if line.startswith("Word bank"))
    return [[word.strip() for word in bank.split("·")] for bank in told]


def test_each_part_of_the_top_level_with_gaps_has_a_bank_of_its_words_each_once() -> None:
    assert [sorted(bank) for bank in banks()] == [["iron", "lime", "quartz", "soda"], ["flat"]]


def test_the_words_stand_in_another_order_than_their_gaps() -> None:
    assert banks()[0] != ["quartz", "soda", "lime", "iron"]


def test_the_bank_stands_below_its_part_with_what_to_do() -> None:
    text = text_of()
    assert text.index("Green comes") < text.index("Write each of these words into its gap.")
    assert text.index("Word bank") < text.index("They are blown")
    assert text.count("Write each of these words") == 2


def test_words_of_questions_are_in_no_bank() -> None:
    assert "scorching" not in text_of()


def test_lines_with_blanks_stand_further_apart_than_others() -> None:
    bottoms = {" ".join(one["text"] for one in line): line[0]["bottom"] for line in lines()}
    open_lines = [
        bottom for words, bottom in bottoms.items() if "Glass is made" in words or "melting" in words
    ]
    closed = sorted(
        bottom for words, bottom in bottoms.items() if "nobody knows" in words or "was done" in words
    )
    assert len(open_lines) == 2
    assert len(closed) >= 2
    assert open_lines[1] - open_lines[0] > 1.3 * (closed[1] - closed[0])


def test_readers_hear_the_numbers_of_the_blanks() -> None:
    spoken = [tag.values["/ActualText"] for tag in tags(made().data) if "/ActualText" in tag.values]
    assert [words for words in spoken if "blank" in words].count("(blank 1)") == 2, "text and question"
    assert "(blank 5)" in spoken
    assert "(blank 6)" in spoken


def test_a_teacher_reads_the_words_in_the_blanks_on_the_same_pages() -> None:
    teacher = Edition("teacher", form="cloze")
    for number in range(made().pages):
        assert not glyphs(made().data, number) - glyphs(made(teacher).data, number)
    assert "scorching" in text_of(teacher)


@pytest.mark.parametrize("edition", [CLOZE, Edition("teacher", form="cloze")], ids=["student", "teacher"])
def test_it_is_a_sound_tagged_file(edition: Edition, tmp_path: Path) -> None:
    path = tmp_path / "cloze.pdf"
    path.write_bytes(made(edition).data)
    report = page.validate_pdf(str(path), profile=page.ValidationProfile.PDF_UA_1).to_dict()
    assert report["is_compliant"], report["failures"]


def test_a_text_without_gaps_is_an_error_that_says_how_to_mark_one() -> None:
    plain = Press(read(f"{HEAD}sections:\n  - title: Glass\n    content: [It is old.]\n"), LAYOUT)
    with pytest.raises(SourceError, match="needs gaps") as error:
        plain.print(CLOZE)
    (finding,) = error.value.findings
    assert finding.hint == "mark words of a text so: `[word]{gap}`"
    assert finding.place.line == 4


def test_where_no_gap_is_marked_bold_words_and_names_are_asked_for_once_a_section() -> None:
    lesson = """\
key_terms:
  - {term: quartz, definition: A mineral.}
sections:
  - title: Glass
    content: ["Glass is made of quartz and **soda**; quartz melts late."]
  - title: Sand
    content: ["Quartz is found in sand."]
"""
    press = Press(read(HEAD + lesson), LAYOUT)
    text = " ".join(words_of(press.set(CLOZE).data))
    assert "(1)" in text
    assert "(3)" in text
    assert "(4)" not in text
    assert re.search(r"and \(2\) ; quartz melts late", text)
    assert sorted(re.findall(r"quartz|soda|Quartz", text)) == ["Quartz", "quartz", "quartz", "quartz", "soda"]
    key = " ".join(words_of(press.set(Edition("answers", form="cloze")).data))
    assert "(1) quartz (2) soda (3) Quartz" in key
