"""The teacher's edition: the student's pages with answers in place, and a guide behind them."""

from __future__ import annotations

import io
from pathlib import Path

import page
import pdfplumber
import pikepdf
import pytest

from diptych.handout.edition import Edition
from diptych.handout.press import Press
from diptych.layout.load import LayoutError, load_layout
from tests.handout.editions import FLAGSHIP, edition_of, glyphs, lines_of, pair_of
from tests.handout.printed import EVERYTHING, HEAD, read, words_of

STUDENT, TEACHER = Edition(), Edition("teacher")
LESSON = (
    HEAD
    + """\
misconceptions: [{misconception: Glass is a liquid., response: It is a solid without crystals.}]
sections:
  - title: Glass
    minutes: 12
    notes: Show a bottle.
    content:
      - The main part of glass is [quartz sand]{gap}.
      - question: What is added to lower the melting point?
        options: [soda, salt, chalk]
        answer: A
        explanation: Soda is a flux.
        marks: 1
      - question: Why does glass break?
        answer: It cannot bend.
        lines: 3
      - question: Match.
        pairs: [{left: soda, right: lowers heat}, {left: lime, right: hardens}, {left: lead, right: shines}]
      - question: Order.
        order: [melt, blow, cool, cut]
      - question: The furnace holds [fifteen hundred]{gap} degrees.
      - question: Tell the history of glass.
        answer: Beads came first, then vessels, then windows, and each step took centuries. It began in Egypt.
        lines: 1
  - title: Bottles
    content: [They are blown.]
    sections:
      - title: Green ones
        minutes: 4
        content: [Iron makes them green.]
"""
)


@pytest.fixture(scope="module")
def press() -> Press:
    return Press(read(LESSON), load_layout("classic"), lambda: {"s1": (7, 9)})


@pytest.fixture(scope="module")
def pages(press: Press) -> list[str]:
    return words_of(press.print(TEACHER).data)


@pytest.mark.parametrize("path", [EVERYTHING, FLAGSHIP], ids=lambda path: path.stem)
def test_all_that_stands_on_the_students_pages_stands_there_too(path: Path) -> None:
    student, teacher = edition_of(STUDENT, path), edition_of(TEACHER, path)
    assert student.pages >= 5
    for number in range(student.pages):
        seen = glyphs(student.data, number)
        lost = seen - glyphs(teacher.data, number)
        assert sum(seen.values()) > 100
        assert not lost, f"page {number + 1}: {sorted(lost)[:9]}"


def test_timings_stand_where_nothing_else_does(press: Press) -> None:
    student, teacher = press.print(STUDENT), press.print(TEACHER)
    assert student.pages == 2
    for number in range(2):
        assert not glyphs(student.data, number) - glyphs(teacher.data, number)


@pytest.mark.parametrize("path", [EVERYTHING, FLAGSHIP], ids=lambda path: path.stem)
def test_the_guide_has_pages_and_numbers_of_its_own(path: Path) -> None:
    student, teacher = edition_of(STUDENT, path), words_of(edition_of(TEACHER, path).data)
    assert len(teacher) > student.pages
    assert teacher[student.pages - 1].endswith(f"Page {student.pages} of {student.pages}")
    assert teacher[student.pages].endswith(" i")


def test_answers_stand_where_a_learner_writes_them(pages: list[str]) -> None:
    assert "× A soda" in pages[0]
    assert "It cannot bend." in pages[0]
    assert "(1) quartz sand" in pages[0]
    assert "(1) fifteen hundred" in pages[0]


def test_matchings_and_orderings_are_solved_in_print_order(press: Press) -> None:
    with pdfplumber.open(io.BytesIO(press.print(TEACHER).data)) as pdf:
        lines = [" ".join(word["text"] for word in line) for line in lines_of(pdf.pages[0])]
    right = {"soda": "lowers heat", "lime": "hardens", "lead": "shines"}
    found = [
        (words, line.split(f" {words}")[0]) for line in lines for words in right.values() if words in line
    ]
    letters = {words: before[-1] for words, before in found}
    assert sorted(letters.values()) == ["A", "B", "C"]
    for number, (left, words) in enumerate(right.items(), 1):
        assert any(line.startswith(f"{number} {left} {letters[words]} ") for line in lines)
    for number, item in enumerate(("melt", "blow", "cool", "cut"), 1):
        assert any(line.endswith(f"{number} {item}") for line in lines)


def test_an_answer_without_room_is_sent_to_the_guide(pages: list[str]) -> None:
    guide = " ".join(pages[2:])
    assert "The answer stands in the guide." in pages[0]
    assert "Beads came first" not in pages[0]
    assert "Beads came first" in guide


def test_the_guide_holds_plan_misconceptions_explanations_and_notes(pages: list[str]) -> None:
    guide = " ".join(pages[2:])
    assert all(words in guide for words in ("12 min", "7–9", "Glass is a liquid.", "without crystals"))
    assert "Soda is a flux." in guide
    assert "Show a bottle." in guide
    assert "4 min" in pages[1]
    assert "12 min · Slides 7–9" in pages[0].replace("\xa0", " ")


def test_the_file_says_what_it_is(press: Press, tmp_path: Path) -> None:
    path = tmp_path / "teacher.pdf"
    path.write_bytes(press.print(TEACHER).data)
    with pikepdf.open(path) as pdf:
        assert pdf.docinfo["/Title"] == "A lesson · Teacher’s edition"
        outline = [str(item.title) for item in pdf.open_outline().root]
    assert outline[0] == "1 Glass"
    assert "Lesson plan" in outline


@pytest.mark.parametrize("path", [EVERYTHING, FLAGSHIP], ids=lambda path: path.stem)
def test_it_is_a_sound_tagged_file(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "teacher.pdf"
    file.write_bytes(edition_of(TEACHER, path).data)
    report = page.validate_pdf(str(file), profile=page.ValidationProfile.PDF_UA_1).to_dict()
    assert report["is_compliant"], report["failures"]


def test_a_layout_in_which_answers_take_room_is_an_error(tmp_path: Path) -> None:
    folder = tmp_path / "roomy"
    (folder / "handout").mkdir(parents=True)
    (folder / "theme.yaml").write_text("name: Roomy\nextends: classic\n", "utf-8")
    (folder / "handout" / "custom.css").write_text(".written-answer { height: 230mm !important }\n", "utf-8")
    roomy = Press(read(LESSON), load_layout("roomy", [tmp_path]))
    with pytest.raises(LayoutError, match="answers move what stands on the student's pages"):
        roomy.print(TEACHER)


def test_the_numbers_of_slides_are_told_once() -> None:
    words = words_of(edition_of(TEACHER, FLAGSHIP).data)[0].replace("\xa0", " ")
    assert pair_of(FLAGSHIP).reading.handout_choices.slide_numbers
    assert words.count("Slides") <= 1
