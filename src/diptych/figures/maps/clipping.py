"""Areas and lines cut to a rectangle, and made of no more points than one can see."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, TypeVar

from diptych.figures.drawing import Point

Pair = tuple[float, float]
P = TypeVar("P", bound=Pair)


class Bounds(NamedTuple):
    """A rectangle: of the plane in mm, or of the earth in degrees."""

    left: float
    low: float
    right: float
    high: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From low to high."""
        return self.high - self.low

    def holds(self, point: Pair) -> bool:
        """True where the point lies inside or on the edge."""
        return self.left <= point[0] <= self.right and self.low <= point[1] <= self.high

    def meets(self, other: Bounds) -> bool:
        """True where the two have a part in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.low < other.high and other.low < self.high

    def grown(self, by: float) -> Bounds:
        """So much larger on every side."""
        return Bounds(self.left - by, self.low - by, self.right + by, self.high + by)


def bounds_of(points: Sequence[Pair]) -> Bounds:
    """The least rectangle that holds the points."""
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    return Bounds(min(xs), min(ys), max(xs), max(ys))


def clipped_area(ring: Sequence[Pair], bounds: Bounds) -> list[Pair]:
    """What of an area lies in the rectangle (Sutherland and Hodgman 1974); empty where nothing does."""
    kept = list(ring)
    if all(map(bounds.holds, kept)):
        return kept if len(kept) > 2 else []
    for axis, edge, above in _edges(bounds):
        if not kept:
            break
        kept = _clipped_at(kept, axis, edge, above)
    return kept if len(kept) > 2 else []


def clipped_line(line: Sequence[Pair], bounds: Bounds) -> list[list[Pair]]:
    """The pieces of a line that lie in the rectangle."""
    pieces: list[list[Pair]] = []
    for start, end in pairwise(line):
        cut = _clipped_step(start, end, bounds)
        if cut is None:
            continue
        if pieces and pieces[-1][-1] == cut[0]:
            pieces[-1].append(cut[1])
        else:
            pieces.append(list(cut))
    return pieces


def simplified(points: Sequence[Point], tolerance: float) -> tuple[Point, ...]:
    """The line without points that stray less than the tolerance from it (Douglas and Peucker 1973)."""
    if len(points) < 3:
        return tuple(points)
    kept, open_ends = {0, len(points) - 1}, [(0, len(points) - 1)]
    while open_ends:
        first, last = open_ends.pop()
        far, distance = _farthest(points, first, last)
        if distance > tolerance:
            kept.add(far)
            open_ends += [(first, far), (far, last)]
    return tuple(points[number] for number in sorted(kept))


def area_of(ring: Sequence[Pair]) -> float:
    """The area that a ring encloses."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))) / 2


def _edges(bounds: Bounds) -> tuple[tuple[int, float, bool], ...]:
    return ((0, bounds.left, True), (0, bounds.right, False), (1, bounds.low, True), (1, bounds.high, False))


def _clipped_at(ring: list[Pair], axis: int, edge: float, above: bool) -> list[Pair]:
    kept: list[Pair] = []
    last = ring[-1]
    was_inside = last[axis] >= edge if above else last[axis] <= edge
    for point in ring:
        is_inside = point[axis] >= edge if above else point[axis] <= edge
        if is_inside != was_inside:
            kept.append(_crossing(last, point, axis, edge))
        if is_inside:
            kept.append(point)
        last, was_inside = point, is_inside
    return kept


def _crossing(start: Pair, end: Pair, axis: int, edge: float) -> Pair:
    share = (edge - start[axis]) / (end[axis] - start[axis])
    other = start[1 - axis] + share * (end[1 - axis] - start[1 - axis])
    return (edge, other) if axis == 0 else (other, edge)


def _clipped_step(start: Pair, end: Pair, bounds: Bounds) -> tuple[Pair, Pair] | None:
    """One step of a line (Liang and Barsky 1984)."""
    if bounds.holds(start) and bounds.holds(end):
        return start, end
    first, last = 0.0, 1.0
    dx, dy = end[0] - start[0], end[1] - start[1]
    sides = ((-dx, start[0] - bounds.left), (dx, bounds.right - start[0]))
    for slope, room in (*sides, (-dy, start[1] - bounds.low), (dy, bounds.high - start[1])):
        if slope == 0 and room < 0:
            return None
        if slope < 0:
            first = max(first, room / slope)
        elif slope > 0:
            last = min(last, room / slope)
    if first >= last:
        return None
    at = [(start[0] + share * dx, start[1] + share * dy) for share in (first, last)]
    return (start if first == 0 else at[0], end if last == 1 else at[1])


def _farthest(points: Sequence[Point], first: int, last: int) -> tuple[int, float]:
    (x1, y1), (x2, y2) = points[first], points[last]
    dx, dy = x2 - x1, y2 - y1
    length = math.hypot(dx, dy)
    far, distance = first, -1.0
    for number in range(first + 1, last):
        x, y = points[number]
        off = abs(dx * (y - y1) - dy * (x - x1)) / length if length > 1e-12 else math.hypot(x - x1, y - y1)
        if off > distance:
            far, distance = number, off
    return far, distance
