"""Arrows from place to place: slightly bent, so that two ways apart can be told."""

from __future__ import annotations

import math
from collections.abc import Sequence

from diptych.figures.drawing import Path, Point, Stroke
from diptych.figures.maps.clipping import Bounds, clipped_line

# How far an arrow bends to its left, as a share of its length, and in how many steps it is drawn.
_BEND, _STEPS = 0.12, 16


def bent(start: Point, end: Point, gap: float) -> tuple[Point, ...]:
    """The way from one point to another, which keeps `gap` mm from both."""
    dx, dy = end.x - start.x, end.y - start.y
    middle = Point((start.x + end.x) / 2 + dy * _BEND * 2, (start.y + end.y) / 2 - dx * _BEND * 2)
    curve = [_at(start, middle, end, step / _STEPS) for step in range(_STEPS + 1)]
    kept = [one for one in curve if min(math.dist(one, start), math.dist(one, end)) > gap]
    if not kept:
        return (start, end)
    return (_apart(start, kept[0], gap), *kept, _apart(end, kept[-1], gap))


def arrow(way: Sequence[Point], paper: Bounds, width: float) -> tuple[Path, ...]:
    """The arrow, as far as the map shows it; it has its head where its end is shown."""
    pieces = clipped_line(way, paper)
    stroke = Stroke("second", width)
    return tuple(
        Path(tuple(Point(*one) for one in piece), stroke=stroke, arrow=piece[-1] == way[-1])
        for piece in pieces
    )


def _apart(place: Point, towards: Point, gap: float) -> Point:
    """The point that is `gap` mm from a place towards another."""
    share = gap / math.dist(place, towards)
    return Point(place.x + (towards.x - place.x) * share, place.y + (towards.y - place.y) * share)


def _at(start: Point, middle: Point, end: Point, share: float) -> Point:
    """A point of a quadratic Bézier curve."""
    rest = 1 - share
    weights = (rest * rest, 2 * rest * share, share * share)
    x = sum(weight * one.x for weight, one in zip(weights, (start, middle, end), strict=True))
    y = sum(weight * one.y for weight, one in zip(weights, (start, middle, end), strict=True))
    return Point(x, y)
