"""What lies beneath the places of a map: water, land, lakes, rivers, coasts and perhaps borders."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from diptych.figures.drawing import NO_STROKE, Part, Path, Point, Rectangle, Stroke
from diptych.figures.maps.clipping import Bounds, Pair, area_of, clipped_area, clipped_line, simplified
from diptych.figures.maps.data_file import Earth, LonLat, Outline
from diptych.figures.maps.frame import Frame
from diptych.figures.maps.projections import around

WATER, LAND = "soft", "paper"
# A map is so many times as wide as the finest thing one sees of it. Points that stray less from a line are
# left out, and islands, lakes and rivers smaller or shorter than so many of these (squared, for areas).
_FINENESS, _SMALLEST_ISLAND, _SMALLEST_LAKE, _SHORTEST_RIVER = 800.0, 6.0, 20.0, 20.0
# Straight lines between degrees are curves on the map: no step is longer than this.
_LONGEST_STEP = 2.0
_KM_PER_DEGREE = 111.2
# Points nearer to the last than this share of the finest thing are left out at once.
_THINNING = 0.4
_COAST, _RIVER = Stroke("rule", 0.6), Stroke("rule", 0.4)
_BORDER = Stroke("muted", 0.6, "dash")


def water_and_land(frame: Frame, earth: Earth) -> Iterator[Part]:
    """Water and land, which has its coast for outline where the data have no seam in what is shown."""
    if frame.extent.whole:
        yield Path(frame.world_edge(), closed=True, fill=WATER)
    else:
        yield Rectangle(Point(0, 0), frame.width, frame.height, WATER)
    if rings := [ring for one in earth.land for ring in _areas(frame, one, _SMALLEST_ISLAND)]:
        yield _together(rings, closed=True, fill=LAND, stroke=NO_STROKE if _seam_shows(frame) else _COAST)


def lines_on_it(frame: Frame, earth: Earth, borders: bool) -> Iterator[Part]:
    """Rivers and lakes, coasts where they are not drawn yet, and borders where they are wanted."""
    if rivers := list(_rivers(frame, earth)):
        yield _together(rivers, stroke=_RIVER)
    if lakes := [ring for one in earth.lakes for ring in _areas(frame, one, _SMALLEST_LAKE)]:
        yield _together(lakes, closed=True, fill=WATER, stroke=_RIVER)
    if borders and (kept := [piece for one in earth.borders for piece in _pieces(frame, one)]):
        yield _together(kept, stroke=_BORDER)
    if _seam_shows(frame):
        yield _together([piece for one in earth.land for piece in _coasts(frame, one)], stroke=_COAST)


def _together(
    pieces: Sequence[tuple[Point, ...]], closed: bool = False, fill: str = "", stroke: Stroke = NO_STROKE
) -> Path:
    """All pieces as one form: slides of a thousand forms are slow to open."""
    return Path(pieces[0], closed, fill, stroke, tuple(pieces[1:]))


def _rivers(frame: Frame, earth: Earth) -> Iterator[tuple[Point, ...]]:
    for outline in earth.rivers:
        pieces = list(_pieces(frame, outline))
        if sum(map(_length, pieces)) >= _SHORTEST_RIVER * _finest(frame):
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
            found.append(_simplified_ring(closed, _finest(frame)))
    return [ring for ring in found if len(ring) > 2]


def lines(frame: Frame, line: Sequence[LonLat]) -> list[tuple[Point, ...]]:
    """What of a line the map shows, in mm."""
    found = []
    for turned in _turned(frame, line):
        for piece in clipped_line(turned, frame.window):
            points = [frame.on_paper(one) for one in _projected(frame, piece, False)]
            for part in clipped_line(points, frame.paper):
                found.append(simplified([Point(*point) for point in part], _finest(frame)))
    return [line for line in found if _length(line) > _finest(frame)]


def _areas(frame: Frame, outline: Outline, smallest: float) -> Iterator[tuple[Point, ...]]:
    """The rings of an area and of its holes, as far as they are seen."""
    least = smallest * _finest(frame) ** 2
    if _extent(frame, outline) < least or not _near(frame, outline):
        return
    for ring in outline.rings:
        yield from (one for one in rings(frame, ring) if area_of(one) >= least)


def _pieces(frame: Frame, outline: Outline) -> Iterator[tuple[Point, ...]]:
    """The pieces of a river or border that the map shows."""
    if _near(frame, outline):
        yield from lines(frame, outline.rings[0])


def _near(frame: Frame, outline: Outline) -> bool:
    """False where the map shows nothing of an outline, by its least and greatest degrees."""
    west, east, south, north = outline.bounds
    middle = frame.extent.projection.centre.lon
    turns = (Bounds(west - middle + turn, south, east - middle + turn, north) for turn in (-360, 0, 360))
    return any(one.grown(1e-6).meets(frame.window) for one in turns)


def _extent(frame: Frame, outline: Outline) -> float:
    """The area in square mm of the rectangle round an area, before anything is cut off."""
    west, east, south, north = outline.bounds
    across = (east - west) * math.cos(math.radians(min(abs(south), abs(north), 85.0)))
    return across * (north - south) * (_KM_PER_DEGREE * frame.scale) ** 2


def _coasts(frame: Frame, outline: Outline) -> Iterator[tuple[Point, ...]]:
    """The coast: not the seams where the data are cut, along the meridian of 180 degrees and at the pole."""
    if _extent(frame, outline) < _SMALLEST_ISLAND * _finest(frame) ** 2 or not _near(frame, outline):
        return
    for ring in outline.rings:
        for piece in _without_seams(ring):
            yield from lines(frame, piece)


def _without_seams(ring: Sequence[LonLat]) -> list[list[LonLat]]:
    pieces: list[list[LonLat]] = [[]]
    for start, end in pairwise([*ring, ring[0]]):
        if _on_seam(start) and _on_seam(end):
            pieces.append([])
            continue
        pieces[-1] += [end] if pieces[-1] else [start, end]
    return [piece for piece in pieces if len(piece) > 1]


def _seam_shows(frame: Frame) -> bool:
    """True where the map shows land that the data cut: along the meridian of 180 degrees, around the pole."""
    window = frame.window
    seam = around(180 - frame.extent.projection.centre.lon)
    return window.low < -89 or any(window.left < seam + turn < window.right for turn in (-360, 0, 360))


def _finest(frame: Frame) -> float:
    """The finest thing that one sees of the map, in mm."""
    return max(frame.width, frame.height) / _FINENESS


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
            yield [(place.lon - middle + turn, place.lat) for place in _thinned(frame, line)]


def _thinned(frame: Frame, line: Sequence[LonLat]) -> list[LonLat]:
    """The line without points so near to the last that nobody could see it: there are many on large maps."""
    least = _THINNING * _finest(frame) / (_KM_PER_DEGREE * frame.scale)
    kept = [line[0]]
    for place in line:
        if abs(place.lon - kept[-1].lon) > least or abs(place.lat - kept[-1].lat) > least:
            kept.append(place)
    return [*kept, line[-1]]


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


def _simplified_ring(ring: list[Point], tolerance: float) -> tuple[Point, ...]:
    """A ring in two halves, so that it keeps its farthest point."""
    far = max(range(len(ring)), key=lambda n: math.dist(ring[0], ring[n]))
    one, other = ring[: far + 1], [*ring[far:], ring[0]]
    return (*simplified(one, tolerance)[:-1], *simplified(other, tolerance)[:-1])


def _length(line: Sequence[Point]) -> float:
    return sum(math.dist(start, end) for start, end in pairwise(line))
