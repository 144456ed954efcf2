"""Whole decks in schools' templates: everything in its box, nothing over anything else, valid files."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from pptx import Presentation

from diptych.deck.measure.fonts import Fonts
from diptych.deck.plan.deck import plan_deck
from diptych.deck.write.deck import write_deck
from diptych.proof.deck import fit_faults, lint_deck
from diptych.proof.opc import OpenPackage
from tests.deck.school.designs import design_of, lesson
from tests.deck.school.templates import (
    LIBREOFFICE,
    as_potx,
    dark,
    in_capitals,
    in_font,
    localised,
    office,
    with_layouts,
    with_slides,
    without_indexes,
)
from tests.deck.school.test_finding import GERMAN

TEMPLATES = {
    "16:9": office(),
    "4:3": office((9_144_000, 6_858_000)),
    "localised": as_potx(localised(GERMAN, types=False)),
    "title only": with_layouts("Title Only"),
    "content only": with_layouts("Title and Content"),
    "slides inside": with_slides(3),
    "no numbers": without_indexes(),
    "dark": dark(),
    "capitals": in_capitals(54, 60),
    "wide font": in_font("Verdana"),
    "LibreOffice": LIBREOFFICE.read_bytes(),
}


@pytest.mark.parametrize("kind", TEMPLATES)
def test_a_lesson_fits_into_the_template(kind: str, tmp_path: Path) -> None:
    design = design_of(TEMPLATES[kind], tmp_path)
    deck = plan_deck(lesson("soviet-german-cooperation"), design)
    data = write_deck(deck, design)
    assert len(deck.slides) > 30
    assert lint_deck(data) == []
    assert fit_faults(OpenPackage(data), Fonts(design.theme.deck)) == []


def test_the_deck_is_valid_open_xml_on_the_templates_own_layouts(tmp_path: Path) -> None:
    design = design_of(with_slides(2), tmp_path)
    deck = plan_deck(lesson("flame-tests"), design)
    path = tmp_path / "deck.pptx"
    path.write_bytes(write_deck(deck, design))
    result = OpenXmlValidator(FileFormat.MICROSOFT_365).validate(path)
    assert [str(error) for error in result.errors] == []
    slides = list(Presentation(str(path)).slides)
    assert len(slides) == len(deck.slides)
    assert slides[0].slide_layout.name == "Title Slide"
    assert "Old slide" not in "".join(shape.text_frame.text for s in slides for shape in s.placeholders)


def test_the_same_template_gives_the_same_bytes(tmp_path: Path) -> None:
    document = lesson("flame-tests")
    designs = [design_of(office(), tmp_path) for _ in range(2)]
    first, second = (write_deck(plan_deck(document, design), design) for design in designs)
    assert first == second
    assert Presentation(io.BytesIO(first)).slide_width == 12_192_000
