"""What a map shows, from its block and the places of the document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diptych.figures.maps.data_file import LonLat
from diptych.figures.maps.frame import in_region
from diptych.material.blocks import Map
from diptych.material.labels import Labels
from diptych.material.maps.coordinates import Coordinates
from diptych.material.maps.places import KnownPlace, all_places, end_of, shown_places
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
    return MapSpec(
        block.map.plain(),
        tuple(_spots(block, material, region)),
        tuple(Way(_end(one.start, known), _end(one.end, known), one.label) for one in block.arrows),
        tuple(Shaded(one.label, tuple(map(_lonlat, one.outline))) for one in block.areas),
        region,
        block.borders == "today",
        block.alt,
        block.lang or material.lang,
        labels,
        block.place,
    )


def _spots(block: Map, material: Material, region: Sequence[float]) -> Iterator[Spot]:
    """The places that the map names, or those of the document that lie in its region."""
    for one in shown_places(block, material):
        at = _lonlat(one.coordinates)
        if block.places or in_region(at, region):
            yield Spot(one.name, at)


def _end(text: str, known: Sequence[KnownPlace]) -> Spot:
    """The end of an arrow; its name is empty where only coordinates are given."""
    end = end_of(text, known) or KnownPlace("", Coordinates(0, 0))
    return Spot(end.name, _lonlat(end.coordinates))


def _lonlat(coordinates: Coordinates) -> LonLat:
    return LonLat(coordinates.lon, coordinates.lat)
