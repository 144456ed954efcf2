"""The line at the foot of the slides that tells how far the lecture is."""

from __future__ import annotations

import io

from pptx import Presentation

from diptych.deck.template.design import own_design
from diptych.deck.values import Deck, LineShape, Slide
from diptych.deck.write.deck import write_deck
from tests.deck.planned import LAYOUT, lesson, planned

TEXT = lesson("- points: [one, two]\n- points: [three, four]\n  hidden: true\n- quote: Words.\n  by: Ada")


def lines(slide: Slide) -> list[LineShape]:
    return [one for one in slide.shapes if isinstance(one, LineShape) and one.name == "Progress"]


def lengths(deck: Deck) -> list[int]:
    return [one.end[0] - one.start[0] for slide in deck.slides for one in lines(slide)]


def test_the_line_grows_from_slide_to_slide_and_ends_with_the_track() -> None:
    deck = planned(TEXT)
    track = own_design(LAYOUT).layouts["content"].progress
    found = lengths(deck)
    assert track is not None
    assert len(found) > 3
    assert found == sorted(set(found))
    assert found[-1] == track.box.width


def test_it_stands_last_so_that_it_is_not_in_the_way_of_reading() -> None:
    marked = [slide for slide in planned(TEXT).slides if lines(slide)]
    assert marked
    assert all(slide.shapes[-1] is lines(slide)[0] for slide in marked)


def test_the_title_and_hidden_slides_have_none() -> None:
    deck = planned(TEXT)
    hidden = [slide for slide in deck.slides if slide.hidden]
    assert len(hidden) == 1
    assert not any(lines(slide) for slide in (deck.slides[0], *hidden))


def test_it_is_decorative_in_the_file() -> None:
    data = write_deck(planned(TEXT), own_design(LAYOUT))
    slide = Presentation(io.BytesIO(data)).slides[-1]
    (line,) = (shape for shape in slide.shapes if shape.name == "Progress")
    assert "decorative" in line._element.xml
    assert line._element.xpath("string(p:nvCxnSpPr/p:cNvPr/@descr)") == ""
