"""The slide layouts: complete, inside the slide, legible, and told apart from misspelt ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from diptych.deck.design.slide_layouts import (
    EMU_PER_POINT,
    Area,
    Decoration,
    SlideLayout,
    SlideLayouts,
    load_slide_layouts,
)
from diptych.deck.values import Box
from diptych.layout.load import LayoutError, load_layout
from tests.deck.sample_deck import LAYOUTS, STANDARD, WIDE

SMALL_PRINT = {"caption", "footer", "number"}


@pytest.fixture(scope="module", params=[WIDE, STANDARD], ids=["16:9", "4:3"])
def layouts(request: pytest.FixtureRequest) -> SlideLayouts:
    return load_slide_layouts(LAYOUTS, *request.param)


def areas(layouts: SlideLayouts) -> Iterator[tuple[SlideLayout, Area]]:
    for layout in layouts.layouts.values():
        for area in (*layout.placeholders.values(), *layout.regions.values()):
            yield layout, area


def test_every_layout_has_a_title_first_and_footer_and_number_last(layouts: SlideLayouts) -> None:
    for layout in layouts.layouts.values():
        keys = list(layout.placeholders)
        assert (keys[0], *keys[-2:]) == ("title", "footer", "number"), layout.key


def test_everything_stands_inside_the_slide(layouts: SlideLayouts) -> None:
    for layout, area in areas(layouts):
        box = area.box
        assert box.x >= 0 and box.y >= 0, (layout.key, area.key)
        assert box.right <= layouts.width and box.bottom <= layouts.height, (layout.key, area.key)


def test_no_two_areas_of_a_layout_overlap(layouts: SlideLayouts) -> None:
    for layout in layouts.layouts.values():
        boxes = [one.box for one in (*layout.placeholders.values(), *layout.regions.values())]
        for index, box in enumerate(boxes):
            assert not any(overlap(box, other) for other in boxes[index + 1 :]), layout.key


def overlap(one: Box, other: Box) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > 0 and down > 0


def test_sizes_fall_and_end_at_18_points_or_12_for_small_print(layouts: SlideLayouts) -> None:
    for layout, area in areas(layouts):
        assert list(area.sizes) == sorted(area.sizes, reverse=True)
        assert min(area.sizes) >= (12 if area.key in SMALL_PRINT else 18), (layout.key, area.key)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_from_its_ground_by_4_5_to_1(layouts: SlideLayouts, scheme: str) -> None:
    colours = load_layout("classic").theme.in_scheme(scheme).colours
    for layout, area in areas(layouts):
        ground = ground_below(layout, area)
        assert contrast(colours[area.colour], colours[ground]) >= 4.5, (layout.key, area.key)
    table = layouts.table
    pairs = [(table.header_colour, table.header_fill)]
    for text in (table.colour, table.header_column_colour):
        pairs += [(text, "paper"), (text, table.stripe)]
    # The headings of remarks, in the colour of their kind.
    pairs += [("accent", "soft"), ("second", "alert"), ("third", "warm"), ("fourth", "fresh")]
    # What planners write in a colour of its own on any of these grounds.
    pairs += [(text, ground) for text in ("ink", "muted", "accent") for ground in ("paper", "soft", "warm")]
    for text, below in pairs:
        assert contrast(colours[text], colours[below]) >= 4.5, (text, below)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_that_mean_something_stand_out_from_their_ground_by_3_to_1(
    layouts: SlideLayouts, scheme: str
) -> None:
    """WCAG 2.2, success criterion 1.4.11. Hairlines (`rule`) only part what is parted by space already."""
    colours = load_layout("classic").theme.in_scheme(scheme).colours
    checked = []
    for layout in layouts.layouts.values():
        for one in layout.decorations:
            if one.kind in ("glyph", "line") and one.colour != "rule":
                ground = ground_of_mark(layout, one)
                assert contrast(colours[one.colour], colours[ground]) >= 3, (layout.key, one.kind)
                checked.append(one)
        if layout.progress:
            ground = ground_of_mark(layout, layout.progress)
            assert contrast(colours[layout.progress.colour], colours[ground]) >= 3, layout.key
    # Lines and marks that the planners draw: timelines, bars of listings, headings of comparisons.
    for role in ("accent", "second", "third", "fourth"):
        for ground in ("paper", "soft"):
            assert contrast(colours[role], colours[ground]) >= 3, (role, ground)
    assert len(checked) > 3


def ground_of_mark(layout: SlideLayout, mark: Decoration) -> str:
    """The colour role that a mark is drawn on: that of the last rectangle which its middle lies on."""
    found = layout.ground
    x, y = mark.box.x + mark.box.width // 2, mark.box.y + mark.box.height // 2
    for one in layout.decorations:
        inside = one.box.x <= x < one.box.right and one.box.y <= y < one.box.bottom
        if one.kind == "rect" and inside:
            found = one.colour
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_bands_and_panels_differ_from_the_ground_of_the_slide(layouts: SlideLayouts, scheme: str) -> None:
    colours = load_layout("classic").theme.in_scheme(scheme).colours
    wide = [
        (layout.key, one.colour, layout.ground)
        for layout in layouts.layouts.values()
        for one in layout.decorations
        if one.kind == "rect" and one.box.height > layouts.height // 2
    ]
    assert len(wide) > 8
    assert all(colours[colour] != colours[ground] for _, colour, ground in wide)


def ground_below(layout: SlideLayout, area: Area) -> str:
    """The colour role that the area's text stands on."""
    ground = layout.ground
    for one in layout.decorations:
        if one.kind == "rect" and overlap(one.box, area.box):
            ground = one.colour
    return ground


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_bullets_and_numbers_hang_to_the_left_of_their_text() -> None:
    point = EMU_PER_POINT
    area = Area("body", Box(0, 0, 1, 1), indent=20 * point, number_indent=30 * point, hang=5 * point)
    assert [area.margin(level, "bullet") // point for level in (0, 1)] == [20, 40]
    assert [area.margin(level, "number") // point for level in (0, 1)] == [30, 50]
    assert [area.margin(level, "") // point for level in (0, 1)] == [5, 25]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("frame: headline", "frame: headlines", "headlines"),
        ("style: points", "style: pionts", "pionts"),
        ("    ground: deep", "    grond: deep", "grond"),
        ("anchor: bottom", "ancher: bottom", "ancher"),
        ("layouts:", "layouts: [", "cannot be read"),
    ],
)
def test_a_misspelling_is_told_with_the_file(old: str, new: str, told: str, tmp_path: Path) -> None:
    file = tmp_path / "slide-layouts.yaml"
    file.write_text(LAYOUTS.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(LayoutError, match=told) as error:
        load_slide_layouts(file, *WIDE)
    assert "slide-layouts.yaml" in str(error.value)


def test_headlines_begin_smaller_on_narrow_slides() -> None:
    wide, narrow = (load_slide_layouts(LAYOUTS, *size)["content"].placeholders for size in (WIDE, STANDARD))
    for key in ("title", "body"):
        assert narrow[key].sizes[0] < wide[key].sizes[0]
        assert narrow[key].sizes[-1] == wide[key].sizes[-1]
