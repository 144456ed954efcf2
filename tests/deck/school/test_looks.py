"""Colours, fonts and sizes of a template, as a deck takes them over."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from diptych.deck.design.design import DeckDesign
from diptych.deck.measure.fonts import Fonts
from diptych.deck.measure.heights import paragraph_height
from diptych.deck.school.colours import SchoolPalette
from diptych.deck.school.scheme import contrast
from diptych.deck.values import Run, TextParagraph
from tests.deck.school.designs import LAYOUT, design_of
from tests.deck.school.templates import dark, in_capitals, in_font, office

TEXT_ROLES = ("ink", "dark", "muted", "accent", "second", "third", "fourth", "fifth")


def _palettes(design: DeckDesign) -> list[SchoolPalette]:
    grounds = {layout.ground for layout in design.layouts.layouts.values()}
    found = [design.palette.on(ground) for ground in sorted(grounds)]
    return [one for one in found if isinstance(one, SchoolPalette)]


@pytest.mark.parametrize("template", [office(), dark()], ids=["light", "dark"])
def test_every_role_of_text_can_be_read_on_every_ground(template: bytes, tmp_path: Path) -> None:
    palettes = _palettes(design_of(template, tmp_path))
    assert palettes
    for palette in palettes:
        for role in TEXT_ROLES:
            assert contrast(palette.value(role), palette.ground) >= 4.5, role
        assert contrast(palette.value("paper"), palette.value("accent")) >= 4.5
        for ground in ("soft", "warm", "fresh", "alert"):
            assert contrast(palette.value("ink"), palette.value(ground)) >= 4.5, ground


@pytest.mark.parametrize("template", [office(), dark()], ids=["light", "dark"])
def test_colours_are_references_to_the_theme(template: bytes, tmp_path: Path) -> None:
    palette = design_of(template, tmp_path).palette
    for role in (*TEXT_ROLES, "paper", "soft", "warm", "fresh", "alert", "rule"):
        assert palette(role).startswith("<a:schemeClr "), role


def test_a_dark_master_gives_light_text(tmp_path: Path) -> None:
    design = design_of(dark(), tmp_path)
    assert design.palette.value("paper") == "000000"
    assert design.theme.colours["ink"] == "#FFFFFF"


def test_a_twin_is_said_aloud(tmp_path: Path) -> None:
    design = design_of(in_font("Times New Roman"), tmp_path)
    assert design.theme.deck.body.name == "Times New Roman"
    assert design.theme.deck.body.measured_with.family == "Tinos"
    assert any("`Times New Roman` is measured with Tinos, its metric twin" in one for one in design.remarks)


def test_a_known_width_is_taken_into_account(tmp_path: Path) -> None:
    body = design_of(in_font("Verdana"), tmp_path).theme.deck.body
    assert body.measured_with.family == "Arimo"
    assert body.factor > 1.1


def test_an_unknown_font_is_measured_with_something_to_spare(tmp_path: Path) -> None:
    design = design_of(in_font("Frutiger"), tmp_path)
    assert design.theme.deck.body.factor == 1.08
    wanted = (
        "font `Frutiger` is not here; it is measured with Arimo and 8 % to spare. "
        "Put its files beside the template to measure with it."
    )
    assert any(wanted in one for one in design.remarks)


@pytest.mark.parametrize("place", [".", "fonts"])
def test_font_files_beside_the_template_go_before_all(place: str, tmp_path: Path) -> None:
    folder = tmp_path / place
    folder.mkdir(exist_ok=True)
    for style in ("Regular", "Bold"):
        shutil.copy(LAYOUT.find(f"fonts/SourceSerif4-{style}.ttf"), folder / f"any-{style}.ttf")
    (folder / "broken.ttf").write_bytes(b"no font")
    design = design_of(in_font("Source Serif 4"), tmp_path)
    family = design.theme.deck.body.measured_with
    assert family.regular == folder / "any-Regular.ttf"
    assert family.bold_italic == folder / "any-Bold.ttf"
    assert any("with its files beside the template" in one for one in design.remarks)


def test_sizes_begin_with_the_templates_own_and_end_where_a_room_can_read_them(tmp_path: Path) -> None:
    content = design_of(office(), tmp_path).layouts["content"].placeholders
    assert content["title"].sizes[0] == 44
    assert content["body"].sizes[0] == 32
    for area in (content["title"], content["body"]):
        assert area.sizes[-1] == 18
        assert list(area.sizes) == sorted(area.sizes, reverse=True)


def test_capitals_tracking_and_a_pitch_in_points_are_measured(tmp_path: Path) -> None:
    title = design_of(in_capitals(40, 46), tmp_path).layouts["content"].placeholders["title"]
    assert (title.caps, title.tracking, title.line_pitch) == (True, 3.0, 46.0)
    fonts = Fonts(LAYOUT.theme.deck)
    line = TextParagraph((Run("A headline", "en"),), 20)
    assert paragraph_height(line, title, fonts) == 46 * 12700


def test_levels_keep_the_templates_margins(tmp_path: Path) -> None:
    body = design_of(office(), tmp_path).layouts["content"].placeholders["body"]
    assert body.bullet == "bullet"
    assert [body.margin(level, "bullet") for level in range(3)] == [342900, 742950, 1143000]
    assert body.margin(0, "") == 0
