"""Labels at the data of native charts: values at bars, names at the ends of lines and beside points."""

from __future__ import annotations

from math import cos, radians, sin

from diptych.deck.write.charts.pieces import Pen, format_tag, number_format, value_format
from diptych.figures.charts.frame import Frame
from diptych.figures.charts.looks import Look
from diptych.figures.charts.pies import Pie, Place, shows_values
from diptych.figures.charts.points import named_points

_SHOWN = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")


def value_labels(frame: Frame, pen: Pen, strong: tuple[int, ...] = ()) -> str:
    """The value at every bar, those of emphasised bars in bold; nothing where there is an axis."""
    if not frame.labelled:
        return no_labels()
    code = format_tag(value_format(frame.spec))
    bold = "".join(
        f'<c:dLbl><c:idx val="{index}"/>{code}<c:spPr/>{pen.style("ink", bold=True, whole=True)}'
        f'<c:dLblPos val="outEnd"/>{_shown("showVal")}</c:dLbl>'
        for index in strong
    )
    shown = f'<c:dLblPos val="outEnd"/>{_shown("showVal")}'
    return f"<c:dLbls>{bold}{code}<c:spPr/>{pen.style('ink', whole=True)}{shown}</c:dLbls>"


def line_labels(frame: Frame, pen: Pen, series: int, look: Look) -> str:
    """The name at the end of a line, moved as the plan has it, and the values of emphasised categories."""
    spec = frame.spec
    values = spec.data.series[series].values
    code = format_tag(value_format(spec))
    value = f'{code}<c:spPr/>{pen.style("ink", bold=True)}<c:dLblPos val="t"/>{_shown("showVal")}'
    labels = {
        index: value
        for index, name in enumerate(spec.data.categories)
        if name in spec.chart.highlight and values[index] is not None
    }
    last = max((index for index, value in enumerate(values) if value is not None), default=None)
    if frame.ends and last is not None:
        labels[last] = _end_label(frame, pen, series, last, look)
    if not labels:
        return no_labels()
    listed = "".join(f'<c:dLbl><c:idx val="{index}"/>{labels[index]}</c:dLbl>' for index in sorted(labels))
    return f"<c:dLbls>{listed}{_shown()}</c:dLbls>"


def point_labels(frame: Frame, pen: Pen, series: int) -> str:
    """The names of points, each on the side where it has room."""
    highlight = frame.spec.chart.highlight
    found = sorted((one for one in named_points(frame) if one.series == series), key=lambda one: one.index)
    if not found:
        return no_labels()
    listed = "".join(
        f'<c:dLbl><c:idx val="{one.index}"/>{pen.words((one.words,), "ink", one.words in highlight)}'
        f'<c:dLblPos val="{one.side}"/>{_shown("showCatName")}</c:dLbl>'
        for one in found
    )
    return f"<c:dLbls>{listed}{_shown()}</c:dLbls>"


def slice_labels(pie: Pie, pen: Pen) -> str:
    """The name of every slice and its part of the whole, beside it."""
    shown = _shown("showCatName", "showVal" if shows_values(pie.spec) else "showPercent")
    # Whatever programs do by themselves, from the middle of its slice each label goes where the plan has it.
    position = "" if pie.hole else '<c:dLblPos val="ctr"/>'
    parted = " " if pie.compact else "\n"
    after = f"{position}{shown}<c:separator>{parted}</c:separator>"
    moved = "".join(
        f'<c:dLbl><c:idx val="{one.slice}"/>{_beside_slice(pie, one)}{_share_format(pie, one.slice)}<c:spPr/>'
        f"{pen.style('ink', whole=len(one.lines) == 2 - pie.compact)}{after}</c:dLbl>"
        for one in pie.places
    )
    look = f"{_share_format(pie, 0)}<c:spPr/>{pen.style('ink')}{after}"
    return f'<c:dLbls>{moved}{look}<c:showLeaderLines val="1"/></c:dLbls>'


def _share_format(pie: Pie, index: int) -> str:
    """The format of a slice's part: of a value that is a percentage, or of what programs reckon."""
    spec, space = pie.spec, pie.spec.percent_sign.removesuffix("%")
    if shows_values(spec):
        return format_tag(f'{value_format(spec)}"{spec.percent_sign}"')
    decimals = spec.share_decimals(spec.data.series[0].values[index] or 0.0)
    parted = f'"{space}"' if space else ""
    return format_tag(f"{number_format(spec.lang, decimals, False)}{parted}%")


def no_labels() -> str:
    """Labels that show nothing, said so that no program shows any of its own accord."""
    return f"<c:dLbls>{_shown()}</c:dLbls>"


def _shown(*names: str) -> str:
    return "".join(f'<c:{name} val="{int(name in names)}"/>' for name in _SHOWN)


def _end_label(frame: Frame, pen: Pen, series: int, last: int, look: Look) -> str:
    """The series' name, at the right of its last value and as far up or down as the plan moves it."""
    value = frame.spec.data.series[series].values[last]
    assert value is not None
    right = frame.plot.right + 0.4 * frame.letters.em - frame.category_at(last)
    down = frame.ends[series][0] - frame.value_at(value)
    style = pen.style(look.words or look.colour, bold=True, whole=True)
    return (
        f"{_moved(right / frame.width, down / frame.height)}<c:spPr/>{style}"
        f'<c:dLblPos val="r"/>{_shown("showSerName")}'
    )


def _beside_slice(pie: Pie, one: Place) -> str:
    """From the middle of a slice, where its label would stand, to the place beside it."""
    angle = radians((one.start + one.end) / 2)
    middle = (pie.radius + pie.hole) / 2
    width = pie.letters.widest(one.lines)
    x = one.at.x + (-width / 2 if one.left else width / 2) - (pie.centre.x + middle * sin(angle))
    y = one.at.y - (pie.centre.y - middle * cos(angle))
    return _moved(x / pie.width, y / pie.height)


def _moved(x: float, y: float) -> str:
    """A label moved from its usual place by shares of the chart."""
    if abs(x) < 0.001 and abs(y) < 0.001:
        return ""
    return f'<c:layout><c:manualLayout><c:x val="{x:.5f}"/><c:y val="{y:.5f}"/></c:manualLayout></c:layout>'
