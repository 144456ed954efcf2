"""A document becomes a deck: every slide placed and measured, before there is any file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from diptych.deck.design.design import DeckDesign
from diptych.deck.mirror import mirrored_deck
from diptych.deck.plan.backup import backup_drafts
from diptych.deck.plan.facts import fact_drafts
from diptych.deck.plan.finish import finished_sections
from diptych.deck.plan.front import front_drafts
from diptych.deck.plan.glyphs import check_glyphs
from diptych.deck.plan.notes import Span
from diptych.deck.plan.progress import with_progress
from diptych.deck.plan.qr import link_drafts
from diptych.deck.plan.sections import Scene, section_drafts
from diptych.deck.plan.studio import Draft, Studio, studio_of
from diptych.deck.values import Deck, Properties
from diptych.material.document import Document
from diptych.material.model import Material
from diptych.material.timing import minutes_of


def plan_deck(document: Document, design: DeckDesign) -> Deck:
    """The deck of a document in a design.

    Raises SourceError naming the place of what fits on no slide.
    """
    studio = studio_of(document, design)
    material, labels = document.material, document.labels
    footer = material.title.plain()
    named = [
        (labels("agenda"), front_drafts(studio, footer)),
        *_named_sections(studio),
        (labels("summary"), fact_drafts(studio, footer)),
    ]
    named += [(labels("links"), _links(studio, named, footer)), (labels("backup"), backup_drafts(studio))]
    deck = Deck(
        with_progress(studio.layouts, finished_sections(studio, named)),
        _properties(material),
        studio.layouts.width,
        studio.layouts.height,
        _transition(material),
    )
    check_glyphs(deck, design, document)
    return mirrored_deck(deck) if design.right_to_left else deck


def _named_sections(studio: Studio) -> Iterator[tuple[str, tuple[Draft, ...]]]:
    """The title and slides of each section not kept in reserve; minutes count from the lesson's beginning."""
    start = 0
    for section in studio.document.material.sections:
        if section.backup:
            continue
        minutes = minutes_of(section)
        time = Span(start, start + minutes) if minutes else Span()
        title = section.title.plain()
        yield title, section_drafts(Scene(studio, section, title, time))
        start += minutes


def _links(studio: Studio, named: Sequence[tuple[str, tuple[Draft, ...]]], footer: str) -> tuple[Draft, ...]:
    """The slides of all links, where the author wants them."""
    choices = studio.document.material.deck
    if choices is None or choices.qr != "links":
        return ()
    return tuple(link_drafts(studio, (draft for _, drafts in named for draft in drafts), footer))


def _transition(material: Material) -> Literal["", "fade"]:
    return "fade" if material.deck and material.deck.transition == "fade" else ""


def _properties(material: Material) -> Properties:
    return Properties(
        title=material.title.plain(),
        authors=material.authors,
        subject=material.subject.plain(),
        keywords=material.keywords,
        lang=material.lang,
        description=material.abstract.plain(),
        license=material.license,
        version=material.version,
    )
