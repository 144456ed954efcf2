"""The drawing of a map: the ground, what is shaded on it, arrows, dots and names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import cycle

from diptych.figures.drawing import Drawing, Mark, Part, Path, Pattern, Point, Stroke
from diptych.figures.maps.arrows import arrow, bent
from diptych.figures.maps.clipping import Bounds, area_of
from diptych.figures.maps.data_file import Earth, the_earth
from diptych.figures.maps.frame import Frame, extent_of, framed
from diptych.figures.maps.ground import edge, lines_on_it, rings, water_and_land
from diptych.figures.maps.legend import Legend, legend
from diptych.figures.maps.lettering import (
    Lettering,
    Obstacles,
    Stand,
    along,
    beside_dot,
    parts_of,
    settled,
    within,
)
from diptych.figures.maps.scale_bar import ScaleBar, scale_bar
from diptych.figures.maps.spec import MapSpec, Spot
from diptych.figures.maps.telling import place_table, told
from diptych.figures.measuring import Measure

# Sizes in ems: the radius of a dot, how far arrows keep from it.
_DOT, _CLEAR = 0.3, 0.55
_ARROW_WIDTH = 1.6
_PATTERNS: tuple[Pattern, ...] = ("up", "dots", "down", "grid", "across")
_SHADES = ("second", "third", "fourth", "fifth")


def map_drawing(spec: MapSpec, width: float, tallest: float, size: float, measure: Measure) -> Drawing:
    """The map, `width` mm wide and no taller than that, with names of `size` points.

    Where names would stand on each other, dots have numbers and a legend below names them.
    """
    letters = Lettering(size, measure, spec.lang)
    planned = _Map(spec, _frame(spec, width, tallest), letters)
    return (_numbered(planned, width, tallest) if planned.crowded else planned).drawing()


def _numbered(planned: _Map, width: float, tallest: float) -> _Map:
    """The map with numbers at its dots: the legend beside it where there is room, else below."""
    names, letters = [spot.name for spot in planned.spec.spots], planned.letters
    beside = legend(names, width - planned.frame.width, letters)
    start = planned.frame.width + beside.gap
    if start + beside.width <= width and beside.height <= planned.frame.height:
        return replace(planned, legend=replace(beside, at=Point(start, 0)))
    below = legend(names, width, letters)
    frame = _frame(planned.spec, width, tallest - below.height - below.gap)
    return _Map(planned.spec, frame, letters, replace(below, at=Point(0, frame.height + below.gap)))


def _frame(spec: MapSpec, width: float, tallest: float) -> Frame:
    """The map is broader than it is high: one reads it beside other things."""
    return framed(extent_of(spec.everything, spec.region), width, tallest, (0.95, 2.6))


@dataclass(frozen=True)
class _Map:
    """One map on its way to its drawing; with a `legend` its dots are numbered."""

    spec: MapSpec
    frame: Frame
    letters: Lettering
    legend: Legend | None = None

    def drawing(self) -> Drawing:
        width, height = self.frame.width, self.frame.height
        names = tuple(self.legend.parts()) if self.legend else ()
        if self.legend:
            width = max(width, self.legend.at.x + self.legend.width)
            height = max(height, self.legend.at.y + self.legend.height)
        parts = (*self._ground(), *self._figures(), *parts_of(self._names), *names)
        return Drawing(width, height, parts, told(self.spec), place_table(self.spec), self.spec.place)

    @property
    def crowded(self) -> bool:
        """True where two names of places would stand on each other, or one outside the map."""
        rooms = [stand.room.grown(-0.1 * self.letters.em) for stand in self._names[: len(self._dots)]]
        touching = any(one.meets(other) for number, one in enumerate(rooms) for other in rooms[:number])
        return touching or not all(_inside(room, self.frame.paper) for room in rooms)

    @cached_property
    def _earth(self) -> Earth:
        return the_earth()

    @cached_property
    def _dots(self) -> tuple[Point, ...]:
        return tuple(self.frame.at(spot.at) for spot in self.spec.spots)

    @cached_property
    def _ways(self) -> tuple[tuple[Point, ...], ...]:
        gap = _CLEAR * self.letters.em
        ends = ((self.frame.at(way.start.at), self.frame.at(way.end.at)) for way in self.spec.ways)
        return tuple(bent(start, end, gap) for start, end in ends)

    @cached_property
    def _scale_bar(self) -> ScaleBar | None:
        crowd = [*self._dots, *(point for way in self._ways for point in way)]
        return scale_bar(self.frame, self.letters, self._kilometres, crowd)

    def _kilometres(self, length: float) -> str:
        labels = self.spec.labels
        return labels("map_kilometres", count=labels.number(length, 0 if length >= 1 else 1))

    def _ground(self) -> Iterator[Part]:
        yield from water_and_land(self.frame, self._earth)
        for shape, pattern, shade in zip(self._areas, cycle(_PATTERNS), cycle(_SHADES), strict=False):
            for ring in shape:
                line = Stroke(shade, 1.0)
                yield Path(ring, True, "", line, pattern=pattern, pattern_colour=shade)
        yield from lines_on_it(self.frame, self._earth, self.spec.borders)
        yield edge(self.frame)

    @cached_property
    def _areas(self) -> tuple[list[tuple[Point, ...]], ...]:
        return tuple(rings(self.frame, area.ring) for area in self.spec.areas)

    def _figures(self) -> Iterator[Part]:
        for way in self._ways:
            yield from arrow(way, self.frame.paper, _ARROW_WIDTH)
        for dot in self._dots:
            yield Mark(dot, 2 * _DOT * self.letters.em, "circle", "dark", Stroke("paper", 0.75))
        if self._scale_bar:
            yield from self._scale_bar.parts

    @cached_property
    def _names(self) -> list[Stand]:
        """Names of places first, then those of arrows and areas."""
        radius = _DOT * self.letters.em
        spots = [
            beside_dot(self._name(number, spot), dot, radius, self.letters)
            for number, (spot, dot) in enumerate(zip(self.spec.spots, self._dots, strict=True), 1)
        ]
        ways = [
            along(way.label, line, self.letters, "second")
            for way, line in zip(self.spec.ways, self._ways, strict=True)
            if way.label
        ]
        areas = [
            within(area.label, max(shape, key=area_of), self.letters, "ink")
            for area, shape in zip(self.spec.areas, self._areas, strict=True)
            if shape
        ]
        return settled([*spots, *ways, *areas], self._obstacles)

    def _name(self, number: int, spot: Spot) -> str:
        return str(number) if self.legend else spot.name

    @property
    def _obstacles(self) -> Obstacles:
        radius = _DOT * self.letters.em
        dots = [Bounds(x - radius, y - radius, x + radius, y + radius) for x, y in self._dots]
        bar = [self._scale_bar.room] if self._scale_bar else []
        return Obstacles((*dots, *bar), self._ways, self.frame.paper)


def _inside(room: Bounds, paper: Bounds) -> bool:
    """True where all of a room lies on the paper."""
    across = room.left >= paper.left and room.right <= paper.right
    return across and room.low >= paper.low and room.high <= paper.high
