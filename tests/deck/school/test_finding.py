"""Which slide layouts of a template serve for what, and the boxes that they have."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.deck.design.design import DeckDesign
from diptych.deck.design.slide_layouts import load_slide_layouts
from diptych.deck.school.design import TemplateError
from diptych.deck.values import Box
from tests.deck.school.designs import LAYOUT, design_of
from tests.deck.school.templates import (
    LIBREOFFICE,
    WIDE,
    localised,
    office,
    with_body_beside_strip,
    with_layouts,
    without_indexes,
)

GERMAN = (
    "Titelfolie",
    "Titel und Inhalt",
    "Abschnittsüberschrift",
    "Zwei Inhalte",
    "Vergleich",
    "Nur Titel",
    "Leer",
    "Inhalt mit Überschrift",
    "Bild mit Überschrift",
    "Titel und vertikaler Text",
    "Vertikaler Titel und Text",
)
WANTED = {
    "title": 0,
    "content": 1,
    "section": 2,
    "two-columns": 3,
    "comparison": 4,
    "table": 5,
    "summary": 1,
}


def _names(design: DeckDesign) -> dict[str, str]:
    return {key: layout.name for key, layout in design.layouts.layouts.items()}


@pytest.mark.parametrize("types", [True, False], ids=["by type", "by placeholders"])
def test_layouts_are_found_whatever_language_their_names_are_in(types: bool, tmp_path: Path) -> None:
    design = design_of(localised(GERMAN, types=types), tmp_path)
    names = _names(design)
    assert {key: names[key] for key in WANTED} == {key: GERMAN[at] for key, at in WANTED.items()}
    assert design.layouts["content"].found == ("type" if types else "signature")


def test_english_names_are_known(tmp_path: Path) -> None:
    design = design_of(office(), tmp_path)
    assert design.layouts["comparison"].name == "Comparison"
    assert design.layouts["comparison"].found == "name"
    assert design.layouts["question"].found == "stand-in"


def test_the_author_goes_before_all_and_case_does_not_matter(tmp_path: Path) -> None:
    design = design_of(office(), tmp_path, {"summary": "section  header", "content": "Two Content"})
    assert _names(design)["summary"] == "Section Header"
    assert design.layouts["summary"].found == "author"
    assert _names(design)["content"] == "Two Content"


def test_a_name_that_is_not_there_is_told_with_the_likely_one(tmp_path: Path) -> None:
    with pytest.raises(
        TemplateError, match=r"has no slide layout `Tow Content` \(did you mean `Two Content`"
    ):
        design_of(office(), tmp_path, {"two-columns": "Tow Content"})
    with pytest.raises(TemplateError, match="there is no kind of slide `contents`"):
        design_of(office(), tmp_path, {"contents": "Two Content"})
    with pytest.raises(TemplateError, match="has no title"):
        design_of(office(), tmp_path, {"content": "Blank"})


@pytest.mark.parametrize(
    "template",
    [
        office(),
        without_indexes(),
        with_layouts("Title Only"),
        with_layouts("Title and Content"),
        LIBREOFFICE.read_bytes(),
    ],
    ids=["office", "no numbers", "title only", "content only", "LibreOffice"],
)
def test_every_kind_of_slide_has_all_its_boxes_apart_on_the_slide(template: bytes, tmp_path: Path) -> None:
    design = design_of(template, tmp_path)
    size = design.layouts.width, design.layouts.height
    ours = load_slide_layouts(LAYOUT.find("deck/slide-layouts.yaml"), *size).layouts
    assert set(design.layouts.layouts) == set(ours)
    for key, layout in design.layouts.layouts.items():
        missing = {*ours[key].placeholders, *ours[key].regions} - {*layout.placeholders, *layout.regions}
        assert missing <= {"footer", "number"}
        boxes = [area.box for area in (*layout.placeholders.values(), *layout.regions.values())]
        assert all(0 <= box.x < box.right <= size[0] and 0 <= box.y < box.bottom <= size[1] for box in boxes)
        assert not [
            (key, one, other) for one in boxes for other in boxes if one != other and _meet(one, other)
        ]
        assert layout.placeholders["title"].type in {"title", "ctrTitle"}
        assert not layout.placeholders["title"].drawn


def _meet(one: Box, other: Box) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > 12700 and down > 12700


def test_placeholders_that_a_slide_cannot_tell_apart_are_drawn_over(tmp_path: Path) -> None:
    columns = design_of(without_indexes(), tmp_path).layouts["two-columns"].placeholders
    assert [columns["left"].drawn, columns["right"].drawn] == [False, True]
    assert columns["right"].box.x > columns["left"].box.right


def test_a_strip_for_a_department_is_no_second_body(tmp_path: Path) -> None:
    content = design_of(with_body_beside_strip(), tmp_path).layouts["content"]
    assert (content.name, content.found, content.placeholders["body"].index) == (
        "Title and Content",
        "name",
        1,
    )


def test_text_moves_aside_for_what_is_drawn_beside_it(tmp_path: Path) -> None:
    activity = design_of(office(), tmp_path).layouts["activity"].placeholders
    assert activity["body"].moved
    assert activity["details"].drawn
    assert activity["details"].box.bottom <= activity["body"].box.y


def test_without_a_layout_for_points_boxes_are_drawn_below_the_title(tmp_path: Path) -> None:
    content = design_of(with_layouts("Title Only"), tmp_path).layouts["content"].placeholders
    assert content["body"].drawn
    assert content["body"].box.y >= content["title"].box.bottom
    assert content["body"].box.width > WIDE[0] // 2
