"""A document becomes a deck: every slide placed and measured, before there is any file."""

from __future__ import annotations

from diptych.deck.design.design import DeckDesign
from diptych.deck.measure.fonts import Fonts
from diptych.deck.plan.facts import fact_drafts
from diptych.deck.plan.finish import finished_sections, footer_text
from diptych.deck.plan.footnotes import number_footnotes
from diptych.deck.plan.front import front_drafts
from diptych.deck.plan.notes import Span
from diptych.deck.plan.runs import Voice
from diptych.deck.plan.sections import Scene, minutes_of, section_drafts
from diptych.deck.plan.studio import Draft, Studio
from diptych.deck.values import Deck, Properties
from diptych.material.document import Document
from diptych.material.model import Material


def plan_deck(document: Document, design: DeckDesign) -> Deck:
    """The deck of a document in a design.

    Raises SourceError naming the place of what fits on no slide.
    """
    studio = _studio(document, design)
    material, labels = document.material, document.labels
    footer = footer_text(studio, material.title.plain())
    named = [
        (labels("agenda"), front_drafts(studio, footer)),
        *_named_sections(studio),
        (labels("summary"), fact_drafts(studio, footer)),
    ]
    return Deck(
        finished_sections(studio, named), _properties(material), studio.layouts.width, studio.layouts.height
    )


def _studio(document: Document, design: DeckDesign) -> Studio:
    material = document.material
    voice = Voice(document, material.lang, number_footnotes(material))
    return Studio(document, design.theme, design.layouts, Fonts(design.theme.deck), voice)


def _named_sections(studio: Studio) -> list[tuple[str, tuple[Draft, ...]]]:
    """Each section's title with its slides, and the minutes counted from the beginning of the lesson."""
    named, start = [], 0
    for section in studio.document.material.sections:
        minutes = minutes_of(section)
        time = Span(start, start + minutes) if minutes else Span()
        title = section.title.plain()
        scene = Scene(studio, section, footer_text(studio, title), time)
        named.append((title, section_drafts(scene)))
        start += minutes
    return named


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
