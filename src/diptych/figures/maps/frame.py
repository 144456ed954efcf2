"""The part of the earth that a map shows, and how it lies on the paper."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from diptych.figures.drawing import Point
from diptych.figures.maps.clipping import Bounds, bounds_of
from diptych.figures.maps.data_file import LonLat
from diptych.figures.maps.projections import (
    EARTH_RADIUS,
    EqualEarth,
    Projection,
    Regional,
    arc_between,
    around,
    middle_of,
)

# A map reaches so much beyond its places, as a share of their distance.
_MARGIN = 0.17
# Most names stand to the right of their dots, so that there is so much more room there.
_RIGHT = 0.07
# A single place is shown with so many km around it: one sees in which country it lies.
_AROUND_ONE = 1100.0
# Where there is room a map is so much broader than what it has to show.
_BROADER = 1.5
# Farther than this from the middle, in degrees, a region is drawn as a part of the world.
_FARTHEST = 62.0
# Without a region of its own the world is shown between these latitudes: Antarctica only where it matters.
_WORLD = (-58.0, 84.0)
# The middle of the world, the best first: the others are for what would be torn apart at the date line.
_MIDDLES = (0.0, 155.0, -100.0)


@dataclass(frozen=True)
class Extent:
    """A projection, and the rectangle of its plane in km that is shown. `whole` worlds have round edges."""

    projection: Projection
    bounds: Bounds
    whole: bool = False
    lats: tuple[float, float] = (-90.0, 90.0)


@dataclass(frozen=True)
class Frame:
    """An extent on paper, `width` by `height` mm."""

    extent: Extent
    width: float
    height: float

    @cached_property
    def scale(self) -> float:
        """How many mm a kilometre is."""
        return self.width / self.extent.bounds.width

    @property
    def paper(self) -> Bounds:
        """The whole map, in mm."""
        return Bounds(0, 0, self.width, self.height)

    def at(self, place: LonLat) -> Point:
        """Where a place lies on the map, in mm from its upper left corner."""
        projection = self.extent.projection
        east = around(place.lon - projection.centre.lon)
        return self.on_paper(projection(LonLat(projection.centre.lon + east, place.lat)))

    def world_edge(self) -> tuple[Point, ...]:
        """The outline of the world, or of the stretch of latitudes that the map shows."""
        return tuple(self.on_paper(self.extent.projection(one)) for one in _world_edge(self.extent))

    def on_paper(self, point: Point) -> Point:
        """Where a point of the plane lies on the map."""
        bounds = self.extent.bounds
        return Point((point.x - bounds.left) * self.scale, (bounds.high - point.y) * self.scale)

    @cached_property
    def window(self) -> Bounds:
        """Degrees of longitude from the middle, and of latitude, between which all lies that is shown."""
        projection, bounds = self.extent.projection, self.extent.bounds
        if not isinstance(projection, Regional):
            return Bounds(-180, self.extent.lats[0], 180, self.extent.lats[1])
        edge = [projection.inverse(point) for point in _edge(bounds)]
        lats = [one.lat for one in edge]
        north, south = (bounds.holds(projection(LonLat(projection.centre.lon, lat))) for lat in (90, -90))
        low, high = -90 if south else min(lats) - 1, 90 if north else max(lats) + 1
        turns = [around(one.lon - projection.centre.lon) for one in edge]
        if north or south or max(turns) - min(turns) > 300:
            return Bounds(-180, max(low, -90), 180, min(high, 90))
        return Bounds(min(turns) - 1, max(low, -90), max(turns) + 1, min(high, 90))


def framed(extent: Extent, width: float, tallest: float, shapes: tuple[float, float]) -> Frame:
    """The extent on paper, as wide as that and no taller; width to height lies between the `shapes`."""
    if extent.whole:
        return _whole(extent, width, tallest)
    bounds, (least, most) = extent.bounds, shapes
    wanted = min(max(bounds.width / bounds.height, least), most)
    shape = max(wanted, min(width / tallest, _BROADER * wanted))
    shown = min(width, tallest * shape)
    return Frame(Extent(extent.projection, _shaped(bounds, shape), lats=extent.lats), shown, shown / shape)


def extent_of(
    places: Sequence[LonLat], region: Sequence[float], legs: Sequence[tuple[LonLat, LonLat]], least: float
) -> Extent:
    """What a map shows: the region from west, south, east and north; else all places and some more.

    It is `least` km wide or wider, and more where there is one place only. `legs` are the stretches between
    places that must not be torn apart at the edge of the world.
    """
    if region:
        return _of_region(*region)
    middle = middle_of(list(places))
    if max(arc_between(middle, place) for place in places) > _FARTHEST:
        return _of_world(places, legs)
    first = bounds_of([Regional(middle)(place) for place in places])
    projection = Regional(Regional(middle).inverse(_centre(first)))
    return Extent(projection, _roomy(bounds_of([projection(place) for place in places]), least))


def _of_region(west: float, south: float, east: float, north: float) -> Extent:
    breadth = _breadth(west, east)
    middle = LonLat(around(west + breadth / 2), (south + north) / 2)
    border = _border(west, south, breadth, north)
    if max(arc_between(middle, place) for place in border) > _FARTHEST:
        projection = EqualEarth(LonLat(middle.lon, 0))
        turned = [LonLat(middle.lon + place.lon - west - breadth / 2, place.lat) for place in border]
        bounds = bounds_of([projection(place) for place in turned])
        return Extent(projection, bounds, breadth > 330, (south, north) if breadth > 330 else (-90, 90))
    regional = Regional(middle)
    return Extent(regional, bounds_of([regional(place) for place in border]))


def _of_world(places: Sequence[LonLat], legs: Sequence[tuple[LonLat, LonLat]]) -> Extent:
    middle = min(_MIDDLES, key=lambda one: sum(_torn(leg, one) for leg in legs))
    lats = [place.lat for place in places]
    low, high = max(-90.0, min(_WORLD[0], min(lats) - 5)), min(90.0, max(_WORLD[1], max(lats) + 5))
    projection = EqualEarth(LonLat(middle, 0))
    border = _border(middle - 180, low, 360, high)
    return Extent(projection, bounds_of([projection(place) for place in border]), True, (low, high))


def _torn(leg: tuple[LonLat, LonLat], middle: float) -> bool:
    """True where the way between two places leads over the edge of a world with that middle."""
    start, end = (around(place.lon - middle) for place in leg)
    return abs(end - start) > 180


def _border(west: float, south: float, breadth: float, north: float) -> list[LonLat]:
    """Places along the edge of a region; longitudes may pass 180."""
    shares = [number / 24 for number in range(25)]
    lines = [LonLat(west + breadth * share, lat) for lat in (south, north) for share in shares]
    sides = [
        LonLat(west + breadth * x, south + (north - south) * share) for x in (0, 0.5, 1) for share in shares
    ]
    return lines + sides


def _world_edge(extent: Extent) -> list[LonLat]:
    low, high = extent.lats
    lon, steps = extent.projection.centre.lon, range(61)
    up = [LonLat(lon + 180, low + (high - low) * step / 60) for step in steps]
    down = [LonLat(lon - 180, high - (high - low) * step / 60) for step in steps]
    return up + down


def _breadth(west: float, east: float) -> float:
    """How many degrees a region is wide, eastwards from its west; all of them where both are the same."""
    return (east - west) % 360 or 360.0


def _edge(bounds: Bounds) -> list[Point]:
    shares = [number / 16 for number in range(17)]
    rows = [
        Point(bounds.left + bounds.width * share, y) for y in (bounds.low, bounds.high) for share in shares
    ]
    sides = [
        Point(x, bounds.low + bounds.height * share) for x in (bounds.left, bounds.right) for share in shares
    ]
    # The plane of the projection is a disc.
    most = 2 * EARTH_RADIUS * 0.9999
    return [
        Point(p.x * min(1, most / max(math.hypot(*p), 1)), p.y * min(1, most / max(math.hypot(*p), 1)))
        for p in rows + sides
    ]


def _centre(bounds: Bounds) -> Point:
    return Point((bounds.left + bounds.right) / 2, (bounds.low + bounds.high) / 2)


def _roomy(bounds: Bounds, least: float) -> Bounds:
    """The rectangle with a margin, so that no place lies at the edge and its surroundings are seen."""
    longest = max(bounds.width, bounds.height)
    least = least if longest > 1 else _AROUND_ONE
    margin = max(longest, least / (1 + 2 * _MARGIN)) * _MARGIN
    roomy = bounds.grown(margin)._replace(right=bounds.right + margin + longest * _RIGHT)
    return _sized(roomy, max(roomy.width, least), max(roomy.height, least / 2))


def _shaped(bounds: Bounds, shape: float) -> Bounds:
    """The rectangle made wider or taller, so that its width to its height is as wanted."""
    if bounds.width < shape * bounds.height:
        return _sized(bounds, shape * bounds.height, bounds.height)
    return _sized(bounds, bounds.width, bounds.width / shape)


def _sized(bounds: Bounds, width: float, height: float) -> Bounds:
    middle = _centre(bounds)
    return Bounds(middle.x - width / 2, middle.y - height / 2, middle.x + width / 2, middle.y + height / 2)


def _whole(extent: Extent, width: float, tallest: float) -> Frame:
    height = width * extent.bounds.height / extent.bounds.width
    shrunk = min(1, tallest / height)
    return Frame(extent, width * shrunk, height * shrunk)
