"""Paper, size, spacing, margins and ink, as they are in the finished file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache
from typing import Any

import page
import pdfplumber
import pytest

from diptych.handout.edition import Edition
from diptych.handout.html import render_html
from diptych.handout.pdf import render_pdf
from tests.handout.printed import EVERYTHING, LAYOUT, html_of_content, read, with_content, words_of

POINTS = 72 / 25.4
# Lines, and boxes of glyphs, may stand out by so much, in pt.
SLACK = 1.0
PROSE = (
    "- text: |\n"
    + "    In *modern* times incomprehensibilities accumulate in laboratories, H~2~O notwithstanding. " * 26
    + "\n"
)
YEARS = [str(year) for year in range(1919, 1938)]
BROAD = f"""
- text: Before it.
- table: Years
  header: {YEARS}
  rows: [{YEARS}]
  credit: {{author: A clerk}}
- text: After it.
"""


@cache
def file_of(text: str, *choices: tuple[str, str]) -> bytes:
    document = read(text, EVERYTHING.parent)
    html = render_html(document, LAYOUT, edition=Edition(**dict(choices)))  # type: ignore[arg-type]
    return render_pdf(html, document, LAYOUT).data


def everything(**names: str) -> bytes:
    return file_of(EVERYTHING.read_text("utf-8"), *names.items())


def some_pages(content: str, **names: str) -> list[Any]:
    return list(pages_of(file_of(with_content(content), *names.items())))


def pages_of(data: bytes) -> Iterator[Any]:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        yield from pdf.pages


def letters(pages: list[Any]) -> list[dict[str, Any]]:
    found = [char for one in pages for char in one.chars if char["text"].strip()]
    assert len(found) > 50
    return found


def left_edge(one: Any) -> float:
    return min(float(char["x0"]) for char in one.chars if char["text"].strip()) / POINTS


def right_edge(one: Any) -> float:
    return max(float(char["x1"]) for char in one.chars if char["text"].strip()) / POINTS


@pytest.mark.parametrize("paper", LAYOUT.sets.papers)
def test_pages_have_the_size_of_the_paper(paper: str) -> None:
    wanted = LAYOUT.sets.papers[paper]
    for one in some_pages("- text: Words.", paper=paper):
        assert (one.width / POINTS, one.height / POINTS) == pytest.approx(
            (wanted.width, wanted.height), abs=0.1
        )


@pytest.mark.parametrize(
    "names",
    [
        {},
        {"size": "large-print"},
        pytest.param({"paper": "a5"}, marks=pytest.mark.slow),
        pytest.param({"spacing": "dyslexia", "margins": "punched"}, marks=pytest.mark.slow),
    ],
    ids=str,
)
def test_everything_stands_on_the_page_and_meets_pdf_ua(names: dict[str, str], tmp_path: Any) -> None:
    data = everything(**names)
    for one in pages_of(data):
        for thing in (*one.chars, *one.images, *one.rects, *one.lines):
            assert -SLACK <= thing["x0"] <= thing["x1"] <= one.width + SLACK, thing
            assert -SLACK <= thing["top"] <= thing["bottom"] <= one.height + SLACK, thing
        inside = [char for char in one.chars if char["text"].strip()]
        least = LAYOUT.setting(**names).margins.outside - 2
        assert max(char["x1"] for char in inside) <= one.width - least * POINTS
    path = tmp_path / "handout.pdf"
    path.write_bytes(data)
    report = page.validate_pdf(str(path), profile=page.ValidationProfile.PDF_UA_1).to_dict()
    assert report["is_compliant"], report["failures"]


def test_large_print_has_one_size_at_least_no_italics_and_no_divided_words() -> None:
    chars = letters(list(pages_of(everything(size="large-print"))))
    own = [char for char in chars if char["size"] < 17.9]
    pictures = {char["text"] for char in own}
    assert pictures <= set("and"), sorted(pictures)  # the word that a drawing of the case holds
    assert not {char["fontname"] for char in chars if "Italic" in char["fontname"]}
    words = [word for one in some_pages(PROSE, size="large-print") for word in one.extract_words()]
    assert len(words) > 200
    assert not [word["text"] for word in words if word["text"].endswith("-")]


def test_standard_type_divides_words_and_knows_italics() -> None:
    pages = some_pages(PROSE)
    assert any(word["text"].endswith("-") for one in pages for word in one.extract_words())
    assert any("Italic" in char["fontname"] for char in letters(pages))


@pytest.mark.parametrize(("size", "points"), [("standard", 11), ("clear", 14), ("large-print", 18)])
def test_running_text_has_the_size_of_the_set(size: str, points: float) -> None:
    sizes = [round(char["size"], 1) for char in letters(some_pages(PROSE, size=size))]
    assert max(set(sizes), key=sizes.count) == points


def test_letters_and_words_stand_further_apart_together() -> None:
    widths = []
    for spacing in ("standard", "dyslexia"):
        words = some_pages("- text: modern times come", size="clear", spacing=spacing)[0].extract_words()
        modern, times = (word for word in words if word["text"] in {"modern", "times"})
        widths.append((modern["x1"] - modern["x0"], times["x0"] - modern["x1"]))
    (word, space), (wide_word, wide_space) = widths
    assert wide_word > 1.02 * word
    assert wide_space > 1.5 * space


def test_bound_pages_have_their_wide_margin_inside() -> None:
    first, second, *_ = some_pages(PROSE * 2, margins="bound")
    assert left_edge(first) == pytest.approx(25, abs=0.5)
    assert left_edge(second) == pytest.approx(18, abs=0.5)
    assert second.width / POINTS - right_edge(second) > 24.5


def test_punched_pages_have_it_at_the_left() -> None:
    pages = some_pages(PROSE * 2, margins="punched")
    assert len(pages) > 1
    assert [left_edge(one) for one in pages] == pytest.approx([25] * len(pages), abs=0.5)


def test_room_for_notes_is_left_empty_on_the_outside() -> None:
    first, second, *_ = some_pages(PROSE * 2, margins="notes")
    assert first.width / POINTS - right_edge(first) > 65.5
    assert left_edge(second) == pytest.approx(66, abs=0.5)


@pytest.mark.parametrize("ink", ["grey", "saving"])
def test_ink_that_is_not_coloured_has_no_colour(ink: str) -> None:
    pages = some_pages("- callout: Beware.\n  kind: warning\n- callout: See.\n  kind: note", ink=ink)
    painted = [thing for one in pages for thing in (*one.chars, *one.rects, *one.lines, *one.curves)]
    colours = {tuple(thing["non_stroking_color"] or ()) for thing in painted}
    assert all(len(set(colour)) <= 1 for colour in colours), colours
    light = {colour for colour in colours if colour and 0.85 < colour[0] < 1}
    assert bool(light) == (ink == "grey")


def test_a_table_that_is_too_wide_turns_its_page_and_no_other() -> None:
    pages = some_pages(BROAD)
    assert [one.width > one.height for one in pages] == [False, True, False]
    words = words_of(file_of(with_content(BROAD)))
    assert "Before it." in words[0]
    assert all(year in words[1] for year in YEARS)
    assert "A clerk" in words[1]
    assert "After it." in words[2]
    assert max(char["x1"] for char in pages[1].chars) < pages[1].width - 15 * POINTS


def test_labels_stand_above_their_text_where_there_is_no_narrow_column() -> None:
    content = "- question: What is it?\n  kind: short_answer\n  marks: 2"
    for paper, above in (("a4", False), ("a5", True)):
        words = some_pages(content, paper=paper)[0].extract_words()
        label = next(word for word in words if word["text"] == "Question")
        asked = next(word for word in words if word["text"] == "What")
        assert (asked["top"] - label["top"] > 10) == above
        assert (asked["x0"] - label["x0"] > 50) != above


def test_numbers_stay_with_their_units_and_months() -> None:
    html = html_of_content("- text: On 16 April 1922, 5 km on, p. 12 says so – or not; `5 km` is code.")
    for kept in ("16\u00a0April", "5\u00a0km on", "p.\u00a012", "so\u00a0– or", "<code>5 km</code>"):
        assert kept in html


def test_french_signs_keep_their_thin_spaces() -> None:
    html = html_of_content("- text: '[Quoi ? Ceci : cela !]{lang=fr} Why ?'")
    assert "Quoi\u202f? Ceci\u00a0: cela\u202f!" in html
    assert "Why ?" in html


def test_a_word_of_a_program_that_is_wider_than_its_line_is_broken_between_its_parts() -> None:
    code = "result = Arrays.copyOfEverything(numbers.length(anotherLongName));"
    content = with_content(f"- code: {code}\n  language: java")
    data = file_of(content, ("paper", "a5"), ("size", "large-print"))
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        chars = [char for one in pdf.pages for char in one.chars]
        assert chars
        assert max(char["x1"] for char in chars) < pdf.pages[0].width - 20
    assert "anotherLongName" in "".join(" ".join(words_of(data)).split())
