"""How high columns become in print, roughly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from diptych.layout.setting import Setting
from diptych.material.blocks import Column, Item, SideBySide
from diptych.material.line_ends import width_in_letters

_GUTTER = 7.0  # mm
_TWO_THIRDS = 2 / 3  # of a page


def long_columns(block: SideBySide, setting: Setting) -> bool:
    """True where a column is so high that it may go on over the page: kept whole, it would leave a gap."""
    width = column_width(len(block.side_by_side), setting)
    characters = max(1, int(setting.characters(width)))
    return any(sum(_lines(column, characters)) > _TWO_THIRDS * setting.lines for column in block.side_by_side)


def column_width(count: int, setting: Setting) -> float:
    """The width in mm of each of so many columns; three take the whole of the text."""
    room = setting.text_width if count > 2 else setting.column_width
    return (room - _GUTTER * (count - 1)) / count


def _lines(column: Column, characters: int) -> Iterator[int]:
    texts = (paragraph.rich.plain() for paragraph in column.text.paragraphs)
    yield from (1 + width_in_letters(text) // characters for text in (*texts, *_points(column.points)))


def _points(items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        yield item.point.plain()
        yield from _points(item.points)
