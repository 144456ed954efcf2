"""Bars: one for each value, side by side or on each other, standing or lying."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from diptych.figures.charts.frame import Frame
from diptych.figures.charts.letters import CAP
from diptych.figures.charts.looks import Look, of_one
from diptych.figures.drawing import Part, Point, Rectangle, Stroke, Words

# The gap between bars side by side, as a share of a bar; and of their values to bars, in ems.
_BETWEEN, _GAP = 0.06, 0.35
# Parts of a bar are parted by a line of paper, in points.
_EDGE = 0.8


def bars(frame: Frame, looks: tuple[Look, ...]) -> Iterator[Part]:
    """The bars of every category, each with its value where the frame has these at the bars."""
    for index in range(len(frame.spec.data.categories)):
        if frame.spec.kind == "stacked":
            yield from _stack(frame, index, looks)
        else:
            yield from _row(frame, index, looks)


def bar_look(frame: Frame, series: int, index: int, looks: tuple[Look, ...]) -> Look:
    """The look of one bar: that of its series, or of a lone series as its category is emphasised."""
    highlight, categories = frame.spec.chart.highlight, frame.spec.data.categories
    if len(looks) == 1 and looks[0].strong is False:
        return of_one(categories[index], highlight, categories)
    return looks[series]


def _row(frame: Frame, index: int, looks: tuple[Look, ...]) -> Iterator[Part]:
    """The bars of one category side by side."""
    count = len(frame.spec.data.series)
    room = frame.slot * frame.bars
    each = room / count
    start = frame.category_at(index) - room / 2
    for series, one in enumerate(frame.spec.data.series):
        value, look = one.values[index], bar_look(frame, series, index, looks)
        thick = each * (1 - _BETWEEN) if count > 1 else each
        at = start + series * each
        if value is not None:
            yield _bar(frame, at, thick, 0, value, look)
        if frame.labelled:
            yield _label(frame, at + thick / 2, value, look.strong)


def _stack(frame: Frame, index: int, looks: tuple[Look, ...]) -> Iterator[Part]:
    """The bars of one category on each other: from zero up, those below zero from zero down."""
    room = frame.slot * frame.bars
    start = frame.category_at(index) - room / 2
    above = below = 0.0
    for series, one in enumerate(frame.spec.data.series):
        value = one.values[index]
        if not value:
            continue
        base = above if value > 0 else below
        look = bar_look(frame, series, index, looks)
        yield replace(_bar(frame, start, room, base, base + value, look), stroke=Stroke("paper", _EDGE))
        above, below = (base + value, below) if value > 0 else (above, base + value)


def _bar(frame: Frame, at: float, thick: float, base: float, value: float, look: Look) -> Rectangle:
    low, high = sorted((frame.value_at(base), frame.value_at(value)))
    edge = Stroke(look.edge, 0.5) if look.edge else Stroke("", 0)
    if frame.horizontal:
        corner, width, height = Point(low, at), high - low, thick
    else:
        corner, width, height = Point(at, low), thick, high - low
    return Rectangle(corner, width, height, look.colour, edge, pattern=look.pattern)


def _label(frame: Frame, middle: float, value: float | None, strong: bool) -> Words:
    """The value at the end of its bar; a dash at zero where it is missing."""
    letters, words = frame.letters, (frame.spec.value(value),)
    end, negative = frame.value_at(value or 0), (value or 0) < 0
    gap = _GAP * letters.em
    if frame.horizontal:
        at = Point(end - gap if negative else end + gap, middle + CAP / 2 * letters.em)
        align = "end" if negative else "start"
    else:
        at = Point(middle, end + gap + CAP * letters.em if negative else end - gap)
        align = "middle"
    colour = "muted" if value is None else "ink"
    return Words(at, words, letters.size, colour, align, bold=strong, lang=frame.spec.lang)  # type: ignore[arg-type]
