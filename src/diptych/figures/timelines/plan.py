"""One way to set a timeline: how large its words are, how broad its flags, and what then stands where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from typing import TypeGuard

from diptych.figures.breaking import balanced
from diptych.figures.drawing import LEADING, MM_PER_POINT
from diptych.figures.measuring import Measure, widest
from diptych.figures.timelines.bars import Span, rows_of
from diptych.figures.timelines.flags import Flag, Raised, raised
from diptych.figures.timelines.scale import Scale, Tick, scale_of, ticks
from diptych.figures.timelines.spec import Entry, TimelineSpec
from diptych.material.dates import Moment

# All lengths are ems of the words.
STEM, LEAST, GAP, MARK = 0.45, 0.9, 0.9, 0.75
# How far flags stand one above the other: in two lines or more, and in one.
APART, APART_LEVEL = 0.5, 0.25
BAR, BAR_APART, BAR_PAD, OPEN = 1.55, 0.45, 0.5, 1.6
TICK, BAND_PAD, AFTER_BAND = 1.75, 0.3, 0.6


# Names of eras are set beside bands in which they would take more lines.
_MOST_BAND_LINES = 2
# The least that is seen of a span, in mm.
_SHORTEST = 0.8
# The least share of the width that years have.
_LEAST_SCALE = 0.6


@dataclass(frozen=True)
class Lines:
    """Words of a flag in lines; when it was stands over them in bold, or before them where it is `level`."""

    when: str
    what: tuple[str, ...]
    level: bool = False

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self.what) + (not self.level)


@dataclass(frozen=True)
class Plan:
    """A timeline `width` mm wide in words of `size` points; flags are no broader than `broad` ems.

    Flags that are `level` have date and words in one line.
    """

    spec: TimelineSpec
    width: float
    size: float
    measure: Measure
    broad: float = 0.0
    level: bool = False

    @property
    def em(self) -> float:
        """The size of words in mm."""
        return self.size * MM_PER_POINT

    @cached_property
    def scale(self) -> Scale:
        """Where years stand; it is so short that the words of the last flags have room behind their stems."""
        side = 1.2 * self.em
        whole = scale_of(self.spec, self.width - 2 * side, side)
        shares = (
            ((whole.at(middle(entry)) - side) / whole.width, self._flag_width(lines))
            for entry, lines in zip(self.points, self.flag_words, strict=True)
        )
        rooms = [(self.width - side - wide) / share for share, wide in shares if share > 0]
        return replace(whole, width=min([whole.width, *rooms]))

    @property
    def is_roomy(self) -> bool:
        """True where the scale has most of the width."""
        return self.scale.width >= _LEAST_SCALE * self.width

    @cached_property
    def ticks(self) -> tuple[Tick, ...]:
        """The marks on the line."""
        labels = self.spec.labels
        found = ticks(self.scale, labels, 3.2 * self.em)
        room = (max(self.measure(tick.words) for tick in found) + 1.2) * self.em if found else self.width
        found = ticks(self.scale, labels, room)
        return tuple(tick for tick in found if self._has_room(tick))

    @cached_property
    def points(self) -> tuple[Entry, ...]:
        """Events that stand at one time."""
        return tuple(entry for entry in self.spec.events if not entry.lasts)

    @cached_property
    def spans(self) -> tuple[Entry, ...]:
        """Events that last."""
        return tuple(entry for entry in self.spec.events if entry.lasts)

    @cached_property
    def flag_words(self) -> tuple[Lines, ...]:
        """The words of the flags."""
        return tuple(self._flag_words(entry) for entry in self.points)

    @cached_property
    def flags(self) -> tuple[Raised, ...]:
        """Where flags stand above the line."""
        flags = [
            Flag(self.scale.at(middle(entry)), self._flag_width(lines), self.height(lines.count))
            for entry, lines in zip(self.points, self.flag_words, strict=True)
        ]
        apart = APART_LEVEL if self.level else APART
        return raised(flags, GAP * self.em, apart * self.em, LEAST * self.em)

    @cached_property
    def bars(self) -> tuple[Span, ...]:
        """Where the bars of spans stand, with the words that they need room for."""
        return tuple(self._bar(entry) for entry in self.spans)

    @cached_property
    def bar_rows(self) -> tuple[int, ...]:
        """The row of each bar below the line."""
        return rows_of(self.bars, self.width, GAP * self.em, GAP * self.em)

    @cached_property
    def bands(self) -> tuple[Span, ...]:
        """Where the bands of eras stand."""
        return tuple(
            self._band(entry, lines) for entry, lines in zip(self.spec.eras, self.band_words, strict=True)
        )

    @cached_property
    def band_words(self) -> tuple[tuple[str, ...], ...]:
        """The names of eras, in two lines at most where they are too long for their bands."""
        return tuple(self._band_words(entry) for entry in self.spec.eras)

    @cached_property
    def band_rows(self) -> tuple[int, ...]:
        """The row of each band; one that begins on the day on which another ends stands beside it."""
        return rows_of(self.bands, self.width, GAP * self.em, -_SHORTEST)

    @cached_property
    def band_height(self) -> float:
        """The height of a row of bands in mm."""
        lines = max((len(words) for words in self.band_words), default=0)
        return (lines * LEADING + 2 * BAND_PAD) * self.em if lines else 0.0

    @property
    def line_y(self) -> float:
        """How far down the line of time stands, in mm."""
        return max((flag.top for flag in self.flags), default=MARK * self.em)

    @property
    def bands_y(self) -> float:
        """How far down the first row of bands begins, in mm."""
        return self.line_y + (TICK + 0.25) * self.em

    @property
    def bars_y(self) -> float:
        """How far down the first row of bars begins, in mm."""
        rows = max(self.band_rows, default=-1) + 1
        return self.bands_y + rows * self.band_height + (AFTER_BAND * self.em if rows else 0.0)

    @cached_property
    def bar_tops(self) -> tuple[float, ...]:
        """How far down each row of bars begins, and last where a further one would, in mm."""
        heights = [0.0] * (max(self.bar_rows, default=-1) + 1)
        for entry, bar, row in zip(self.spans, self.bars, self.bar_rows, strict=True):
            below = bar.where(self.width, GAP * self.em) == "below"
            lines = len(self.bar_lines(entry)) if below else 0
            heights[row] = max(heights[row], (BAR + BAR_APART) * self.em + self.height(lines))
        return tuple(accumulate(heights, initial=self.bars_y))

    @property
    def whole(self) -> float:
        """The height of it all, in mm."""
        if self.spans:
            return self.bar_tops[-1] - BAR_APART * self.em
        return self.bars_y + (0.2 - (AFTER_BAND if self.spec.eras else 0.25)) * self.em

    def ends(self, entry: Entry) -> tuple[float, float]:
        """Where a span begins and ends, in mm; what is open or goes on reaches the end of the line."""
        start, end = entry.date.start, entry.date.end
        left = self.scale.at(start.position) if self.is_shown(start) else 0.0
        right = self.scale.at(last_of(end)) if self.is_shown(end) else self.width
        return left, max(right, left + _SHORTEST)

    def is_shown(self, moment: Moment | None) -> TypeGuard[Moment]:
        """True where a moment stands on the line."""
        return moment is not None and self.scale.first <= moment.position <= self.scale.last

    def height(self, lines: int) -> float:
        """The height of lines in mm."""
        return lines * LEADING * self.em

    def _has_room(self, tick: Tick) -> bool:
        at, half = self.scale.at(tick.at), self.measure(tick.words) / 2 * self.em
        return half <= at <= self.width - half

    def _flag_words(self, entry: Entry) -> Lines:
        if self.level:
            return Lines(entry.when, (entry.what,), True)
        room = max(self.broad, self.measure(entry.when, True))
        return Lines(entry.when, balanced(entry.what, room, self.measure))

    def _flag_width(self, lines: Lines) -> float:
        when, what = self.measure(lines.when, True), widest(lines.what, self.measure)
        wide = when + self.measure(" ", True) + what if lines.level else max(when, what)
        return (wide + STEM) * self.em

    def _bar(self, entry: Entry) -> Span:
        start, end = self.ends(entry)
        words = (self.measure(f"{entry.when} ", True) + self.measure(entry.what)) * self.em
        doubtful = sum(is_open(entry, side) for side in (0, 1)) * OPEN
        below = self._widest_below(entry)
        return Span(start, end, words, end - start - (2 * BAR_PAD + doubtful) * self.em, below)

    def bar_lines(self, entry: Entry) -> tuple[str, ...]:
        """The words of a bar, which stand below it, without when it was; a long date has its own line."""
        room = self.width / self.em
        beside = room - self.measure(f"{entry.when} ", True)
        if beside >= min(room / 2, self.measure(entry.what)):
            return balanced(entry.what, beside, self.measure)
        return ("", *balanced(entry.what, room, self.measure))

    def _widest_below(self, entry: Entry) -> float:
        lead = self.measure(f"{entry.when} ", True)
        first, *others = self.bar_lines(entry) or ("",)
        return max(lead + self.measure(first), widest(others, self.measure)) * self.em

    def _band_words(self, entry: Entry) -> tuple[str, ...]:
        start, end = self.ends(entry)
        room = (end - start) / self.em - 2 * BAND_PAD
        longest = max(self.measure(word) for word in entry.what.split())
        if self.measure(entry.what) <= room or longest > room:
            return (entry.what,)
        lines = balanced(entry.what, room, self.measure)
        return lines if len(lines) <= _MOST_BAND_LINES else (entry.what,)

    def _band(self, entry: Entry, lines: Sequence[str]) -> Span:
        start, end = self.ends(entry)
        words = widest(lines, self.measure) * self.em
        return Span(start, end, words, end - start - 2 * BAND_PAD * self.em)


def middle(entry: Entry) -> float:
    """The year in whose place an event's mark stands: the middle of the time in which it may have been."""
    moment = entry.date.start or entry.date.end
    assert moment is not None
    return (moment.position + moment.until) / 2 if moment.doubtful else moment.position


def last_of(moment: Moment) -> float:
    """The year at which a span ends: that which it names, the end of its last day, or of what it may be."""
    return moment.until if moment.day or moment.unknown_digits else moment.position


def is_open(entry: Entry, side: int) -> bool:
    """True where a span's beginning (0) or end (1) is not known, or not for certain."""
    moment = entry.date.end if side else entry.date.start
    return moment is None or moment.doubtful
