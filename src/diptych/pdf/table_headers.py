"""Every cell of a tagged table names the headers that it stands under and beside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from diptych.pdf.structure import array, kind_of, object_of, string

_Grid = dict[tuple[int, int], Any]


def name_headers(table: Any, name: str, pdf: Any) -> dict[str, Any]:
    """The header cells of a table with the names that they now have, and by which its cells know them.

    A cell's headers are those for rows in the rows that it stands in, then those for columns in its columns
    (ISO 32000-1, table 349), spans of several rows and columns among them.
    """
    grid = _grid(table, pdf)
    named: dict[str, Any] = {}
    names: dict[int, str] = {}
    for (row, column), cell in grid.items():
        if cell["S"] == "/TH" and cell.number not in names:
            names[cell.number] = f"{name}-{row}-{column}"
            named[names[cell.number]] = cell
            cell["ID"] = string(names[cell.number])
    for cell in grid.values():
        if cell["S"] == "/TD":
            over = dict.fromkeys(names[header.number] for header in _headers(cell, grid))
            cell["A"]["Headers"] = array(map(string, over))
    return named


def _grid(table: Any, pdf: Any) -> _Grid:
    """Which cell stands in which row and column; one that spans several stands in all of them."""
    grid: _Grid = {}
    for row, element in enumerate(_below(table, "/TR", pdf)):
        column = 0
        for cell in _cells(element, pdf):
            while (row, column) in grid:
                column += 1
            spans = cell["A"]
            for down in range(spans.get("RowSpan", 1)):
                for right in range(spans.get("ColSpan", 1)):
                    grid[row + down, column + right] = cell
    return dict(sorted(grid.items()))


def _headers(cell: Any, grid: _Grid) -> Iterator[Any]:
    """The headers of its rows, then those of its columns."""
    places = [place for place, other in grid.items() if other is cell]
    for kind, axis in (("/Row", 0), ("/Column", 1)):
        lines = {place[axis] for place in places}
        for place, other in grid.items():
            if place[axis] in lines and other["S"] == "/TH" and other["A"].get("Scope") == kind:
                yield other


def _cells(row: Any, pdf: Any) -> Iterator[Any]:
    for kid in row["K"]:
        if kind_of(kid, pdf) in ("/TH", "/TD"):
            yield object_of(pdf, kid)


def _below(element: Any, kind: str, pdf: Any) -> Iterator[Any]:
    """The elements of a kind below another, in reading order, but not inside each other."""
    for kid in element["K"]:
        if kind_of(kid, pdf) == kind:
            yield object_of(pdf, kid)
        elif kind_of(kid, pdf) in ("/THead", "/TBody", "/TFoot"):
            yield from _below(object_of(pdf, kid), kind, pdf)
