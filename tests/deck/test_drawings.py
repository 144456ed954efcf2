"""Drawings on finished slides: native forms and words in one described group."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Mm, Pt

from diptych.deck.template.design import own_design
from diptych.deck.values import (
    Box,
    Deck,
    DrawingShape,
    Properties,
    Run,
    Slide,
    SlideSection,
    TextParagraph,
    TextShape,
)
from diptych.deck.write.deck import write_deck
from diptych.figures.drawing import Drawing, Mark, Part, Path, Point, Rectangle, Slice, Stroke, Words
from diptych.layout.load import load_layout
from diptych.proof.deck import faint_words, fit_faults, lint_package
from diptych.proof.opc import OpenPackage

DESIGN = own_design(load_layout("classic"))
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def written(*parts: Part) -> bytes:
    """A slide with a drawing, 200 by 100 mm, at 30 and 60 mm."""
    area = DESIGN.layouts["title-only"].placeholders["title"]
    head = TextParagraph((Run("A drawing", "en"),), area.sizes[0])
    title = TextShape("Title", area.box, (head,), placeholder="title")
    drawing = Drawing(200, 100, parts, "What the drawing tells.")
    shape = DrawingShape("A drawing", Box(Mm(30), Mm(60), Mm(200), Mm(100)), drawing)
    slide = Slide("one", "title-only", "A drawing", (title, shape))
    size = (DESIGN.layouts.width, DESIGN.layouts.height)
    deck = Deck((SlideSection("Part", (slide,)),), Properties("T", (), "", (), "en"), *size)
    return write_deck(deck, DESIGN)


def group(*parts: Part) -> Any:
    slide = Presentation(io.BytesIO(written(*parts))).slides[0]
    (found,) = [one for one in slide.shapes if one.shape_type == 6]
    return found


def faults(*parts: Part) -> list[str]:
    package = OpenPackage(written(*parts))
    placed = [fault for _, fault in (*fit_faults(package, DESIGN.fonts), *faint_words(package))]
    return [*lint_package(package), *placed]


SQUARE = (Point(10, 10), Point(60, 10), Point(60, 60), Point(10, 60))


def test_a_drawing_is_one_group_with_one_description_of_native_forms() -> None:
    found = group(
        Path(SQUARE, True, "soft", holes=((Point(20, 20), Point(30, 20), Point(30, 30)),)),
        Path((Point(0, 90), Point(90, 90)), stroke=Stroke("second", 2, "dash"), arrow=True),
        Rectangle(Point(70, 10), 20, 40, "accent", corner=3, pattern="up"),
        Mark(Point(100, 20), 4),
        Slice(Point(150, 50), 30, 0, 90, "third"),
        Slice(Point(150, 50), 30, 90, 180, "fourth", hole=10),
        Words(Point(100, 95), ("Berlin",), 18),
    )
    assert found._element.nvGrpSpPr.cNvPr.get("descr") == "What the drawing tells."
    forms = [one.get("prst") for one in found._element.iter(f"{A}prstGeom")]
    assert forms == ["roundRect", "ellipse", "pie", "blockArc", "rect"]
    hole = next(found._element.iter(f"{A}custGeom"))
    assert len(hole.findall(f".//{A}moveTo")) == 2
    assert [one.get("prst") for one in found._element.iter(f"{A}pattFill")] == ["wdUpDiag"]
    assert len(list(found._element.iter(f"{A}tailEnd"))) == 1
    assert [one.get("val") for one in found._element.iter(f"{A}prstDash")] == ["dash"]
    assert [one.text_frame.text for one in found.shapes if one.has_text_frame and one.text_frame.text] == [
        "Berlin"
    ]


def test_forms_are_decoration_and_words_are_not() -> None:
    found = group(Mark(Point(10, 10), 4), Words(Point(100, 50), ("Berlin",), 18))
    mark, words = (one._element for one in found.shapes)
    assert 'val="1"' in str(__import__("lxml.etree").etree.tostring(mark.nvSpPr))
    assert "decorative" not in str(__import__("lxml.etree").etree.tostring(words.nvSpPr))


def test_everything_stands_where_the_drawing_says() -> None:
    mark, words = group(Mark(Point(50, 40), 4), Words(Point(100, 50), ("Berlin",), 18, align="middle")).shapes
    assert mark.left + mark.width // 2 == pytest.approx(Mm(80), abs=Pt(1))
    assert mark.top + mark.height // 2 == pytest.approx(Mm(100), abs=Pt(1))
    assert words.left + words.width // 2 == pytest.approx(Mm(130), abs=Pt(1))
    assert words.top + words.height * 0.8 == pytest.approx(Mm(110), abs=Pt(3))


def test_turned_words_turn_about_their_point() -> None:
    (words,) = group(Words(Point(100, 50), ("Berlin",), 18, turn=-90)).shapes
    assert words.rotation == 270
    middle = words.top + words.height / 2
    # They begin at the point and run upwards.
    assert middle + words.width / 2 == pytest.approx(Mm(110), abs=Pt(1))


def test_a_sound_drawing_has_no_faults() -> None:
    label = Words(Point(35, 45), ("in the area",), 16, align="middle")
    assert faults(Path(SQUARE, True, "soft"), label, Words(Point(100, 50), ("Berlin",), 14)) == []


def test_words_over_words_are_found() -> None:
    found = faults(Words(Point(20, 50), ("Berlin and Riga",), 18), Words(Point(30, 51), ("Kazan",), 18))
    assert found == ["`Berlin and Riga` and `Kazan` overlap"]


def test_words_that_are_too_small_are_found() -> None:
    (found,) = faults(Words(Point(20, 50), ("Berlin",), 11))
    assert "11 pt, below 14 pt" in found


def test_faint_words_are_found_on_the_area_they_stand_on_and_nowhere_else() -> None:
    triangle = Path((Point(0, 0), Point(100, 0), Point(0, 100)), True, "dark")
    inside, outside = Words(Point(5, 15), ("inside",), 18), Words(Point(70, 85), ("outside",), 18)
    (found,) = faults(triangle, inside, outside)
    assert found.startswith("`inside` stands out")
    assert faults(triangle, Words(Point(5, 15), ("inside",), 18, halo="paper")) == []
