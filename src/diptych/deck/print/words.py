"""Where words stand in the material, found by the slide that shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from diptych.deck.plan.runs import plain
from diptych.deck.values import (
    ChartShape,
    DrawingShape,
    Group,
    Shape,
    Slide,
    TableShape,
    TextParagraph,
    TextShape,
)
from diptych.figures.drawing import Words
from diptych.material.place import NOWHERE, Place


def place_of(words: str, slide: Slide) -> Place:
    """The place of the first shape or of the notes that hold the words; NOWHERE where none do."""
    for shape in slide.shapes:
        if words in _text(_paragraphs(shape)) or _is_drawn(words, shape):
            own = getattr(shape, "place", NOWHERE)
            return own if own != NOWHERE else slide.place
    return slide.place if words in _text(slide.notes) or words in slide.footer else NOWHERE


def _is_drawn(words: str, shape: Shape) -> bool:
    """True where a drawing has the words."""
    parts = shape.drawing.parts if isinstance(shape, DrawingShape | ChartShape) else ()
    return any(words in "\n".join(part.lines) for part in parts if isinstance(part, Words))


def _paragraphs(shape: Shape) -> Iterator[TextParagraph]:
    match shape:
        case TextShape():
            yield from shape.paragraphs
        case Group():
            for inner in shape.shapes:
                yield from _paragraphs(inner)
        case TableShape():
            for row in shape.rows:
                for cell in row:
                    yield from cell.paragraphs if cell else ()


def _text(paragraphs: Iterable[TextParagraph]) -> str:
    return "\n".join(plain(paragraph.runs) for paragraph in paragraphs)
