"""Where deck and handout tell of each other: pages on slides, slide numbers beside headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from diptych.deck.design.design import DeckDesign
from diptych.deck.plan.footers import footer_text
from diptych.deck.plan.notes import note
from diptych.deck.plan.studio import Studio, studio_of
from diptych.deck.values import Deck, Slide
from diptych.material.document import Document
from diptych.material.model import Section
from diptych.material.names import Names

Span = tuple[int, int]


def slide_numbers(deck: Deck, document: Document) -> dict[str, Span]:
    """The first and the last slide of every section that has any, by the section's name.

    Slides count from 1, hidden ones too, as presentation programs count them. A section takes in those
    inside it, but not those that are kept in reserve, whose slides stand elsewhere.
    """
    names = Names(document.material.sections)
    own: dict[str, Span] = {}
    for number, slide in enumerate(deck.slides, 1):
        if slide.shows:
            first, _ = own.get(slide.shows[-1], (number, number))
            own[slide.shows[-1]] = (first, number)
    return dict(_spans(document.material.sections, names, own))


def with_handout_pages(deck: Deck, document: Document, design: DeckDesign, pages: Mapping[str, int]) -> Deck:
    """The deck whose footers say on which page of the handout the slide's matter is printed.

    `pages` are the handout's, by the names of sections and blocks. Where a slide has no room for it in a
    footer, its notes say it.
    """
    studio = studio_of(document, design)
    return replace(
        deck,
        sections=tuple(
            replace(section, slides=tuple(_referring(studio, slide, pages) for slide in section.slides))
            for section in deck.sections
        ),
    )


def _referring(studio: Studio, slide: Slide, pages: Mapping[str, int]) -> Slide:
    # A slide of blocks is not told of where only their section is printed.
    shown = slide.shows[:-1] or slide.shows
    page = next((pages[name] for name in shown if name in pages), 0)
    if not page:
        return slide
    mark = studio.labels("handout_page", page=page)
    footer = footer_text(studio, slide.layout, slide.footer, mark)
    if footer:
        return replace(slide, footer=footer)
    return replace(slide, notes=(*slide.notes, note(studio.voice.label("handout_page", page=page))))


def _spans(
    sections: Iterable[Section], names: Names, own: Mapping[str, Span], reserve: bool = False
) -> Iterator[tuple[str, Span]]:
    for section in sections:
        kept = reserve or section.backup
        inside = dict(_spans(section.sections, names, own, kept))
        yield from inside.items()
        name = names.of(section)
        parts = (part for part in section.sections if kept or not part.backup)
        found = [own.get(name), *(inside.get(names.of(part)) for part in parts)]
        ends = [number for span in found if span for number in span]
        if ends:
            yield name, (min(ends), max(ends))
