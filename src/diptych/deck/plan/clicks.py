"""Points that come click by click, where the author asks for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from diptych.deck.plan.studio import Content, Studio
from diptych.deck.values import Shape, TextShape
from diptych.material.blocks import AnyBlock, Question, Text


def by_clicks(studio: Studio, blocks: Iterable[AnyBlock], content: Content) -> Content:
    """The content with its lists marked to come point by point, where one of its blocks says so.

    The author's choice for the whole deck leaves out prose, which is no list of points, and questions,
    whose options are weighed together.
    """
    always = _always(studio)
    if not any(block.build or (always and _has_points(block)) for block in blocks):
        return content
    return _by_clicks(content)


def points_by_clicks(studio: Studio, content: Content) -> Content:
    """The same for points that stand in no block, which come so where the author chose it for the deck."""
    return _by_clicks(content) if _always(studio) else content


def _always(studio: Studio) -> bool:
    deck = studio.document.material.deck
    return deck is not None and deck.build


def _by_clicks(content: Content) -> Content:
    return replace(content, parts=tuple(_built(part) for part in content.parts))


def _has_points(block: AnyBlock) -> bool:
    if isinstance(block, Question):
        return False
    return not isinstance(block, Text) or bool(block.slide)


def _built(part: tuple[Shape, ...]) -> tuple[Shape, ...]:
    """A slide of one point alone, or of none, shows all at once."""
    if sum(_points(shape) for shape in part) < 2:
        return part
    return tuple(
        replace(one, build=True) if isinstance(one, TextShape) and _points(one) else one for one in part
    )


def _points(shape: Shape) -> int:
    """How many points of the first level a placeholder shows."""
    if not isinstance(shape, TextShape) or not shape.placeholder:
        return 0
    return sum(bool(one.bullet) and one.level == 0 for one in shape.paragraphs)
