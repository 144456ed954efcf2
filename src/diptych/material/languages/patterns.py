"""Dates by the patterns of CLDR (UTS 35, part 4): day, month and year in the order of the language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

# Words between apostrophes, letters that stand for a part of a date, and all else.
_PIECE = re.compile(r"'(?P<quoted>[^']*)'|(?P<field>y+|[ML]+|d+)|(?P<other>.)")
# A line may end neither between day and month nor before the short word for "year".
_FIRM = (re.compile(r"(?<=d\.) (?=M)|(?<=d) (?=M)|(?<=M) (?=d)"), re.compile(r"(?<=y) (?=')"))
_YEAR_WORD = re.compile(r"(?<=y)\s'[^']*'\.?")
# Months from here on are numbers in the patterns, and names where the pattern repeats the letter.
_NAMED = 3


def day_pattern(locale: Locale) -> str:
    """A day: `d MMMM y`, `y年M月d日`."""
    return _firm(str(locale.date_formats["long"].pattern))


def month_pattern(locale: Locale) -> str:
    """A month: `MMMM y`, `LLLL y 'г'.` where the month that stands alone has another form."""
    return _pattern(locale, "yMMMM", "MMMM y")


def day_in_year_pattern(locale: Locale) -> str:
    """A day without its year: `d MMMM`, `M月d日`."""
    return _pattern(locale, "MMMMd", "d MMMM")


def year_pattern(locale: Locale) -> str:
    """A year: `y`, `y年`."""
    return _pattern(locale, "y", "y")


def month_names(locale: Locale, form: str = "format") -> tuple[str, ...]:
    """The twelve months' names, as they follow a day, or in the form `stand-alone`."""
    names: Mapping[int, str] = locale.months[form]["wide"]
    if set(names) != set(range(1, 13)):
        names = locale.months["format"]["wide"]
    return tuple(names[month] for month in range(1, 13))


def without_year_word(pattern: str) -> str:
    """The pattern without a short word for "year" behind it, where an era stands: "44 до н. э."."""
    return _YEAR_WORD.sub("", pattern)


def written(pattern: str, day: str, month: int, year: str, names: Mapping[str, tuple[str, ...]]) -> str:
    """The date in a pattern; `names` are the months' by the letter for them, M after a day and L alone."""
    return "".join(_written(pattern, day, month, year, names))


def _written(
    pattern: str, day: str, month: int, year: str, names: Mapping[str, tuple[str, ...]]
) -> Iterator[str]:
    for piece in _PIECE.finditer(pattern):
        field = piece["field"] or ""
        if not field:
            yield piece["quoted"] if piece["quoted"] is not None else piece["other"]
        elif field[0] == "y":
            yield year
        elif field[0] == "d":
            yield day
        else:
            yield names[field[0]][month - 1] if len(field) >= _NAMED else str(month)


def _pattern(locale: Locale, skeleton: str, otherwise: str) -> str:
    found = locale.datetime_skeletons.get(skeleton)
    return _firm(str(found.pattern)) if found else otherwise


def _firm(pattern: str) -> str:
    for place in _FIRM:
        pattern = place.sub("\u00a0", pattern)
    return pattern
