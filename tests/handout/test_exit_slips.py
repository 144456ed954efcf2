"""Exit slips: two on a page, the same questions for a seed in all editions, and no answer for learners."""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path
from typing import Any

import page
import pdfplumber
import pikepdf
import pytest

from diptych.handout.edition import Edition
from diptych.handout.press import Press
from diptych.material.findings import SourceError
from diptych.pdf.typeset import PdfFile
from tests.handout.printed import HEAD, LAYOUT, all_bytes, read, tags, with_content, words_of

SLIPS = Edition(form="exit-slips")
LESSON = (
    HEAD
    + """\
central_question: What makes glass?
key_terms:
  - {term: flux, definition: It lowers the melting point of sand.}
  - {term: Scherbe, definition: A piece of broken pottery., lang: de}
  - {term: kiln, definition: A furnace for pots.}
  - {term: glaze, definition: A coat of glass on pottery.}
people:
  - {name: Ada Alpha, role: Potter}
  - {name: Bert Beta, role: Painter of plates}
places:
  - {name: Delft, about: A town of blue tiles.}
  - {name: Meissen, about: Here they made porcelain.}
  - {name: Murano, about: An island of glass.}
timeline:
  - {date: 1653, event: The first tile}
  - {date: 1710, event: The works open}
  - {date: 1800, event: The works close}
sections:
  - {title: Glass, content: [It breaks.]}
"""
)
# Every fact by what is asked of it and what is right.
RIGHT = {
    "It lowers the melting point of sand.": "flux",
    "A piece of broken pottery.": "Scherbe",
    "A furnace for pots.": "kiln",
    "A coat of glass on pottery.": "glaze",
    "Potter": "Ada Alpha",
    "Painter of plates": "Bert Beta",
    "A town of blue tiles.": "Delft",
    "Here they made porcelain.": "Meissen",
    "An island of glass.": "Murano",
    "The first tile": "1653",
    "The works open": "1710",
    "The works close": "1800",
}


@cache
def press() -> Press:
    return Press(read(LESSON), LAYOUT)


def made(edition: Edition = SLIPS) -> PdfFile:
    return press().print(edition)


def asked(text: str) -> list[str]:
    """What is asked in a text, in order."""
    found = [(text.index(given), given) for given in RIGHT if given in text]
    return [given for _, given in sorted(found)]


@cache
def halves(edition: Edition = SLIPS) -> tuple[list[list[tuple[str, int, int]]], list[float], float]:
    """The words of the upper and the lower half with their places in their half; dashed lines; the height."""
    with pdfplumber.open(io.BytesIO(made(edition).data)) as pdf:
        (sheet,) = pdf.pages
        middle = float(sheet.height) / 2
        words = sheet.extract_words()
        assert not [word for word in words if word["top"] < middle < word["bottom"]]
        parts: list[list[Any]] = [
            [word for word in words if word["top"] < middle],
            [word for word in words if word["top"] > middle],
        ]
        placed = [
            [(word["text"], round(word["x0"]), round(word["top"] - number * middle)) for word in part]
            for number, part in enumerate(parts)
        ]
        marks = [*sheet.rects, *sheet.lines, *sheet.curves]
        dashes = [mark["top"] for mark in marks if mark["height"] < 1 and abs(mark["top"] - middle) < 12]
        return placed, dashes, float(sheet.height)


@pytest.mark.parametrize("edition", [SLIPS, Edition(form="exit-slips", paper="letter", ink="grey")])
def test_the_same_slip_stands_twice_on_a_page_with_a_line_to_cut_between(edition: Edition) -> None:
    (upper, lower), dashes, height = halves(edition)
    assert len(upper) > 40
    assert upper == lower
    assert dashes
    assert all(abs(top - height / 2) < 1 for top in dashes)
    lowest = max(top for _, _, top in upper)
    assert lowest < height / 2 - 24, "room to cut"


def test_a_slip_holds_title_name_date_questions_and_two_open_ones() -> None:
    (text,) = words_of(made().data)
    for words in ("A lesson", "Name", "Date", "Answer in one sentence:", "What makes glass?"):
        assert text.count(words) == 2
    assert text.count("One thing I am still unsure of") == 2
    assert len(asked(text)) == 3


def test_each_fact_is_asked_once_and_kinds_take_turns() -> None:
    found = asked(" ".join(words_of(made(Edition(form="exit-slips", count=12)).data)))
    assert sorted(found) == sorted(RIGHT)
    kinds = {RIGHT[given] for given in asked(words_of(made().data)[0])}
    assert len(kinds & {"flux", "Scherbe", "kiln", "glaze"}) == 1
    assert len(kinds & {"Delft", "Meissen", "Murano"}) == 1
    assert len(kinds & {"1653", "1710", "1800"}) == 1


