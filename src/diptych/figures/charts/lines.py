"""Lines and areas over their categories; what is missing leaves a gap."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from diptych.figures.charts.frame import Frame
from diptych.figures.charts.furniture import LINE, MARK, STRONG_LINE, beside, mark
from diptych.figures.charts.looks import Look
from diptych.figures.drawing import Part, Path, Point, Stroke, Words

# More points than these are not marked one by one.
MARKED = 24
_EDGE = 0.8


def lines(frame: Frame, looks: tuple[Look, ...]) -> Iterator[Part]:
    """The line of each series with its marks, emphasised ones last, and the names at their ends."""
    order = sorted(range(len(looks)), key=lambda series: looks[series].strong)
    for series in order:
        yield from _line(frame, series, looks[series])
    for series, (middle, words) in enumerate(frame.ends):
        x = frame.plot.right + frame.letters.em
        yield beside(frame, x, middle, words, looks[series])
    yield from _picked(frame)


def areas(frame: Frame, looks: tuple[Look, ...]) -> Iterator[Part]:
    """Areas on each other, the first at the foot."""
    count = len(frame.spec.data.categories)
    base = [0.0] * count
    for one, look in zip(frame.spec.data.series, looks, strict=True):
        tops = [under + (value or 0) for under, value in zip(base, one.values, strict=True)]
        for run in _runs(frame, one.values if len(looks) == 1 else [0.0] * count):
            over = [Point(frame.category_at(index), frame.value_at(tops[index])) for index in run]
            under = [Point(frame.category_at(index), frame.value_at(base[index])) for index in reversed(run)]
            edge = Stroke("paper", _EDGE)
            yield Path((*over, *under), True, look.colour, edge, pattern=look.pattern)
        base = tops


def _line(frame: Frame, series: int, look: Look) -> Iterator[Part]:
    values = frame.spec.data.series[series].values
    width = STRONG_LINE if look.strong else LINE
    colour = look.edge or look.colour
    for run in _runs(frame, values):
        points = tuple(_point(frame, index, values[index] or 0.0) for index in run)
        if len(points) > 1:
            yield Path(points, stroke=Stroke(colour, width, look.dash))
    for index in _marked(frame, series):
        at = _point(frame, index, values[index] or 0.0)
        yield mark(look, at, MARK * frame.letters.em)


def _marked(frame: Frame, series: int) -> Iterator[int]:
    """Every value where they are few; else those that no line joins, and the last."""
    values = frame.spec.data.series[series].values
    runs = list(_runs(frame, values))
    for run in runs:
        if len(values) <= MARKED or len(run) == 1:
            yield from run
        elif run is runs[-1]:
            yield run[-1]


def _picked(frame: Frame) -> Iterator[Part]:
    """The values of emphasised categories, above their points."""
    spec, letters = frame.spec, frame.letters
    for index, name in enumerate(spec.data.categories):
        for one in spec.data.series if name in spec.chart.highlight else ():
            value = one.values[index]
            if value is not None:
                at = _point(frame, index, value)
                base = Point(at.x, at.y - 0.6 * letters.em)
                words = (spec.value(value),)
                yield Words(base, words, letters.size, "ink", "middle", True, halo="paper", lang=spec.lang)


def _runs(frame: Frame, values: tuple[float | None, ...] | list[float]) -> Iterator[list[int]]:
    """The stretches of categories between those whose value or place is missing."""
    xs = frame.spec.data.xs
    known = [value is not None and (not xs or xs[index] is not None) for index, value in enumerate(values)]
    for there, group in groupby(range(len(values)), key=lambda index: known[index]):
        if there:
            yield list(group)


def _point(frame: Frame, index: int, value: float) -> Point:
    return Point(frame.category_at(index), frame.value_at(value))
