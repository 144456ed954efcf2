"""What a chart shows, settled for both panels: its data, the words at its axes, how numbers are written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import ceil, log10
from typing import TYPE_CHECKING

from diptych.material.blocks import Chart
from diptych.material.chart_parts import Axis, ChartKind
from diptych.material.charts.data import ChartData, chart_data
from diptych.material.charts.numbers import is_number
from diptych.material.labels import Labels
from diptych.material.languages import numbers
from diptych.material.languages.locales import locale_of
from diptych.material.place import Place

if TYPE_CHECKING:
    from babel import Locale

_DASH = "–"
# A unit of so many characters can stand behind every number.
_SHORT = 4
# Numbers from here on, and below here, are written with powers of ten.
_HUGE, _TINY = 1e15, 1e-6
_MOST_SHARE_DECIMALS = 4


@dataclass(frozen=True)
class ChartSpec:
    """One chart. `lang` is the language of its words; `labels` are the layout's own words."""

    chart: Chart
    data: ChartData
    lang: str
    labels: Labels

    @property
    def kind(self) -> ChartKind:
        """What sort of chart."""
        return self.chart.kind

    @property
    def place(self) -> Place:
        """Where it stands in the source."""
        return self.chart.place

    @property
    def caption(self) -> str:
        """Its caption without markup."""
        return self.chart.chart.plain()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the series; a lone series without one has that of the axis or of the caption."""
        fallback = self.y_axis.title or self.caption
        return tuple(one.name or fallback for one in self.data.series)

    @property
    def x_axis(self) -> Axis:
        """The axis of categories or x-values."""
        return self.chart.x_axis or Axis()

    @property
    def y_axis(self) -> Axis:
        """The axis of values."""
        return self.chart.y_axis or Axis()

    @property
    def x_title(self) -> str:
        """The words at the axis of categories: the author's, else what heads them in the data."""
        title = self.x_axis.title or (self.data.x_name if self.data.xs else self.data.heading)
        return _with_unit(title, self.x_axis.unit)

    @property
    def y_title(self) -> str:
        """The words at the axis of values: the author's, else the name of the only series; and the unit."""
        only = self.data.series[0].name if len(self.data.series) == 1 else ""
        return _with_unit(self.y_axis.title or only, self.unit)

    @property
    def unit(self) -> str:
        """What values are counted in."""
        return self.chart.unit or self.y_axis.unit

    @property
    def counted(self) -> bool:
        """True where the categories are numbers or years, which may be left out between others."""
        return len(self.data.categories) > 1 and all(is_number(name) for name in self.data.categories)

    @cached_property
    def totals(self) -> tuple[float, ...]:
        """The ends of what stands on each other, above zero and below."""
        columns = list(zip(*(one.values for one in self.data.series), strict=True))
        above = [sum(value for value in column if value and value > 0) for column in columns]
        return (*above, *(sum(value for value in column if value and value < 0) for column in columns))

    def value(self, value: float | None) -> str:
        """A value as a reader of the language writes it; a dash where it is missing."""
        return _DASH if value is None else self.number(value, self.data.decimals)

    def told(self, value: float) -> str:
        """A value in running text, with its unit where that is short: what is longer stands at the axis."""
        unit = self.unit if len(self.unit) <= _SHORT or not self.y_title else ""
        if unit in {"%", "‰", "°"}:
            space = "\u00a0" if numbers.parts_percent(self._locale) else ""
            return f"{self.value(value)}{space}{unit}"
        return f"{self.value(value)} {unit}".strip()

    def x(self, value: float | None) -> str:
        """A number of the x-axis; years are written without marks between thousands."""
        return _DASH if value is None else self.number(value, self.data.x_decimals, not self.in_years)

    @property
    def in_powers(self) -> bool:
        """True where a value is written with a power of ten."""
        return any(needs_power(value, self.data.decimals) for value in self.data.values)

    @property
    def in_years(self) -> bool:
        """True where the x-values look like years."""
        known = [x for x in self.data.xs if x is not None]
        return bool(known) and all(x == int(x) and 1000 <= x <= 2999 for x in known)

    def number(self, value: float, decimals: int, grouped: bool = True) -> str:
        """A number with so many decimals as the language has it; a tiny or huge one with a power of ten."""
        if needs_power(value, decimals):
            return numbers.power_of_ten(value, self._locale)
        return numbers.number(value, self._locale, decimals, grouped)

    def power(self, value: float) -> str:
        """A number with a power of ten, whatever its size."""
        return numbers.power_of_ten(value, self._locale) if value else "0"

    @property
    def in_percent(self) -> bool:
        """True where its values are percentages, by the sign or by the word."""
        return numbers.is_percent(self.unit, self._locale)

    def percentage(self, value: float) -> str:
        """A value that is a percentage, with the sign."""
        return numbers.percent(self.value(value), self._locale)

    @property
    def percent_sign(self) -> str:
        """The sign for percent, with a space before it where the language has one."""
        return numbers.percent("", self._locale)

    def share(self, value: float) -> str:
        """The part of the whole that a value is, in percent."""
        percent = 100 * value / sum(self.data.values)
        written = numbers.number(percent, self._locale, self.share_decimals(value))
        return numbers.percent(written, self._locale)

    def share_decimals(self, value: float) -> int:
        """The decimals of a part of the whole: none from one percent on, then as many as it takes."""
        percent = 100 * value / sum(self.data.values)
        return min(max(ceil(-log10(percent)), 0), _MOST_SHARE_DECIMALS) if percent else 0

    @cached_property
    def _locale(self) -> Locale:
        return self.labels.locale if self.lang == self.labels.lang else locale_of(self.lang)


def needs_power(value: float, decimals: int) -> bool:
    """True where a number with so many decimals would be no number any more, or hard to read."""
    size = abs(value)
    return size >= _HUGE or 0 < size < max(_TINY, 0.5 * 10.0**-decimals)


def chart_spec(chart: Chart, lang: str, labels: Labels) -> ChartSpec:
    """The chart of a material in the document's language, which is its own where it names none."""
    own = chart.lang or lang
    return ChartSpec(chart, chart_data(chart, own), own, labels)


def _with_unit(title: str, unit: str) -> str:
    if not title or not unit or f"({unit})" in title:
        return title or unit
    return f"{title} ({unit})"
