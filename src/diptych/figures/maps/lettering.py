"""Names on a map: each by what it names, clear of all others, of dots and of the edge."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from diptych.figures.breaking import balanced
from diptych.figures.drawing import LEADING, MM_PER_POINT, Align, Part, Path, Point, Stroke, Words
from diptych.figures.maps.clipping import Bounds
from diptych.figures.measuring import Measure

# Letters reach so far above and below the baseline, in ems.
_ASCENT, _DESCENT = 0.75, 0.24
# Names longer than this many ems are set in two lines.
_LONGEST_LINE = 11.0
# What it costs a name to stand on something; dearest first.
_OUTSIDE, _ON_WORDS, _ON_DOT, _ON_LINE, _FAR = 1000.0, 200.0, 60.0, 6.0, 3.0
_ROUNDS = 12
# Where names stand around a dot, the best first: degrees clockwise from the right.
_AROUND = (0, -32, 32, 180, -148, 148, -90, 90)
_DISTANCES = (1.0, 2.6, 4.6)
_LEADER = Stroke("muted", 0.4)


@dataclass(frozen=True)
class Lettering:
    """How names are set: their size in points, what measures them, their language."""

    size: float
    measure: Measure
    lang: str = ""

    @property
    def em(self) -> float:
        """An em, in mm."""
        return self.size * MM_PER_POINT


@dataclass(frozen=True)
class Stand:
    """One way for a name to stand, what room it takes, and what that costs by itself."""

    words: Words
    room: Bounds
    cost: float
    leader: tuple[Point, ...] = ()


@dataclass(frozen=True)
class Obstacles:
    """What names should not stand on: dots and boxes, and lines less so; and the edge of the map."""

    boxes: tuple[Bounds, ...]
    lines: tuple[tuple[Point, ...], ...]
    paper: Bounds


def beside_dot(name: str, dot: Point, radius: float, letters: Lettering) -> tuple[Stand, ...]:
    """The ways for a name to stand around a dot; far ones with a line to it."""
    lines = _lines(name, letters)
    stands = []
    for ring, distance in enumerate(_DISTANCES):
        for rank, degrees in enumerate(_AROUND):
            gap = radius + letters.em * (0.3 if ring == 0 else 0.45 * distance)
            turn = math.radians(degrees)
            at = Point(dot.x + gap * math.cos(turn), dot.y + gap * math.sin(turn))
            stand = _standing(lines, at, degrees, letters, False, rank * 0.5 + ring * 4 * _FAR)
            stands.append(_led(stand, dot, at, radius) if ring else stand)
    return tuple(stands)


def along(name: str, line: Sequence[Point], letters: Lettering, colour: str) -> tuple[Stand, ...]:
    """The ways for words to stand beside a line, near its middle first."""
    lines, stands = _lines(name, letters), []
    for rank, share in enumerate((0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)):
        number = min(int(share * (len(line) - 1)), len(line) - 2)
        (x1, y1), (x2, y2) = line[number], line[number + 1]
        slope = math.degrees(math.atan2(y2 - y1, x2 - x1))
        for side, degrees in enumerate((slope - 90, slope + 90)):
            turn, gap = math.radians(degrees), 0.45 * letters.em
            at = Point(x1 + gap * math.cos(turn), y1 + gap * math.sin(turn))
            stand = _standing(lines, at, _octant(degrees), letters, True, rank * 0.6 + side * 0.3, colour)
            stands.append(stand)
    return tuple(stands)


def within(name: str, ring: Sequence[Point], letters: Lettering, colour: str) -> tuple[Stand, ...]:
    """The ways for a name to stand in an area: amid it, or above and below the middle."""
    lines = _lines(name, letters)
    xs, ys = [p.x for p in ring], [p.y for p in ring]
    left, top, right, bottom = min(xs), min(ys), max(xs), max(ys)
    stands = []
    for rank, share in enumerate((0.5, 0.35, 0.65, 0.2, 0.8)):
        for step, across in enumerate((0.5, 0.4, 0.6, 0.3, 0.7)):
            at = Point(left + (right - left) * across, top + (bottom - top) * share)
            stands.append(_amid(lines, at, letters, rank + step, colour))
    return tuple(stands)


def settled(names: Sequence[tuple[Stand, ...]], obstacles: Obstacles) -> list[Stand]:
    """One way to stand for each name, so that they are clear of each other as far as that can be.

    Each name in turn moves to where it costs least, until none wants to move: the same result every time.
    """
    alone = [[stand.cost + _by_itself(stand, obstacles) for stand in stands] for stands in names]
    chosen = [min(range(len(costs)), key=costs.__getitem__) for costs in alone]
    for _ in range(_ROUNDS):
        before = list(chosen)
        for number, stands in enumerate(names):
            others = [names[i][chosen[i]].room for i in range(len(names)) if i != number]
            costs = [
                alone[number][i] + _ON_WORDS * sum(map(stand.room.meets, others))
                for i, stand in enumerate(stands)
            ]
            chosen[number] = min(range(len(costs)), key=costs.__getitem__)
        if chosen == before:
            break
    return [stands[choice] for stands, choice in zip(names, chosen, strict=True)]


def parts_of(stands: Sequence[Stand]) -> Iterator[Part]:
    """The names, and the lines that lead to them."""
    yield from (Path(stand.leader, stroke=_LEADER) for stand in stands if stand.leader)
    yield from (stand.words for stand in stands)


def _lines(name: str, letters: Lettering) -> tuple[str, ...]:
    if letters.measure(name) <= _LONGEST_LINE or " " not in name:
        return (name,)
    return tuple(balanced(name, _LONGEST_LINE * 1.4, letters.measure))


def _standing(
    lines: tuple[str, ...],
    at: Point,
    degrees: float,
    letters: Lettering,
    italic: bool,
    cost: float,
    colour: str = "ink",
) -> Stand:
    """Words that touch the point from the side where the direction leads."""
    turn = math.radians(degrees)
    wide, high = _sizes(lines, letters, italic)
    across, down = math.cos(turn), math.sin(turn)
    align: Align = "start" if across > 0.3 else "end" if across < -0.3 else "middle"
    left = at.x - {"start": 0.0, "middle": wide / 2, "end": wide}[align]
    top = at.y - high * (0.5 - 0.5 * max(-1.0, min(1.0, down * 1.6)))
    return _words(lines, Point(at.x, top), left, align, letters, italic, cost, colour)


def _amid(lines: tuple[str, ...], at: Point, letters: Lettering, cost: float, colour: str) -> Stand:
    wide, high = _sizes(lines, letters, True)
    return _words(lines, Point(at.x, at.y - high / 2), at.x - wide / 2, "middle", letters, True, cost, colour)


def _words(
    lines: tuple[str, ...],
    top: Point,
    left: float,
    align: Align,
    letters: Lettering,
    italic: bool,
    cost: float,
    colour: str,
) -> Stand:
    wide, high = _sizes(lines, letters, italic)
    room = Bounds(left, top.y, left + wide, top.y + high).grown(0.08 * letters.em)
    baseline = Point(top.x, top.y + _ASCENT * letters.em)
    words = Words(
        baseline, lines, letters.size, colour, align, italic=italic, halo="paper", lang=letters.lang
    )
    return Stand(words, room, cost)


def _sizes(lines: tuple[str, ...], letters: Lettering, italic: bool) -> tuple[float, float]:
    wide = max(letters.measure(line, False, italic) for line in lines) * letters.em
    return wide, ((len(lines) - 1) * LEADING + _ASCENT + _DESCENT) * letters.em


def _led(stand: Stand, dot: Point, at: Point, radius: float) -> Stand:
    share = radius / max(math.dist(dot, at), 1e-9)
    start = Point(dot.x + (at.x - dot.x) * share, dot.y + (at.y - dot.y) * share)
    return Stand(stand.words, stand.room, stand.cost, (start, at))


def _octant(degrees: float) -> float:
    return round(degrees / 45) * 45


def _by_itself(stand: Stand, obstacles: Obstacles) -> float:
    room, paper = stand.room, obstacles.paper
    inside = room.left >= paper.left and room.right <= paper.right
    inside = inside and room.low >= paper.low and room.high <= paper.high
    on_boxes = sum(map(room.meets, obstacles.boxes))
    on_lines = sum(_crosses(line, room) for line in obstacles.lines)
    return (0 if inside else _OUTSIDE) + _ON_DOT * on_boxes + _ON_LINE * on_lines


def _crosses(line: Sequence[Point], room: Bounds) -> bool:
    """True where the line runs through the room, by points close together on it."""
    for start, end in pairwise(line):
        steps = max(1, math.ceil(math.dist(start, end)))
        for step in range(steps + 1):
            share = step / steps
            if room.holds((start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)):
                return True
    return False
