"""What a map shows, from its block and the places of the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from diptych.figures.maps.data_file import LonLat
from diptych.figures.maps.frame import in_region
from diptych.material.blocks import Map
from diptych.material.labels import Labels
from diptych.material.maps.coordinates import Coordinates
from diptych.material.maps.places import all_places, end_of, shown_places
from diptych.material.model import Material
from diptych.material.place import Place


@dataclass(frozen=True)
class Spot:
    """A place with its name."""

    name: str
    at: LonLat


@dataclass(frozen=True)
class Way:
    """An arrow from one place to another."""

    start: Spot
    end: Spot
    label: str


@dataclass(frozen=True)
class Shaded:
    """An area with its name."""

    label: str
    ring: tuple[LonLat, ...]


@dataclass(frozen=True)
class MapSpec:
    """All that is on a map; `lang` is that of its words."""

    caption: str
    spots: tuple[Spot, ...]
    ways: tuple[Way, ...]
    areas: tuple[Shaded, ...]
    region: tuple[float, ...]
    borders: bool
    alt: str
    lang: str
    labels: Labels
    place: Place

    @property
    def everything(self) -> tuple[LonLat, ...]:
        """Every place that the map has to show."""
        ends = (end.at for way in self.ways for end in (way.start, way.end))
        corners = (corner for area in self.areas for corner in area.ring)
        return (*(spot.at for spot in self.spots), *ends, *corners)


def map_spec(block: Map, material: Material, labels: Labels) -> MapSpec:
    """The map of a block. Of the document's places those are shown that lie in its region."""
    region = tuple(map(float, block.region))
    known = all_places(block, material)
    spots = tuple(
        Spot(one.name, _lonlat(one.coordinates))
        for one in shown_places(block, material)
        if block.places or in_region(_lonlat(one.coordinates), region)
    )
    ways = tuple(
        Way(*(_end(text, known) for text in (one.start, one.end)), one.label) for one in block.arrows
    )
    areas = tuple(Shaded(one.label, tuple(map(_lonlat, one.outline))) for one in block.areas)
    return MapSpec(
        block.map.plain(),
        spots,
        ways,
        areas,
        region,
        block.borders == "today",
        block.alt,
        block.lang or material.lang,
        labels,
        block.place,
    )


def _end(text: str, known: Sequence[tuple[str, Coordinates]]) -> Spot:
    """The end of an arrow; its name is empty where only coordinates are given."""
    name, coordinates = end_of(text, known) or ("", Coordinates(0, 0))
    return Spot(name, _lonlat(coordinates))


def _lonlat(coordinates: Coordinates) -> LonLat:
    return LonLat(coordinates.lon, coordinates.lat)
