"""Dates in the words of a language: patterns by CLDR, "about", "from" and the like by the layout's labels."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from diptych.material.dates import Date, Moment, years_before_christ
from diptych.material.languages.numbers import roman
from diptych.material.languages.patterns import (
    day_in_year_pattern,
    day_pattern,
    month_names,
    month_pattern,
    without_year_word,
    written,
    year_pattern,
)

if TYPE_CHECKING:
    from diptych.material.labels import Labels

_LONG = 10_000
_SEASONS = MappingProxyType({21: "spring", 22: "summer", 23: "autumn", 24: "winter"})


def told_date(date: Date, labels: Labels) -> str:
    """The date as a reader of the language writes it: "16 April 1922", "about 1926", "1925–1933"."""
    if date.words:
        return date.words
    if not date.interval:
        return _moment(date.start, labels) if date.start else ""
    if date.start is None or date.end is None:
        known = date.start or date.end
        word = _moment(known, labels, governed=True) if known else ""
        return labels("from" if date.start else "until", start=word, end=word)
    joined = _in_one(date.start, date.end, labels)
    start, end = _moment(date.start, labels), _moment(date.end, labels)
    return joined or labels("span", start=start, end=end)


def told_year(moment: Moment, labels: Labels) -> str:
    """The year alone, in numbers, or the decade or century: "1922", "44 BC", "1920s"."""
    if moment.unknown_digits:
        return _span_of_years(moment, labels)
    if moment.year > 0:
        return str(moment.year)
    return labels("before_christ", year=_counted(moment.year, labels))


def told_day_in_year(moment: Moment, labels: Labels) -> str:
    """A day, a month or a season without its year: "16 April", "spring"."""
    if moment.month in _SEASONS:
        return labels(_SEASONS[moment.month])
    if not moment.day:
        return _alone(labels)[moment.month - 1]
    names = {"M": labels.months, "L": labels.months}
    return written(day_in_year_pattern(labels.locale), str(moment.day), moment.month, "", names)


def _in_one(start: Moment, end: Moment, labels: Labels) -> str:
    """A span of years, or of days in one month, with what both share told once; else nothing."""
    if start.doubtful or end.doubtful:
        return ""
    if not start.month and not end.month and (start.year > 0) == (end.year > 0):
        years = _tight(_counted(start.year, labels), _counted(end.year, labels), labels)
        return _year_told(years if start.year > 0 else labels("before_christ", year=years), labels)
    if start.day and end.day and (start.year, start.month) == (end.year, end.month):
        dot = "." if "d." in _day_pattern(labels) else ""
        return _day_told(_tight(f"{start.day}{dot}", str(end.day), labels), start, labels)
    return ""


def _counted(year: int, labels: Labels) -> str:
    """The number of a year after or before Christ; of more than four digits with marks between thousands."""
    number = year if year > 0 else years_before_christ(year)
    return str(number) if number < _LONG else labels.number(number)


def _tight(start: str, end: str, labels: Labels) -> str:
    """Two numbers with the dash of the language between them, and no spaces."""
    return labels("span", start=start, end=end).replace(" ", "")


def _moment(moment: Moment, labels: Labels, governed: bool = False) -> str:
    """A moment and how sure one is of it; words such as "from" govern the form of its month."""
    text = _calendar(moment, labels, governed or moment.approximate)
    if moment.approximate:
        text = labels("about", date=text)
    return labels("uncertain", date=text) if moment.uncertain else text


def _calendar(moment: Moment, labels: Labels, governed: bool) -> str:
    if not moment.month and moment.unknown_digits:
        return _span_of_years(moment, labels)
    if not moment.month:
        return _year_told(told_year(moment, labels), labels)
    if moment.month in _SEASONS:
        return labels("date_season", season=labels(_SEASONS[moment.month]), year=told_year(moment, labels))
    if moment.day:
        return _day_told(str(moment.day), moment, labels)
    return _month_told(moment, labels, governed)


def _span_of_years(moment: Moment, labels: Labels) -> str:
    """A decade or a century, which a language may count ("XX век") or name by its first year ("1900s")."""
    first = abs(moment.year)
    if moment.unknown_digits == 1:
        years = labels("decade", decade=first)
    else:
        number = first // 100 + 1
        years = labels("century", century=first, number=number, roman=roman(number))
    return years if moment.year >= 0 else labels("before_christ", year=years)


def _year_told(year: str, labels: Labels) -> str:
    return written(year_pattern(labels.locale), "", 1, year, {})


def _month_told(moment: Moment, labels: Labels, governed: bool) -> str:
    pattern = _own(labels, "date_month") or month_pattern(labels.locale)
    names = {"M": labels.months, "L": labels.months if governed else _alone(labels)}
    return _written(pattern, "", moment, labels, names)


def _alone(labels: Labels) -> tuple[str, ...]:
    """The names of the months where no day stands before them."""
    return labels.own_months or month_names(labels.locale, "stand-alone")


def _day_told(day: str, moment: Moment, labels: Labels) -> str:
    names = {"M": labels.months, "L": labels.months}
    return _written(_day_pattern(labels), day, moment, labels, names)


def _written(
    pattern: str, day: str, moment: Moment, labels: Labels, names: Mapping[str, tuple[str, ...]]
) -> str:
    if moment.year <= 0:
        pattern = without_year_word(pattern)
    return written(pattern, day, moment.month, told_year(moment, labels), names)


def _day_pattern(labels: Labels) -> str:
    return _own(labels, "date") or day_pattern(labels.locale)


def _own(labels: Labels, name: str) -> str:
    """The layout's own pattern, `{day} {month} {year}`, in the letters of CLDR; nothing where it has none."""
    own = labels.words.get(name, "")
    if not isinstance(own, str) or not own:
        return ""
    blank = own.format(day="\0", month="\1", year="\2")
    quoted = "".join(f"'{letter}'" if letter in "yMLd" else letter for letter in blank)
    return quoted.replace("\0", "d").replace("\1", "MMMM").replace("\2", "y")
