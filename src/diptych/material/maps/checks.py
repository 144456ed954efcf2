"""What must agree inside a map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from diptych.material.blocks import Map
from diptych.material.findings import Finding
from diptych.material.maps.places import KnownPlace, all_places, end_of, lies_in, named, shown_places
from diptych.material.model import Material
from diptych.material.wording import listed

MAX_PLACES, MAX_ARROWS, MAX_AREAS, MAX_CORNERS = 60, 30, 20, 500
_WHERE = "say where it lies: `coordinates: 52.52 N 13.40 E`"


def check_map(block: Map, material: Material) -> Iterator[Finding]:
    """Every finding about a map."""
    yield from _check_numbers(block)
    known = all_places(block, material)
    for place in block.places:
        if not place.coordinates and not named(place.name, known):
            yield Finding(
                place.place,
                f"nobody knows where `{place.name}` lies",
                _hint(place.name, known),
                kind="unknown-place",
            )
    for arrow in block.arrows:
        for end in (arrow.start, arrow.end):
            if not end_of(end, known):
                yield Finding(
                    arrow.place, f"nobody knows where `{end}` lies", _hint(end, known), kind="unknown-place"
                )
        if arrow.start.casefold() == arrow.end.casefold():
            message = f"this arrow leads from `{arrow.start}` to `{arrow.end}`"
            hint = "name two places, `from` one `to` the other"
            yield Finding(arrow.place, message, hint, kind="map-arrow")
    wrong = list(_check_region(block))
    yield from wrong or _check_inside(block, material)
    if not (block.region or block.arrows or block.areas or shown_places(block, material)):
        hint = f"name some below `places`, or give a `region`; {_WHERE}"
        yield Finding(block.place, "this map shows no place", hint, kind="map-without-places")


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
    if not block.region:
        return
    if len(block.region) != 4:
        message = f"`region` has {len(block.region)} numbers"
        yield Finding(
            block.place,
            message,
            "write four: west, south, east, north, such as [5, 45, 60, 62]",
            kind="map-region",
        )
        return
    west, south, east, north = block.region
    if not -90 <= south < north <= 90:
        message = f"`region` goes from {south:g} to {north:g} degrees of latitude"
        yield Finding(
            block.place, message, "write west, south, east, north, such as [5, 45, 60, 62]", kind="map-region"
        )
    if not all(-180 <= lon <= 180 for lon in (west, east)):
        message = "`region` has a longitude beyond 180 degrees"
        yield Finding(block.place, message, "write west, south, east, north", kind="map-region")
    elif west == east:
        message = f"`region` begins and ends at {west:g} degrees of longitude"
        hint = "for the whole world write [-180, -60, 180, 85]"
        yield Finding(block.place, message, hint, kind="map-region")


def _check_inside(block: Map, material: Material) -> Iterator[Finding]:
    """What the map names must lie in its region; of the document's places those are shown that do."""
    region, known = tuple(map(float, block.region)), all_places(block, material)
    for place in block.places:
        found = named(place.name, known)
        if found and not lies_in(found.coordinates, region):
            message = f"`{place.name}` lies outside the `region` of this map"
            hint = "leave it out, or give a larger region: west, south, east, north"
            yield Finding(place.place, message, hint, kind="outside-map")
    for area in block.areas:
        if not any(lies_in(corner, region) for corner in area.outline):
            message = f"`{area.label}` lies outside the `region` of this map"
            hint = "give its corners latitude first, or a larger region"
            yield Finding(area.place, message, hint, kind="outside-map")


def _hint(name: str, known: Sequence[KnownPlace]) -> str:
    near = get_close_matches(name, [place.name for place in known], n=1, cutoff=0.6)
    return f"did you mean {listed(near)}? Or {_WHERE}" if near else _WHERE
