"""Points of a scatter chart, named where there is room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal, NamedTuple

from diptych.figures.charts.frame import Frame
from diptych.figures.charts.furniture import MARK, mark
from diptych.figures.charts.letters import CAP
from diptych.figures.charts.looks import Look, of_one
from diptych.figures.drawing import Part, Point, Words
from diptych.material.charts.numbers import is_number

Side = Literal["r", "l", "t", "b"]
# More points than these are named only where they are emphasised.
_NAMED = 40
_GAP = 0.45
# Marks of points are larger than those of lines; more than these grow smaller, down to this share.
_LARGER, _CROWD, _SMALLEST = 1.25, 80, 0.5


class Extent(NamedTuple):
    """A rectangle in mm."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Extent) -> bool:
        """True where the two have a part in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True)
class Named:
    """The name of a point, of which series and category it is, and on which side it stands."""

    series: int
    index: int
    words: str
    side: Side
    extent: Extent


def points(frame: Frame, looks: tuple[Look, ...]) -> Iterator[Part]:
    """A mark for each pair of numbers, and the names that have room."""
    size = point_size(frame) * MARK * frame.letters.em
    placed = [(point_look(frame, series, index, looks), at) for series, index, at in _places(frame)]
    for look, at in sorted(placed, key=lambda one: one[0].strong):
        yield mark(look, at, size)
    for one in named_points(frame):
        yield _words(frame, one)


def point_look(frame: Frame, series: int, index: int, looks: tuple[Look, ...]) -> Look:
    """The look of a point: that of its series, or of a lone series as its name is emphasised."""
    spec = frame.spec
    if len(looks) == 1 and not looks[0].strong:
        return of_one(spec.data.categories[index], spec.chart.highlight, spec.data.categories)
    return looks[series]


def point_size(frame: Frame) -> float:
    """How much larger than those of lines the marks of points are; many have less room each."""
    many = sum(value is not None for one in frame.spec.data.series for value in one.values)
    return _LARGER * min(1.0, max(sqrt(_CROWD / max(many, 1)), _SMALLEST))


def named_points(frame: Frame) -> tuple[Named, ...]:
    """The names that stand free of points and of other names; emphasised ones are placed first."""
    spec, places = frame.spec, list(_places(frame))
    categories = spec.data.categories
    if all(is_number(name) or not name for name in categories):
        return ()
    half = 0.7 * MARK * frame.letters.em
    taken = [Extent(at.x - half, at.y - half, at.x + half, at.y + half) for _, _, at in places]
    found: list[Named] = []
    for series, index, at in sorted(places, key=lambda one: categories[one[1]] not in spec.chart.highlight):
        strong = categories[index] in spec.chart.highlight
        if strong or len(places) <= _NAMED:
            found += _placed(frame, series, index, at, [*taken, *(one.extent for one in found)])
    return tuple(found)


def _placed(frame: Frame, series: int, index: int, at: Point, taken: Sequence[Extent]) -> list[Named]:
    """The name on the first side that is free; nothing where none is."""
    words = frame.spec.data.categories[index]
    sides: tuple[Side, ...] = ("r", "l", "t", "b")
    for side in sides:
        extent = _extent(frame, at, words, side)
        inside = (
            extent.left >= 0
            and extent.right <= frame.width
            and extent.bottom <= frame.plot.bottom - 0.3 * frame.letters.em
        )
        if inside and extent.top >= 0 and not any(extent.meets(other) for other in taken):
            return [Named(series, index, words, side, extent)]
    return []


def _extent(frame: Frame, at: Point, words: str, side: Side) -> Extent:
    em = frame.letters.em
    strong = words in frame.spec.chart.highlight
    width, height = frame.letters.width(words, strong), 0.95 * em
    away = (MARK + _GAP) * em
    x = {"r": at.x + away, "l": at.x - away - width}.get(side, at.x - width / 2)
    y = {"t": at.y - away - height, "b": at.y + away}.get(side, at.y - height / 2)
    return Extent(x, y, x + width, y + height)


def _words(frame: Frame, one: Named) -> Words:
    em = frame.letters.em
    middle = (one.extent.top + one.extent.bottom) / 2
    strong = one.words in frame.spec.chart.highlight
    base = Point(one.extent.left, middle + CAP / 2 * em)
    return Words(
        base, (one.words,), frame.letters.size, "ink", bold=strong, halo="paper", lang=frame.spec.lang
    )


def _places(frame: Frame) -> Iterator[tuple[int, int, Point]]:
    """Every point: series, index and place."""
    for series, one in enumerate(frame.spec.data.series):
        for index, value in enumerate(one.values):
            if value is not None and frame.spec.data.xs[index] is not None:
                yield series, index, Point(frame.category_at(index), frame.value_at(value))
