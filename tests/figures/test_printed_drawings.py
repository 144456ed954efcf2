"""Drawings in a finished handout: vectors and real words, one figure that is told, greys that differ."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import page
import pdfplumber
import pytest
from pypdf import PdfReader

from diptych.figures.drawing import (
    DataTable,
    Drawing,
    Mark,
    Part,
    Pattern,
    Point,
    Rectangle,
    Slice,
    Stroke,
    Words,
)
from diptych.figures.drawing import (
    Path as Line,
)
from diptych.figures.hatching import hatch_dots, hatch_lines
from diptych.figures.inks import figure_look
from diptych.figures.printed import hidden_table, printed_drawing
from diptych.figures.rings import rings_of
from diptych.handout.drawings import Drawings
from diptych.handout.edition import Edition
from diptych.handout.theme_css import theme_css
from diptych.layout.ink import contrast
from diptych.layout.load import load_layout
from diptych.material.findings import Finding
from diptych.material.place import NOWHERE, Place
from diptych.pdf.assets import Assets, sheet_address
from diptych.pdf.typeset import typeset
from tests.handout.printed import tags

LAYOUT = load_layout("classic")
SERIES = ("accent", "second", "third", "fourth", "fifth")


class Nowhere:
    def of_missing(self, characters: Sequence[str]) -> tuple[Finding, ...]:
        return tuple(Finding(NOWHERE, f"no font has `{one}`", kind="missing-glyph") for one in characters)

    def of_picture(self, path: str) -> Place:
        return NOWHERE


def drawings(ink: str = "colour") -> Drawings:
    return Drawings(LAYOUT.theme, Edition(ink=ink).setting(LAYOUT))


def on_paper(*parts: Part, ink: str = "colour", table: DataTable | None = None) -> bytes:
    drawn = drawings(ink)
    drawing = Drawing(120, 60, parts, "What the drawing tells.", table)
    sheets = (f'<link rel="stylesheet" href="{sheet_address("handout", "blocks.css")}">',)
    html = (
        f'<html lang="en"><head><title>T</title><style>{theme_css(LAYOUT.theme, drawn.setting)}</style>'
        f"{''.join(sheets)}</head><body style=margin:0>{drawn(drawing)}</body></html>"
    )
    return typeset(html, Assets(LAYOUT, "handout", LAYOUT.theme, {}), "CC0-1.0", Nowhere()).data


ALL: tuple[Part, ...] = (
    Line(
        (Point(5, 5), Point(40, 5), Point(40, 40)),
        True,
        "soft",
        holes=((Point(20, 8), Point(30, 8), Point(30, 18)),),
    ),
    Line((Point(5, 50), Point(60, 50)), stroke=Stroke("second", 1.5, "dash"), arrow=True),
    Rectangle(Point(50, 10), 10, 30, "accent", corner=2, pattern="up"),
    Slice(Point(90, 25), 15, 0, 120, "third", hole=5, pattern="dots"),
    Mark(Point(70, 5), 3, "circle"),
    Mark(Point(70, 13), 3, "square"),
    Mark(Point(70, 21), 3, "diamond"),
    Mark(Point(70, 29), 3, "triangle"),
    Mark(Point(70, 37), 3, "cross"),
    Words(Point(10, 30), ("Berlin", "über Riga"), 9.5, halo="paper", lead="1922"),
    Words(Point(110, 55), ("upwards",), 9.5, turn=-90),
)


def test_a_drawing_is_one_figure_of_vectors_and_real_words(tmp_path: Path) -> None:
    data = on_paper(*ALL, table=DataTable(("Year", "Ships"), (("1922", "10"), ("1923", "20"))))
    assert not [image for sheet in PdfReader(io.BytesIO(data)).pages for image in sheet.images]
    found = tags(data)
    figures = [tag for tag in found if tag.kind == "/Figure"]
    assert [tag.values["/Alt"] for tag in figures] == ["What the drawing tells."]
    assert [tag.kind for tag in found].count("/TH") == 2
    text = PdfReader(io.BytesIO(data)).pages[0].extract_text()
    for words in ("1922 Berlin", "über Riga", "upwards", "Ships"):
        assert words in text
    path = tmp_path / "drawing.pdf"
    path.write_bytes(data)
    report = page.validate_pdf(str(path), profile=page.ValidationProfile.PDF_UA_1).to_dict()
    assert report["is_compliant"], report["failures"]


@pytest.mark.parametrize(("align", "share"), [("start", 0.0), ("middle", 0.5), ("end", 1.0)])
def test_words_stand_on_their_point_as_they_are_aligned(align: str, share: float) -> None:
    words = Words(Point(60, 30), ("Treaty of Rapallo",), 12, align=align)  # type: ignore[arg-type]
    with pdfplumber.open(io.BytesIO(on_paper(words))) as pdf:
        chars = pdf.pages[0].chars
    corner = min(chars, key=lambda char: char["x0"]), max(chars, key=lambda char: char["x1"])
    left, right = corner[0]["x0"], corner[1]["x1"]
    setting = drawings().setting
    anchor = (setting.margins.inside + 60) * 72 / 25.4
    assert left + share * (right - left) == pytest.approx(anchor, abs=1.0)


def test_words_are_as_wide_as_they_are_measured() -> None:
    with pdfplumber.open(io.BytesIO(on_paper(Words(Point(10, 30), ("Sowjetunion",), 12)))) as pdf:
        chars = pdf.pages[0].chars
    width = max(char["x1"] for char in chars) - min(char["x0"] for char in chars)
    assert drawings().type.width("Sowjetunion") * 12 == pytest.approx(width, rel=0.02)


def test_what_differs_in_colour_differs_in_grey() -> None:
    look = drawings("grey").look
    greys = [look.areas[role] for role in SERIES]
    assert all(grey[1:3] == grey[3:5] == grey[5:] for grey in greys)
    ordered = sorted(greys)
    assert all(contrast(one, other) > 1.2 for one, other in pairwise(ordered))
    assert all(contrast(grey, look.areas["paper"]) >= 4.5 for grey in greys)


def test_in_colour_areas_have_the_colours_of_the_theme() -> None:
    assert all(drawings().look.areas[role] == LAYOUT.theme.colours[role] for role in SERIES)


def test_patterns_stay_inside_their_area_and_out_of_its_holes() -> None:
    area = Line(
        (Point(0, 0), Point(30, 0), Point(30, 30), Point(0, 30)),
        True,
        holes=((Point(10, 10), Point(20, 10), Point(20, 20), Point(10, 20)),),
    )
    lined: tuple[Pattern, ...] = ("up", "down", "across", "grid")
    ends = [point for one in lined for line in hatch_lines(rings_of(area), one) for point in line]
    dots = list(hatch_dots(rings_of(area), "dots"))
    assert len(ends) > 100
    assert len(dots) > 100
    for x, y in (*ends, *dots):
        assert -0.01 <= x <= 30.01
        assert -0.01 <= y <= 30.01
        assert not (10.01 < x < 19.99 and 10.01 < y < 19.99)


def test_what_a_drawing_says_is_escaped() -> None:
    drawn = drawings()
    drawing = Drawing(10, 10, (Words(Point(0, 5), ("<b>",), 9),), 'A "<b>"', DataTable(("<i>",), (("<u>",),)))
    html = printed_drawing(drawing, figure_look(drawn.setting.colours, "serif", drawn.type))
    html += hidden_table(drawing.table or DataTable((), ()), drawing)
    assert not {"<b>", "<i>", "<u>"} & set(html.split())
    assert "&lt;b&gt;" in html
    assert "&lt;u&gt;" in html
