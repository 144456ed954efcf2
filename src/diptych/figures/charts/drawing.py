"""A chart as a drawing, for the handout and for printed slides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from diptych.figures.charts.bars import bars
from diptych.figures.charts.frame import Frame
from diptych.figures.charts.framing import frame_of
from diptych.figures.charts.furniture import baseline, grid, key, names, ticks, titles
from diptych.figures.charts.letters import Letters
from diptych.figures.charts.lines import areas, lines
from diptych.figures.charts.looks import Look, looks
from diptych.figures.charts.lying import lies, most_lines_beside
from diptych.figures.charts.pies import Pie, pie_height, pie_of, pie_parts
from diptych.figures.charts.points import points
from diptych.figures.charts.spec import ChartSpec
from diptych.figures.charts.table import data_table
from diptych.figures.charts.telling import told
from diptych.figures.drawing import Drawing, Part

PIES = ("pie", "doughnut")
# The height of a chart as a share of its width; lying bars take so many lines each, in and between them.
_UPRIGHT, _PIE, _SCATTER = 0.5, 0.42, 0.62
_LYING, _LYING_MORE, _AROUND, _KEY = 2.0, 1.1, 3.5, 1.7
# Names beside bars stand so many lines apart.
_APART = 0.6

ChartPlan = Frame | Pie


def plan_of(
    spec: ChartSpec, letters: Letters, width: float, height: float, native: bool = False
) -> ChartPlan:
    """Where everything in the chart stands, in that room (mm), perhaps as a `native` chart."""
    if spec.kind in PIES:
        return pie_of(spec, letters, width, height)
    return frame_of(spec, letters, width, height, native)


def natural_height(spec: ChartSpec, letters: Letters, width: float) -> float:
    """The height in mm that suits a chart of that width."""
    if lies(spec, letters, width):
        each = _LYING + (len(spec.data.series) - 1) * _LYING_MORE * (spec.kind == "grouped")
        each = max(each, most_lines_beside(spec, letters, width) + _APART)
        around = _AROUND + _KEY * (len(spec.data.series) > 1)
        return (len(spec.data.categories) * each + around) * letters.line
    if spec.kind in PIES:
        return max(_PIE * width, 12 * letters.line, pie_height(spec, letters, width))
    share = _SCATTER if spec.kind == "scatter" else _UPRIGHT
    return max(share * width, 12 * letters.line)


def chart_drawing(plan: ChartPlan, width: float, height: float) -> Drawing:
    """The drawing of a plan, with what it tells in words and its data as a table."""
    parts = tuple(pie_parts(plan) if isinstance(plan, Pie) else _frame_parts(plan))
    spec = plan.spec
    return Drawing(width, height, parts, told(spec), data_table(spec), spec.place)


def frame_looks(frame: Frame) -> tuple[Look, ...]:
    """The look of every series of a chart with axes."""
    spec = frame.spec
    if len(spec.names) == 1:
        return (replace(looks(("",), ())[0], words="ink"),)
    return looks(spec.names, spec.chart.highlight)


def _frame_parts(frame: Frame) -> Iterator[Part]:
    shown = frame_looks(frame)
    yield from grid(frame)
    if frame.spec.kind == "area":
        yield from areas(frame, shown)
    if frame.spec.kind in {"bar", "grouped", "stacked"}:
        yield from bars(frame, shown)
    yield from baseline(frame)
    if frame.spec.kind == "line":
        yield from lines(frame, shown)
    if frame.spec.kind == "scatter":
        yield from points(frame, shown)
    yield from ticks(frame)
    yield from names(frame)
    yield from titles(frame)
    yield from key(frame, shown)
