"""What a chart tells, in a few sentences of the document's language, for those who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import StatisticsError, correlation

from diptych.figures.charts.spec import ChartSpec

# More series than these are summed up by their highest and lowest value.
_ONE_BY_ONE = 4
# What changes by less than this share of its range stays much the same.
_STEADY = 0.1
# How closely points must keep to a line before it is told.
_CLOSE = 0.5


def told(spec: ChartSpec) -> str:
    """The author's description, or one made from the data: kind, axes, highest, lowest, where it goes."""
    return spec.chart.alt or " ".join(_capital(sentence) for sentence in _sentences(spec) if sentence)


def _sentences(spec: ChartSpec) -> Iterator[str]:
    labels = spec.labels
    kind = labels(f"chart_{spec.kind}")
    yield f"{kind}: {spec.caption}{'' if spec.caption.endswith(('.', '?', '!')) else '.'}"
    if spec.kind == "scatter":
        yield from _points(spec)
        return
    if spec.y_title and spec.kind not in {"pie", "doughnut"}:
        yield labels("chart_values", title=spec.y_title)
    shown = spec.data.series[:_ONE_BY_ONE] if len(spec.data.series) <= _ONE_BY_ONE else ()
    if spec.kind in {"line", "area"} and shown:
        yield from (sentence for index in range(len(shown)) for sentence in _course(spec, index))
    elif shown:
        yield from (_ends(spec, index) for index in range(len(shown)))
    else:
        yield labels("chart_series", names=labels.listed(spec.names))
    missing = sum(value is None for one in spec.data.series for value in one.values)
    if missing:
        yield labels("chart_missing", count=missing)


def _named(spec: ChartSpec, series: int) -> str:
    return f"{spec.names[series]}: " if len(spec.names) > 1 else ""


def _known(spec: ChartSpec, series: int) -> list[tuple[str, float]]:
    pairs = zip(spec.data.categories, spec.data.series[series].values, strict=True)
    return [(name, value) for name, value in pairs if value is not None]


def _ends(spec: ChartSpec, series: int) -> str:
    """The highest and the lowest value of a series."""
    known = _known(spec, series)
    if not known:
        return ""
    high, low = (pick(known, key=lambda pair: pair[1]) for pick in (max, min))
    most = spec.labels("chart_most", category=high[0], value=spec.told(high[1]))
    if high[1] == low[1]:
        return f"{_named(spec, series)}{most}."
    least = spec.labels("chart_least", category=low[0], value=spec.told(low[1]))
    return f"{_named(spec, series)}{most}; {least}."


def _course(spec: ChartSpec, series: int) -> Iterator[str]:
    """From where to where a line goes, and its highest and lowest value where they lie between."""
    known = _known(spec, series)
    if len(known) < 2:
        yield _ends(spec, series)
        return
    (start, first), (end, last) = known[0], known[-1]
    values = [value for _, value in known]
    span = max(values) - min(values)
    trend = "steady" if abs(last - first) <= _STEADY * span or not span else "up" if last > first else "down"
    words = spec.labels(f"chart_{trend}", start=start, first=spec.told(first), end=end, last=spec.told(last))
    yield f"{_named(spec, series)}{words}."
    if not {max(values), min(values)} <= {first, last}:
        yield _ends(spec, series)


def _points(spec: ChartSpec) -> Iterator[str]:
    labels = spec.labels
    yield labels("chart_axes", x=spec.x_title or "x", y=spec.y_title or "y")
    for index, one in enumerate(spec.data.series):
        pairs = [
            (x, y) for x, y in zip(spec.data.xs, one.values, strict=True) if x is not None and y is not None
        ]
        try:
            close = correlation([x for x, _ in pairs], [y for _, y in pairs])
        except StatisticsError:
            close = 0.0
        way = "together" if close >= _CLOSE else "apart" if close <= -_CLOSE else "scattered"
        counted = labels("chart_points", count=len(pairs))
        yield f"{_named(spec, index)}{counted}; {labels(f'chart_{way}')}."


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
