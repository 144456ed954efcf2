"""What must agree inside a map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from diptych.material.blocks import Map
from diptych.material.findings import Finding
from diptych.material.maps.places import KnownPlace, all_places, end_of, lies_in, named, shown_places
from diptych.material.model import Material
from diptych.material.place import Place
from diptych.material.wording import listed

MAX_PLACES, MAX_ARROWS, MAX_AREAS, MAX_CORNERS = 60, 30, 20, 500
_WHERE = "say where it lies: `coordinates: 52.52 N 13.40 E`"
_FOUR = "west, south, east, north"


def check_map(block: Map, material: Material) -> Iterator[Finding]:
    """Every finding about a map."""
    known = all_places(block, material)
    yield from _check_numbers(block)
    yield from _check_places(block, known)
    yield from _check_arrows(block, known)
    wrong = list(_check_region(block))
    yield from wrong or _check_inside(block, known)
    if not (block.region or block.arrows or block.areas or shown_places(block, material)):
        hint = f"name some below `places`, or give a `region`; {_WHERE}"
        yield Finding(block.place, "this map shows no place", hint, kind="map-without-places")


def _check_places(block: Map, known: Sequence[KnownPlace]) -> Iterator[Finding]:
    for place in block.places:
        if not place.coordinates and not named(place.name, known):
            yield _unknown(place.name, place.place, known)


def _check_arrows(block: Map, known: Sequence[KnownPlace]) -> Iterator[Finding]:
    for arrow in block.arrows:
        for end in (arrow.start, arrow.end):
            if not end_of(end, known):
                yield _unknown(end, arrow.place, known)
        if arrow.start.casefold() == arrow.end.casefold():
            message = f"this arrow leads from `{arrow.start}` to `{arrow.end}`"
            hint = "name two places, `from` one `to` the other"
            yield Finding(arrow.place, message, hint, kind="map-arrow")


def _unknown(name: str, place: Place, known: Sequence[KnownPlace]) -> Finding:
    return Finding(place, f"nobody knows where `{name}` lies", _hint(name, known), kind="unknown-place")


def _check_numbers(block: Map) -> Iterator[Finding]:
    counted = ((block.places, MAX_PLACES, "places"), (block.arrows, MAX_ARROWS, "arrows"))
    for things, most, name in (*counted, (block.areas, MAX_AREAS, "areas")):
        if len(things) > most:
            yield Finding(
                block.place, f"this map has {len(things)} {name}", f"show at most {most}", kind="too-much"
            )
    for area in block.areas:
        if not 3 <= len(area.outline) <= MAX_CORNERS:
            message = f"the outline of `{area.label}` has {len(area.outline)} corners"
            yield Finding(area.place, message, f"give 3 to {MAX_CORNERS}", kind="map-area")


def _check_region(block: Map) -> Iterator[Finding]:
    if len(block.region) not in (0, 4):
        message = f"`region` has {len(block.region)} numbers"
        hint = f"write four: {_FOUR}, such as [5, 45, 60, 62]"
        yield Finding(block.place, message, hint, kind="map-region")
    elif block.region:
        yield from _check_bounds(block.place, *block.region)


def _check_bounds(place: Place, west: float, south: float, east: float, north: float) -> Iterator[Finding]:
    if not -90 <= south < north <= 90:
        message = f"`region` goes from {south:g} to {north:g} degrees of latitude"
        yield Finding(place, message, f"write {_FOUR}, such as [5, 45, 60, 62]", kind="map-region")
    if not all(-180 <= longitude <= 180 for longitude in (west, east)):
        message = "`region` has a longitude beyond 180 degrees"
        yield Finding(place, message, f"write {_FOUR}", kind="map-region")
    elif west == east:
        message = f"`region` begins and ends at {west:g} degrees of longitude"
        hint = "for the whole world write [-180, -60, 180, 85]"
        yield Finding(place, message, hint, kind="map-region")


def _check_inside(block: Map, known: Sequence[KnownPlace]) -> Iterator[Finding]:
    """What the map names must lie in its region; of the document's places those are shown that do."""
    region = tuple(map(float, block.region))
    for place in block.places:
        found = named(place.name, known)
        if found and not lies_in(found.coordinates, region):
            message = f"`{place.name}` lies outside the `region` of this map"
            hint = f"leave it out, or give a larger region: {_FOUR}"
            yield Finding(place.place, message, hint, kind="outside-map")
    for area in block.areas:
        if not any(lies_in(corner, region) for corner in area.outline):
            message = f"`{area.label}` lies outside the `region` of this map"
            hint = "give its corners latitude first, or a larger region"
            yield Finding(area.place, message, hint, kind="outside-map")


def _hint(name: str, known: Sequence[KnownPlace]) -> str:
    near = get_close_matches(name, [place.name for place in known], n=1, cutoff=0.6)
    return f"did you mean {listed(near)}? Or {_WHERE}" if near else _WHERE
