"""What must be right about a chart, so that it shows its data and shows them honestly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from difflib import get_close_matches

from diptych.material.blocks import Chart
from diptych.material.chart_parts import Axis
from diptych.material.charts.data import ChartData, bad_numbers, chart_data, columns_of
from diptych.material.findings import Finding
from diptych.material.wording import listed

MAX_CATEGORIES, MAX_BARS, MAX_SLICES, MAX_POINTS, MAX_SERIES = 40, 80, 12, 1_000, 12
# More than these can hardly be told apart or followed.
_EASY_SERIES, _EASY_SLICES = 6, 7
_FROM_ZERO = ("bar", "grouped", "stacked", "area")
_PIES = ("pie", "doughnut")
_Check = Callable[[Chart, ChartData], Iterator[Finding]]


def check_chart(chart: Chart, lang: str) -> Iterator[Finding]:
    """What is wrong with a chart whose data are read."""
    forms = list(_form_faults(chart))
    if forms or (chart.data.path and not chart.rows):
        yield from forms
        return
    numbers = list(bad_numbers(chart, lang))
    if numbers:
        yield from numbers[:5]
        return
    data = chart_data(chart, lang)
    checks: tuple[_Check, ...] = (_check_size, _check_values, _check_names, _check_axes)
    for check in checks:
        yield from check(chart, data)


def _form_faults(chart: Chart) -> Iterator[Finding]:
    """Data given in two ways or not at all, and rows of different lengths."""
    if chart.columns and not chart.data.path:
        yield Finding(
            chart.place,
            "`columns` chooses columns of a file, and this chart has none",
            "leave it out",
            kind="chart-data",
        )
    given = [name for name in ("rows", "categories") if getattr(chart, name)]
    named = [name for name in ("values", "series") if getattr(chart, name)]
    if len(given) == 2 or len(named) == 2 or (chart.rows and named):
        message = f"this chart has data in two ways: {listed([*given, *named], 'and')}"
        yield Finding(
            chart.place, message, "give `rows`, or `categories` with `values` or `series`", kind="chart-data"
        )
    elif not chart.rows and not (chart.categories and named) and not chart.data.path:
        missing = "no `categories`" if named else "no values" if given else "no data"
        hint = "give `data: file.csv`, `rows`, or `categories` with `values` or `series`"
        yield Finding(chart.place, f"this chart has {missing}", hint, kind="chart-data")
    else:
        yield from _uneven(chart)


def _uneven(chart: Chart) -> Iterator[Finding]:
    width = len(chart.header) or len(chart.rows[0]) if chart.rows else 0
    for number, row in enumerate(chart.rows, 1):
        if len(row) != width:
            place = row[0].place if row else chart.place
            message = f"row {number} of this chart has {len(row)} entries, and the first has {width}"
            yield Finding(place, message, "write `~` where a value is missing", kind="chart-data")
            return
    if chart.rows and width < 2:
        yield Finding(
            chart.place,
            "the rows of this chart have no values",
            "write a category, then its values",
            kind="chart-data",
        )
    for column in columns_of(chart)[1:] if not chart.rows else ():
        if len(column.cells) != len(chart.categories):
            what = f"`{column.name}` has" if column.name else "there are"
            message = f"{what} {len(column.cells)} values for {len(chart.categories)} categories"
            yield Finding(
                chart.place, message, "give one for each category, `~` where it is missing", kind="chart-data"
            )


def _check_size(chart: Chart, data: ChartData) -> Iterator[Finding]:
    count, many = len(data.categories), len(data.series)
    if not data.values:
        yield Finding(
            chart.place,
            "this chart has no values: all of them are missing",
            "give some numbers",
            kind="chart-data",
        )
    if chart.kind in _PIES:
        yield from _check_slices(chart, data)
    elif chart.kind in {"bar", "grouped", "stacked"}:
        bars = count * (1 if chart.kind == "stacked" else many)
        if count > MAX_CATEGORIES or bars > MAX_BARS:
            message = f"{bars} bars are too many to read"
            hint = f"show at most {MAX_CATEGORIES} categories and {MAX_BARS} bars, or write `kind: line`"
            yield Finding(chart.place, message, hint, kind="chart-too-full")
    elif count > MAX_POINTS:
        yield Finding(
            chart.place,
            f"{count:,} points are too many",
            f"show at most {MAX_POINTS:,}",
            kind="chart-too-full",
        )
    if many > MAX_SERIES:
        yield Finding(
            chart.place,
            f"{many} series are too many",
            f"show at most {MAX_SERIES}, best six",
            kind="chart-too-full",
        )
    elif many > _EASY_SERIES:
        message = f"{many} series are hard to tell apart"
        hint = f"show at most {_EASY_SERIES}, or make two charts of them"
        yield Finding(chart.place, message, hint, kind="chart-hard-to-read")


def _check_slices(chart: Chart, data: ChartData) -> Iterator[Finding]:
    name, count = f"a {chart.kind} chart", len(data.categories)
    if len(data.series) != 1:
        message = f"{name} shows the parts of one whole, and this has {len(data.series)} series"
        yield Finding(
            chart.place, message, "write `kind: stacked`, or leave out the others", kind="chart-kind"
        )
    elif any(value < 0 for value in data.values):
        yield Finding(
            chart.place, f"{name} cannot show values below zero", "write `kind: bar`", kind="chart-kind"
        )
    elif data.values and not sum(data.values):
        yield Finding(
            chart.place, f"{name} cannot show that all is zero", "write `kind: bar`", kind="chart-kind"
        )
    if count > MAX_SLICES:
        yield Finding(
            chart.place, f"{name} of {count} parts cannot be read", "write `kind: bar`", kind="chart-too-full"
        )
    elif count > _EASY_SLICES:
        hint = "write `kind: bar`, or put the smallest together"
        yield Finding(
            chart.place, f"{name} of {count} parts is hard to read", hint, kind="chart-hard-to-read"
        )


def _check_values(chart: Chart, data: ChartData) -> Iterator[Finding]:
    if chart.kind == "area" and len(data.series) > 1 and any(value < 0 for value in data.values):
        yield Finding(
            chart.place, "areas below zero cannot be stacked", "write `kind: line`", kind="chart-kind"
        )
    if chart.kind == "bar" and len(data.series) > 1:
        message = f"`kind: bar` shows one series, and this chart has {len(data.series)}"
        yield Finding(chart.place, message, "write `kind: grouped` or `kind: stacked`", kind="chart-kind")
    if chart.kind == "scatter" and not any(x is not None for x in data.xs):
        hint = "give numbers as categories, or as the first column of values"
        yield Finding(chart.place, "a scatter chart needs numbers for its x-axis", hint, kind="chart-kind")
    if chart.bars and chart.kind not in {"bar", "grouped", "stacked"}:
        yield Finding(
            chart.place, f"`bars: {chart.bars}` belongs to charts of bars", "leave it out", kind="chart-kind"
        )


def _check_names(chart: Chart, data: ChartData) -> Iterator[Finding]:
    names = [one.name for one in data.series]
    if len(names) > 1 and not all(names):
        yield Finding(
            chart.place,
            "a series of this chart has no name",
            "name each in `series` or `header`",
            kind="chart-data",
        )
    for name, times in Counter(filter(None, names)).items():
        if times > 1:
            yield Finding(
                chart.place,
                f"{times} series are called `{name}`",
                "give each a name of its own",
                kind="chart-data",
            )
    known = [*filter(None, names), *data.categories]
    for wanted in chart.highlight:
        if wanted not in known:
            close = get_close_matches(wanted, known, n=1, cutoff=0.5)
            hint = f"did you mean `{close[0]}`?" if close else f"there are {listed(known[:12], 'and')}"
            yield Finding(
                chart.place, f"`highlight: {wanted}` is no category and no series", hint, kind="chart-data"
            )


def _check_axes(chart: Chart, data: ChartData) -> Iterator[Finding]:
    x, y = chart.x_axis or Axis(), chart.y_axis or Axis()
    for name, axis in (("x_axis", x), ("y_axis", y)):
        if axis.min is not None and axis.max is not None and axis.min >= axis.max:
            yield Finding(
                axis.place, f"`{name}` ends before it begins", "give `max` more than `min`", kind="chart-axis"
            )
    if chart.unit and y.unit and chart.unit != y.unit:
        yield Finding(chart.place, "the unit of the values is given twice", "keep `unit:`", kind="chart-axis")
    scaled = x.min is not None or x.max is not None or x.scale == "log"
    if scaled and not data.xs:
        message = "`x_axis` has a scale, and its categories are no rising numbers"
        yield Finding(x.place, message, "leave out `min`, `max` and `scale`", kind="chart-axis")
    yield from _check_zero(chart, y)
    for name, axis, values in (("x_axis", x, data.xs), ("y_axis", y, data.values)):
        known = [value for value in (*values, axis.min, axis.max) if value is not None]
        if axis.scale == "log" and any(value <= 0 for value in known):
            message = f"`{name}` with `scale: log` has no place for zero and what is below"
            yield Finding(axis.place, message, "leave out `scale`, or those values", kind="chart-axis")
    yield from _cut_off(chart, data, x, y)


def _check_zero(chart: Chart, y: Axis) -> Iterator[Finding]:
    """Lengths and areas deceive where they do not begin at zero; lines and points do not."""
    if chart.kind not in _FROM_ZERO:
        return
    hint = "leave it out, or write `kind: line`"
    if (y.min is not None and y.min > 0) or (y.max is not None and y.max < 0):
        yield Finding(
            y.place,
            "the axis of this chart leaves out zero, which makes its sizes untrue",
            hint,
            kind="chart-axis",
        )
    if y.scale == "log":
        yield Finding(y.place, "bars and areas on a scale without zero are untrue", hint, kind="chart-axis")


def _cut_off(chart: Chart, data: ChartData, x: Axis, y: Axis) -> Iterator[Finding]:
    """Values beyond the ends of an axis would vanish."""
    values = _totals(data) if chart.kind in {"stacked", "area"} else data.values
    for name, axis, known in (("x_axis", x, data.xs), ("y_axis", y, values)):
        beyond = [
            value
            for value in known
            if value is not None
            and ((axis.min is not None and value < axis.min) or (axis.max is not None and value > axis.max))
        ]
        if beyond:
            message = f"the value {beyond[0]:g} lies beyond the end of `{name}`"
            yield Finding(
                axis.place,
                message,
                "give the axis more room, or leave out `min` and `max`",
                kind="chart-axis",
            )


def _totals(data: ChartData) -> tuple[float, ...]:
    """The sums of what stands on each other, above zero and below."""
    columns = list(zip(*(one.values for one in data.series), strict=True))
    above = [sum(value for value in column if value and value > 0) for column in columns]
    below = [sum(value for value in column if value and value < 0) for column in columns]
    return (*above, *below)
