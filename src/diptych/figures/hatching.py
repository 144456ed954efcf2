"""Patterns over areas, so that they differ without colour: lines and dots, cut off at the area's edge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil, cos, floor, radians, sin

from diptych.figures.drawing import Pattern, Point
from diptych.figures.rings import Ring

# How far lines and dots stand apart, how wide lines are, and how wide dots are, in mm.
APART, WIDTH, DOT = 1.5, 0.35, 0.6
_ANGLES: dict[str, tuple[float, ...]] = {
    "up": (-45.0,),
    "down": (45.0,),
    "across": (0.0,),
    "grid": (0.0, 90.0),
}


def hatch_lines(rings: Sequence[Ring], pattern: Pattern) -> Iterator[tuple[Point, Point]]:
    """The lines of a pattern inside the rings; none of dots."""
    for angle in _ANGLES.get(pattern, ()):
        turned = [tuple(_turned(point, -angle) for point in ring) for ring in rings]
        for y in _levels(turned, APART):
            for left, right in _inside(turned, y):
                yield _turned(Point(left, y), angle), _turned(Point(right, y), angle)


def hatch_dots(rings: Sequence[Ring], pattern: Pattern) -> Iterator[Point]:
    """The middles of the dots inside the rings, in rows that stand between each other; none of lines."""
    if pattern != "dots":
        return
    for y in _levels(rings, APART * 0.8):
        shift = APART / 2 if round(y / (APART * 0.8)) % 2 else 0.0
        for left, right in _inside(rings, y):
            first = ceil((left + DOT / 2 - shift) / APART)
            for column in range(first, floor((right - DOT / 2 - shift) / APART) + 1):
                yield Point(column * APART + shift, y)


def _levels(rings: Sequence[Ring], apart: float) -> Iterator[float]:
    """The heights of the lines: the same for all areas of a drawing, so that neighbours are one surface."""
    heights = [point.y for ring in rings for point in ring]
    for number in range(ceil(min(heights) / apart), floor(max(heights) / apart) + 1):
        yield number * apart


def _inside(rings: Sequence[Ring], y: float) -> Iterator[tuple[float, float]]:
    """Where a level line is inside the rings, from left to right."""
    crossings = sorted(
        one.x + (y - one.y) / (other.y - one.y) * (other.x - one.x)
        for ring in rings
        for one, other in pairwise((*ring, ring[0]))
        if (one.y <= y) != (other.y <= y)
    )
    yield from zip(crossings[::2], crossings[1::2], strict=False)


def _turned(point: Point, angle: float) -> Point:
    across, down = cos(radians(angle)), sin(radians(angle))
    return Point(point.x * across - point.y * down, point.x * down + point.y * across)
