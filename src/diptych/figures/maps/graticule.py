"""Meridians and parallels, where they tell how the earth lies: around the poles and on maps of the world."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.figures.drawing import Point, Stroke
from diptych.figures.maps.data_file import LonLat
from diptych.figures.maps.frame import Frame
from diptych.figures.maps.ground import lines

GRATICULE = Stroke("rule", 0.25)
# So many degrees apart; parallels stand closer together on maps of a pole. Meridians end short of the pole.
_MERIDIANS, _PARALLELS, _POLAR_PARALLELS, _LAST = 30, 30, 10, 80


def graticule(frame: Frame) -> list[tuple[Point, ...]]:
    """The lines that the map shows; none on maps of a part of the earth, where they are only in the way."""
    window = frame.window
    if window.width < 359:
        return []
    return [piece for line in _lines(frame) for piece in lines(frame, line)]


def _lines(frame: Frame) -> Iterator[list[LonLat]]:
    window, middle = frame.window, frame.extent.projection.centre.lon
    polar = not frame.extent.whole and max(abs(window.low), abs(window.high)) == 90
    for lon in range(-180, 180, _MERIDIANS):
        yield [LonLat(lon, -_LAST if polar else -90), LonLat(lon, _LAST if polar else 90)]
    step = _POLAR_PARALLELS if polar else _PARALLELS
    for lat in range(-90 + step, 90, step):
        yield [LonLat(middle - 180, lat), LonLat(middle + 180, lat)]
