"""Tables: which cell stands in which column, and how wide the columns are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diptych.layout.setting import Setting
from diptych.material.alignment import column_alignment
from diptych.material.blocks import Alignment, Cell, Table
from diptych.material.line_ends import width_in_letters

_ROOM = 1.17  # what characters of a table need beside those of running text: cells are seldom full
_MANY_COLUMNS = 6
_LONGEST_WORD = 22  # longer words are broken
_LONGEST_LINE = 90
_PADDING = 3
# Words of Chinese and Japanese: what is longer than seven squares may be divided.
_SQUARES = re.compile(r"[\u3041-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]+")
_MOST_OF_SQUARES = 14


@dataclass(frozen=True)
class PlacedCell:
    """A cell, the column in which it begins, the column's alignment, and whether it heads its row."""

    cell: Cell
    column: int
    align: Alignment
    heads_row: bool


PlacedRow = tuple[PlacedCell, ...]


@dataclass(frozen=True)
class TableView:
    """A table as the template needs it; `widths` are percentages, one a column.

    `wide` ones take the whole width of the text, `turned` ones a page that lies on its side.
    `groups` are the rows that cells spanning rows hold together; all rows where no cell does.
    """

    widths: tuple[float, ...]
    wide: bool
    align: tuple[Alignment, ...]
    groups: tuple[tuple[PlacedRow, ...], ...]
    turned: bool = False

    @property
    def row_count(self) -> int:
        """How many rows stand below the header."""
        return sum(map(len, self.groups))


def table_view(table: Table, setting: Setting) -> TableView:
    """The table with its cells placed and its columns measured."""
    placed = list(_placed(table))
    align = column_alignment(table)
    rows = tuple(
        tuple(
            PlacedCell(cell, column, align[column], table.header_column and column == 0)
            for column, cell in row
        )
        for row in placed
    )
    shortest, longest = _lengths(table, placed)
    column, page, lying = _rooms(setting)
    wide = len(table.header) >= _MANY_COLUMNS or sum(shortest) > column
    turned = sum(shortest) > page
    room = lying if turned else page if wide else column
    shares = _with_room(table.widths, shortest, room) if table.widths else _shares(shortest, longest, room)
    widths = tuple(round(100 * share / sum(shares), 3) for share in shares)
    return TableView(widths, wide, align, tuple(_groups(rows)), turned)


def _rooms(setting: Setting) -> Iterator[float]:
    """How many characters of a table stand side by side in the column, on the page and on one on its side."""
    for width in (setting.column_width, setting.text_width, setting.landscape_width):
        yield setting.characters(width, "heading", setting.type.factor("small")) / _ROOM


def _groups(rows: tuple[PlacedRow, ...]) -> Iterator[tuple[PlacedRow, ...]]:
    """The rows, parted where no cell reaches from one to the next, if any cell spans rows at all."""
    if all(placed.cell.rowspan == 1 for row in rows for placed in row):
        yield rows
        return
    group: list[PlacedRow] = []
    reach = 0
    for row in rows:
        group.append(row)
        reach = max(reach - 1, *(placed.cell.rowspan - 1 for placed in row), 0)
        if not reach:
            yield tuple(group)
            group = []


def _placed(table: Table) -> Iterator[list[tuple[int, Cell]]]:
    """Every row as cells with the columns in which they begin; spans from above take their room."""
    covered = [0] * len(table.header)
    for row in table.rows:
        free = [column for column, count in enumerate(covered) if count == 0]
        covered = [max(count - 1, 0) for count in covered]
        placed = []
        for cell in row:
            columns, free = free[: cell.colspan], free[cell.colspan :]
            placed.append((columns[0], cell))
            for column in columns:
                covered[column] = cell.rowspan - 1
        yield placed


def _lengths(table: Table, rows: list[list[tuple[int, Cell]]]) -> tuple[list[float], list[float]]:
    """Of each column the longest word and the longest cell, in characters; bold heads count more."""
    shortest = [1.1 * _word(head.plain()) for head in table.header]
    longest = [1.1 * width_in_letters(head.plain()) for head in table.header]
    for row in rows:
        for column, cell in row:
            if cell.colspan == 1:
                text = cell.cell.plain()
                shortest[column] = max(shortest[column], _word(text))
                longest[column] = max(longest[column], width_in_letters(text))
    return (
        [min(length, _LONGEST_WORD) + _PADDING for length in shortest],
        [min(length, _LONGEST_LINE) + _PADDING for length in longest],
    )


def _with_room(wanted: Sequence[float], shortest: Sequence[float], room: float) -> Sequence[float]:
    """The author's widths; a column too narrow for its words gets what they need from the others."""
    widths = [width * room / sum(wanted) for width in wanted]
    tight = [width < least for width, least in zip(widths, shortest, strict=True)]
    needed = sum(least for least, is_tight in zip(shortest, tight, strict=True) if is_tight)
    others = sum(width for width, is_tight in zip(widths, tight, strict=True) if not is_tight)
    if not any(tight) or needed >= room or not others:
        return widths
    scale = (room - needed) / others
    return [
        least if is_tight else width * scale
        for width, least, is_tight in zip(widths, shortest, tight, strict=True)
    ]


def _word(text: str) -> int:
    """The longest part that should stay on one line; Chinese and Japanese may be divided anywhere."""
    lengths = (min(width_in_letters(word), _MOST_OF_SQUARES) for word in _SQUARES.findall(text))
    return max((*map(len, _SQUARES.sub(" ", text).split()), *lengths), default=1)


def _shares(shortest: Sequence[float], longest: Sequence[float], room: float) -> Sequence[float]:
    """Widths in characters: all on one line where they fit, else the room above the words is shared."""
    spare = room - sum(shortest)
    wish = sum(longest) - sum(shortest)
    if sum(longest) <= room or spare <= 0 or wish <= 0:
        return [max(pair) for pair in zip(shortest, longest, strict=True)] if spare > 0 else shortest
    return [low + (high - low) * spare / wish for low, high in zip(shortest, longest, strict=True)]
