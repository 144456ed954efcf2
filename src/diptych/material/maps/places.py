"""Which places a map knows, and which it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diptych.material.maps.coordinates import Coordinates, parse_coordinates
from diptych.material.markup import Rich

if TYPE_CHECKING:
    from diptych.material.blocks import Map
    from diptych.material.model import Material


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place of which one knows where it lies."""

    name: str
    coordinates: Coordinates
    about: str = ""


def all_places(block: Map, material: Material) -> tuple[KnownPlace, ...]:
    """The map's own places with coordinates, then those of the document."""
    own = (KnownPlace(one.name, one.coordinates, one.about) for one in block.places if one.coordinates)
    told = (KnownPlace(_short(one.name), one.coordinates) for one in material.places if one.coordinates)
    return (*own, *told)


def shown_places(block: Map, material: Material) -> tuple[KnownPlace, ...]:
    """The places that the map names; by default all of the document whose coordinates are known."""
    known = all_places(block, material)
    if not block.places:
        return known
    found = ((one, named(one.name, known)) for one in block.places)
    return tuple(KnownPlace(one.name, place.coordinates, one.about) for one, place in found if place)


def _short(name: Rich) -> str:
    """The name without what stands in brackets behind it, such as the same in another script."""
    return name.plain().partition(" (")[0]


def named(name: str, known: Sequence[KnownPlace]) -> KnownPlace | None:
    """The place of that name, whatever its capitals; None where there is none."""
    return next((one for one in known if one.name.casefold() == name.casefold()), None)


def lies_in(at: Coordinates, region: Sequence[float]) -> bool:
    """True where the place lies in a region from west, south, east and north in degrees, or there is none."""
    if not region:
        return True
    west, south, east, north = region
    return south <= at.lat <= north and (at.lon - west) % 360 <= ((east - west) % 360 or 360)


def end_of(text: str, known: Sequence[KnownPlace]) -> KnownPlace | None:
    """The end of an arrow: a known place, or one without a name where coordinates are given; else None."""
    if place := named(text, known):
        return place
    try:
        return KnownPlace("", parse_coordinates(text))
    except ValueError:
        return None
