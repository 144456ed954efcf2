"""The drawing of a map: the ground, what is shaded on it, arrows, dots and names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import cycle

from diptych.figures.drawing import Drawing, Mark, Part, Path, Pattern, Point, Stroke
from diptych.figures.maps.arrows import arrow, bent
from diptych.figures.maps.clipping import Bounds, area_of, bounds_of
from diptych.figures.maps.data_file import Earth, the_earth, the_earth_finely
from diptych.figures.maps.frame import Frame, extent_of, framed
from diptych.figures.maps.graticule import GRATICULE, graticule
from diptych.figures.maps.ground import edge, lines_on_it, rings, water_and_land
from diptych.figures.maps.legend import Legend, legend
from diptych.figures.maps.lettering import Lettering, Stand, along, beside_dot, parts_of, within
from diptych.figures.maps.placing import Obstacles, clear, crosses, settled
from diptych.figures.maps.scale_bar import ScaleBar, scale_bar
from diptych.figures.maps.spec import MapSpec, Spot
from diptych.figures.maps.telling import place_table, told
from diptych.figures.measuring import Measure
from diptych.material.findings import source_error

# Sizes in ems: the radius of a dot, how far arrows keep from it, by how much rooms of names may overlap.
_DOT, _CLEAR = 0.25, 0.5
_SPARE = 0.15
_ARROW_WIDTH = 1.6
# On maps of fewer km one sees how coasts run in detail; on those of a town, that rivers and lakes do not.
_SMALL, _TOWN = 1200.0, 60.0
# A map is at least so many km wide, so that one sees what lies around; less where names would have no room.
_WIDTHS = (160.0, 20.0)
# A map above its list of names keeps at least this share of its room.
_LEAST_HEIGHT = 0.4
_PATTERNS: tuple[Pattern, ...] = ("up", "dots", "down", "grid", "across")
_SHADES = ("third", "fourth", "fifth", "second")


@dataclass(frozen=True)
class Room:
    """How wide a map may be, how tall, and how tall with a list of names below it; in mm."""

    width: float
    tallest: float
    with_list: float


def map_drawing(spec: MapSpec, room: Room, size: float, measure: Measure) -> Drawing:
    """The map as large as it may be, with names of `size` points.

    Where names would stand on each other, dots have numbers and a legend beside or below names them. A
    SourceError tells where even that has no room.
    """
    letters = Lettering(size, measure, spec.lang)
    frames = dict.fromkeys(_frame(spec, room.width, room.tallest, least) for least in _WIDTHS)
    tried = (_Map(spec, frame, letters) for frame in frames)
    fitting = next((one for one in tried if not one.crowded), None)
    return (fitting or _numbered(spec, letters, room)).drawing()


def _numbered(spec: MapSpec, letters: Lettering, room: Room) -> _Map:
    """The map with numbers at its dots: the legend beside it where there is room, else below."""
    names, least = [spot.told for spot in spec.spots], _WIDTHS[-1]
    frame = _frame(spec, room.width, room.tallest, least)
    beside = legend(names, room.width - frame.width, letters)
    start = frame.width + beside.gap
    if start + beside.width <= room.width and beside.height <= frame.height:
        return _legible(_Map(spec, frame, letters, replace(beside, at=Point(start, 0))))
    below = legend(names, room.width, letters)
    left, needed = room.with_list - below.height - below.gap, _LEAST_HEIGHT * room.tallest
    frame = _frame(spec, room.width, min(max(left, needed), room.tallest), least)
    planned = _Map(spec, frame, letters, replace(below, at=Point(0, frame.height + below.gap)))
    return _legible(planned, left >= needed)


def _legible(numbered: _Map, has_room: bool = True) -> _Map:
    """The map itself; a SourceError where even numbers would collide, or the list has no room."""
    if has_room and not numbered.confused:
        return numbered
    message = "the names of this map's places have no room, not even as numbers with a list"
    hint = "show fewer places, shorten their names, or keep the map out of the slides: `only: handout`"
    raise source_error(message, numbered.spec.place, hint, kind="map-too-full")


def _frame(spec: MapSpec, width: float, tallest: float, least: float) -> Frame:
    """The map is broader than it is high: one reads it beside other things."""
    return framed(extent_of(spec.everything, spec.region, spec.legs, least), width, tallest, (0.95, 2.6))


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
        """True where a name of a place stood on another, a dot or outside, or its line met a dot."""
        boxes, others = (*self._obstacles.dots, *self._obstacles.boxes), self._names[len(self._dots) :]
        rooms = [*boxes, *(other.room.grown(-self._spare) for other in others)]
        on_it = any(stand.room.meets(room) for stand in self._at_dots for room in rooms)
        return self.confused or on_it or self._misled

    @property
    def _misled(self) -> bool:
        """True where a line that leads to a name runs through the dot of another."""
        dots = self._obstacles.dots
        return any(
            crosses(stand.leader, dot)
            for own, stand in enumerate(self._at_dots)
            for number, dot in enumerate(dots)
            if number != own
        )

    @property
    def confused(self) -> bool:
        """True where names of places would stand on each other, or one outside the map."""
        return not clear(self._at_dots, self.frame.paper, self._spare)

    @property
    def _spare(self) -> float:
        """By how much rooms may overlap, in mm: letters leave free so much of them."""
        return _SPARE * self.letters.em

    @property
    def _at_dots(self) -> list[Stand]:
        return self._names[: len(self._dots)]

    @cached_property
    def _earth(self) -> Earth:
        longest = max(self.frame.extent.bounds.width, self.frame.extent.bounds.height)
        earth = the_earth_finely() if longest < _SMALL else the_earth()
        return replace(earth, rivers=(), lakes=()) if longest < _TOWN else earth

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
        clutter = [line for part in self._lines_and_land if isinstance(part, Path) for line in _lines(part)]
        return scale_bar(self.frame, self.letters, self._kilometres, crowd, clutter)

    def _kilometres(self, length: float) -> str:
        labels = self.spec.labels
        return labels("map_kilometres", count=labels.number(length, 0 if length >= 1 else 1))

    @cached_property
    def _lines_and_land(self) -> tuple[Part, ...]:
        below = tuple(water_and_land(self.frame, self._earth))
        return (*below, *self._graticule, *lines_on_it(self.frame, self._earth, self.spec.borders))

    @property
    def _graticule(self) -> Iterator[Part]:
        if pieces := graticule(self.frame):
            yield Path(pieces[0], stroke=GRATICULE, holes=tuple(pieces[1:]))

    def _ground(self) -> Iterator[Part]:
        yield from self._lines_and_land
        for shape, pattern, shade in zip(self._areas, cycle(_PATTERNS), cycle(_SHADES), strict=False):
            for ring in shape:
                line = Stroke(shade, 1.0)
                yield Path(ring, True, "", line, pattern=pattern, pattern_colour=shade)
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
            self._beside(number, spot, dot, radius)
            for number, (spot, dot) in enumerate(zip(self.spec.spots, self._dots, strict=True), 1)
        ]
        ways = [
            along(way.label, line, self.letters, "second")
            for way, line in zip(self.spec.ways, self._ways, strict=True)
            if way.label
        ]
        areas = [
            within(area.label, max(shape, key=area_of), self.letters)
            for area, shape in zip(self.spec.areas, self._areas, strict=True)
            if shape
        ]
        return settled([*spots, *ways, *areas], self._obstacles)

    def _beside(self, number: int, spot: Spot, dot: Point, radius: float) -> tuple[Stand, ...]:
        if self.legend:
            return beside_dot(str(number), "", dot, radius, self.letters, bold=True)
        bold = any(one.about for one in self.spec.spots)
        return beside_dot(spot.name, spot.about, dot, radius, self.letters, bold)

    @property
    def _obstacles(self) -> Obstacles:
        radius = _DOT * self.letters.em
        dots = [Bounds(x - radius, y - radius, x + radius, y + radius) for x, y in self._dots]
        bar = [self._scale_bar.room] if self._scale_bar else []
        shaded = tuple(bounds_of(ring) for shape in self._areas for ring in shape)
        return Obstacles(tuple(dots), tuple(bar), shaded, self._ways, self.frame.paper, self.letters.em)


def _lines(path: Path) -> tuple[tuple[Point, ...], ...]:
    return (path.points, *path.holes)
