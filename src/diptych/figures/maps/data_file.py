"""The earth's land, lakes, rivers and borders, from the files that come with the package."""

from __future__ import annotations

import functools
import gzip
import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from itertools import accumulate, chain
from typing import NamedTuple


class LonLat(NamedTuple):
    """A place on the earth in degrees, east and north positive."""

    lon: float
    lat: float


Line = tuple[LonLat, ...]
# Layers of areas, which may have holes.
_AREAS = ("land", "lakes")


@dataclass(frozen=True)
class Outline:
    """A line, or the ring of an area and those of its holes, as the file codes them: so many steps a degree.

    Most outlines lie far from what a map shows, so that they are decoded when they are asked for.
    """

    coded: Sequence[Sequence[int]]
    steps: int

    @functools.cached_property
    def rings(self) -> tuple[Line, ...]:
        """The line itself; or the ring of the area first, then those of its holes."""
        return tuple(self._decoded(one) for one in self.coded)

    @functools.cached_property
    def bounds(self) -> tuple[float, float, float, float]:
        """The least and greatest longitude and latitude in degrees between which it lies."""
        lons, lats = map(list, self._steps(self.coded[0]))
        west, east, south, north = (one / self.steps for one in (min(lons), max(lons), min(lats), max(lats)))
        if abs(lons[-1] - lons[0]) >= 180 * self.steps:
            south, north = (-90.0, north) if lats[0] < 0 else (south, 90.0)
        return west, east, south, north

    def _steps(self, coded: Sequence[int]) -> tuple[Iterator[int], Iterator[int]]:
        """Longitudes and latitudes; longitudes run on over 180 degrees."""
        whole = 360 * self.steps
        east = ((step + whole // 2) % whole - whole // 2 for step in coded[2::2])
        return accumulate(chain(coded[:1], east)), accumulate(coded[1::2])

    def _decoded(self, coded: Sequence[int]) -> Line:
        pairs = zip(*self._steps(coded), strict=True)
        return _closed_at_the_pole([LonLat(x / self.steps, y / self.steps) for x, y in pairs])


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
    return Earth(**_layers("natural-earth-50m.json.gz"))


@functools.cache
def the_earth_finely() -> Earth:
    """The same with land and borders at 1:10,000,000, for maps of small parts of the earth."""
    return replace(the_earth(), **_layers("natural-earth-10m.json.gz"))


def _layers(file: str) -> dict[str, tuple[Outline, ...]]:
    packed = files("diptych.figures.maps").joinpath("data", file).read_bytes()
    data = json.loads(gzip.decompress(packed))
    steps = data.pop("steps")
    return {
        name: tuple(Outline(one if name in _AREAS else [one], steps) for one in coded)
        for name, coded in data.items()
    }


def _closed_at_the_pole(line: list[LonLat]) -> Line:
    """The line; the ring of a continent around a pole takes in the pole itself."""
    start, end = line[0], line[-1]
    if abs(end.lon - start.lon) < 180:
        return tuple(line)
    pole = math.copysign(90, start.lat)
    return (*line, LonLat(end.lon, pole), LonLat(start.lon, pole))
