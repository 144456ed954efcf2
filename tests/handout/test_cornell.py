"""Cornell pages: cues beside notes, a summary at the foot, and nothing of the answers."""

from __future__ import annotations

import io
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import page
import pdfplumber
import pikepdf
import pytest

from diptych.handout.edition import Edition
from diptych.handout.press import Press
from diptych.pdf.typeset import PdfFile
from tests.handout.editions import glyphs
from tests.handout.printed import HEAD, LAYOUT, all_bytes, read, tags, words_of

CORNELL = Edition(form="cornell")
MM = 72 / 25.4
LESSON = (
    HEAD
    + """\
key_terms:
  - {term: flux, definition: It lowers the melting point.}
  - {term: obsidian, definition: Glass that a volcano makes.}
sections:
  - title: Glass
    assertion: Sand and soda make glass
    content:
      - text: Soda serves as one of the fluxes here. This sentence is left out of the notes.
      - text: Prose that only the reader at home sees.
        slide: [Sand melts late, Soda helps]
      - question: What is added to lower the melting point?
        options: [sodaclay, saltmud, chalkdust]
        answer: A
        explanation: Whytext.
        marks: 1
      - question: Why does glass break?
        answer: Brittleanswer.
        lines: 3
      - table: Kinds
        header: [Kind, Use]
        rows: [[Window, Lightuse], [Bottle, Drinkuse]]
      - definition: Annealing
        meaning: Slowcooling.
  - title: Bottles
    content:
      - points: [{point: They are blown, points: [Belowpoint]}, "They hold [wine]{gap}"]
    sections:
      - title: Green ones
        assertion: Iron colours them
        content: [Iron is everywhere in sand.]
  - title: Long
    content:
"""
    + "".join(f"      - text: Part {number} of a long tale.\n" for number in range(9))
)


@cache
def press() -> Press:
    return Press(read(LESSON), LAYOUT)


def made(edition: Edition = CORNELL) -> PdfFile:
    return press().print(edition)


@cache
def pages(edition: Edition = CORNELL) -> list[dict[str, Any]]:
    """The words, horizontal lines and height of every page, in points from the top."""
    with pdfplumber.open(io.BytesIO(made(edition).data)) as pdf:
        return [
            {"words": one.extract_words(), "lines": one.horizontal_edges, "height": one.height}
            for one in pdf.pages
        ]


def word(where: dict[str, Any], text: str) -> dict[str, Any]:
    return next(one for one in where["words"] if one["text"] == text)


def test_every_section_of_the_top_level_begins_a_page() -> None:
    words = words_of(made().data)
    starts = [number for number, text in enumerate(words) if "Name" in text]
    assert len(starts) == 3
    assert len(words) > 3, "a section that says much goes on on a page of the same form"
    for number, title in zip(starts, ("Glass", "Bottles", "Long"), strict=True):
        assert title in words[number]
        assert "Date" in words[number]
    assert "Green ones" in words[starts[1]]


def test_cues_stand_in_a_column_of_six_centimetres_at_the_left() -> None:
    first = pages()[0]
    notes = word(first, "Sand")["x0"]
    assert 55 * MM < notes - 18 * MM < 66 * MM
    for cue in ("flux", "Question", "Why"):
        assert abs(word(first, cue)["x0"] - 18 * MM) < 1
    assert abs(word(first, "flux")["bottom"] - word(first, "Soda")["bottom"]) < 6


def test_a_term_is_a_cue_where_the_text_speaks_of_it_and_nowhere_else() -> None:
    text = " ".join(words_of(made().data))
    assert text.count("flux ") == 1
    assert "obsidian" not in text


def test_little_is_given() -> None:
    text = " ".join(words_of(made().data))
    given = ("Sand melts late", "Soda helps", "They are blown", "Window", "Kind", "Annealing")
    assert all(words in text for words in given)
    left = ("left out", "Prose that only", "Belowpoint", "Lightuse", "Slowcooling", "sodaclay", "chalkdust")
    assert not [words for words in left if words in text]


