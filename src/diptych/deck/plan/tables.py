"""Slides of tables: native tables with measured columns and rows, split with the header repeated."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import ceil

from diptych.deck.design.slide_layouts import EMU_PER_POINT, Area, Insets
from diptych.deck.measure.balance import divide, unevenness
from diptych.deck.measure.columns import content_widths, shared_widths
from diptych.deck.measure.fonts import Fonts
from diptych.deck.measure.heights import LINE, RESERVE, narrowed, paragraph_words, text_height
from diptych.deck.measure.wrap import Word, longest_word, natural_width
from diptych.deck.plan.paragraphs import Paragraphs
from diptych.deck.values import Box, TableCell, TableShape
from diptych.material.findings import SourceError, source_error
from diptych.material.place import NOWHERE, Place

# Inner margins of cells in EMU: left and right, top and bottom. A table with room to spare takes the
# first.
ROOMY, TIGHT = (114_300, 95_250), (114_300, 57_150)
# Rows of one line and of two are made alike; beside taller ones they are left as they are.
_ALIKE = 1.75
# A column whose text is wider than the author's share by no more than this factor gets what it lacks.
_NEAR = 1.2

Row = tuple[TableCell | None, ...]


@dataclass(frozen=True)
class Grid:
    """A table before it is measured: a header row and rows, sizes still open."""

    header: Row
    rows: tuple[Row, ...]
    alt: str
    name: str = "Table"
    shares: tuple[int, ...] = ()
    header_column: bool = False
    place: Place = NOWHERE
    row_places: tuple[Place, ...] = ()


def fit_table(grid: Grid, region: Area, fonts: Fonts) -> tuple[TableShape, ...]:
    """The table on as few slides as will do, in the largest size that needs no more of them.

    Raises SourceError where a row is taller than the region.
    """
    settings = [
        _Setting(grid, region, fonts, size, margin) for size in region.sizes for margin in (ROOMY, TIGHT)
    ]
    fewest = settings[-1].ranges(0)
    if fewest is None:
        raise settings[-1].too_tall()
    for setting in settings:
        ranges = setting.ranges(len(fewest))
        if ranges:
            heights = setting.alike(ranges)
            return tuple(setting.table(start, end, heights[start:end]) for start, end in ranges)
    return ()


@dataclass(frozen=True)
class _Setting:
    """One table in one size of type and with one margin: its columns and the heights of its rows."""

    grid: Grid
    region: Area
    fonts: Fonts
    size: float
    margin: tuple[int, int]

    @cached_property
    def header(self) -> Row:
        return _sized(self.grid.header, self.size)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        return tuple(_sized(row, self.size) for row in self.grid.rows)

    @cached_property
    def widths(self) -> tuple[int, ...]:
        columns = range(len(self.grid.header))
        least = [self._widest(index, longest_word) for index in columns]
        wanted = [self._widest(index, natural_width) for index in columns]
        if self.grid.shares:
            return shared_widths(self.grid.shares, self._eased(least, wanted), self.region.box.width)
        return content_widths(least, wanted, self.region.box.width)

    def _eased(self, least: list[float], wanted: list[float]) -> list[float]:
        """What columns need that have shares of the room: those that nearly hold their text hold it whole."""
        shares, room = self.grid.shares, self.region.box.width
        near = [_NEAR * room * share / sum(shares) for share in shares]
        eased = [
            max(one, want) if want <= most else one
            for one, want, most in zip(least, wanted, near, strict=True)
        ]
        return eased if sum(eased) <= room else least

    @cached_property
    def heights(self) -> tuple[int, ...]:
        """The height of every row; what a cell over several rows lacks is added to the last of them."""
        heights = [self._height(row, rowspan=1) for row in self.rows]
        for index, row in enumerate(self.rows):
            for column, cell in enumerate(row):
                if cell and cell.rowspan > 1:
                    last = index + cell.rowspan
                    missing = self._cell_height(cell, column) - sum(heights[index:last])
                    heights[last - 1] += max(0, missing)
        return tuple(heights)

    @cached_property
    def header_height(self) -> int:
        return self._height(self.header, rowspan=1, bold=True)

    def ranges(self, parts: int) -> list[tuple[int, int]] | None:
        """The rows of each slide; rows that a cell joins stay together."""
        joined = _joined_rows(self.rows)
        room = self.region.box.height - self.header_height

        def cost(start: int, end: int) -> float | None:
            first, last = joined[start][0], joined[end - 1][1]
            used = sum(self.heights[first:last])
            return unevenness(used, room, last - first) if used <= room else None

        found = divide(len(joined), cost, parts) if room > 0 else None
        return found and [(joined[start][0], joined[end - 1][1]) for start, end in found]

    def alike(self, ranges: Sequence[tuple[int, int]]) -> tuple[int, ...]:
        """The heights of the rows: one for all where they differ little and there is room for it."""
        tallest, room = max(self.heights), self.region.box.height - self.header_height
        roomy = all((end - start) * tallest <= room for start, end in ranges)
        joined = any(cell and cell.rowspan > 1 for row in self.rows for cell in row)
        if joined or not roomy or tallest > _ALIKE * min(self.heights):
            return self.heights
        return (tallest,) * len(self.heights)

    def table(self, start: int, end: int, below: tuple[int, ...]) -> TableShape:
        """The rows of one slide, of these heights, with the header above them."""
        box = self.region.box
        heights = (self.header_height, *below)
        return TableShape(
            self.grid.name,
            Box(box.x, box.y, sum(self.widths), sum(heights)),
            self.widths,
            heights,
            (self.header, *self.rows[start:end]),
            self.grid.alt,
            header_column=self.grid.header_column,
            margin=self.margin,
            place=self.grid.place,
        )

    def too_tall(self) -> SourceError:
        """The error for the tallest row."""
        tallest = max(range(len(self.heights)), key=self.heights.__getitem__)
        places = self.grid.row_places or (self.grid.place,) * len(self.heights)
        message = f"row {tallest + 1} of this table is too tall for a slide at {self.size:g} pt"
        hint = "shorten its cells, widen its columns, or give `slide:` points in place of the table"
        return source_error(message, places[tallest], hint, kind="overfull-slide")

    def _widest(self, index: int, measure: Callable[[tuple[Word, ...]], float]) -> float:
        """What a column needs, in EMU, by one way to measure its cells."""
        cells = [(self.header[index], True), *((row[index], self._heads(index)) for row in self.rows)]
        ems = [
            measure(paragraph_words(paragraph, replace(self.region, bold=bold), self.fonts))
            for cell, bold in cells
            if cell and cell.colspan == 1
            for paragraph in cell.paragraphs
        ]
        return max(ems, default=0.0) * self.size * EMU_PER_POINT / (1 - RESERVE) + 2 * self.margin[0] + 1

    def _height(self, row: Row, rowspan: int, bold: bool = False) -> int:
        cells = [(index, cell) for index, cell in enumerate(row) if cell and cell.rowspan == rowspan]
        least = ceil(LINE * self.size * EMU_PER_POINT) + 2 * self.margin[1]
        return max([least, *(self._cell_height(cell, index, bold) for index, cell in cells)])

    def _cell_height(self, cell: TableCell, index: int, bold: bool = False) -> int:
        width = sum(self.widths[index : index + cell.colspan])
        insets = Insets(*self.margin, *self.margin)
        area = narrowed(self.region, Box(0, 0, width, 0), insets)
        area = replace(area, bold=bold or self._heads(index))
        return text_height(cell.paragraphs, area, self.fonts)

    def _heads(self, index: int) -> bool:
        return self.grid.header_column and index == 0


def _joined_rows(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """Ranges of rows that cells over several rows tie together."""
    ranges: list[tuple[int, int]] = []
    start, end = 0, 0
    for index, row in enumerate(rows):
        if index >= end and index > start:
            ranges.append((start, index))
            start = index
        end = max([end, index + 1, *(index + cell.rowspan for cell in row if cell)])
    return [*ranges, (start, len(rows))] if rows else []


def _sized(row: Row, size: float) -> Row:
    return tuple(cell and replace(cell, paragraphs=_at(cell.paragraphs, size)) for cell in row)


def _at(paragraphs: Paragraphs, size: float) -> Paragraphs:
    return tuple(replace(paragraph, size=size) for paragraph in paragraphs)
