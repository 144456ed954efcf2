"""What becomes a table on a slide: tables of the material, wide comparisons, people, places, errors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Literal

from diptych.deck.design.slide_layouts import Area
from diptych.deck.measure.fit import demand
from diptych.deck.measure.heights import narrowed
from diptych.deck.plan.credits import credit_line
from diptych.deck.plan.paragraphs import Paragraphs, lines
from diptych.deck.plan.runs import Voice, join, plain
from diptych.deck.plan.studio import Content, Studio, placed
from diptych.deck.plan.tables import Grid, Row, fit_table
from diptych.deck.values import Run, Shape, TableCell, TableShape, TextParagraph
from diptych.material.alignment import column_alignment
from diptych.material.blocks import Comparison, Item, Table
from diptych.material.facts import Location, Misconception, Person
from diptych.material.place import Place
from diptych.material.scripts import right_to_left

# Between a table and its caption: at least so much in EMU, and this share of the table's height.
_GAP, _GROWTH = 127_000, 0.06
_Align = Literal["start", "center", "end"]
_ALIGN: dict[str, _Align] = {"left": "start", "center": "center", "right": "end"}
# Where text begins at the right.
_ALIGN_BACK: dict[str, _Align] = {"left": "end", "center": "center", "right": "start"}


def table_content(studio: Studio, grid: Grid, caption: Paragraphs = ()) -> Content:
    """The table with its caption below it; without a caption it has that room too."""
    region, area = studio.area("table", "table"), studio.area("table", "caption")
    words = demand(caption, area, studio.fonts, grid.place, "the caption") if caption else ()
    grid = _with_legible_corner(grid, studio.layouts.table.header_colour)
    if not words:
        region = narrowed(region, region.box._replace(height=area.box.bottom - region.box.y))
    tables = fit_table(grid, region, studio.fonts)
    return Content("table", tuple((table, *_below(area, words, table)) for table in tables))


def _below(area: Area, words: Paragraphs, table: TableShape) -> tuple[Shape, ...]:
    """The caption close below its table, with room for rows that grow where other fonts are wider."""
    spare = max(_GAP, round(table.box.height * _GROWTH))
    box = area.box._replace(y=min(area.box.y, table.box.bottom + spare))
    return placed(area, words, table.place, box)


def table_caption(studio: Studio, table: Table, headed: bool) -> Paragraphs:
    """The table's number and caption, then the credit; without the caption where it is the headline."""
    voice = studio.voice.in_language(table.lang)
    label = voice.label("table", number=studio.document.numbering.of(table), bold=True)
    caption = () if headed else voice.rich(table.table)
    return lines((join((label, caption), ". "), credit_line(voice, table.credit)))


def table_grid(studio: Studio, table: Table) -> Grid:
    """A table of the material."""
    voice = studio.voice.in_language(table.lang)
    back = right_to_left(studio.document.material.lang)
    header = tuple(_cell((voice.rich(text),), _align(table, i, back)) for i, text in enumerate(table.header))
    rows = _spread(table, voice, back)
    return Grid(
        header,
        rows,
        _described(table.table.plain(), header),
        shares=table.widths,
        header_column=table.header_column,
        place=table.place,
        row_places=tuple(row[0].place if row else table.place for row in table.rows),
    )


def comparison_grid(studio: Studio, comparison: Comparison) -> Grid:
    """A comparison of more things than stand side by side otherwise: one column each."""
    voice = studio.voice.in_language(comparison.lang)
    header = tuple(_cell((voice.rich(side.heading),)) for side in comparison.columns)
    points = [[_point(item, voice) for item in side.points] for side in comparison.columns]
    rows = tuple(tuple(_cell(groups) for groups in row) for row in zip_longest(*points, fillvalue=()))
    alt = _described(comparison.comparison.plain(), header)
    return Grid(header, rows, alt, place=comparison.place)


def _point(item: Item, voice: Voice) -> tuple[tuple[Run, ...], ...]:
    """A point and all points below it, one paragraph each."""
    below = (runs for inner in item.points for runs in _point(inner, voice))
    return (voice.rich(item.point), *below)