def test_every_question_has_three_options_and_no_two_alike() -> None:
    (text,) = words_of(made(Edition(form="exit-slips", paper="a5")).data)
    names = "|".join(map(re.escape, RIGHT.values()))
    options = re.findall(f"A ({names}) B ({names}) C ({names})", text)
    assert len(options) == 3
    assert all(len(set(three)) == 3 for three in options)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_teacher_and_key_have_the_right_answers_of_the_same_seed(seed: int) -> None:
    (student,) = words_of(made(Edition(form="exit-slips", seed=seed)).data)
    (teacher,) = words_of(made(Edition("teacher", form="exit-slips", seed=seed)).data)
    (key,) = words_of(made(Edition("answers", form="exit-slips", seed=seed)).data)
    assert teacher.replace("× ", "") == student
    marked = re.findall(r"× ([ABC]) ", teacher)
    assert len(marked) == 6
    assert marked[:3] == marked[3:]
    for given, letter in zip(asked(student), marked[:3], strict=True):
        assert f"× {letter} {RIGHT[given]}" in teacher
        assert f"{given} {letter} {RIGHT[given]}" in key


def test_the_seed_alone_chooses() -> None:
    texts = {seed: words_of(made(Edition(form="exit-slips", seed=seed)).data)[0] for seed in (1, 2, 3)}
    again = Press(read(LESSON), LAYOUT).print(Edition(form="exit-slips", seed=2))
    assert again.data == made(Edition(form="exit-slips", seed=2)).data
    assert len({tuple(asked(text)) for text in texts.values()}) > 1


@pytest.mark.parametrize("fillable", [False, True])
def test_no_layer_of_a_students_file_tells_an_answer(fillable: bool) -> None:
    data = made(Edition(form="exit-slips", fillable=fillable)).data
    (text,) = words_of(data)
    assert "×" not in text
    layers = all_bytes(data)
    assert b"right answer" not in layers
    assert "right answer".encode("utf-16-be") not in layers
    # The right option is written as the wrong ones are, once a slip, and nowhere else.
    for given in asked(text):
        assert text.count(RIGHT[given]) == (1 if fillable else 2)


def test_readers_meet_the_slip_once() -> None:
    kinds = [tag.kind for tag in tags(made().data)]
    assert kinds.count("/H1") == 1
    assert kinds.count("/L") == 3
    assert kinds.count("/LI") == 9


def test_an_a5_page_holds_one_slip() -> None:
    (text,) = words_of(made(Edition(form="exit-slips", paper="a5")).data)
    assert text.count("Answer in one sentence:") == 1


def test_what_no_page_holds_goes_on_on_its_back() -> None:
    front, back = words_of(made(Edition(form="exit-slips", size="large-print", count=4)).data)
    assert len(asked(front)) == 4
    assert "Answer in one sentence:" in back


def test_a_slip_to_fill_in_stands_alone_and_has_a_field_for_everything() -> None:
    data = made(Edition(form="exit-slips", fillable=True)).data
    (text,) = words_of(data)
    assert text.count("Answer in one sentence:") == 1
    with pikepdf.open(io.BytesIO(data)) as pdf:
        names = [str(field.T) for field in pdf.Root.AcroForm.Fields]
    ticks = [f"Question {number}, {letter}" for number in (1, 2, 3) for letter in "ABC"]
    assert names == ["Name", "Date", *ticks, "Central question", "One thing I am still unsure of:"]


def test_two_facts_of_a_kind_make_a_question_of_two_options() -> None:
    facts = "places:\n  - {name: Here, about: The near one.}\n  - {name: There, about: The far one.}\n"
    text = facts + with_content("- text: It breaks.")
    (found,) = words_of(Press(read(text), LAYOUT).print(SLIPS).data)
    assert found.count("Where was this?") == 4
    assert "B " in found
    assert "C " not in found


def test_one_fact_is_too_few_and_what_to_add_is_told() -> None:
    text = "places:\n  - {name: Here, about: The near one.}\n" + with_content("- text: It breaks.")
    with pytest.raises(SourceError) as told:
        Press(read(text), LAYOUT).print(SLIPS)
    (finding,) = told.value.findings
    assert "too few facts" in finding.message
    assert "key_terms" in finding.hint


@pytest.mark.parametrize(
    "edition",
    [
        SLIPS,
        Edition(form="exit-slips", paper="a5", size="large-print", ink="grey"),
        Edition("teacher", form="exit-slips"),
        Edition("answers", form="exit-slips"),
        Edition(form="exit-slips", fillable=True),
    ],
    ids=["student", "large-print", "teacher", "answers", "fillable"],
)
def test_it_is_a_sound_tagged_file(edition: Edition, tmp_path: Path) -> None:
    path = tmp_path / "slips.pdf"
    path.write_bytes(made(edition).data)
    report = page.validate_pdf(str(path), profile=page.ValidationProfile.PDF_UA_1).to_dict()
    assert report["is_compliant"], report["failures"]
