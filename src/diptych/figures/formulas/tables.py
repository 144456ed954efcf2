"""Matrices, cases and aligned lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from diptych.figures.formulas.boxes import Area, Box, nothing, overlaid
from diptych.figures.formulas.built import between_fences
from diptych.figures.formulas.style import Style
from diptych.material.formulas.tree import Kind, Node, Row, Table

Set = Callable[[Node, Style], Box]


class _Room(NamedTuple):
    """Ems between columns and rows, and what a line of text takes above and below its baseline."""

    columns: float
    rows: float
    above: float = 0.72
    below: float = 0.28


_ROOM = {
    "matrix": _Room(0.9, 0.22),
    "array": _Room(0.9, 0.22),
    "small": _Room(0.5, 0.1),
    "cases": _Room(1.1, 0.28),
    "aligned": _Room(0.0, 0.42),
    "gathered": _Room(0.0, 0.42),
    "lines": _Room(0.0, 0.08, 0.6, 0.2),
}
# Between pairs of aligned columns, and outside the first and last column of a matrix.
_PAIRS, _INSIDE = 2.0, 0.16


def table_box(table: Table, style: Style, box: Set, row: Callable[..., Box]) -> Box:
    """The rows about the axis, between their fences."""
    inner = style.at(table.level) if table.level else replace(style, level=max(style.level, 1))
    if table.kind == "small":
        inner = replace(inner, level=2)
    cells = [
        [_cell(cell, index, table, inner, box, row) for index, cell in enumerate(one)] for one in table.rows
    ]
    room = _ROOM[table.kind]
    scale = inner.scale
    widths = _widths(cells)
    starts, width = _starts(widths, table, room, scale)
    tops, total = _baselines(cells, room, scale)
    shift = total / 2 + style.axis
    placed = []
    for baseline, line in zip(tops, cells, strict=True):
        for column, cell in enumerate(line):
            x = starts[column] + _indent(cell, widths[column], _align(table, column))
            placed.append(cell.moved(x, shift - baseline))
    placed += _rules(table, starts, widths, tops, cells, shift, total, scale)
    whole = overlaid(placed, width)
    whole = replace(whole, height=max(whole.height, shift), depth=max(whole.depth, total - shift))
    return between_fences(table.fences, whole, style)


def _cell(cell: Node, column: int, table: Table, style: Style, box: Set, row: Callable[..., Box]) -> Box:
    """A cell; in aligned lines a relation at its beginning follows what is in the cell before."""
    if table.kind == "aligned" and isinstance(cell, Row):
        before: Kind | None = "ord" if column % 2 else None
        return row(cell.parts, style, before=before)
    return box(cell, style)


def _widths(cells: Sequence[Sequence[Box]]) -> list[float]:
    columns = max(len(line) for line in cells)
    return [max((line[at].width for line in cells if at < len(line)), default=0.0) for at in range(columns)]


def _starts(widths: Sequence[float], table: Table, room: _Room, scale: float) -> tuple[list[float], float]:
    """Where each column begins, and the width of all."""
    x = _INSIDE * scale if table.fences != ("", "") or table.rules else 0.0
    starts = []
    for index, width in enumerate(widths):
        if index:
            pairs = _PAIRS if table.kind == "aligned" and index % 2 == 0 else 0.0
            x += (room.columns + pairs) * scale
        starts.append(x)
        x += width
    inside = _INSIDE * scale if table.fences[1] or table.rules else 0.0
    return starts, x + inside


def _baselines(cells: Sequence[Sequence[Box]], room: _Room, scale: float) -> tuple[list[float], float]:
    """How far below the top each row's baseline is, and the height of all."""
    y, found = 0.0, []
    for index, line in enumerate(cells):
        above = max([room.above * scale, *(cell.height for cell in line)])
        below = max([room.below * scale, *(cell.depth for cell in line)])
        y += (room.rows * scale if index else 0.0) + above
        found.append(y)
        y += below
    return found, y


def _align(table: Table, column: int) -> str:
    if table.kind == "aligned":
        return "l" if column % 2 else "r"
    if table.kind in ("matrix", "small"):
        return "c"
    return table.align[column] if column < len(table.align) else table.align[-1:] or "c"


def _indent(cell: Box, width: float, align: str) -> float:
    return {"l": 0.0, "c": (width - cell.width) / 2, "r": width - cell.width}[align]


def _rules(
    table: Table,
    starts: Sequence[float],
    widths: Sequence[float],
    tops: Sequence[float],
    cells: Sequence[Sequence[Box]],
    shift: float,
    total: float,
    scale: float,
) -> list[Box]:
    """The lines between columns and rows."""
    thick = 0.05 * scale
    low, high = shift - total - 0.1 * scale, shift + 0.1 * scale
    end = starts[-1] + widths[-1]
    found = []
    for column in table.rules:
        x = (
            0.0
            if column == 0
            else end + 0.12 * scale
            if column >= len(starts)
            else _middle(starts, widths, column)
        )
        found.append(_area(x, low, x + thick, high))
    for number in table.lines:
        y = _between_rows(number, tops, cells, shift, total)
        found.append(_area(0.0, y, end + _INSIDE * scale, y + thick))
    return found


def _middle(starts: Sequence[float], widths: Sequence[float], column: int) -> float:
    return (starts[column - 1] + widths[column - 1] + starts[column]) / 2


def _between_rows(
    number: int, tops: Sequence[float], cells: Sequence[Sequence[Box]], shift: float, total: float
) -> float:
    if number == 0:
        return shift + 0.06
    if number >= len(tops):
        return shift - total - 0.06
    below = max(cell.depth for cell in cells[number - 1])
    above = max(cell.height for cell in cells[number])
    return shift - ((tops[number - 1] + max(below, 0.28)) + (tops[number] - max(above, 0.72))) / 2


def _area(left: float, low: float, right: float, high: float) -> Box:
    corners = ((left, low), (right, low), (right, high), (left, high))
    return replace(nothing(), height=high, depth=-low, ink=(Area(corners),))
