"""The series of native charts, each with its look, labels and references to the workbook."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.deck.write.charts.labels import (
    line_labels,
    no_labels,
    point_labels,
    slice_labels,
    value_labels,
)
from diptych.deck.write.charts.pieces import NO_LINE, Pen, number_format, numbers, texts, value_format
from diptych.deck.write.charts.workbook import series_column
from diptych.deck.write.ooxml import fill
from diptych.figures.charts.bars import bar_look
from diptych.figures.charts.drawing import frame_looks
from diptych.figures.charts.frame import Frame
from diptych.figures.charts.furniture import LINE, MARK, STRONG_LINE
from diptych.figures.charts.lines import MARKED
from diptych.figures.charts.looks import Look
from diptych.figures.charts.pies import Pie
from diptych.figures.charts.points import point_look, point_size
from diptych.figures.charts.spec import ChartSpec
from diptych.figures.drawing import Stroke

_MARKS = {"cross": "x"}
_EDGE = Stroke("paper", 0.8)


def bar_series(frame: Frame, pen: Pen) -> Iterator[str]:
    """Bars; of a lone series those that stand out have a look of their own."""
    looks = frame_looks(frame)
    for index, _ in enumerate(frame.spec.data.series):
        own = [bar_look(frame, index, at, looks) for at in range(len(frame.spec.data.categories))]
        usual = next((one for one in own if not one.strong), own[0])
        apart = [at for at, one in enumerate(own) if one != usual]
        points = "".join(
            f'<c:dPt><c:idx val="{at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
            f"{_filled(frame, own[at], pen)}</c:dPt>"
            for at in apart
        )
        strong = tuple(at for at, one in enumerate(own) if one.strong)
        labels = value_labels(frame, pen, strong)
        inside = f'{_filled(frame, usual, pen)}<c:invertIfNegative val="0"/>{points}{labels}'
        yield _series(frame.spec, pen, index, inside)


def line_series(frame: Frame, pen: Pen) -> Iterator[str]:
    """Lines with marks, and names at their ends."""
    for index, look in enumerate(frame_looks(frame)):
        width = STRONG_LINE if look.strong else LINE
        stroke = Stroke(look.edge or look.colour, width, look.dash)
        many = len(frame.spec.data.categories) > MARKED
        mark = '<c:marker><c:symbol val="none"/></c:marker>' if many else _mark(frame, look, pen)
        inside = f"<c:spPr>{pen.line(stroke)}</c:spPr>{mark}{line_labels(frame, pen, index, look)}"
        yield _series(frame.spec, pen, index, inside, '<c:smooth val="0"/>')


def area_series(frame: Frame, pen: Pen) -> Iterator[str]:
    """Areas on each other."""
    for index, look in enumerate(frame_looks(frame)):
        look_xml = f"<c:spPr>{pen.fill(look)}{pen.line(_EDGE)}</c:spPr>"
        yield _series(frame.spec, pen, index, look_xml + no_labels())


def point_series(frame: Frame, pen: Pen) -> Iterator[str]:
    """Points without lines; of a lone series those that stand out have a look of their own."""
    looks, size = frame_looks(frame), point_size(frame)
    for index, _ in enumerate(frame.spec.data.series):
        own = [point_look(frame, index, at, looks) for at in range(len(frame.spec.data.categories))]
        usual = next((one for one in own if not one.strong), own[0])
        apart = "".join(
            f'<c:dPt><c:idx val="{at}"/>{_mark(frame, one, pen, size)}<c:bubble3D val="0"/></c:dPt>'
            for at, one in enumerate(own)
            if one != usual
        )
        none = f"<c:spPr>{NO_LINE}</c:spPr>"
        inside = f"{none}{_mark(frame, usual, pen, size)}{apart}{point_labels(frame, pen, index)}"
        yield _series(frame.spec, pen, index, inside, '<c:smooth val="0"/>')


def slice_series(pie: Pie, pen: Pen) -> str:
    """The slices, each with its look."""
    edge = Stroke("paper", 1.2)
    points = "".join(
        f'<c:dPt><c:idx val="{index}"/><c:bubble3D val="0"/>'
        f"<c:spPr>{pen.fill(look)}{pen.line(edge)}</c:spPr></c:dPt>"
        for index, look in enumerate(pie.looks)
    )
    return _series(pie.spec, pen, 0, points + slice_labels(pie, pen))


def _series(spec: ChartSpec, pen: Pen, index: int, inside: str, after: str = "") -> str:
    """One series: its name, look and labels, its categories or x-values, and its values."""
    column, data = series_column(spec, index), spec.data
    code = value_format(spec)
    if data.xs:
        x_code = number_format(pen.lang, data.x_decimals, not spec.in_years)
        x, y = ("cat", "val") if spec.kind == "area" else ("xVal", "yVal")
        cells = numbers(x, "B", data.xs, x_code) + numbers(y, column, data.series[index].values, code)
    else:
        cells = texts("cat", "A", data.categories) + numbers("val", column, data.series[index].values, code)
    name = texts("tx", column, [spec.names[index]], heading=True)
    return f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>{name}{inside}{cells}{after}</c:ser>'


def _filled(frame: Frame, look: Look, pen: Pen) -> str:
    stacked = frame.spec.kind == "stacked"
    edge = _EDGE if stacked else Stroke(look.edge, 0.5) if look.edge else Stroke("", 0)
    return f"<c:spPr>{pen.fill(look)}{pen.line(edge)}</c:spPr>"


def _mark(frame: Frame, look: Look, pen: Pen, larger: float = 1.0) -> str:
    """The sign of a value: filled, with an edge of paper; a cross is drawn by its line."""
    size = min(max(round(MARK * larger * frame.letters.size), 2), 72)
    cross = look.mark == "cross"
    edge = pen.line(Stroke(look.colour, 1.4) if cross else Stroke(look.edge or "paper", 0.5))
    colour = "<a:noFill/>" if cross else fill(pen.palette(look.colour))
    symbol = _MARKS.get(look.mark, look.mark)
    look_xml = f"<c:spPr>{colour}{edge}</c:spPr>"
    return f'<c:marker><c:symbol val="{symbol}"/><c:size val="{size}"/>{look_xml}</c:marker>'
