"""A chart with axes is planned: what stands round the plot is measured first, the plot has the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from math import isclose

from diptych.figures.charts.frame import Frame, Names, Plot
from diptych.figures.charts.legend import Legend, legend
from diptych.figures.charts.letters import Letters
from diptych.figures.charts.lying import BARS, WIDEST_NAMES, lies
from diptych.figures.charts.naming import names_below, names_beside, placed_ends
from diptych.figures.charts.scales import Scale, ended, linear_scale, log_scale, with_clear_ends
from diptych.figures.charts.spec import ChartSpec
from diptych.material.chart_parts import Axis

# Gaps in ems: between words and what they belong to.
_GAP = 0.5
# Ticks of the values stand so many lines apart or more; there are so many at most.
_TICK_ROOM, _MOST_TICKS = 2.2, 7
# The widest column of words at the ends of lines, as a share of the chart.
_WIDEST_ENDS = 0.3
# More bars than these have an axis in place of values at every bar.
_LABELLED = 20
# The part of the width that names below lines may take.
_NAMED = 0.7
# The last day that spreadsheets know.
_LAST_DAY = 2_958_465
# The part of the width that bars side by side take.
_GROUPED = 0.64
# Programs break the title of the values' axis at a fifth of the chart's width.
_NATIVE_TITLE = 0.19


def frame_of(spec: ChartSpec, letters: Letters, width: float, height: float, native: bool) -> Frame:
    """The plan of a chart in that room (mm); what is planned for a `native` chart keeps to its ways."""
    return _Framing(_settled(spec, letters, width), letters, width, height, native).frame()


def _settled(spec: ChartSpec, letters: Letters, width: float) -> ChartSpec:
    """The chart, its x-values as categories where these are a regular row and each name has room."""
    xs = [x for x in spec.data.xs if x is not None]
    scaled = spec.x_axis.min is not None or spec.x_axis.max is not None or spec.x_axis.scale == "log"
    steps = [after - before for before, after in pairwise(xs)]
    named = len(steps) * (letters.widest(spec.data.categories) + letters.em) <= _NAMED * width
    even = all(isclose(step, steps[0]) for step in steps) and not scaled and named
    # Programs place areas by whole numbers alone, which they take for days.
    placeless = spec.kind == "area" and not all(x == int(x) and 0 <= x <= _LAST_DAY for x in xs)
    if spec.kind == "scatter" or not steps or not (even or placeless):
        return spec
    heading = spec.data.heading or spec.data.x_name
    return replace(spec, data=replace(spec.data, xs=(), heading=heading))


@dataclass(frozen=True)
class _Framing:
    """One chart on its way to its frame."""

    spec: ChartSpec
    letters: Letters
    width: float
    height: float
    native: bool

    def frame(self) -> Frame:
        plot = self._plot()
        found = Frame(
            self.spec,
            self.letters,
            self.width,
            self.height,
            plot,
            self._values(plot),
            self._names(plot.width),
            self._xs(plot),
            self.horizontal,
            self.labelled,
            self.heading,
            self.side,
            self.foot,
            self.legend,
        )
        return replace(found, ends=placed_ends(found, self.ends)) if self.ends else found

    @cached_property
    def horizontal(self) -> bool:
        return lies(self.spec, self.letters, self.width, self.height)

    @cached_property
    def labelled(self) -> bool:
        """True where each bar can bear its value."""
        spec = self.spec
        many = len(spec.data.series) * len(spec.data.categories)
        if spec.kind not in {"bar", "grouped"} or many > _LABELLED:
            return False
        if spec.y_axis.min is not None or spec.y_axis.max is not None:
            return False
        room = _GROUPED * self.width / many if spec.kind == "grouped" else self.width / many
        return self.horizontal or self.letters.widest(self._labels) <= 0.98 * room

    @cached_property
    def heading(self) -> tuple[str, ...]:
        room = self.width - self._side_room
        return self.letters.broken(self.spec.y_title, _NATIVE_TITLE * self.width if self.native else room)

    @cached_property
    def side(self) -> str:
        """What heads the names beside lying bars, where the author says it."""
        return self.spec.x_axis.title if self.horizontal else ""

    @cached_property
    def foot(self) -> tuple[str, ...]:
        return () if self.horizontal else self.letters.broken(self.spec.x_title, self.width)

    @cached_property
    def legend(self) -> Legend | None:
        many = len(self.spec.data.series) > 1
        return legend(self.spec.names, self.letters, self.width) if many and not self.ends else None

    @cached_property
    def ends(self) -> tuple[tuple[str, ...], ...]:
        """The names of lines at their ends, where there is room for all of them."""
        if self.spec.kind != "line" or len(self.spec.data.series) < 2:
            return ()
        room = _WIDEST_ENDS * self.width
        broken = tuple(self.letters.broken(name, room, bold=True) for name in self.spec.names)
        lines = sum(len(one) for one in broken)
        fitting = all(self.letters.holds(name, room, bold=True) for name in self.spec.names)
        # Programs break names where they like: only those of one line stand where they should.
        fitting = fitting and not (self.native and max(map(len, broken)) > 1)
        return broken if fitting and lines * self.letters.line <= 0.7 * self.height else ()

    @cached_property
    def _labels(self) -> tuple[str, ...]:
        return tuple(self.spec.value(value) for value in self.spec.data.values)

    @property
    def _side_room(self) -> float:
        return 0.0 if not self.horizontal or not self.spec.x_axis.title else self._beside

    @cached_property
    def _beside(self) -> float:
        """The room of the names beside lying bars, with their gap."""
        column = WIDEST_NAMES * self.width
        lines = [line for name in self.spec.data.categories for line in self.letters.broken(name, column)]
        return min(self.letters.widest([*lines, self.side]), column) + _GAP * self.letters.em

    def _plot(self) -> Plot:
        top, bottom = self._top, self._bottom
        rough = Plot(0, top, self.width, max(self.height - top - bottom, self.letters.line))
        left, right = self._sides(rough)
        # A narrower plot may have other ticks.
        inner = rough._replace(x=left, width=self.width - left - right)
        left, right = (max(pair) for pair in zip((left, right), self._sides(inner), strict=True))
        width = self.width - left - right
        below = self._below(width) - self._below(self.width)
        return Plot(left, top, width, max(rough.height - below, self.letters.line))

    @property
    def _top(self) -> float:
        """Heading and legend, and half a line for the uppermost tick or value."""
        letters = self.letters
        heads = len(self.heading) or int(bool(self.side))
        top = heads * letters.line + (_GAP * letters.em if heads else 0)
        top += self.legend.height + 0.3 * letters.line if self.legend else 0
        if self.labelled and not self.horizontal:
            return top + letters.line
        return top + (0 if self.labelled else 0.6 * letters.line)

    @property
    def _bottom(self) -> float:
        return self._below(self.width)

    def _below(self, width: float) -> float:
        """The room below the plot: names or ticks, then what they are."""
        letters = self.letters
        if self.horizontal:
            return 0.2 * letters.em if self.labelled else letters.line + _GAP * letters.em
        names = self._names(width)
        room = letters.widest([one[0] for one in names.lines if one]) if names.turned else 0
        room = room or (1 if self._scaled else names.most_lines) * letters.line
        foot = len(self.foot) * letters.line + (0.35 * letters.line if self.foot else 0)
        return room + _GAP * letters.em + foot

    def _sides(self, rough: Plot) -> tuple[float, float]:
        """The room at the left and at the right of the plot."""
        letters, gap = self.letters, _GAP * self.letters.em
        if self.horizontal:
            return self._beside, self._past_bars(rough)
        scale = self._values(rough)
        probe = Frame(self.spec, letters, self.width, self.height, rough, scale, Names(()))
        left = 0 if self.labelled else letters.widest([probe.tick(tick) for tick in scale.ticks]) + gap
        right = letters.widest([line for one in self.ends for line in one], bold=True)
        right += 2 * gap if self.ends else 0
        first, last = self._edge_names(rough)
        return max(left, first), max(right, last)

    def _past_bars(self, rough: Plot) -> float:
        """The room for values at the ends of lying bars, or for half of the last tick."""
        if self.labelled:
            return self.letters.widest(self._labels, bold=True) + _GAP * self.letters.em
        scale = self._values(rough)
        return self.letters.width(self.spec.number(scale.ticks[-1], scale.decimals)) / 2

    def _edge_names(self, rough: Plot) -> tuple[float, float]:
        """How far the first and the last name of an axis reach beyond the plot."""
        if self._scaled:
            scale = self._xs(rough)
            assert scale is not None
            probe = replace(Frame(self.spec, self.letters, 0, 0, rough, scale, Names(())), xs=scale)
            ends = [probe.x_tick(scale.ticks[0]), probe.x_tick(scale.ticks[-1])] if scale.ticks else ["", ""]
            return self.letters.width(ends[0]) / 2, self.letters.width(ends[1]) / 2
        if self.spec.kind not in {"line", "area"}:
            return 0.0, 0.0
        lines = self._names(rough.width).lines
        first, last = (self.letters.widest(one) / 2 for one in (lines[0], lines[-1]))
        return first, last

    @property
    def _scaled(self) -> bool:
        return bool(self.spec.data.xs)

    def _values(self, plot: Plot) -> Scale:
        """The scale of the values; bars that bear their values fill it."""
        spec, axis = self.spec, self.spec.y_axis
        known = spec.totals if spec.kind in {"stacked", "area"} else spec.data.values
        if self.labelled:
            return self._with_room_below(linear_scale((0.0, *known), 5, snug=True), plot)
        if self.horizontal:
            widest = self.letters.widest([spec.number(value, spec.data.decimals) for value in known])
            most = int(plot.width / (widest + 2.5 * self.letters.em))
        else:
            most = int(plot.height / (_TICK_ROOM * self.letters.line))
        most = min(max(most, 3), _MOST_TICKS)
        if axis.scale == "log":
            return log_scale(known, most, axis.min, axis.max)
        from_zero = spec.kind in {*BARS, "area"}
        scale = linear_scale(known, most, axis.min, axis.max, from_zero, whole=_whole(known))
        return self._cleared(scale, known, axis)

    def _with_room_below(self, scale: Scale, plot: Plot) -> Scale:
        """The scale with room for the values at bars below zero, between them and the names."""
        if scale.low >= 0:
            return scale
        letters = self.letters
        label = letters.widest(self._labels, bold=True) if self.horizontal else letters.line
        length = max((plot.width - self._beside if self.horizontal else plot.height), 2 * label)
        share = min((label + _GAP * letters.em) / length, 0.4)
        return replace(scale, low=scale.low - share * (scale.high - scale.low) / (1 - share))

    def _xs(self, plot: Plot) -> Scale | None:
        spec, axis = self.spec, self.spec.x_axis
        known = [x for x in spec.data.xs if x is not None]
        if not known:
            return None
        widest = self.letters.widest([spec.x(x) for x in known])
        most = min(max(int(plot.width / (widest + 1.6 * self.letters.em)), 2), 10)
        if axis.scale == "log":
            return log_scale(known, most, axis.min, axis.max)
        lines = spec.kind != "scatter"
        snug = lines and not self.native
        scale = linear_scale(known, most, axis.min, axis.max, snug=snug, whole=_whole(known))
        if lines and self.native and axis.max is None:
            return ended(scale, max(known))
        return self._cleared(scale, known, axis)

    def _cleared(self, scale: Scale, values: Sequence[float], axis: Axis) -> Scale:
        """The scale with room around points, as far as its author leaves it."""
        free = axis.min is None and axis.max is None
        return with_clear_ends(scale, values) if self.spec.kind == "scatter" and free else scale

    def _names(self, width: float) -> Names:
        """The names of the categories as they stand below the plot, or beside it."""
        if self.horizontal:
            return names_beside(self.spec, self.letters, self._beside - _GAP * self.letters.em)
        return Names(()) if self._scaled else names_below(self.spec, self.letters, width)


def _whole(values: tuple[float, ...] | list[float]) -> bool:
    """True where all values are whole numbers, so that ticks between them would mean nothing."""
    return (
        all(value == int(value) for value in values) and max(values, default=0) - min(values, default=0) > 2
    )