def people_grid(studio: Studio, people: Sequence[Person], place: Place) -> Grid:
    """People with their dates, what they were, and why they matter."""
    voice = studio.voice
    rows = [
        (_person(voice, person), (voice.rich(person.role),), (voice.rich(person.about),)) for person in people
    ]
    columns = ["person", "role"] + ["about_person"] * any(person.about for person in people)
    return _facts_grid(studio, "people", columns, rows, place)


def places_grid(studio: Studio, places: Sequence[Location], place: Place) -> Grid:
    """Places and what happened there."""
    voice = studio.voice
    rows = [((voice.rich(one.name),), (voice.rich(one.about),)) for one in places]
    return _facts_grid(studio, "places", ("place", "about_person"), rows, place)


def misconceptions_grid(studio: Studio, beliefs: Sequence[Misconception], place: Place) -> Grid:
    """What is often believed, beside what the evidence says."""
    voice = studio.voice
    rows = [((voice.rich(one.misconception),), (voice.rich(one.response),)) for one in beliefs]
    return _facts_grid(studio, "misconceptions", ("misconception", "response"), rows, place, heads=False)


def _with_legible_corner(grid: Grid, colour: str) -> Grid:
    """Programs differ on which heading colours the corner, the row or the column: so it says it itself."""
    corner = grid.header[0]
    if not grid.header_column or corner is None:
        return grid
    words = tuple(
        replace(one, runs=tuple(replace(run, colour=colour) for run in one.runs)) for one in corner.paragraphs
    )
    return replace(grid, header=(replace(corner, paragraphs=words), *grid.header[1:]))


def _facts_grid(
    studio: Studio,
    name: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[Sequence[tuple[Run, ...]]]],
    place: Place,
    heads: bool = True,
) -> Grid:
    header = tuple(_cell((studio.voice.label(column),)) for column in columns)
    cells = tuple(tuple(_cell(groups) for groups in row[: len(columns)]) for row in rows)
    alt = _described(studio.labels(name), header)
    return Grid(header, cells, alt, header_column=heads, place=place)


def _person(voice: Voice, person: Person) -> tuple[tuple[Run, ...], ...]:
    dates = voice.words(voice.document.labels.date(person.dates)) if person.dates else ()
    return (voice.rich(person.name), tuple(dates))


def _spread(table: Table, voice: Voice, back: bool) -> tuple[Row, ...]:
    """The rows with None where a cell of the same or an earlier row covers the place."""
    width = len(table.header)
    grid: list[list[TableCell | None]] = [[None] * width for _ in table.rows]
    taken: set[tuple[int, int]] = set()
    for index, row in enumerate(table.rows):
        free = iter([column for column in range(width) if (index, column) not in taken])
        for cell in row:
            column = next((one for one in free if (index, one) not in taken), None)
            if column is None:
                break
            align = _align(table, column, back)
            grid[index][column] = _cell((voice.rich(cell.cell),), align, cell.colspan, cell.rowspan)
            taken |= {(index + r, column + c) for r in range(cell.rowspan) for c in range(cell.colspan)}
    return tuple(tuple(row) for row in grid)


def _cell(
    groups: Iterable[tuple[Run, ...]],
    align: Literal["start", "center", "end"] = "start",
    colspan: int = 1,
    rowspan: int = 1,
) -> TableCell:
    """A cell with one paragraph for each group of runs; an empty one where there are no words."""
    filled = [runs for runs in groups if runs] or [()]
    paragraphs = tuple(TextParagraph(runs, 0, align=align) for runs in filled)
    return TableCell(paragraphs, colspan, rowspan)


def _align(table: Table, column: int, back: bool) -> _Align:
    found = column_alignment(table)[column]
    if not back:
        return _ALIGN[found]
    # Figures are ranged at the right in every script; words begin where the script begins.
    return _ALIGN_BACK[found] if table.align else "start"


def _described(caption: str, header: Row) -> str:
    """What a table holds, for those who cannot see it: its caption and its columns."""
    heads = (plain(cell.paragraphs[0].runs) for cell in header if cell)
    return f"{caption}: {', '.join(heads)}"
