"""The bar that tells how long a distance on the map is in kilometres."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from diptych.figures.drawing import Part, Path, Point, Stroke, Words
from diptych.figures.maps.clipping import Bounds
from diptych.figures.maps.frame import Frame
from diptych.figures.maps.lettering import Lettering
from diptych.figures.maps.placing import crosses
from diptych.figures.maps.projections import EARTH_RADIUS

# The bar takes at most this share of the width; a tick at each end is so many ems high.
_SHARE, _TICK, _MARGIN = 0.22, 0.35, 0.75
# Maps that reach farther than this from their middle, in degrees, have no one scale.
_FARTHEST = 45.0


@dataclass(frozen=True)
class ScaleBar:
    """A bar in a corner: its parts and the room they take."""

    parts: tuple[Part, ...]
    room: Bounds


def scale_bar(
    frame: Frame,
    letters: Lettering,
    told: Callable[[float], str],
    crowd: Sequence[Point],
    clutter: Sequence[Sequence[Point]],
) -> ScaleBar | None:
    """The bar in a corner far from the crowd that has few lines; None on maps of more than a continent.

    `told` tells a length in kilometres.
    """
    bounds = frame.extent.bounds
    if math.hypot(bounds.width, bounds.height) / 2 > math.radians(_FARTHEST) * EARTH_RADIUS:
        return None
    length = round_length(_SHARE * bounds.width)
    text = told(length)
    em = letters.em
    wide = max(length * frame.scale, letters.measure(text) * em)
    high = em * (1 + _TICK)
    rooms = _corners(frame, wide, high, _MARGIN * letters.em)
    room = max(rooms, key=lambda one: _worth(one, crowd, clutter, 0.12 * frame.width))
    return ScaleBar(_parts(room, length * frame.scale, text, letters), room)


def round_length(most: float) -> float:
    """The greatest of 1, 2 or 5 times a power of ten that is no more."""
    power = 10.0 ** math.floor(math.log10(most))
    return next(factor * power for factor in (5, 2, 1) if factor * power <= most)


def _parts(room: Bounds, bar: float, text: str, letters: Lettering) -> tuple[Part, ...]:
    em = letters.em
    middle, foot = (room.left + room.right) / 2, room.high
    left, right, top = middle - bar / 2, middle + bar / 2, foot - _TICK * em
    line = (Point(left, top), Point(left, foot), Point(right, foot), Point(right, top))
    words = Words(
        Point(middle, foot - 0.36 * em),
        (text,),
        letters.size,
        "muted",
        "middle",
        halo="paper",
        lang=letters.lang,
    )
    return (Path(line, stroke=Stroke("muted", 0.9)), words)


def _corners(frame: Frame, wide: float, high: float, margin: float) -> list[Bounds]:
    """The corners: below before above, left before right."""
    return [
        Bounds(x, y, x + wide, y + high)
        for y in (frame.height - margin - high, margin)
        for x in (margin, frame.width - margin - wide)
    ]


def _worth(
    room: Bounds, crowd: Sequence[Point], clutter: Sequence[Sequence[Point]], enough: float
) -> tuple[float, int]:
    """How good a corner is: first of all far from the crowd, then without lines of coasts and rivers."""
    return min(_distance(room, crowd), enough), -sum(crosses(line, room) for line in clutter)


def _distance(room: Bounds, crowd: Sequence[Point]) -> float:
    middle = ((room.left + room.right) / 2, (room.low + room.high) / 2)
    near = [
        math.hypot(
            max(abs(point.x - middle[0]) - room.width / 2, 0),
            max(abs(point.y - middle[1]) - room.height / 2, 0),
        )
        for point in crowd
    ]
    return min(near, default=math.inf)
