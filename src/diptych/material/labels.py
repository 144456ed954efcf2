"""The words that the layouts say themselves, by language; what CLDR knows of the language is its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from diptych.material.dates import Date, Moment
from diptych.material.languages import numbers
from diptych.material.languages.locales import locale_of
from diptych.material.languages.patterns import month_names
from diptych.material.scripts import EAST_ASIAN, script_of_language

if TYPE_CHECKING:
    from babel import Locale

# One wording, or one for each plural category of the language: one, two, few, many, other.
Wording = str | Mapping[str, str]


@dataclass(frozen=True)
class Labels:
    """The words of one language; `labels("figure", number=2)` gives "Figure 2".

    `own_months` are the names of the months where the layout has better ones than CLDR, `lacking` the
    labels that are told in English because the language has none.
    """

    lang: str
    words: Mapping[str, Wording]
    own_months: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()

    def __call__(self, name: str, **values: object) -> str:
        """The label with its blanks filled in, in the plural form that fits its `count`.

        Raises KeyError for a name that the file lacks.
        """
        wording = self.words[name]
        if not isinstance(wording, str):
            wording = wording.get(self._category(values["count"]), wording["other"])
        return wording.format(**values)

    @property
    def texts(self) -> tuple[str, ...]:
        """Every wording, plural forms among them."""
        every = [(one,) if isinstance(one, str) else tuple(one.values()) for one in self.words.values()]
        return tuple(text for texts in every for text in texts)

    @cached_property
    def locale(self) -> Locale:
        """What CLDR knows of the language."""
        return locale_of(self.lang)

    @cached_property
    def months(self) -> tuple[str, ...]:
        """The names of the months as they follow a day."""
        return self.own_months or month_names(self.locale)

    def date(self, date: Date) -> str:
        """The date as a reader of the language writes it: "16 April 1922", "about 1926", "1925–1933"."""
        from diptych.material.languages.dates import told_date

        return told_date(date, self)

    def year(self, moment: Moment) -> str:
        """The year alone, in numbers, or the decade or century: "1922", "44 BC", "1920s"."""
        from diptych.material.languages.dates import told_year

        return told_year(moment, self)

    def day_in_year(self, moment: Moment) -> str:
        """A day, a month or a season without its year: "16 April", "spring"."""
        from diptych.material.languages.dates import told_day_in_year

        return told_day_in_year(moment, self)

    def number(self, value: float, decimals: int = 0) -> str:
        """A number with so many decimals: "12,345.5", "12.345,5"."""
        return numbers.number(value, self.locale, decimals)

    def percent(self, value: float, decimals: int = 0) -> str:
        """Hundredths with the sign for percent: "12.5%", "12,5 %"."""
        return numbers.percent(self.number(value, decimals), self.locale)

    def listed(self, words: Sequence[str]) -> str:
        """Words in a row: "a, b and c"."""
        return numbers.listed(words, self.locale)

    @property
    def comma(self) -> str:
        """What stands between the members of a row, in the script of the language: `, `, `، ` or `、`."""
        script = script_of_language(self.lang)
        return "、" if script in EAST_ASIAN else "، " if script == "Arab" else ", "

    def _category(self, count: object) -> str:
        """The plural category of a number in this language (UTS 35, part 3, section 5)."""
        return str(self.locale.plural_form(int(str(count))))
