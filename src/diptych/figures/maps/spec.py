"""What a map shows, from its block and the places of the document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from diptych.figures.maps.data_file import LonLat
from diptych.figures.maps.projections import around
from diptych.material.blocks import Map
from diptych.material.labels import Labels
from diptych.material.maps.coordinates import Coordinates
from diptych.material.maps.places import KnownPlace, all_places, end_of, lies_in, shown_places
from diptych.material.model import Material
from diptych.material.place import Place


@dataclass(frozen=True)
class Spot:
    """A place with its name, and perhaps what happened there."""

    name: str
    at: LonLat
    about: str = ""

    @property
    def told(self) -> str:
        """Its name and what happened there, on one line."""
        return f"{self.name} – {self.about}" if self.about else self.name


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
    def content(self) -> tuple[object, ...]:
        """All that the drawing shows and tells, wherever the map stands in its source."""
        shown = (
            self.caption,
            self.spots,
            self.ways,
            self.areas,
            self.region,
            self.borders,
            self.alt,
            self.lang,
        )
        return (*shown, self.labels.lang, self.labels.texts)

    @property
    def legs(self) -> tuple[tuple[LonLat, LonLat], ...]:
        """Each stretch that must not be torn apart at the edge of the world: arrows, and sides of areas."""
        sides = (pairwise((*area.ring, area.ring[0])) for area in self.areas)
        return (*((way.start.at, way.end.at) for way in self.ways), *chain(*sides))

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
        tuple(Shaded(one.label, _ring(one.outline)) for one in block.areas),
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
        if block.places or lies_in(one.coordinates, region):
            yield Spot(one.name, _lonlat(one.coordinates), one.about)


def _end(text: str, known: Sequence[KnownPlace]) -> Spot:
    """The end of an arrow; its name is empty where only coordinates are given."""
    end = end_of(text, known) or KnownPlace("", Coordinates(0, 0))
    return Spot(end.name, _lonlat(end.coordinates))


def _ring(corners: Sequence[Coordinates]) -> tuple[LonLat, ...]:
    """The corners; longitudes run on over 180 degrees, for an edge takes the shorter way round the earth."""
    ring: list[LonLat] = []
    for corner in map(_lonlat, corners):
        last = ring[-1].lon if ring else corner.lon
        ring.append(LonLat(last + around(corner.lon - last), corner.lat))
    return tuple(ring)


def _lonlat(coordinates: Coordinates) -> LonLat:
    return LonLat(coordinates.lon, coordinates.lat)
