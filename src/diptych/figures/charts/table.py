"""The data of a chart as a table, for those who cannot see it."""

from __future__ import annotations

from diptych.figures.charts.spec import ChartSpec
from diptych.figures.drawing import DataTable


def data_table(spec: ChartSpec) -> DataTable:
    """A row for each category: its name, its x-value where that is another, and its values."""
    names, xs = _names(spec), _xs(spec)
    heads = [head for head, cells in (names, xs) if cells]
    rows = [
        tuple([cells[index] for _, cells in (names, xs) if cells] + _values(spec, index))
        for index in range(len(spec.data.categories))
    ]
    return DataTable((*heads, *_series_heads(spec)), tuple(rows))


def _names(spec: ChartSpec) -> tuple[str, tuple[str, ...]]:
    """The heading of the names and the names; none where the x-values are the same."""
    data = spec.data
    title = "" if data.xs else spec.x_title
    if data.categories == tuple(spec.x(x) for x in data.xs):
        return "", ()
    return title or data.heading or spec.labels("chart_category"), data.categories


def _xs(spec: ChartSpec) -> tuple[str, tuple[str, ...]]:
    return spec.x_title or "x", tuple(spec.x(x) for x in spec.data.xs)


def _series_heads(spec: ChartSpec) -> tuple[str, ...]:
    if len(spec.names) == 1:
        return (spec.y_title or spec.names[0],)
    return tuple(f"{name} ({spec.unit})" if spec.unit else name for name in spec.names)


def _values(spec: ChartSpec, index: int) -> list[str]:
    return [spec.value(one.values[index]) for one in spec.data.series]
