"""Pies and rings: the parts of a whole, clockwise from above, each named beside its slice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from math import cos, hypot, radians, sin, sqrt
from typing import NamedTuple

from diptych.figures.charts.letters import CAP, LEADING, MM_PER_POINT, Letters
from diptych.figures.charts.looks import Look, of_one
from diptych.figures.charts.looks import looks as looks_of
from diptych.figures.charts.spec import ChartSpec
from diptych.figures.charts.spread import spread
from diptych.figures.drawing import Part, Path, Point, Slice, Stroke, Words

# The hole of a ring as a share of its radius.
HOLE = 0.56
# The gap between slices and their names in ems; the room of names at each side as a share of the width.
_GAP, _ROOM = 0.9, 0.32
# The least radius of a pie in ems.
_SMALLEST = 2
# A slice this much thinner than its name is led to it by a line.
_FAR = 0.7


class Angles(NamedTuple):
    """Where a slice begins and ends, in degrees clockwise from above."""

    slice: int
    start: float
    end: float


class Place(NamedTuple):
    """One slice with its name: angles in degrees, the lines, and the middle of their near edge."""

    slice: int
    start: float
    end: float
    lines: tuple[str, ...]
    at: Point
    left: bool


@dataclass(frozen=True)
class Pie:
    """The plan of a pie or ring, in mm. Where it is `compact`, a name and its share stand in one line."""

    spec: ChartSpec
    letters: Letters
    centre: Point
    radius: float
    width: float
    height: float
    places: tuple[Place, ...] = ()
    compact: bool = False

    @property
    def hole(self) -> float:
        """The radius of the hole."""
        return HOLE * self.radius if self.spec.kind == "doughnut" else 0.0

    @property
    def looks(self) -> tuple[Look, ...]:
        """The look of every slice."""
        names, highlight = self.spec.data.categories, self.spec.chart.highlight
        if any(name in highlight for name in names):
            return tuple(of_one(name, highlight, names) for name in names)
        return looks_of(names, ())


def pie_of(spec: ChartSpec, letters: Letters, width: float, height: float) -> Pie:
    """The plan of a pie in that room (mm): as large as its names allow, in the middle."""
    compact = _tallest_side(spec, letters, width, compact=False) > height
    lines = _all_lines(spec, letters, width, compact)
    widest = max((letters.widest(one) for one in lines), default=0.0)
    gap = _GAP * letters.em
    across = (width - 2 * (widest + 2 * gap)) / 2
    radius = max(min(height / 2 - 0.5 * letters.line, across), _SMALLEST * letters.em)
    centre = Point(width / 2, height / 2)
    angles = _angles(spec)
    pie = Pie(spec, letters, centre, radius, width, height, compact=compact)
    sides = (
        _side(pie, [one for one in angles if _is_left(one) == left], lines, left, height)
        for left in (False, True)
    )
    places = sorted(place for side in sides for place in side)
    return replace(pie, places=tuple(places))


def pie_height(spec: ChartSpec, letters: Letters, width: float) -> float:
    """The least height in mm in which all names have room at the sides of a pie."""
    return _tallest_side(spec, letters, width, compact=True)


def pie_parts(pie: Pie) -> Iterator[Part]:
    """The slices, then their names, with lines to those that stand apart."""
    edge = Stroke("paper", 1.2)
    for one in pie.places:
        look = pie.looks[one.slice]
        end = one.end if one.end - one.start < 360 else one.start + 360
        yield Slice(pie.centre, pie.radius, one.start, end, look.colour, pie.hole, edge, look.pattern)
    for one in pie.places:
        yield from _lead(pie, one)
        yield _name(pie, one)


def shows_values(spec: ChartSpec) -> bool:
    """True where the values are percentages already, so that they are the parts of the whole."""
    return spec.in_percent


def slice_words(spec: ChartSpec, index: int) -> tuple[str, str]:
    """The name of a slice, and its part of the whole."""
    value = spec.data.series[0].values[index] or 0.0
    return spec.data.categories[index], spec.percentage(value) if shows_values(spec) else spec.share(value)


def _angles(spec: ChartSpec) -> list[Angles]:
    """Where each slice begins and ends."""
    values = [value or 0.0 for value in spec.data.series[0].values]
    ends = list(accumulate((360 * value / sum(values) for value in values), initial=0.0))
    return [Angles(index, ends[index], ends[index + 1]) for index, value in enumerate(values) if value]


def _is_left(one: Angles) -> bool:
    return (one.start + one.end) / 2 >= 180


def _tallest_side(spec: ChartSpec, letters: Letters, width: float, compact: bool) -> float:
    """The height in mm of the names at one side, of that which has more."""
    lines = _all_lines(spec, letters, width, compact)
    sides = [0, 0]
    for one in _angles(spec):
        sides[_is_left(one)] += len(lines[one.slice])
    return max(sides) * letters.line


def _all_lines(spec: ChartSpec, letters: Letters, width: float, compact: bool) -> list[tuple[str, ...]]:
    """The name of every slice and its share below it, or beside it."""
    told = [slice_words(spec, index) for index in range(len(spec.data.categories))]
    least = (width - 2 * _SMALLEST * letters.em) / 2 - 2 * _GAP * letters.em
    room = min(_ROOM * width, least)
    if compact:
        return [letters.broken(f"{name} {share}", room) for name, share in told]
    return [(*letters.broken(name, room), share) for name, share in told]


def _side(
    pie: Pie, angles: list[Angles], lines: list[tuple[str, ...]], left: bool, height: float
) -> list[Place]:
    """The names at one side, from above to below, none over another."""
    letters, reach = pie.letters, pie.radius + _GAP * pie.letters.em
    middles = [radians((start + end) / 2) for _, start, end in angles]
    wanted = [pie.centre.y - reach * cos(angle) for angle in middles]
    sizes = [len(lines[index]) * letters.line for index, _, _ in angles]
    placed = spread(wanted, sizes, 0.0, height)
    found = []
    for (index, start, end), angle, y in zip(angles, middles, placed, strict=True):
        x = pie.centre.x + reach * sin(angle)
        x = _outside(pie, y, len(lines[index]) * letters.line / 2, x, left)
        found.append(Place(index, start, end, lines[index], Point(x, y), left))
    return found


def _outside(pie: Pie, y: float, half: float, x: float, left: bool) -> float:
    """The x beside the pie at that height, no nearer than its edge is anywhere along the lines."""
    gap = _GAP * pie.letters.em
    nearest = min(abs(y - pie.centre.y - half), abs(y - pie.centre.y + half))
    if abs(y - pie.centre.y) < half:
        nearest = 0.0
    chord = sqrt(max(pie.radius**2 - nearest**2, 0.0)) + gap
    edge = pie.centre.x - chord if left else pie.centre.x + chord
    if nearest > pie.radius:
        return x
    return min(x, edge) if left else max(x, edge)


def _lead(pie: Pie, one: Place) -> Iterator[Path]:
    """A line from the slice to a name that was moved away from it."""
    angle = radians((one.start + one.end) / 2)
    rim = Point(pie.centre.x + pie.radius * sin(angle), pie.centre.y - pie.radius * cos(angle))
    gap = 0.35 * pie.letters.em
    end = Point(one.at.x + (gap if one.left else -gap), one.at.y)
    if hypot(end.x - rim.x, end.y - rim.y) > (_GAP + _FAR) * pie.letters.em:
        yield Path((rim, end), stroke=Stroke("muted", 0.5))


def _name(pie: Pie, one: Place) -> Words:
    em = pie.letters.size * MM_PER_POINT
    top = one.at.y - ((len(one.lines) - 1) * LEADING + CAP) * em / 2
    look = pie.looks[one.slice]
    align = "end" if one.left else "start"
    base = Point(one.at.x, top + CAP * em)
    return Words(base, one.lines, pie.letters.size, "ink", align, look.strong, lang=pie.spec.lang)  # type: ignore[arg-type]
