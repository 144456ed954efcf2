"""Dates as historians know them: a subset of EDTF (ISO 8601-2:2019, levels 0 and 1)."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from types import MappingProxyType

# Months and days that are not known may be written as XX; years of more than four digits begin with Y.
_PART = re.compile(
    r"(?P<year>-?\d{4}|-?\d{3}X|-?\d{2}XX|Y-?\d{5,12})(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<mark>[?~%]?)"
)

# Seasons are numbered after the months; each begins with a month.
_FIRST_MONTHS = MappingProxyType({21: 3, 22: 6, 23: 9, 24: 12})
# A year of twelve months of 31 days: near enough for any drawing, and the same for all years.
_DAYS = 372
# Years up to this one are written with Y and more than four digits, for prehistory and the ages of the Earth.
_PREHISTORY = -10_000


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, a month, a season or a day, and how sure one is of it.

    Months from 21 are the seasons, spring first, as in EDTF. `unknown_digits` tells how many final
    digits of the year are unknown (`192X` has 1).
    """

    year: int
    month: int = 0
    day: int = 0
    uncertain: bool = False
    approximate: bool = False
    unknown_digits: int = 0

    @property
    def position(self) -> float:
        """Where the moment begins on a scale of years, for drawing."""
        month = _FIRST_MONTHS.get(self.month, self.month)
        return self._first_year + max(month - 1, 0) / 12 + max(self.day - 1, 0) / _DAYS

    @property
    def until(self) -> float:
        """Where the moment is over on a scale of years: a year after it began, a month, ten years."""
        if self.day:
            return self.position + 1 / _DAYS
        if self.month:
            return self.position + (3 if self.month in _FIRST_MONTHS else 1) / 12
        return float(self.position + 10**self.unknown_digits)

    @property
    def doubtful(self) -> bool:
        """True where one does not quite know when it was."""
        return self.uncertain or self.approximate or self.unknown_digits > 0

    @property
    def _first_year(self) -> int:
        """The first of the years that it may be; of a decade before Christ the one with the most digits 9."""
        return self.year - 10**self.unknown_digits + 1 if self.year < 0 and self.unknown_digits else self.year


@dataclass(frozen=True, slots=True)
class Date:
    """A moment, or a span between two; an open end is None.

    `words` are those of a date that stands in no calendar, such as "forthcoming".
    """

    edtf: str
    start: Moment | None
    end: Moment | None
    interval: bool = False
    words: str = ""

    @property
    def sort_key(self) -> tuple[float, float]:
        """Dates in order of their beginning, then of their end."""
        start = self.start.position if self.start else float("-inf")
        end = self.end.position if self.end else float("inf")
        return (start, end)


def years_before_christ(year: int) -> int:
    """How a year up to 0 is counted before Christ: 0 is 1 BC; what nobody knows to a year stays as it is."""
    return -year if year <= _PREHISTORY else 1 - year


def parse_date(text: str) -> Date:
    """The date that an EDTF text names: `1922-04-16`, `1922-04`, `1922?`, `192X`, `1925/1933`, `1934/..`.

    Years before Christ are counted as in ISO 8601, where 1 BC is `0000` and 44 BC `-0043`.

    Raises ValueError where the text is no date or the day does not exist.
    """
    if "/" not in text:
        moment = _parse_moment(text)
        return Date(text, moment, moment)
    start, _, end = text.partition("/")
    first, last = _parse_end(start), _parse_end(end)
    if first is None and last is None:
        raise ValueError("an interval needs at least one end")
    if first and last and first.position > last.position:
        raise ValueError("the interval ends before it begins")
    return Date(text, first, last, interval=True)


def _parse_end(text: str) -> Moment | None:
    return None if text in {"", ".."} else _parse_moment(text)


def _parse_moment(text: str) -> Moment:
    match = _PART.fullmatch(text)
    if not match:
        raise ValueError("not a date")
    year, month, day = match["year"].removeprefix("Y"), _known(match["month"]), _known(match["day"])
    number = int(year.replace("X", "0"))
    _check_calendar(number, month, day, match)
    mark = match["mark"]
    return Moment(number, month, day, mark in {"?", "%"}, mark in {"~", "%"}, year.count("X"))


def _known(number: str | None) -> int:
    """The month or day; 0 where it is not told, or told to be unknown."""
    return 0 if number is None or number == "XX" else int(number)


def _check_calendar(year: int, month: int, day: int, match: re.Match[str]) -> None:
    season = month in _FIRST_MONTHS and not match["day"]
    if match["month"] == "XX" and match["day"] not in {None, "XX"}:
        raise ValueError("a day needs its month")
    if match["month"] not in {None, "XX"} and not (1 <= month <= 12 or season):
        raise ValueError("there is no such month")
    if match["day"] not in {None, "XX"} and not 1 <= day <= calendar.monthrange(year % 400 + 2000, month)[1]:
        raise ValueError("there is no such day")
