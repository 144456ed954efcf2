"""A scale of years: where moments stand on a line, and which of them are marked."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor

from diptych.figures.timelines.spec import TimelineSpec
from diptych.material.dates import Date, Moment, years_before_christ
from diptych.material.labels import Labels

# Steps from mark to mark, in months up to a year, then in years.
_MONTHS = (1, 2, 3, 6)
_YEARS = (1, 2, 5)
# Days of months: every one, every fifth or every tenth.
_DAYS = (tuple(range(1, 32)), (1, 6, 11, 16, 21, 26), (1, 11, 21))
# The share of all years that is left free at either end; the shortest time that is drawn, in years.
_MARGIN, _LEAST = 0.01, 3 / 372


@dataclass(frozen=True)
class Tick:
    """A mark on the line, in years, and its words; those of lesser marks are empty."""

    at: float
    words: str


@dataclass(frozen=True)
class Scale:
    """From year to year over a width in mm, from x on."""

    first: float
    last: float
    width: float
    x: float = 0.0

    def at(self, year: float) -> float:
        """Where a moment stands, in mm; what lies beyond stands at the end."""
        share = (min(max(year, self.first), self.last) - self.first) / (self.last - self.first)
        return self.x + share * self.width

    @property
    def years(self) -> float:
        """How many years it spans."""
        return self.last - self.first


def scale_of(spec: TimelineSpec, width: float, x: float = 0.0) -> Scale:
    """The scale that holds all moments of the timeline, and what they may be."""
    moments = spec.moments
    first = min(moment.position for moment in moments)
    last = max(moment.until if moment.doubtful or moment.day else moment.position for moment in moments)
    first, last = spec.within or (first, last)
    last = max(last, first + _LEAST)
    spare = _MARGIN * (last - first)
    return Scale(first - spare, last + spare, width, x)


def ticks(scale: Scale, labels: Labels, room: float) -> tuple[Tick, ...]:
    """Marks whose words have each `room` mm: years, or months where there are few years."""
    least = scale.years * room / scale.width
    if least < 11 / 372:
        days = next(days for days in _DAYS if least <= (days[1] - days[0]) / 372 or days is _DAYS[-1])
        return tuple(_day_ticks(scale, labels, days))
    if least < 1:
        months = next((step for step in _MONTHS if step / 12 >= least), 12)
        if months < 12:
            return tuple(_months(scale, labels, months))
    step = max(1, round(_round_step(least)))
    return tuple(Tick(float(year), labels.date(_year(year))) for year in _rounds(scale, step))


def _round_step(least: float) -> float:
    """The least of 1, 2, 5, 10, 20 … that is no less; below a year, months."""
    if least <= 1:
        return next((step / 12 for step in _MONTHS if step / 12 >= least), 1.0)
    power = 1
    while True:
        for step in _YEARS:
            if step * power >= least:
                return float(step * power)
        power *= 10


def _rounds(scale: Scale, step: int) -> Iterator[int]:
    """Round years; before Christ those that are round in the way one counts there, where 0 is 1 BC."""
    for number in range(floor(scale.first / step) - 1, ceil(scale.last / step) + 2):
        round_year = number * step
        year = round_year if step == 1 or round_year > 0 else _counted_round(round_year)
        if scale.first <= year <= scale.last:
            yield year


def _counted_round(year: int) -> int:
    """The year near this one that is as round in the way one counts before Christ; near 0 the year 1."""
    return next(one for one in (year, year + 1) if one > 0 or years_before_christ(one) == -year)


def _months(scale: Scale, labels: Labels, step: int) -> Iterator[Tick]:
    for number in range(ceil(scale.first * 12 / step - 1e-6), floor(scale.last * 12 / step + 1e-6) + 1):
        year, month = divmod(number * step, 12)
        moment = Moment(year, month + 1)
        yield Tick(moment.position, labels.date(Date("", moment, moment)))


def _day_ticks(scale: Scale, labels: Labels, days: tuple[int, ...]) -> Iterator[Tick]:
    for number in range(floor(scale.first * 12), ceil(scale.last * 12) + 1):
        year, month = divmod(number, 12)
        last = monthrange(year % 400 + 2000, month + 1)[1]
        for moment in (Moment(year, month + 1, day) for day in days if day <= last):
            if scale.first <= moment.position <= scale.last:
                yield Tick(moment.position, labels.date(Date("", moment, moment)))


def _year(year: int) -> Date:
    moment = Moment(year)
    return Date("", moment, moment)
