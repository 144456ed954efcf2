"""Style sheets for what is read from the right."""

from __future__ import annotations

import pytest

from diptych.layout.load import load_layout
from diptych.pdf.mirror_css import mirrored

CHANGED = {
    "p { margin-left: 1mm }": "p { margin-right: 1mm; }",
    "p { margin: 1mm 2mm 3mm 4mm }": "p { margin: 1mm 4mm 3mm 2mm; }",
    "p { padding: 0 calc(1mm + 2mm) 0 var(--far) }": "p { padding: 0 var(--far) 0 calc(1mm + 2mm); }",
    "p { float: left; text-align: right !important }": "p { float: right; text-align: left !important; }",
    "p { border-left: 1pt solid var(--left) }": "p { border-right: 1pt solid var(--left); }",
    "p { border-radius: 1px 2px 3px 4px }": "p { border-radius: 2px 1px 4px 3px; }",
    "p { background-position: 0 1mm, 100% 0 }": "p { background-position: 100% 1mm, 0% 0; }",
    "@page :left { @top-right { content: none } }": "@page :right { @top-left { content: none; } }",
    '.left::before { content: "left" }': '.left::before { content: "left"; }',
    "@media print { p { left: 0 } }": "@media print { p { right: 0; } }",
    "/* @noflip */ p { left: 0 }": "p { left: 0 }",
}


@pytest.mark.parametrize(("sheet", "expected"), CHANGED.items())
def test_sides_change_over(sheet: str, expected: str) -> None:
    assert " ".join(mirrored(sheet).split()) == expected


def test_a_first_line_is_indented_by_a_box_in_its_place() -> None:
    found = mirrored("li, dd { text-indent: -3em } p { text-indent: 0 }")
    assert 'li::before, dd::before { content: ""; display: inline-block; margin-right: -3em }' in found
    assert "p::before" not in found


def test_a_sheet_mirrored_twice_is_the_sheet() -> None:
    sheet = load_layout("classic").find("handout/flashcards.css").read_text("utf-8")
    once = mirrored(sheet)
    assert mirrored(mirrored(once)) == once != mirrored(once)
