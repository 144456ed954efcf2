"""What stands on a map besides land and water: places, arrows and areas."""

from __future__ import annotations

from dataclasses import dataclass

from diptych.material.fields import Node, key
from diptych.material.maps.coordinates import Coordinates


@dataclass(frozen=True, kw_only=True)
class MapPlace(Node):
    """A place on a map: a text, the name of one that the source tells of, or a mapping."""

    name: str = key("Its name on the map.", example="Rapallo")
    coordinates: Coordinates | None = key(
        "Where it lies; nothing where the source's `places` say so.", example="44.35 N 9.23 E", default=None
    )
    about: str = key(
        "What happened there, in a few words below its name.", example="treaty, April 1922", default=""
    )


@dataclass(frozen=True, kw_only=True)
class Arrow(Node):
    """An arrow from one place to another."""

    start: str = key("A place by its name, or coordinates.", example="Berlin", name="from")
    end: str = key("A place by its name, or coordinates.", example="Lipetsk", name="to")
    label: str = key("What it shows.", example="airmen", default="")


@dataclass(frozen=True, kw_only=True)
class MapArea(Node):
    """An area to be shaded."""

    label: str = key("What it is.", example="Ruhr")
    outline: tuple[Coordinates, ...] = key(
        "Its corners, in order.", example=["51.7 N 6.5 E", "51.7 N 7.8 E", "51.3 N 7.8 E", "51.3 N 6.5 E"]
    )
