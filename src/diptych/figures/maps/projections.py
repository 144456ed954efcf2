"""From the earth to a plane in kilometres: true to area, for regions and for the world."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Protocol

from diptych.figures.drawing import Point
from diptych.figures.maps.data_file import LonLat

EARTH_RADIUS = 6371.0
# Coefficients of Equal Earth (Šavrič, Patterson and Jenny 2018).
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = math.sqrt(3) / 2


class Projection(Protocol):
    """Puts places of the earth onto a plane."""

    @property
    def centre(self) -> LonLat:
        """What lies in the middle of the plane."""

    def __call__(self, place: LonLat) -> Point:
        """Kilometres east and north of the middle."""


@dataclass(frozen=True)
class Regional:
    """Lambert's azimuthal equal-area projection of a sphere (Snyder 1987, p. 182)."""

    centre: LonLat

    def __call__(self, place: LonLat) -> Point:
        """Kilometres east and north of the middle."""
        middle, lat = math.radians(self.centre.lat), math.radians(place.lat)
        turn = math.radians(place.lon - self.centre.lon)
        cosine = math.sin(middle) * math.sin(lat) + math.cos(middle) * math.cos(lat) * math.cos(turn)
        factor = EARTH_RADIUS * math.sqrt(2 / max(1 + cosine, 1e-9))
        north = math.cos(middle) * math.sin(lat) - math.sin(middle) * math.cos(lat) * math.cos(turn)
        return Point(factor * math.cos(lat) * math.sin(turn), factor * north)

    def inverse(self, point: Point) -> LonLat:
        """The place that a point of the plane shows."""
        distance = math.hypot(*point)
        if distance < 1e-9:
            return self.centre
        middle, arc = math.radians(self.centre.lat), 2 * math.asin(min(distance / (2 * EARTH_RADIUS), 1))
        sine = math.cos(arc) * math.sin(middle) + point.y * math.sin(arc) * math.cos(middle) / distance
        across = distance * math.cos(middle) * math.cos(arc) - point.y * math.sin(middle) * math.sin(arc)
        turn = math.atan2(point.x * math.sin(arc), across)
        return LonLat(
            around(self.centre.lon + math.degrees(turn)), math.degrees(math.asin(max(-1, min(1, sine))))
        )


@dataclass(frozen=True)
class EqualEarth:
    """The Equal Earth projection, for the world and for what is nearly as large."""

    centre: LonLat

    def __call__(self, place: LonLat) -> Point:
        """Kilometres east and north of the middle of the equator."""
        turn = math.radians(place.lon - self.centre.lon)
        theta = math.asin(_M * math.sin(math.radians(place.lat)))
        square = theta * theta
        sixth = square**3
        slope = 9 * _A4 * sixth * square + 7 * _A3 * sixth + 3 * _A2 * square + _A1
        x = 2 * math.sqrt(3) * turn * math.cos(theta) / (3 * slope)
        y = theta * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))
        return Point(EARTH_RADIUS * x, EARTH_RADIUS * y)


def around(lon: float) -> float:
    """The same longitude between -180 and 180 degrees."""
    return (lon + 180) % 360 - 180


def middle_of(places: list[LonLat]) -> LonLat:
    """The place amid several: where the mean of their directions points."""
    x = sum(math.cos(math.radians(one.lat)) * math.cos(math.radians(one.lon)) for one in places)
    y = sum(math.cos(math.radians(one.lat)) * math.sin(math.radians(one.lon)) for one in places)
    z = sum(math.sin(math.radians(one.lat)) for one in places)
    return LonLat(math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y))))


def arc_between(one: LonLat, other: LonLat) -> float:
    """How far apart two places are, in degrees of a great circle."""
    lat1, lat2 = math.radians(one.lat), math.radians(other.lat)
    turn = math.radians(other.lon - one.lon)
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(turn / 2) ** 2
    return math.degrees(2 * math.asin(min(math.sqrt(half), 1)))
