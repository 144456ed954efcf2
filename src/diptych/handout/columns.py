"""How high columns become in print, roughly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from diptych.material.blocks import Column, Item, SideBySide

_CHARACTERS = 40  # on a line of a column
_LINES = 32  # of a page that is two thirds full


def long_columns(block: SideBySide) -> bool:
    """True where a column is so high that it may go on over the page: kept whole, it would leave a gap."""
    return any(sum(_lines(column)) > _LINES for column in block.side_by_side)


def _lines(column: Column) -> Iterator[int]:
    texts = (paragraph.rich.plain() for paragraph in column.text.paragraphs)
    yield from (1 + len(text) // _CHARACTERS for text in (*texts, *_points(column.points)))


def _points(items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        yield item.point.plain()
        yield from _points(item.points)
