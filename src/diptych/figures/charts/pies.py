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
# A slice this much thinner than its name is led to it by a line.
_FAR = 0.7


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
    """The plan of a pie or ring, in mm."""

    spec: ChartSpec
    letters: Letters
    centre: Point
    radius: float
    width: float
    height: float
    places: tuple[Place, ...] = ()

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
    values = [value or 0.0 for value in spec.data.series[0].values]
    room = _ROOM * width
    lines = [_lines(spec, letters, index, room) for index in range(len(values))]
    widest = max((letters.widest(one) for one in lines), default=0.0)
    gap = _GAP * letters.em
    across = (width - 2 * (widest + 2 * gap)) / 2
    radius = max(min(height / 2 - 0.5 * letters.line, across), 2 * letters.em)
    centre = Point(width / 2, height / 2)
    ends = list(accumulate((360 * value / sum(values) for value in values), initial=0.0))
    angles = [(index, ends[index], ends[index + 1]) for index, value in enumerate(values) if value]
    pie = Pie(spec, letters, centre, radius, width, height)
    sides = (
        _side(pie, [one for one in angles if (sum(one[1:]) / 2 >= 180) == left], lines, left, height)
        for left in (False, True)
    )
    places = sorted(place for side in sides for place in side)
    return replace(pie, places=tuple(places))


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
    return spec.unit == "%"


def slice_words(spec: ChartSpec, index: int) -> tuple[str, str]:
    """The name of a slice, and its part of the whole."""
    value = spec.data.series[0].values[index] or 0.0
    return spec.data.categories[index], spec.told(value) if shows_values(spec) else spec.share(value)


def _lines(spec: ChartSpec, letters: Letters, index: int, room: float) -> tuple[str, ...]:
    name, share = slice_words(spec, index)
    return (*letters.broken(name, room), share)


def _side(
    pie: Pie, angles: list[tuple[int, float, float]], lines: list[tuple[str, ...]], left: bool, height: float
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
