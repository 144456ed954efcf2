"""Areas as rings of points: rounded rectangles, slices, signs, for writers that know straight lines only."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, cos, hypot, radians, sin

from diptych.figures.drawing import Mark, Path, Point, Rectangle, Slice

Ring = tuple[Point, ...]
# Arcs are drawn with steps of at most so many degrees, which nobody sees.
_STEP = 3.0
_TURNS = {"square": 45.0, "diamond": 0.0, "triangle": 0.0}
_CORNERS = {"square": 4, "diamond": 4, "triangle": 3}
# Signs of one size look alike in weight only where pointed ones are larger.
_LARGER = {"square": 1.25, "diamond": 1.25, "triangle": 1.3}


def rings_of(part: Path | Rectangle | Slice | Mark) -> tuple[Ring, ...]:
    """The outlines of an area; what lies in an even number of them is not part of it."""
    match part:
        case Path():
            return (part.points, *part.holes)
        case Rectangle():
            return (tuple(_rectangle(part)),)
        case Slice():
            return _slice(part)
        case Mark():
            return (mark_ring(part),)


def mark_ring(mark: Mark) -> Ring:
    """The corners of a sign that is no circle and no cross."""
    corners = _CORNERS.get(mark.kind, 60)
    radius = mark.size / 2 * _LARGER.get(mark.kind, 1.0)
    turns = (_TURNS.get(mark.kind, 0.0) + 360 / corners * number for number in range(corners))
    centre = mark.at if mark.kind != "triangle" else Point(mark.at.x, mark.at.y + radius / 8)
    return tuple(at_angle(centre, radius, turn) for turn in turns)


def at_angle(centre: Point, radius: float, turn: float) -> Point:
    """The point on a circle, `turn` degrees clockwise from above."""
    angle = radians(turn)
    return Point(centre.x + radius * sin(angle), centre.y - radius * cos(angle))


def arrow_head(points: Ring, width: float) -> tuple[Ring, Ring]:
    """The line shortened, and the triangle at its end; `width` is that of the line in mm."""
    tip, before = points[-1], points[-2]
    length = hypot(tip.x - before.x, tip.y - before.y) or 1.0
    across, down = (tip.x - before.x) / length, (tip.y - before.y) / length
    long, half = 5 * width, 2.5 * width
    base = Point(tip.x - long * across, tip.y - long * down)
    sides = (
        Point(base.x - half * down, base.y + half * across),
        Point(base.x + half * down, base.y - half * across),
    )
    return (*points[:-1], Point(tip.x - 4 * width * across, tip.y - 4 * width * down)), (tip, *sides)


def _rectangle(one: Rectangle) -> Iterator[Point]:
    """The corners, clockwise from the upper right one."""
    radius = min(one.corner, one.width / 2, one.height / 2)
    left, top = one.at.x + radius, one.at.y + radius
    right, bottom = one.at.x + one.width - radius, one.at.y + one.height - radius
    for start, centre in zip(
        (0, 90, 180, 270), ((right, top), (right, bottom), (left, bottom), (left, top)), strict=True
    ):
        yield from _arc(Point(*centre), radius, start, start + 90) if radius else (Point(*centre),)


def _slice(one: Slice) -> tuple[Ring, ...]:
    outer = tuple(_arc(one.centre, one.radius, one.start, one.end))
    inner = tuple(_arc(one.centre, one.hole, one.start, one.end)) if one.hole else (one.centre,)
    if one.end - one.start >= 360:
        return (outer, inner) if one.hole else (outer,)
    return ((*outer, *reversed(inner)),)


def _arc(centre: Point, radius: float, start: float, end: float) -> Iterator[Point]:
    steps = max(1, ceil((end - start) / _STEP))
    return (at_angle(centre, radius, start + (end - start) * step / steps) for step in range(steps + 1))
