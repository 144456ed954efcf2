"""Our slide layouts for those who add slides by hand: something to fill in everywhere, and a word on what."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pptx import Presentation

from diptych.deck.template.design import own_design
from diptych.layout.load import load_layout

SMALL = {"FOOTER (15)", "SLIDE_NUMBER (13)"}
# What a careful designer would have ready.
WANTED = {
    "Title",
    "Agenda",
    "Section",
    "Statement",
    "Content",
    "Title only",
    "Picture",
    "Picture and points",
    "Full picture",
    "Two columns",
    "Three columns",
    "Comparison",
    "Table",
    "Chart",
    "Timeline",
    "Quote",
    "Source",
    "Definition",
    "Listing",
    "Question",
    "Answer",
    "Activity",
    "Summary",
    "References",
    "Backup",
}


@pytest.fixture(scope="module")
def layouts() -> list[Any]:
    design = own_design(load_layout("classic"))
    return list(Presentation(io.BytesIO(design.template)).slide_layouts)


def words(layouts: list[Any]) -> list[tuple[str, str, str]]:
    return [
        (layout.name, one.name, one.text_frame.text)
        for layout in layouts
        for one in layout.placeholders
        if str(one.placeholder_format.type) not in SMALL
    ]


def test_there_is_a_slide_layout_for_everything_a_lecture_shows(layouts: list[Any]) -> None:
    assert {layout.name for layout in layouts} >= WANTED


def test_every_placeholder_says_what_goes_there(layouts: list[Any]) -> None:
    prompts = words(layouts)
    assert len(prompts) > 60
    assert [one for one in prompts if not one[2]] == []
    assert not any(text in ("Body", "Body 1", "Caption", "Extract") for _, _, text in prompts)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Picture", "PICTURE (18)"),
        ("Picture and points", "PICTURE (18)"),
        ("Full picture", "PICTURE (18)"),
        ("Table", "TABLE (12)"),
        ("Chart", "CHART (8)"),
        ("Timeline", "OBJECT (7)"),
        ("Content", "OBJECT (7)"),
    ],
)
def test_what_is_drawn_by_us_can_be_put_in_by_hand(layouts: list[Any], name: str, kind: str) -> None:
    (layout,) = (one for one in layouts if one.name == name)
    assert kind in [str(one.placeholder_format.type) for one in layout.placeholders]


def test_placeholders_are_told_apart_by_number_and_stand_in_reading_order(layouts: list[Any]) -> None:
    for layout in layouts:
        found = [one.placeholder_format.idx for one in layout.placeholders]
        assert len(set(found)) == len(found), layout.name
        assert found[0] == 0 and found[-2:] == [11, 12], layout.name


def test_what_a_slide_says_moves_along_when_its_layout_is_changed() -> None:
    slide_layouts = own_design(load_layout("classic")).layouts.layouts
    bodies = {
        key: layout.placeholders["body"].index
        for key, layout in slide_layouts.items()
        if "body" in layout.placeholders
    }
    assert len(bodies) > 12
    assert set(bodies.values()) == {1}
    assert all(
        layout.placeholders["caption"].index != 1
        for layout in slide_layouts.values()
        if "caption" in layout.placeholders
    )
