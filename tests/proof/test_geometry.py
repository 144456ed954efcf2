"""What spills over or covers something else is found in the finished file."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from diptych.deck.measure.fonts import Fonts
from diptych.deck.template.design import own_design
from diptych.deck.write.deck import write_deck
from diptych.layout.load import load_layout
from diptych.proof.deck import fit_faults
from diptych.proof.inheritance import SheetFinder
from diptych.proof.opc import OpenPackage
from diptych.proof.text_boxes import Families, text_boxes
from tests.deck.planned import planned
from tests.proof.test_deck import edited

LAYOUT = load_layout("classic")
DESIGN = own_design(LAYOUT)
FONTS = Fonts(LAYOUT.theme.deck)
SOURCE = """title: A lesson
lang: en
sections:
  - title: Part
    content:
      - timeline: Years
        events: [{date: 1922, event: Rapallo}, {date: 1926, event: Berlin}, {date: 1933, event: The end}]
      - points: [First point of all, Second point of all, Third point of all]
      - {table: What was where, header: [Place, Matter], rows: [[Kazan, tanks], [Lipetsk, planes]]}
      - {quote: Words that somebody said., by: Somebody}
"""


@pytest.fixture(scope="module")
def deck() -> bytes:
    return write_deck(planned(SOURCE), DESIGN)


def faults(data: bytes) -> list[str]:
    return [fault for _, fault in fit_faults(OpenPackage(data), FONTS)]


def test_a_sound_deck_has_none_and_was_really_measured(deck: bytes) -> None:
    assert faults(deck) == []
    package = OpenPackage(deck)
    finder = SheetFinder(package)
    boxes = [box for slide in package.slides() for box in text_boxes(finder.of(slide), Families("", "", ""))]
    assert len(boxes) > 20
    assert {"Title", "Body", "Slide number", "Table, row 3, column 2"} <= {box.name for box in boxes}


def longer(text: str) -> str:
    return text.replace("First point of all", "Far too many words for one point of a slide. " * 40)


def larger(text: str) -> str:
    return text.replace('sz="2800"', 'sz="9600"')


def taller_rows(text: str) -> str:
    return text.replace("tanks", "tanks and much else that needs many more lines than one in this row " * 6)


def moved_over_the_title(text: str) -> str:
    place = (
        '<p:spPr><a:xfrm><a:off x="700000" y="900000"/><a:ext cx="9000000" cy="3000000"/></a:xfrm></p:spPr>'
    )
    return re.sub(r'(name="Body".*?)<p:spPr></p:spPr>', rf"\1{place}", text, count=1, flags=re.S)


def moved_off_the_slide(text: str) -> str:
    return re.sub(r'(<p:xfrm><a:off x=")\d+', r"\g<1>9000000", text)


def moved_out_of_its_group(text: str) -> str:
    return re.sub(r'(name="Event".*?<a:off x="\d+" y=")\d+', r"\g<1>6300000", text, count=1, flags=re.S)


def events_over_each_other(text: str) -> str:
    """Every flag where the first one stands."""
    flag = re.compile(r'(name="Event".*?<a:xfrm>)(<a:off [^>]*/>)', re.S)
    first = flag.search(text)
    return flag.sub(rf"\g<1>{first[2]}", text) if first else text


def widely_spaced(text: str) -> str:
    return text.replace('sz="2800"', 'sz="2800" spc="20000"')


def shifted_in(text: str) -> str:
    return text.replace("<a:p><a:r>", '<a:p><a:pPr marL="9300000" indent="0"/><a:r>')


def taller_row_than_said(text: str) -> str:
    return re.sub(r'<a:tr h="\d+"', '<a:tr h="2600000"', text)


@pytest.mark.parametrize(
    ("edit", "fault"),
    [
        (longer, "the words of `Body` are"),
        (larger, "pt higher than their box"),
        (taller_rows, "the words of `Table, row 2, column 2` are"),
        (moved_over_the_title, "`Title` and `Body` overlap"),
        (moved_off_the_slide, "`Table` reaches outside the slide"),
        (moved_out_of_its_group, "`Event` reaches out of the group `Years`"),
        (events_over_each_other, "`Event` and `Event` overlap"),
        (widely_spaced, "the words of `Body` are"),
        (shifted_in, "pt higher than their box"),
        (taller_row_than_said, "`Table` reaches outside the slide"),
    ],
)
def test_a_fault_of_place_is_told(deck: bytes, edit: Callable[[str], str], fault: str) -> None:
    found = faults(edited(deck, "ppt/slides/slide*.xml", edit))
    assert any(fault in one for one in found), found


def test_shapes_of_one_name_are_told_apart() -> None:
    """Each event of a timeline is called `Event`: none is measured in the place of another."""
    package = OpenPackage(write_deck(planned(SOURCE), DESIGN))
    finder = SheetFinder(package)
    boxes = [box for slide in package.slides() for box in text_boxes(finder.of(slide), Families("", "", ""))]
    events = [box for box in boxes if box.name == "Event"]
    assert len(events) == 3
    assert len({box.box for box in events}) == 3
    assert len({box.extent(FONTS) for box in events}) == 3
