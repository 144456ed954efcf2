"""Where the parts of a chart with axes stand: the plot, and round it titles, names, ticks and legend.

All lengths are mm, from the upper left corner of the chart.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from diptych.figures.charts.legend import Legend
from diptych.figures.charts.letters import Letters
from diptych.figures.charts.scales import Scale
from diptych.figures.charts.spec import ChartSpec

# The part of the room of a category that its bars take, at most; and their most width in ems.
_BARS, _WIDEST = 0.64, 8.0
# The least part: programs leave no wider gap than five bars.
_FEWEST = 1 / 6


class Plot(NamedTuple):
    """The rectangle in which data are drawn."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height


@dataclass(frozen=True)
class Names:
    """The names of categories as they are printed: every `step`th, in lines, perhaps turned upwards."""

    lines: tuple[tuple[str, ...], ...]
    step: int = 1
    turned: bool = False

    @property
    def most_lines(self) -> int:
        """The lines of the longest name."""
        return max((len(lines) for lines in self.lines), default=0)


@dataclass(frozen=True)
class Frame:
    """The plan of a chart with axes.

    `values` is the scale of the values, `xs` that of x-values where these are numbers. Where `labelled`, the
    values stand at the bars, and there is no axis. `heading` are the lines above the plot at its left,
    `foot` those below it; `ends` the words at the right ends of lines, with the y of their middle.
    """

    spec: ChartSpec
    letters: Letters
    width: float
    height: float
    plot: Plot
    values: Scale
    names: Names
    xs: Scale | None = None
    horizontal: bool = False
    labelled: bool = False
    heading: tuple[str, ...] = ()
    side: str = ""
    foot: tuple[str, ...] = ()
    legend: Legend | None = None
    ends: tuple[tuple[float, tuple[str, ...]], ...] = ()

    @property
    def on_points(self) -> bool:
        """True where the first and the last category stand at the edges of the plot."""
        return self.spec.kind in {"line", "area"} and len(self.spec.data.categories) > 1

    def value_at(self, value: float) -> float:
        """Where a value stands: its y, or its x where bars lie."""
        share = min(max(self.values.share(value), 0.0), 1.0)
        if self.horizontal:
            return self.plot.x + share * self.plot.width
        return self.plot.bottom - share * self.plot.height

    @property
    def slot(self) -> float:
        """The room of one category along its axis."""
        count = len(self.spec.data.categories)
        length = self.plot.height if self.horizontal else self.plot.width
        return length / (count - 1 if self.on_points else max(count, 1))

    @property
    def bars(self) -> float:
        """The part of the room of a category that its bars take."""
        side_by_side = len(self.spec.data.series) if self.spec.kind == "grouped" else 1
        widest = _WIDEST * self.letters.em * side_by_side / self.slot
        return min(_BARS, max(widest, _FEWEST * side_by_side, 0.01))

    def category_at(self, index: int) -> float:
        """The middle of a category: its x, or its y where bars lie."""
        if self.xs is not None:
            x = self.spec.data.xs[index]
            return self.plot.x + (self.xs.share(x) if x is not None else 0) * self.plot.width
        start = self.plot.y if self.horizontal else self.plot.x
        return start + self.slot * (index if self.on_points else index + 0.5)

    @property
    def zero(self) -> float:
        """Where bars begin."""
        return self.value_at(min(max(0.0, self.values.low), self.values.high))

    def tick(self, value: float) -> str:
        """The words at a tick of the values."""
        return self._tick(self.values, value, True)

    def x_tick(self, value: float) -> str:
        """The words at a tick of the x-values."""
        assert self.xs is not None
        return self._tick(self.xs, value, not self.spec.in_years)

    def _tick(self, scale: Scale, value: float, grouped: bool) -> str:
        if scale.in_powers:
            return self.spec.power(value)
        return self.spec.number(value, _decimals(scale, value), grouped)


def _decimals(scale: Scale, tick: float) -> int:
    """As many decimals as all ticks need; on a log scale as this one does."""
    return replace(scale, ticks=(tick,)).decimals if scale.log else scale.decimals
