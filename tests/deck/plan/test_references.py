"""Deck and handout tell of each other: pages in footers, slide numbers by section."""

from __future__ import annotations

from dataclasses import replace

from diptych.deck.design.design import DeckDesign
from diptych.deck.measure.heights import paragraph_lines
from diptych.deck.plan.deck import plan_deck
from diptych.deck.plan.paragraphs import line
from diptych.deck.plan.references import slide_numbers, with_handout_pages
from diptych.deck.plan.studio import studio_of
from diptych.deck.template.design import own_design
from diptych.deck.values import Run
from diptych.material.document import Document
from diptych.material.prepare import prepare
from diptych.material.reader import read_material
from tests.deck.planned import HEAD, LAYOUT, ROOT, notes

TEXT = f"""{HEAD}sections:
  - title: First
    content:
      - points: [One, Two]
      - text: Prose for the notes.
      - question: Why?
        answer: Because.
  - title: LONG
    content:
      - points: [Three, Four]
        only: deck
    sections:
      - title: Inner
        content: [points: [Five, Six]]
      - title: Spare
        backup: true
        content: [points: [Seven, Eight]]
"""
LONG = "A title which is much longer than whatever the footer of any slide could hold in its one line of text"
DESIGN = own_design(LAYOUT, "4:3")


def document() -> Document:
    material = read_material(TEXT.replace("LONG", LONG))
    return prepare(material, ROOT, LAYOUT.labels(material.lang))


def without_footers(design: DeckDesign) -> DeckDesign:
    layouts = {
        key: replace(
            one, placeholders={name: area for name, area in one.placeholders.items() if name != "footer"}
        )
        for key, one in design.layouts.layouts.items()
    }
    return replace(design, layouts=replace(design.layouts, layouts=layouts))


def test_every_slide_says_what_it_shows_blocks_first() -> None:
    shown = {slide.title: slide.shows for slide in plan_deck(document(), DESIGN).slides}
    assert shown["1. First"] == ("s1",)
    assert shown["First"] == ("s1-b1", "s1")
    assert shown["Question 1"] == ("s1-b3", "s1-b2", "s1"), "with the prose that its notes hold"
    assert shown["Answer to question 1"] == ("s1-b3", "s1")
    assert shown["Inner"] == ("s2-1-b1", "s2-1")
    assert shown["Agenda"] == ()


def test_a_section_has_the_slides_of_those_inside_it_but_not_of_its_reserve() -> None:
    source = document()
    deck = plan_deck(source, DESIGN)
    numbers = {slide.title: number for number, slide in enumerate(deck.slides, 1)}
    assert slide_numbers(deck, source) == {
        "s1": (numbers["1. First"], numbers["Answer to question 1"]),
        "s2-1": (numbers["Inner"], numbers["Inner"]),
        "s2-2": (numbers["Spare"], numbers["Spare"]),
        "s2": (numbers[f"2. {LONG}"], numbers["Inner"]),
    }


def test_footers_end_with_the_page_where_the_slide_s_matter_is_printed() -> None:
    source = document()
    pages = {"s1": 1, "s1-b1": 1, "s1-b3": 2, "s2": 3, "s2-1-b1": 4}
    deck = with_handout_pages(plan_deck(source, DESIGN), source, DESIGN, pages)
    footers = {slide.title: slide.footer for slide in deck.slides}
    assert footers["1. First"] == "First · Handout p.\u00a01"
    assert footers["Question 1"] == footers["Answer to question 1"] == "First · Handout p.\u00a02"
    assert footers["Agenda"] == "A lesson"


def test_a_slide_of_what_the_handout_leaves_out_names_no_page() -> None:
    source = document()
    deck = with_handout_pages(plan_deck(source, DESIGN), source, DESIGN, {"s2": 3})
    footers = {slide.title: slide.footer for slide in deck.slides}
    assert "Handout" in footers[f"2. {LONG}"]
    assert "Handout" not in footers[LONG]


def test_words_give_way_to_the_page_and_every_footer_stays_one_line() -> None:
    source = document()
    studio = studio_of(source, DESIGN)
    deck = with_handout_pages(plan_deck(source, DESIGN), source, DESIGN, {"s2": 3, "s2-1-b1": 4})
    told = [slide for slide in deck.slides if "Handout" in slide.footer]
    assert len(told) == 2
    assert all(slide.footer.startswith("A title") and "… · Handout" in slide.footer for slide in told)
    for slide in deck.slides:
        if slide.footer:
            area = DESIGN.layouts[slide.layout].placeholders["footer"]
            footer = replace(line((Run(slide.footer, "en"),)), size=area.sizes[0])
            assert paragraph_lines(footer, area, studio.fonts) == 1


def test_without_a_footer_the_notes_name_the_page() -> None:
    source, design = document(), without_footers(DESIGN)
    deck = with_handout_pages(plan_deck(source, design), source, design, {"s1-b1": 5})
    told = [slide for slide in deck.slides if notes(slide).endswith("Handout p.\u00a05")]
    assert [slide.title for slide in told] == ["First"]
    assert not any(slide.footer for slide in deck.slides)
