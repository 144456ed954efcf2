"""The data of a chart as numbers by category, whichever way its author gives them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from diptych.material.blocks import Chart
from diptych.material.charts.numbers import (
    Mark,
    decimal_mark,
    decimals_of,
    is_missing,
    is_number,
    parse_number,
)
from diptych.material.findings import Finding
from diptych.material.scalars import Datum

Values = tuple[float | None, ...]
# As many as a number of 15 digits may have.
_MOST_DECIMALS, _MOST_DIGITS = 12, 15


@dataclass(frozen=True)
class Column:
    """A column of the data: its heading, and one cell a row."""

    name: str
    cells: tuple[Datum, ...]


@dataclass(frozen=True)
class ChartSeries:
    """Values by category, None where they are missing."""

    name: str
    values: Values


@dataclass(frozen=True)
class ChartData:
    """Categories and the series over them; `heading` is what heads the categories, if anything.

    `xs` are the numbers that stand on a scale in place of the categories, `x_name` what heads them;
    `decimals` how many decimals the values are written with.
    """

    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    heading: str = ""
    xs: Values = ()
    x_name: str = ""
    decimals: int = 0
    x_decimals: int = 0

    @property
    def values(self) -> tuple[float, ...]:
        """Every value that there is."""
        return tuple(value for one in self.series for value in one.values if value is not None)


def columns_of(chart: Chart) -> tuple[Column, ...]:
    """The columns of the data, the categories first; of `rows` none is shorter than the first row."""
    if chart.rows:
        width = max(len(row) for row in chart.rows)
        names = [datum.text for datum in chart.header] + [""] * width
        return tuple(
            Column(names[index], tuple(row[index] if index < len(row) else Datum("") for row in chart.rows))
            for index in range(width)
        )
    own = [Column("", chart.values)] if chart.values else []
    return (
        Column("", chart.categories),
        *own,
        *(Column(one.name, one.values) for one in chart.series),
    )


def chart_data(chart: Chart, lang: str) -> ChartData:
    """The data of a chart that was checked; what is no number counts as missing."""
    categories, *columns = columns_of(chart)
    mark = _mark(chart, lang)
    x, columns = _x_column(chart, categories, columns)
    xs = _numbers(x, mark) if x else ()
    if not _on_a_scale(chart, xs):
        x, xs = None, ()
    series = tuple(ChartSeries(one.name, _numbers(one, mark)) for one in columns)
    return ChartData(
        tuple(datum.text for datum in categories.cells),
        series,
        categories.name,
        xs,
        x.name if x else "",
        _decimals(columns, mark),
        _decimals([x], mark) if x else 0,
    )


def bad_numbers(chart: Chart, lang: str) -> Iterator[Finding]:
    """Every cell that should be a number and is none."""
    categories, *columns = columns_of(chart)
    mark = _mark(chart, lang)
    x, columns = _x_column(chart, categories, columns)
    for column in (*([x] if x and chart.kind == "scatter" else []), *columns):
        for datum in column.cells:
            if not is_missing(datum.text) and _number(datum, mark) is None:
                before = f"{datum.where}: " if datum.where else ""
                named = f" of `{column.name}`" if column.name else ""
                yield Finding(
                    datum.place,
                    f"{before}`{datum.text}`{named} is no number",
                    _hint(datum.text),
                    kind="not-a-number",
                )


def _hint(text: str) -> str:
    if sum(char.isdigit() for char in text) > _MOST_DIGITS:
        return f"numbers have at most {_MOST_DIGITS} digits: give it in millions, and say so in `unit:`"
    if any(char.isdigit() for char in text) and any(char.isalpha() or char in "%€$£" for char in text):
        return "write the number alone, and what it is counted in as `unit:`"
    return "write a number, or `~` where the value is missing"


def _mark(chart: Chart, lang: str) -> Mark:
    """Numbers of the YAML have decimal points as everywhere in YAML, unless they show otherwise."""
    cells = (datum.text for column in columns_of(chart)[1:] for datum in column.cells)
    return decimal_mark(cells, lang if chart.data.path else "en")


def _x_column(chart: Chart, categories: Column, columns: list[Column]) -> tuple[Column | None, list[Column]]:
    """The column of numbers on the x-axis: the categories, or of a scatter chart the next column."""
    numeric = bool(categories.cells) and all(is_number(datum.text) for datum in categories.cells)
    if chart.kind == "scatter" and not numeric and len(columns) > 1:
        return columns[0], columns[1:]
    scaled = chart.kind in {"line", "area", "scatter"}
    return (categories if numeric and scaled else None), columns


def _on_a_scale(chart: Chart, xs: Values) -> bool:
    """True where the categories of lines are numbers in rising order; a scatter chart's always are."""
    if chart.kind == "scatter":
        return True
    known = [x for x in xs if x is not None]
    return len(known) > 1 and all(one < other for one, other in pairwise(known))


def _numbers(column: Column, mark: Mark) -> Values:
    return tuple(_number(datum, mark) for datum in column.cells)


def _number(datum: Datum, mark: Mark) -> float | None:
    if is_missing(datum.text):
        return None
    try:
        return parse_number(datum.text, mark)
    except ValueError:
        return None


def _decimals(columns: Sequence[Column], mark: Mark) -> int:
    found = (decimals_of(datum.text, mark) for column in columns for datum in column.cells)
    return min(max(found, default=0), _MOST_DECIMALS)
