"""Names on a map, and the ways for each to stand beside, along or within what it names."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from diptych.figures.breaking import balanced
from diptych.figures.drawing import LEADING, MM_PER_POINT, Align, Part, Path, Point, Rectangle, Stroke, Words
from diptych.figures.maps.clipping import Bounds
from diptych.figures.measuring import Measure

# Letters reach so far above and below the baseline, in ems.
_ASCENT, _DESCENT = 0.75, 0.24
# Names and what happened there are set in lines of no more than so many ems, as far as their words allow.
_NAME_LINE, _ABOUT_LINE = 12.0, 10.0
# Where names stand around a dot, the best first: degrees clockwise from the right.
_AROUND = (0, -32, 32, 180, -148, 148, -90, 90)
# How far from it, in ems, and what it costs a name to stand so far that a line must lead to it.
_DISTANCES, _FAR = (0.3, 1.2, 2.1), 12.0
# Where words stand along a line, and how far from it in ems.
_SHARES, _BESIDE = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8), (0.3, 0.9)
# What it costs a name to stand in an area that is too small for it.
_TOO_WIDE = 5.0
_LEADER = Stroke("muted", 0.6)


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

    words: tuple[Words, ...]
    room: Bounds
    cost: float
    leader: tuple[Point, ...] = ()
    plate: bool = False


@dataclass(frozen=True)
class Name:
    """A name in lines, perhaps with lines on what happened there below it."""

    lines: tuple[str, ...]
    letters: Lettering
    about: tuple[str, ...] = ()
    colour: str = "ink"
    italic: bool = False
    bold: bool = False

    @property
    def width(self) -> float:
        """The width of its widest line, in mm."""
        measure = self.letters.measure
        widths = [measure(line, self.bold, self.italic) for line in self.lines]
        return max([*widths, *(measure(line, False, self.italic) for line in self.about)]) * self.letters.em

    @property
    def height(self) -> float:
        """The height from the first line's ascenders to the last line's descenders, in mm."""
        between = len(self.lines) + len(self.about) - 1
        return (between * LEADING + _ASCENT + _DESCENT) * self.letters.em

    def standing(self, left: float, top: float, align: Align, cost: float) -> Stand:
        """The name with the upper left corner of its room at a point, its lines aligned."""
        room = Bounds(left, top, left + self.width, top + self.height).grown(0.08 * self.letters.em)
        x = left + {"start": 0.0, "middle": 0.5, "end": 1.0}[align] * self.width
        first = Point(x, top + _ASCENT * self.letters.em)
        name = Words(first, self.lines, self.letters.size, self.colour, align, italic=self.italic)
        words = replace(name, bold=self.bold, halo="paper", lang=self.letters.lang)
        if not self.about:
            return Stand((words,), room, cost)
        below = Point(x, first.y + len(self.lines) * LEADING * self.letters.em)
        return Stand((words, replace(words, at=below, lines=self.about, bold=False)), room, cost)

    def amid(self, middle: Point, cost: float) -> Stand:
        """The name with its middle at a point."""
        return self.standing(middle.x - self.width / 2, middle.y - self.height / 2, "middle", cost)

    def touching(self, at: Point, degrees: float, cost: float) -> Stand:
        """The name on that side of a point to which the direction leads, clockwise from the right."""
        across, down = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        align: Align = "start" if across > 0.3 else "end" if across < -0.3 else "middle"
        left = at.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[align] * self.width
        top = at.y - self.height * (0.5 - 0.5 * max(-1.0, min(1.0, down * 1.6)))
        return self.standing(left, top, align, cost)


def beside_dot(
    name: str, about: str, dot: Point, radius: float, letters: Lettering, bold: bool
) -> tuple[Stand, ...]:
    """The ways for a name to stand around a dot; far ones with a line to it."""
    label, stands = Name(_lines(name, letters), letters, _lines(about, letters, _ABOUT_LINE), bold=bold), []
    for ring, distance in enumerate(_DISTANCES):
        for rank, degrees in enumerate(_AROUND):
            at = _off(dot, degrees, radius + distance * letters.em)
            stand = label.touching(at, degrees, rank * 0.5 + ring * _FAR)
            leader = (_off(dot, degrees, radius), at) if ring else ()
            stands.append(replace(stand, leader=leader))
    return tuple(stands)


def along(name: str, line: Sequence[Point], letters: Lettering, colour: str) -> tuple[Stand, ...]:
    """The ways for words to stand beside a line, near its middle first."""
    label, stands = Name(_lines(name, letters), letters, colour=colour, italic=True), []
    for rank, share in enumerate(_SHARES):
        number = min(int(share * (len(line) - 1)), len(line) - 2)
        start, end = line[number], line[number + 1]
        slope = math.degrees(math.atan2(end.y - start.y, end.x - start.x))
        for step, gap in enumerate(_BESIDE):
            for side, degrees in enumerate((slope - 90, slope + 90)):
                across, down = abs(math.cos(math.radians(degrees))), abs(math.sin(math.radians(degrees)))
                clear = (across * label.width + down * label.height) / 2 + gap * letters.em
                cost = rank * 0.6 + side * 0.3 + step * 2
                stands.append(label.amid(_off(start, degrees, clear), cost))
    return tuple(stands)


def within(name: str, ring: Sequence[Point], letters: Lettering) -> tuple[Stand, ...]:
    """The ways for a name to stand amid an area on a plate, or beside it where it is too small for that."""
    label, stands = Name(_lines(name, letters), letters, italic=True), []
    xs, ys = [p.x for p in ring], [p.y for p in ring]
    box = Bounds(min(xs), min(ys), max(xs), max(ys))
    narrow = _TOO_WIDE if label.width > 0.8 * box.width or label.height > 0.7 * box.height else 0.0
    for rank, share in enumerate((0.5, 0.35, 0.65, 0.2, 0.8)):
        for step, across in enumerate((0.5, 0.4, 0.6, 0.3, 0.7)):
            at = Point(box.left + box.width * across, box.low + box.height * share)
            stands.append(replace(label.amid(at, rank + step + narrow), plate=True))
    middle, gap = Point((box.left + box.right) / 2, (box.low + box.high) / 2), 0.25 * letters.em
    for rank, degrees in enumerate((0, 180, -90, 90)):
        across, down = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        at = Point(
            middle.x + across * (box.width / 2 + gap),
            middle.y + down * (box.height / 2 + gap),
        )
        stands.append(label.touching(at, degrees, rank * 0.5 + _TOO_WIDE - narrow))
    return tuple(stands)


def parts_of(stands: Sequence[Stand]) -> Iterator[Part]:
    """The names, what is behind them, and the lines that lead to them."""
    yield from (Path(stand.leader, stroke=_LEADER) for stand in stands if stand.leader)
    for room in (stand.room for stand in stands if stand.plate):
        yield Rectangle(Point(room.left, room.low), room.width, room.height, "paper", corner=0.6)
    yield from (words for stand in stands for words in stand.words)


def _lines(words: str, letters: Lettering, room: float = _NAME_LINE) -> tuple[str, ...]:
    return balanced(words, room, letters.measure) if words else ()


def _off(point: Point, degrees: float, distance: float) -> Point:
    turn = math.radians(degrees)
    return Point(point.x + distance * math.cos(turn), point.y + distance * math.sin(turn))
