"""A map in words, for those who cannot see it: what it shows, and the coordinates of its places."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.figures.drawing import DataTable
from diptych.figures.maps.data_file import LonLat
from diptych.figures.maps.spec import MapSpec, Spot


def told(spec: MapSpec) -> str:
    """The author's own words; or the map's places, arrows and areas in sentences."""
    return spec.alt or " ".join(_sentences(spec))


def place_table(spec: MapSpec) -> DataTable | None:
    """The places and where they lie; None where the map names none."""
    if not spec.spots:
        return None
    header = (spec.labels("map_place"), spec.labels("map_coordinates"))
    return DataTable(header, tuple((spot.told, position(spot.at, spec)) for spot in spec.spots))


def position(at: LonLat, spec: MapSpec) -> str:
    """Latitude and longitude as the language writes them, to a tenth of a degree."""
    north = spec.labels("map_north" if at.lat >= 0 else "map_south", degrees=_number(abs(at.lat), spec))
    east = spec.labels("map_east" if at.lon >= 0 else "map_west", degrees=_number(abs(at.lon), spec))
    return f"{north} {east}"


def _sentences(spec: MapSpec) -> Iterator[str]:
    names = spec.labels.listed([_at_length(spot) for spot in spec.spots])
    yield spec.labels("map_shows", places=names) if names else spec.labels("map_only", caption=spec.caption)
    for way in spec.ways:
        ends = {"start": _named(way.start, spec), "end": _named(way.end, spec)}
        name = "map_arrow_named" if way.label else "map_arrow"
        yield spec.labels(name, label=way.label, **ends) if way.label else spec.labels(name, **ends)
    for area in spec.areas:
        yield spec.labels("map_area", label=area.label)
    if spec.borders:
        yield f"{spec.labels('map_borders')}."


def _at_length(spot: Spot) -> str:
    return f"{spot.name} ({spot.about})" if spot.about else spot.name


def _named(spot: Spot, spec: MapSpec) -> str:
    return spot.name or position(spot.at, spec)


def _number(value: float, spec: MapSpec) -> str:
    return spec.labels.number(value, 1)
