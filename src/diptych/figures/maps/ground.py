"""What lies beneath the places of a map: water, land, lakes, rivers, coasts and perhaps borders."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from diptych.figures.drawing import NO_STROKE, Part, Path, Point, Rectangle, Stroke
from diptych.figures.maps.clipping import Bounds, Pair, area_of, clipped_area, clipped_line, simplified
from diptych.figures.maps.data_file import Earth, LonLat, Outline
from diptych.figures.maps.frame import Frame

WATER, LAND = "soft", "paper"
# Points nearer to a line than this are left out, in mm; islands and lakes smaller than that, in square mm.
_TOLERANCE, _SMALLEST_ISLAND, _SMALLEST_LAKE, _SHORTEST_RIVER = 0.15, 0.12, 0.5, 3.0
# Straight lines between degrees are curves on the map: no step is longer than this.
_LONGEST_STEP = 2.0
_KM_PER_DEGREE = 111.2
_COAST, _RIVER = Stroke("rule", 0.6), Stroke("rule", 0.4)
_BORDER = Stroke("muted", 0.6, "dash")


def water_and_land(frame: Frame, earth: Earth) -> Iterator[Part]:
    """The ground, without lines."""
    if frame.extent.whole:
        yield Path(frame.world_edge(), closed=True, fill=WATER)
    else:
        yield Rectangle(Point(0, 0), frame.width, frame.height, WATER)
    rings = [ring for one in earth.land for ring in _areas(frame, one, _SMALLEST_ISLAND)]
    if rings:
        yield _together(rings, closed=True, fill=LAND)


def lines_on_it(frame: Frame, earth: Earth, borders: bool) -> Iterator[Part]:
    """Lakes, rivers and coasts, and borders where they are wanted."""
    if rivers := list(_rivers(frame, earth)):
        yield _together(rivers, stroke=_RIVER)
    if lakes := [ring for one in earth.lakes for ring in _areas(frame, one, _SMALLEST_LAKE)]:
        yield _together(lakes, closed=True, fill=WATER, stroke=_RIVER)
    if borders and (kept := [piece for one in earth.borders for piece in lines(frame, one)]):
        yield _together(kept, stroke=_BORDER)
    if coasts := [piece for one in earth.land for piece in _coasts(frame, one)]:
        yield _together(coasts, stroke=_COAST)


def _together(
    pieces: Sequence[tuple[Point, ...]], closed: bool = False, fill: str = "", stroke: Stroke = NO_STROKE
) -> Path:
    """All pieces as one form: slides of a thousand forms are slow to open."""
    return Path(pieces[0], closed, fill, stroke, tuple(pieces[1:]))


def _rivers(frame: Frame, earth: Earth) -> Iterator[tuple[Point, ...]]:
    for outline in earth.rivers:
        pieces = lines(frame, outline)
        if sum(map(_length, pieces)) >= _SHORTEST_RIVER:
            yield from pieces


def edge(frame: Frame) -> Part:
    """The line around the map."""
    if frame.extent.whole:
        return Path(frame.world_edge(), closed=True, stroke=_COAST)
    return Rectangle(Point(0, 0), frame.width, frame.height, stroke=Stroke("rule", 0.75))


def rings(frame: Frame, ring: Sequence[LonLat]) -> list[tuple[Point, ...]]:
    """What of an area the map shows, in mm."""
    found = []
    for turned in _turned(frame, ring):
        cut = clipped_area(turned, frame.window)
        points = clipped_area([frame.on_paper(one) for one in _projected(frame, cut, True)], frame.paper)
        if points:
            closed = [Point(*point) for point in points]
            found.append(_simplified_ring(closed))
    return [ring for ring in found if len(ring) > 2]


def lines(frame: Frame, outline: Outline) -> list[tuple[Point, ...]]:
    """What of a line the map shows, in mm."""
    found = []
    for turned in _turned(frame, outline.line):
        for piece in clipped_line(turned, frame.window):
            points = [frame.on_paper(one) for one in _projected(frame, piece, False)]
            for part in clipped_line(points, frame.paper):
                found.append(simplified([Point(*point) for point in part], _TOLERANCE))
    return [line for line in found if _length(line) > _TOLERANCE]


def _areas(frame: Frame, outline: Outline, smallest: float) -> Iterator[tuple[Point, ...]]:
    """The rings of an area and of its holes, as far as they are seen."""
    if _extent(frame, outline) < smallest:
        return
    for ring in (outline.line, *outline.holes):
        yield from (one for one in rings(frame, ring) if area_of(one) >= smallest)


def _extent(frame: Frame, outline: Outline) -> float:
    """The area in square mm of the rectangle round an area, before anything is cut off."""
    west, east, south, north = outline.bounds
    across = (east - west) * math.cos(math.radians(min(abs(south), abs(north), 85.0)))
    return across * (north - south) * (_KM_PER_DEGREE * frame.scale) ** 2


def _coasts(frame: Frame, outline: Outline) -> Iterator[tuple[Point, ...]]:
    """The coast: not the seams where the data are cut, along the meridian of 180 degrees and at the pole."""
    if _extent(frame, outline) < _SMALLEST_ISLAND:
        return
    for ring in (outline.line, *outline.holes):
        for piece in _without_seams(ring):
            yield from lines(frame, Outline(tuple(piece)))


def _without_seams(ring: Sequence[LonLat]) -> list[list[LonLat]]:
    pieces: list[list[LonLat]] = [[]]
    for start, end in pairwise([*ring, ring[0]]):
        if _on_seam(start) and _on_seam(end):
            pieces.append([])
            continue
        pieces[-1] += [end] if pieces[-1] else [start, end]
    return [piece for piece in pieces if len(piece) > 1]


def _on_seam(place: LonLat) -> bool:
    return abs(abs(place.lon) - 180) < 0.02 or place.lat < -89.9


def _turned(frame: Frame, line: Sequence[LonLat]) -> Iterator[list[Pair]]:
    """The line with longitudes counted from the middle of the map; once or twice, where it shows there."""
    window, middle = frame.window, frame.extent.projection.centre.lon
    lons, lats = [place.lon for place in line], [place.lat for place in line]
    low, high = min(lats), max(lats)
    for turn in (-360, 0, 360):
        around = Bounds(min(lons) - middle + turn, low, max(lons) - middle + turn, high)
        if around.grown(1e-6).meets(window):
            yield [(place.lon - middle + turn, place.lat) for place in line]


def _projected(frame: Frame, line: Sequence[Pair], closed: bool) -> list[Point]:
    """The line in the plane, with steps so short that it curves as it should."""
    projection = frame.extent.projection
    middle = projection.centre.lon
    dense: list[Pair] = []
    for start, end in pairwise([*line, line[0]] if closed and line else line):
        steps = max(1, math.ceil(max(abs(end[0] - start[0]), abs(end[1] - start[1])) / _LONGEST_STEP))
        dense += [
            (start[0] + (end[0] - start[0]) * n / steps, start[1] + (end[1] - start[1]) * n / steps)
            for n in range(steps)
        ]
    dense += [] if closed else [line[-1]]
    return [projection(LonLat(lon + middle, lat)) for lon, lat in dense]


def _simplified_ring(ring: list[Point]) -> tuple[Point, ...]:
    """A ring in two halves, so that it keeps its farthest point."""
    far = max(range(len(ring)), key=lambda n: math.dist(ring[0], ring[n]))
    one, other = ring[: far + 1], [*ring[far:], ring[0]]
    return (*simplified(one, _TOLERANCE)[:-1], *simplified(other, _TOLERANCE)[:-1])


def _length(line: Sequence[Point]) -> float:
    return sum(math.dist(start, end) for start, end in pairwise(line))
