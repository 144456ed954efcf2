"""What stands round the data of a chart: gridlines, ticks, names, titles and the legend."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from diptych.figures.charts.frame import Frame
from diptych.figures.charts.legend import SAMPLE, words_x
from diptych.figures.charts.letters import CAP, LEADING, MIDDLE
from diptych.figures.charts.looks import Look
from diptych.figures.drawing import Mark, Part, Path, Point, Rectangle, Stroke, Words

GRID, AXIS = Stroke("rule", 0.3), Stroke("ink", 0.8)
# Widths of lines in points, of marks in ems.
LINE, STRONG_LINE, MARK = 1.6, 2.6, 0.55
# Lines of text are placed by the tops of their capitals.
_GAP = 0.5


def grid(frame: Frame) -> Iterator[Part]:
    """A thin line at every tick of the values, under the data, and the line on which bars stand."""
    plot = frame.plot
    for tick in () if frame.labelled else frame.values.ticks:
        if frame.value_at(tick) != frame.zero or not _from_zero(frame):
            yield _across(frame, frame.value_at(tick), GRID)
    if frame.spec.kind == "scatter" and frame.xs is not None:
        for tick in frame.xs.ticks:
            x = plot.x + frame.xs.share(tick) * plot.width
            yield Path((Point(x, plot.y), Point(x, plot.bottom)), stroke=GRID)


def baseline(frame: Frame) -> Iterator[Part]:
    """The line of zero, over the data; of lines and points that leave out zero the foot of the plot."""
    yield _across(frame, frame.zero if _from_zero(frame) else frame.value_at(frame.values.low), AXIS)


def ticks(frame: Frame) -> Iterator[Part]:
    """The numbers at the axes."""
    letters, plot = frame.letters, frame.plot
    for tick in () if frame.labelled else frame.values.ticks:
        at = frame.value_at(tick)
        if frame.horizontal:
            yield _words(frame, at, plot.bottom + _GAP * letters.em, (frame.tick(tick),), "middle")
        else:
            y = at - CAP / 2 * letters.em
            yield _words(frame, plot.x - _GAP * letters.em, y, (frame.tick(tick),), "end")
    for tick in frame.xs.ticks if frame.xs else ():
        assert frame.xs is not None
        x = plot.x + frame.xs.share(tick) * plot.width
        yield _words(frame, x, plot.bottom + _GAP * letters.em, (frame.x_tick(tick),), "middle")


def names(frame: Frame) -> Iterator[Part]:
    """The names of the categories, below the plot or beside it."""
    letters, plot = frame.letters, frame.plot
    spec = frame.spec
    colour = "muted" if spec.counted else "ink"
    for index, lines in enumerate(frame.names.lines):
        if not lines:
            continue
        at, strong = frame.category_at(index), spec.data.categories[index] in spec.chart.highlight
        if frame.horizontal:
            top = at - (len(lines) * LEADING - (LEADING - CAP)) * letters.em / 2
            words = _words(frame, plot.x - _GAP * letters.em, top, lines, "end", "ink")
        elif frame.names.turned:
            base = Point(at + CAP / 2 * letters.em, plot.bottom + _GAP * letters.em)
            words = Words(base, lines, letters.size, "ink", "end", turn=-90, lang=spec.lang)
        else:
            words = _words(frame, at, plot.bottom + _GAP * letters.em, lines, "middle", colour)
        yield replace(words, bold=strong)


def titles(frame: Frame) -> Iterator[Part]:
    """What the axes count: that of the values above them at the left, that of the categories below."""
    letters, plot = frame.letters, frame.plot
    if frame.side:
        yield _words(frame, plot.x - _GAP * letters.em, 0, (frame.side,), "end")
    if frame.heading:
        yield _words(frame, plot.x if frame.side else 0, 0, frame.heading, "start")
    if frame.foot:
        top = frame.height - len(frame.foot) * letters.line + (LEADING - CAP) * letters.em / 2
        yield _words(frame, plot.x + plot.width / 2, top, frame.foot, "middle")


def key(frame: Frame, shown: tuple[Look, ...]) -> Iterator[Part]:
    """The legend, where series are not named where they stand."""
    if frame.legend is None:
        return
    letters, top = frame.letters, legend_top(frame)
    for entry in frame.legend.entries:
        look = shown[entry.series]
        middle = (
            top + entry.row * frame.legend.height / (frame.legend.entries[-1].row + 1) + CAP / 2 * letters.em
        )
        yield from _sample(frame, look, entry.x, middle)
        name = frame.spec.names[entry.series]
        words = _words(frame, words_x(entry, letters), middle - CAP / 2 * letters.em, (name,), "start", "ink")
        yield replace(words, bold=look.strong)


def legend_top(frame: Frame) -> float:
    """Where the legend begins: below the heading, in mm from above."""
    heads = len(frame.heading) or int(bool(frame.side))
    return heads * frame.letters.line + (_GAP * frame.letters.em if heads else 0)


def mark(look: Look, at: Point, size: float) -> Mark:
    """The sign of a value; with an edge of paper, so that signs on lines and on others stand out."""
    edge = Stroke(look.edge or "paper", 0.5) if look.mark != "cross" else Stroke(look.colour, 1.4)
    return Mark(at, size, look.mark, look.colour, edge)


def _sample(frame: Frame, look: Look, x: float, middle: float) -> Iterator[Part]:
    letters = frame.letters
    width = SAMPLE * letters.em
    if frame.spec.kind == "line":
        points = (Point(x, middle), Point(x + width, middle))
        yield Path(points, stroke=Stroke(look.colour, LINE, look.dash))
    if frame.spec.kind in {"line", "scatter"}:
        yield mark(look, Point(x + width / 2, middle), MARK * letters.em)
        return
    height = CAP * letters.em
    edge = Stroke(look.edge, 0.5) if look.edge else Stroke("", 0)
    corner = Point(x, middle - height / 2)
    yield Rectangle(corner, width, height, look.colour, edge, pattern=look.pattern)


def _across(frame: Frame, at: float, stroke: Stroke) -> Path:
    plot = frame.plot
    if frame.horizontal:
        return Path((Point(at, plot.y), Point(at, plot.bottom)), stroke=stroke)
    return Path((Point(plot.x, at), Point(plot.right, at)), stroke=stroke)


def _from_zero(frame: Frame) -> bool:
    return not frame.values.log and frame.values.low <= 0 <= frame.values.high


def _words(
    frame: Frame, x: float, top: float, lines: tuple[str, ...], align: str, colour: str = "muted"
) -> Words:
    """Lines whose capitals begin at `top`."""
    base = Point(x, top + CAP * frame.letters.em)
    return Words(base, lines, frame.letters.size, colour, align, lang=frame.spec.lang)  # type: ignore[arg-type]


def beside(frame: Frame, x: float, middle: float, lines: tuple[str, ...], look: Look) -> Words:
    """Lines of a series' own colour, whose middle stands at that height."""
    letters = frame.letters
    top = middle - (len(lines) - 1) * letters.line / 2 + (MIDDLE - CAP) * letters.em
    words = _words(frame, x, top, lines, "start", look.words or look.colour)
    return replace(words, bold=True)
