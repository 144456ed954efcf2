"""Every character of a deck is held against its fonts: what none of them has would be shown as a box."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from diptych.deck.design.design import DeckDesign
from diptych.deck.design.slide_layouts import SlideLayout
from diptych.deck.measure.fonts import Fonts, Role
from diptych.deck.values import (
    ChartShape,
    Deck,
    DrawingShape,
    Group,
    Shape,
    Slide,
    TableShape,
    TextParagraph,
    TextShape,
)
from diptych.figures.drawing import Words
from diptych.material.document import Document
from diptych.material.findings import SourceError
from diptych.material.missing_glyphs import missing_glyphs, texts_with_places
from diptych.material.place import NOWHERE, Place

# Spaces, line breaks, marks of direction and the like show nothing.
_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
_VARIANTS = range(0xFE00, 0xFE10)


def check_glyphs(deck: Deck, design: DeckDesign, document: Document) -> None:
    """Raise SourceError where none of the fonts that the deck names has a character, with its code and place.

    Where a template brings fonts of its own that are not here, nothing is known of them, and nothing is said.
    """
    kind = design.theme.deck
    if not (kind.heading.known and kind.body.known):
        return
    missing: dict[str, Place] = {}
    for slide in deck.slides:
        for text, role, place in _texts(slide, design.layouts[slide.layout]):
            for char in _lacking(text, role, design.fonts):
                missing.setdefault(char, place)
    if missing:
        texts = texts_with_places(document.material)
        raise SourceError(missing_glyphs(missing, texts, document.labels, "deck", missing))


def _lacking(text: str, role: Role, fonts: Fonts) -> Iterator[str]:
    if text.isascii():
        return
    for char in dict.fromkeys(text):
        unseen = unicodedata.category(char) in _UNSEEN or ord(char) in _VARIANTS
        if not char.isascii() and not unseen and not fonts.has(char, role):
            yield char


def _texts(slide: Slide, layout: SlideLayout) -> Iterator[tuple[str, Role, Place]]:
    """Every text of a slide with the role of its type."""
    yield slide.footer, "body", slide.place
    yield from ((text, role, slide.place) for text, role in _words(slide.notes, "body"))
    for one in slide.shapes:
        place = getattr(one, "place", NOWHERE)
        yield from ((text, role, place) for text, role in _shown(one, layout))


def _shown(one: Shape, layout: SlideLayout) -> Iterator[tuple[str, Role]]:
    match one:
        case TextShape():
            area = layout.placeholders.get(one.placeholder)
            yield from _words(one.paragraphs, area.font if area else "body")
        case Group():
            for part in one.shapes:
                yield from _shown(part, layout)
        case TableShape():
            for row in one.rows:
                for cell in row:
                    yield from _words(cell.paragraphs if cell else (), "body")
        case DrawingShape() | ChartShape():
            for words in one.drawing.parts:
                if isinstance(words, Words):
                    yield from ((line, "body") for line in words.lines)


def _words(paragraphs: tuple[TextParagraph, ...], role: Role) -> Iterator[tuple[str, Role]]:
    for paragraph in paragraphs:
        yield from ((run.text, "code" if run.code else role) for run in paragraph.runs)
