"""Formulas in the handout: on the line, tagged, in the colour of the text, within the column."""

from __future__ import annotations

import io
from typing import Any

import page
import pdfplumber
import pytest

from diptych.material.findings import SourceError
from tests.handout.printed import Tag, html_of_content, printed, tags, with_content

INLINE = "- text: Here xxxx and $x$ stand on a line of text."
NUMBERED = r"""
- {formula: 'E = mc^2', number: true, id: energy, where: [{symbol: m, meaning: the mass}], caption: Rest}
- text: By [](#energy) mass is energy.
"""


def formulas(content: str, front: str = "") -> list[Tag]:
    return [tag for tag in tags(printed(front + with_content(content)).data) if tag.kind == "/Formula"]


def first_page(content: str) -> Any:
    return pdfplumber.open(io.BytesIO(printed(with_content(content)).data)).pages[0]


def outlines(content: str) -> list[Any]:
    """The curves of formulas; rules of the page are rectangles and lines."""
    found = [one for one in first_page(content).curves if one["fill"]]
    assert found
    return found


def test_a_formula_is_tagged_and_told_in_words() -> None:
    (found,) = formulas(INLINE.replace("$x$", r"$\frac{1}{2}mv^2$"))
    assert found.values["/Alt"] == "1 over 2 m v squared"
    assert "/BBox" in found.values


def test_the_authors_words_go_before_the_programs() -> None:
    (found,) = formulas("- {formula: 'E = mc^2', alt: Energy is mass}")
    assert found.values["/Alt"] == "Energy is mass"


def test_a_handout_with_formulas_everywhere_is_pdf_ua(tmp_path: Any) -> None:
    content = f"""{INLINE}{NUMBERED}
- {{table: 'Of $x$', header: ['$n$', $x^n$], rows: [['$1$', '$x$']]}}
- {{question: What is $1+1$?, options: [$1$, $2$], answer: B}}
- callout: Mind $a \\ne 0$.
"""
    made = printed(with_content(content)).data
    (tmp_path / "made.pdf").write_bytes(made)
    found = page.validate_pdf(tmp_path / "made.pdf", profile=page.ValidationProfile.PDF_UA_1).to_dict()
    assert found["is_compliant"]
    assert len([tag for tag in tags(made) if tag.kind == "/Formula"]) >= 10


def test_a_formula_stands_on_the_baseline_and_is_as_large_as_the_text() -> None:
    sheet = first_page(INLINE)
    letters = [char for char in sheet.chars if char["text"] == "x"]
    curves = [one for one in sheet.curves if one["fill"]]
    size = letters[0]["size"]
    baseline = sheet.height - letters[0]["matrix"][5]
    assert curves[0]["bottom"] == pytest.approx(baseline, abs=0.03 * size)
    assert baseline - curves[0]["top"] == pytest.approx(0.475 * size, abs=0.03 * size)


def test_formulas_in_headings_take_their_colour_and_weight() -> None:
    text = "title: Of $x$\nlang: en-GB\nsections:\n  - {title: S, content: [{text: Plain $x$.}]}\n"
    sheet = pdfplumber.open(io.BytesIO(printed(text).data)).pages[0]
    heading, running = [one for one in sheet.curves if one["fill"]][:2]
    letters = {char["text"]: char for char in reversed(sheet.chars) if char["text"] in "OP"}
    assert heading["non_stroking_color"] == letters["O"]["non_stroking_color"]
    assert running["non_stroking_color"] == letters["P"]["non_stroking_color"]
    assert (heading["linewidth"] or 0) > 0


def test_the_number_stands_at_the_right_edge_and_the_formula_in_the_middle() -> None:
    sheet = first_page(NUMBERED)
    number = next(word for word in sheet.extract_words() if word["text"] == "(1)")
    right = max(word["x1"] for word in first_page(f"- text: {'word ' * 60}").extract_words())
    assert number["x1"] == pytest.approx(right, abs=9)
    assert "equation (1)" in sheet.extract_text()
    middle = (number["top"] + number["bottom"]) / 2
    curves = [one for one in sheet.curves if one["fill"] and abs(one["top"] - middle) < 12]
    assert curves
    assert max(one["x1"] for one in curves) < number["x0"] - 20


def test_a_long_formula_is_broken_and_one_that_cannot_be_is_an_error() -> None:
    terms = " + ".join(f"a_{{{number}}}" for number in range(30))
    sheet = first_page(f"- formula: 'S = {terms}'")
    curves = [one for one in sheet.curves if one["fill"]]
    assert max(one["x1"] for one in curves) < sheet.width - 40
    assert max(one["bottom"] for one in curves) - min(one["top"] for one in curves) > 20
    with pytest.raises(SourceError, match="ems wide") as caught:
        printed(with_content(f"- formula: '\\sqrt{{{terms}}}'"))
    assert "part it into lines" in caught.value.findings[0].hint


def test_a_character_that_the_font_lacks_is_an_error_with_its_place() -> None:
    with pytest.raises(SourceError, match=r"has the character `ក` .U.1780, khmer letter ka") as caught:
        printed(with_content("- text: So $ក = 1$."))
    assert caught.value.findings[0].place.line > 0


def test_a_formula_may_fill_a_gap_and_stands_in_the_bank() -> None:
    content = "- {question: 'Energy is [$mc^2$]{gap}.', word_bank: true}"
    html = html_of_content(content)
    assert html.count('class="formula"') == 1
    assert "<title>m c squared</title>" in html


def test_no_line_ends_between_a_formula_and_its_comma() -> None:
    html = html_of_content("- text: With $a$, ($b$) and $c$ here.")
    assert html.count('<span class="joined">') == 2
    assert "</svg>,</span>" in html
    assert "</svg>)</span>" in html


def test_every_formula_with_a_character_that_no_font_has_is_told_at_once() -> None:
    with pytest.raises(SourceError) as caught:
        html_of_content("- formula: x = \U0001f600\n- text: Then $ภ + 1$ and\n- points:\n  - $\\text{ษ}$")
    assert [(one.place.line, one.at) for one in caught.value.findings] == [
        (6, "\U0001f600"), (7, "ภ"), (9, "ษ"),
    ]  # fmt: skip
