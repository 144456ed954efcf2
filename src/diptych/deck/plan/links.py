"""Links between slides: from the names that authors write to the slides that bear them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from diptych.deck.values import (
    ChartShape,
    DrawingShape,
    Group,
    LineShape,
    Link,
    Picture,
    Run,
    Shape,
    Slide,
    TableCell,
    TableShape,
    TextParagraph,
    TextShape,
)

_Text = TypeVar("_Text", TextShape, TableCell)


def relinked(slide: Slide, keys: Mapping[str, str]) -> Slide:
    """The slide with its links led to slides by `keys`; a link to what has no slide becomes plain words."""
    return replace(
        slide,
        shapes=tuple(_shape(shape, keys) for shape in slide.shapes),
        notes=tuple(_paragraph(paragraph, keys) for paragraph in slide.notes),
    )


def _shape(shape: Shape, keys: Mapping[str, str]) -> Shape:
    match shape:
        case TextShape():
            return _text(shape, keys)
        case Group():
            inner = (one if isinstance(one, LineShape) else _text(one, keys) for one in shape.shapes)
            return replace(shape, shapes=tuple(inner))
        case TableShape():
            return replace(
                shape, rows=tuple(tuple(cell and _text(cell, keys) for cell in row) for row in shape.rows)
            )
        case LineShape() | Picture() | ChartShape() | DrawingShape():
            return shape


def _text(text: _Text, keys: Mapping[str, str]) -> _Text:
    return replace(text, paragraphs=tuple(_paragraph(one, keys) for one in text.paragraphs))


def _paragraph(paragraph: TextParagraph, keys: Mapping[str, str]) -> TextParagraph:
    return replace(paragraph, runs=tuple(_run(run, keys) for run in paragraph.runs))


def _run(run: Run, keys: Mapping[str, str]) -> Run:
    if run.link is None or not run.link.slide:
        return run
    key = keys.get(run.link.slide)
    return replace(run, link=Link(slide=key) if key else None)
