"""The earth's land, lakes, rivers and borders, from the file that comes with the package."""

from __future__ import annotations

import functools
import gzip
import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import accumulate
from typing import Any, NamedTuple


class LonLat(NamedTuple):
    """A place on the earth in degrees, east and north positive."""

    lon: float
    lat: float


Line = tuple[LonLat, ...]


@dataclass(frozen=True)
class Outline:
    """A line, or the ring of an area with the rings of its holes, and the degrees between which it lies."""

    line: Line
    holes: tuple[Line, ...] = ()

    @functools.cached_property
    def bounds(self) -> tuple[float, float, float, float]:
        """The least and greatest longitude, the least and greatest latitude."""
        lons, lats = [point.lon for point in self.line], [point.lat for point in self.line]
        return min(lons), max(lons), min(lats), max(lats)


@dataclass(frozen=True)
class Earth:
    """What a map draws of the earth: areas of land and lakes, lines of rivers and borders."""

    land: tuple[Outline, ...]
    lakes: tuple[Outline, ...]
    rivers: tuple[Outline, ...]
    borders: tuple[Outline, ...]


@functools.cache
def the_earth() -> Earth:
    """The layers of Natural Earth at 1:50,000,000 (public domain)."""
    packed = files("diptych.figures.maps").joinpath("data", "natural-earth-50m.json.gz").read_bytes()
    data = json.loads(gzip.decompress(packed))
    steps = data["steps"]
    areas = {name: tuple(_areas(data[name], steps)) for name in ("land", "lakes")}
    lines = {name: tuple(Outline(_line(one, steps)) for one in data[name]) for name in ("rivers", "borders")}
    return Earth(**areas, **lines)


def _areas(coded: Sequence[Any], steps: int) -> Iterator[Outline]:
    for rings in coded:
        ring, *holes = (_line(one, steps) for one in rings)
        yield Outline(ring, tuple(holes))


def _line(coded: Sequence[int], steps: int) -> Line:
    """The points from steps of longitude and latitude by turns; longitudes run on over 180 degrees."""
    whole = 360 * steps
    east = ((step + whole // 2) % whole - whole // 2 for step in coded[2::2])
    pairs = zip(accumulate([coded[0], *east]), accumulate(coded[1::2]), strict=True)
    return _closed_at_the_pole([LonLat(x / steps, y / steps) for x, y in pairs])


def _closed_at_the_pole(line: list[LonLat]) -> Line:
    """The line; the ring of a continent around a pole takes in the pole itself."""
    start, end = line[0], line[-1]
    if abs(end.lon - start.lon) < 180:
        return tuple(line)
    pole = math.copysign(90, start.lat)
    return (*line, LonLat(end.lon, pole), LonLat(start.lon, pole))
