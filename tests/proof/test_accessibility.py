"""What keeps a deck from those who cannot see it is found in the finished file."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from diptych.deck.template.design import own_design
from diptych.deck.write.deck import write_deck
from diptych.layout.load import load_layout
from diptych.proof.accessibility import accessibility_faults, author_faults, author_remarks
from diptych.proof.opc import OpenPackage
from tests.deck.planned import ROOT, planned
from tests.proof.test_deck import edited

DESIGN = own_design(load_layout("classic"))
FIGURE = next((ROOT / "tests" / "cases" / "everything" / "pictures").glob("*.svg"))
SOURCE = f"""title: A lesson
lang: en
sections:
  - title: Part
    content:
      - points: ["First point", "Second point with [the treaty](https://example.org)"]
      - table: What was where
        header: [Place, Matter, Year]
        rows: [[{{cell: Kazan, colspan: 2}}, "1929"], [Lipetsk, planes, "1925"]]
      - figure: {FIGURE.name}
        alt: A line that rises from left to right
      - quote: Words that somebody said.
        by: Somebody
"""


def written(source: str = SOURCE) -> bytes:
    return write_deck(planned(source, folder=FIGURE.parent), DESIGN)


@pytest.fixture(scope="module")
def deck() -> bytes:
    return written()


def test_a_sound_deck_has_no_fault_and_was_really_looked_at(deck: bytes) -> None:
    package = OpenPackage(deck)
    slides = [package.parts[name] for name in package.slides()]
    assert any(b"<p:pic>" in one for one in slides)
    assert any(b'hMerge="1"' in one for one in slides)
    assert any(b"hlinkClick" in one for one in slides)
    assert author_faults(package) == []
    assert accessibility_faults(package) == []


@pytest.mark.parametrize("title", ["Default Section", "untitled section"])
def test_a_section_needs_a_name_that_tells_something(title: str) -> None:
    (fault,) = author_faults(OpenPackage(written(SOURCE.replace("Part", title))))
    assert "is no name for a section" in fault.words
    assert fault.slide == 3
    assert fault.hint


@pytest.mark.parametrize("alt", ["photo.png", "IMG_0012.JPG", "My photo.jpeg"])
def test_a_file_name_describes_nothing(alt: str) -> None:
    described = edited(
        written(),
        "ppt/slides/slide*.xml",
        lambda text: text.replace("A line that rises from left to right", alt),
    )
    (fault,) = author_faults(OpenPackage(described))
    assert "is a file name" in fault.words
    assert "`alt:`" in fault.hint


def test_a_description_may_speak_of_files() -> None:
    source = SOURCE.replace("A line that rises from left to right", "How photo.png is packed into blocks")
    assert author_faults(OpenPackage(written(source))) == []


@pytest.mark.parametrize(
    ("old", "new", "remark"),
    [
        ("[the treaty]", "[here]", "the link `here` does not say where it leads"),
        ("[the treaty]", "[click **here**]", "the link `click here` does not say where it leads"),
        ("A line that", "Image of a line that", "need not say that it is a picture"),
        ("A line that", "A line that " + "goes on and " * 50, "400 are enough"),
        ('"First point", "Second', '"- First point", "- Second', "has typed marks in place of `points:`"),
        ('[Lipetsk, planes, "1925"]', '["", "", ""]', "a table has an empty row"),
    ],
)
def test_what_the_author_could_word_better_is_told(old: str, new: str, remark: str) -> None:
    assert old in SOURCE
    told = author_remarks(OpenPackage(written(SOURCE.replace(old, new))))
    assert any(remark in one.words for one in told), told


def test_the_agenda_s_link_to_a_section_called_more_is_no_vague_link() -> None:
    source = SOURCE.replace("title: Part", "title: '*What* more'")
    assert author_remarks(OpenPackage(written(source))) == []


def number_first(text: str) -> str:
    number = re.search(r"<p:sp>(?:(?!</p:sp>).)*type=\"sldNum\".*?</p:sp>", text, re.S)
    if number is None or 'name="Body"' not in text:
        return text
    return text.replace(number[0], "").replace("</p:grpSpPr>", f"</p:grpSpPr>{number[0]}", 1)


def caption_first(text: str) -> str:
    picture = re.search(r"<p:pic>.*?</p:pic>", text, re.S)
    caption = re.search(r"<p:sp>(?:(?!</p:sp>).)*name=\"Caption\".*?</p:sp>", text, re.S)
    if picture is None or caption is None:
        return text
    return text.replace(caption[0], "").replace(picture[0], caption[0] + picture[0])


def unmarked(text: str) -> str:
    return text.replace(' hMerge="1"', "")


def emptied(text: str) -> str:
    return text.replace("<a:t>Words that somebody said.</a:t>", "<a:t></a:t>")


def bare_form(text: str) -> str:
    form = (
        '<p:sp><p:nvSpPr><p:cNvPr id="99" name="Form"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="9" cy="9"/></a:xfrm></p:spPr></p:sp>'
    )
    return text.replace("</p:spTree>", form + "</p:spTree>")


@pytest.mark.parametrize(
    ("edit", "fault"),
    [
        (number_first, "`Slide number` is read before the slide's own words"),
        (caption_first, "`Caption` is read before `Picture 1`, which stands above it"),
        (unmarked, "cells that span others which are not marked as covered"),
        (emptied, "the placeholder `Body` is left empty"),
        (bare_form, "`Form` is neither described nor marked as decoration"),
    ],
)
def test_a_fault_of_structure_is_told(deck: bytes, edit: Callable[[str], str], fault: str) -> None:
    found = accessibility_faults(OpenPackage(edited(deck, "ppt/slides/slide*.xml", edit)))
    assert any(fault in told for _, told in found), found


def test_a_slide_without_notes_is_told(deck: bytes) -> None:
    silent = edited(
        deck,
        "ppt/notesSlides/notesSlide1.xml",
        lambda text: re.sub(r"<a:t>[^<]*</a:t>", "<a:t></a:t>", text),
    )
    assert (1, "the slide has no speaker notes") in accessibility_faults(OpenPackage(silent))
