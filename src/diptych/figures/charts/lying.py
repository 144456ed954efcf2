"""Whether bars stand or lie: as their author wants it, or as the names of the categories have room."""

from __future__ import annotations

from math import inf

from diptych.figures.charts.letters import CLOSEST, Letters
from diptych.figures.charts.spec import ChartSpec

# Kinds of charts that have bars.
BARS = ("bar", "grouped", "stacked")
# The widest column of names, as a share of the chart.
WIDEST_NAMES = 0.4
# The most lines of a name below its bar, before bars lie down.
_LINES_BELOW = 2


def lies(spec: ChartSpec, letters: Letters, width: float, height: float = inf) -> bool:
    """True where bars lie: as the author wants it, or because the names would not stand below them.

    Bars for whose names the height has no room stand, with their names turned.
    """
    if spec.kind not in BARS or spec.chart.bars == "vertical":
        return False
    lines = len(spec.data.categories) * most_lines_beside(spec, letters, width)
    if lines * CLOSEST * letters.em > height - 2 * letters.line:
        return False
    if spec.chart.bars == "horizontal":
        return True
    room = 0.94 * (width - 4 * letters.em) / max(len(spec.data.categories), 1)
    return not spec.counted and not all(
        letters.fits(name, room, _LINES_BELOW) for name in spec.data.categories
    )


def most_lines_beside(spec: ChartSpec, letters: Letters, width: float) -> int:
    """The lines of the longest name beside lying bars."""
    room = WIDEST_NAMES * width
    return max((len(letters.broken(name, room)) for name in spec.data.categories), default=1)
