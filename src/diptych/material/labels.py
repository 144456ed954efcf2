"""The words that the layouts say themselves, by language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from diptych.material.dates import Date, Moment

_SEASONS = MappingProxyType({21: "spring", 22: "summer", 23: "autumn", 24: "winter"})


@dataclass(frozen=True)
class Labels:
    """The words of one language; `labels("figure", number=2)` gives "Figure 2"."""

    lang: str
    words: Mapping[str, str]
    months: tuple[str, ...]

    def __call__(self, name: str, **values: object) -> str:
        """The label with its blanks filled in. Raises KeyError for a name that the file lacks."""
        return self.words[name].format(**values)

    def count(self, singular: str, plural: str, count: int) -> str:
        """The label that fits the number."""
        return self(singular if count == 1 else plural, count=count)

    def date(self, date: Date) -> str:
        """The date as a reader of the language writes it: "16 April 1922", "about 1926", "1925–1933"."""
        if date.words:
            return date.words
        if not date.interval:
            return self._moment(date.start) if date.start else ""
        if date.start is None or date.end is None:
            known = date.start or date.end
            name = "from" if date.start else "until"
            word = self._moment(known) if known else ""
            return self(name, start=word, end=word)
        start, end = self._moment(date.start), self._moment(date.end)
        if (start + end).isdecimal():
            return f"{start}–{end}"
        return self("span", start=start, end=end)

    def year(self, date: Date | None) -> str:
        """The year or years alone, for author-date citations."""
        if date is None:
            return self("no_date")
        ends = [str(moment.year) for moment in (date.start, date.end) if moment]
        return "–".join(dict.fromkeys(ends))

    def _moment(self, moment: Moment) -> str:
        text = self._calendar(moment)
        if moment.approximate:
            text = self("about", date=text)
        return self("uncertain", date=text) if moment.uncertain else text

    def _calendar(self, moment: Moment) -> str:
        if moment.unknown_digits:
            known = "decade" if moment.unknown_digits == 1 else "century"
            years = self(known, **{known: abs(moment.year)})
            return years if moment.year >= 0 else self("before_christ", year=years)
        year = str(moment.year) if moment.year > 0 else self("before_christ", year=1 - moment.year)
        if not moment.month:
            return year
        if moment.month in _SEASONS:
            return self("date_season", season=self(_SEASONS[moment.month]), year=year)
        month = self.months[moment.month - 1]
        if not moment.day:
            return self("date_month", month=month, year=year)
        return self("date", day=moment.day, month=month, year=year)