def test_no_layer_of_a_students_file_holds_an_answer() -> None:
    data = all_bytes(made().data)
    text = " ".join(words_of(made().data))
    for secret in ("Brittleanswer", "Whytext", "Slowcooling", "wine"):
        assert secret not in text
        assert secret.encode() not in data
        assert secret.encode("utf-16-be") not in data


def test_the_summary_fills_five_centimetres_at_the_foot_of_every_page() -> None:
    for one in pages():
        label = word(one, "Summary")
        strip = one["height"] - 21 * MM - label["top"]
        assert 44 * MM < strip < 56 * MM
        lines = (line for line in one["lines"] if line["top"] > label["bottom"] and line["width"] > 170 * MM)
        below = {round(line["top"] / 4) for line in lines}
        assert len(below) >= 4, "ruled lines for the summary"
        assert sum(word["text"] == "Summary" for word in one["words"]) == 1


def test_readers_meet_the_summary_once_a_section_as_a_heading() -> None:
    kinds = [tag.kind for tag in tags(made().data)]
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") == 3
    # One subsection, and the summary of each section.
    assert kinds.count("/H3") == 4


def test_no_page_is_left_empty() -> None:
    for number, one in enumerate(pages(), 1):
        label = word(one, "Summary")
        lines = {line["top"] for line in one["lines"] if line["x0"] > label["x0"] + 50}
        printed = {one_word["bottom"] for one_word in one["words"]}
        marks = sorted(top for top in {*lines, *printed} if 60 < top < label["top"])
        assert len(lines) > 8
        assert max(high - low for low, high in pairwise(marks)) < 20 * MM, f"page {number}"


def test_the_lines_to_write_on_are_drawings_and_no_content() -> None:
    for tag in tags(made().data):
        assert tag.kind not in {"/Figure", "/Form"}


@pytest.mark.parametrize(
    "edition",
    [
        CORNELL,
        Edition(form="cornell", paper="a5"),
        Edition(form="cornell", size="large-print", ink="grey"),
        Edition("teacher", form="cornell"),
    ],
    ids=["a4", "a5", "large-print", "teacher"],
)
def test_it_is_a_sound_tagged_file(edition: Edition, tmp_path: Path) -> None:
    path = tmp_path / "cornell.pdf"
    path.write_bytes(made(edition).data)
    report = page.validate_pdf(str(path), profile=page.ValidationProfile.PDF_UA_1).to_dict()
    assert report["is_compliant"], report["failures"]


def test_cues_of_large_print_stand_above_the_notes() -> None:
    first = pages(Edition(form="cornell", size="large-print", ink="grey"))[0]
    assert abs(word(first, "flux")["x0"] - word(first, "Sand")["x0"]) < 1
    assert word(first, "flux")["bottom"] < word(first, "Soda")["bottom"]


def test_small_paper_has_a_narrower_column_for_cues() -> None:
    first = pages(Edition(form="cornell", paper="a5"))[0]
    cue, notes = word(first, "flux")["x0"], word(first, "Sand")["x0"]
    assert 30 * MM < notes - cue < 50 * MM


def test_a_teacher_reads_answers_below_the_cues_on_the_same_pages() -> None:
    teacher = Edition("teacher", form="cornell")
    student, text = made(), words_of(made(teacher).data)
    assert "sodaclay" in text[0]
    assert "Brittleanswer." in text[0]
    assert "wine" in " ".join(text)
    assert len(text) > student.pages
    for number in range(student.pages):
        assert not glyphs(student.data, number) - glyphs(made(teacher).data, number)


def test_bookmarks_lead_to_the_sections_alone() -> None:
    with pikepdf.open(io.BytesIO(made().data)) as pdf:
        titles = [str(item.title) for item in pdf.open_outline().root]
    assert titles == ["1 Glass", "2 Bottles", "3 Long"]
