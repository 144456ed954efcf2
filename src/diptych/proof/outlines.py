"""The outlines of forms that do not fill their box: whether words stand on them or beside them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, product
from typing import Any, Literal

from diptych.deck.values import Box
from diptych.proof.inheritance import A, P

Ring = tuple[tuple[float, float], ...]
# Forms known by name that fill only a part of their box.
_PARTIAL = frozenset({"pie", "blockArc", "donut", "ellipse", "triangle", "diamond"})


def is_partial(shape: Any) -> bool:
    """True where a form by name leaves so much of its box free that one cannot tell what words stand on."""
    preset = shape.find(f"{P}spPr/{A}prstGeom")
    return preset is not None and preset.get("prst") in _PARTIAL


def rings_of(shape: Any, box: Box) -> tuple[Ring, ...]:
    """The outlines of a freeform with straight sides, on the slide; none of any other form."""
    path = shape.find(f"{P}spPr/{A}custGeom/{A}pathLst/{A}path")
    if path is None or path.find(f"{A}arcTo") is not None or path.find(f"{A}cubicBezTo") is not None:
        return ()
    across, down = (
        side / max(1, int(path.get(name, "1"))) for side, name in ((box.width, "w"), (box.height, "h"))
    )
    return tuple(tuple((box.x + x * across, box.y + y * down) for x, y in ring) for ring in _points(path))


def share_inside(words: Box, rings: tuple[Ring, ...]) -> Literal["all", "some", "none"]:
    """How much of the words stands inside the outlines, by points spread over their box."""
    shares = [(number + 0.5) / 6 for number in range(6)]
    points = ((words.x + x * words.width, words.y + y * words.height) for x, y in product(shares, shares))
    inside = [_is_inside(x, y, rings) for x, y in points]
    return "all" if all(inside) else "some" if any(inside) else "none"


def _is_inside(x: float, y: float, rings: tuple[Ring, ...]) -> bool:
    """True where a line from the point to the right crosses the outlines an odd number of times."""
    crossings = (
        (left[0] + (y - left[1]) / (right[1] - left[1]) * (right[0] - left[0])) > x
        for ring in rings
        for left, right in pairwise((*ring, ring[0]))
        if (left[1] <= y) != (right[1] <= y)
    )
    return sum(crossings) % 2 == 1


def _points(path: Any) -> Iterator[list[tuple[int, int]]]:
    """The points of each part of a path."""
    ring: list[tuple[int, int]] = []
    for step in path:
        if step.tag == f"{A}moveTo" and ring:
            yield ring
            ring = []
        ring += [(int(point.get("x")), int(point.get("y"))) for point in step.iter(f"{A}pt")]
    if ring:
        yield ring
