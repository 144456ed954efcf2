"""Where each name of a map stands: clear of all others, of dots, arrows and the edge."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from diptych.figures.drawing import Point
from diptych.figures.maps.clipping import Bounds, bounds_of
from diptych.figures.maps.lettering import Stand

# What it costs a name to stand on something; dearest first.
_OUTSIDE, _ON_WORDS, _ON_DOT, _ON_LEADER, _ON_LINE, _ON_PATTERN = 1000.0, 200.0, 60.0, 30.0, 14.0, 5.0
# What it costs to stand nearer than this, in ems, to the dot of another name.
_BY_DOT, _NEAR = 3.0, 0.55
_ROUNDS = 12


@dataclass(frozen=True)
class Obstacles:
    """What names should not stand on: dots and boxes, less so lines and patterns; and the edge of the map."""

    dots: tuple[Bounds, ...]
    boxes: tuple[Bounds, ...]
    patterns: tuple[Bounds, ...]
    lines: tuple[tuple[Point, ...], ...]
    paper: Bounds
    em: float


def settled(names: Sequence[tuple[Stand, ...]], obstacles: Obstacles) -> list[Stand]:
    """One way to stand for each name, so that they are clear of each other as far as that can be.

    Each name in turn moves to where it costs least, until none wants to move: the same result every time.
    """
    alone = [[stand.cost + _by_itself(stand, obstacles) for stand in stands] for stands in names]
    chosen = [min(range(len(costs)), key=costs.__getitem__) for costs in alone]
    for _ in range(_ROUNDS):
        before = list(chosen)
        for number, stands in enumerate(names):
            others = [names[i][chosen[i]] for i in range(len(names)) if i != number]
            costs = [alone[number][i] + _among(stand, others) for i, stand in enumerate(stands)]
            chosen[number] = min(range(len(costs)), key=costs.__getitem__)
        if chosen == before:
            break
    return [stands[choice] for stands, choice in zip(names, chosen, strict=True)]


def clear(stands: Sequence[Stand], paper: Bounds, spare: float) -> bool:
    """True where no name stands on another or outside; they may touch by `spare` mm."""
    rooms = [stand.room.grown(-spare) for stand in stands]
    touching = any(one.meets(other) for number, one in enumerate(rooms) for other in rooms[:number])
    return not touching and all(_inside(room, paper) for room in rooms)


def _by_itself(stand: Stand, obstacles: Obstacles) -> float:
    room, solid = stand.room, (*obstacles.dots, *obstacles.boxes)
    cost = 0.0 if _inside(room, obstacles.paper) else _OUTSIDE
    cost += _ON_DOT * sum(map(room.meets, solid))
    cost += _ON_LINE * sum(crosses(line, room) for line in obstacles.lines)
    cost += 0.0 if stand.plate else _ON_PATTERN * sum(map(room.meets, obstacles.patterns))
    # A name has its own dot beside it, or its leader leads there.
    near = sum(map(room.grown(_NEAR * obstacles.em).meets, obstacles.dots)) - (not stand.leader)
    struck = sum(crosses(stand.leader, box) for box in solid) - 1
    return cost + _BY_DOT * max(0, near) + _ON_LEADER * max(0, struck)


def _among(stand: Stand, others: Sequence[Stand]) -> float:
    on_words = sum(stand.room.meets(other.room) for other in others)
    struck = sum(crosses(stand.leader, other.room) for other in others)
    striking = sum(crosses(other.leader, stand.room) for other in others)
    return _ON_WORDS * on_words + _ON_LEADER * (struck + striking)


def _inside(room: Bounds, paper: Bounds) -> bool:
    """True where all of a room lies on the paper."""
    across = room.left >= paper.left and room.right <= paper.right
    return across and room.low >= paper.low and room.high <= paper.high


def crosses(line: Sequence[Point], room: Bounds) -> bool:
    """True where the line runs through the room, by points close together on it."""
    if not line or not bounds_of(line).grown(1e-6).meets(room):
        return False
    for start, end in pairwise(line):
        steps = max(1, math.ceil(math.dist(start, end)))
        for step in range(steps + 1):
            share = step / steps
            if room.holds((start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)):
                return True
    return False
