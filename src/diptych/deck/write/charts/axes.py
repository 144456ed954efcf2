"""The axes of native charts: scales, ticks, gridlines and titles, placed as the plan has them."""

from __future__ import annotations

from diptych.deck.write.charts.pieces import NO_LINE, Pen, format_tag, number_format
from diptych.figures.charts.frame import Frame
from diptych.figures.charts.furniture import AXIS, GRID
from diptych.figures.charts.scales import Scale

CATEGORIES, VALUES = 111111111, 222222222
_CROSS = {CATEGORIES: VALUES, VALUES: CATEGORIES}


def axes(frame: Frame, pen: Pen) -> str:
    """Both axes: of categories or x-values, and of values."""
    if frame.xs is None:
        first = _categories(frame, pen)
    else:
        first = _days(frame, pen) if frame.spec.kind == "area" else _x_values(frame, pen)
    return first + _values(frame, pen)


def place(frame: Frame, x: float, y: float) -> str:
    """The upper left corner of a title, as shares of the chart."""
    return (
        '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{_share(x, frame.width)}"/><c:y val="{_share(y, frame.height)}"/>'
        "</c:manualLayout></c:layout>"
    )


def _share(length: float, whole: float) -> str:
    return f"{min(max(length / whole, 0.0), 1.0):.5f}"


def _categories(frame: Frame, pen: Pen) -> str:
    """Names below the plot or beside it, always at its edge though values go below zero."""
    names = frame.names
    order = "maxMin" if frame.horizontal else "minMax"
    colour = "muted" if frame.spec.counted else "ink"
    skip = f'<c:tickLblSkip val="{names.step}"/><c:tickMarkSkip val="{names.step}"/>'
    return (
        f'<c:catAx><c:axId val="{CATEGORIES}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{"l" if frame.horizontal else "b"}"/>'
        f"{_category_title(frame, pen)}"
        f'{format_tag("General")}<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="low"/><c:spPr>{pen.line(AXIS)}</c:spPr>'
        f"{pen.style(colour, turn=-90 if names.turned else 0)}"
        f'<c:crossAx val="{VALUES}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        f'<c:lblOffset val="60"/>{skip}<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _x_values(frame: Frame, pen: Pen) -> str:
    assert frame.xs is not None
    grid = f"<c:majorGridlines><c:spPr>{pen.line(GRID)}</c:spPr></c:majorGridlines>"
    code = _code(frame.xs, pen, not frame.spec.in_years)
    return (
        f'<c:valAx><c:axId val="{CATEGORIES}"/>{_scaling(frame.xs)}<c:delete val="0"/><c:axPos val="b"/>'
        f"{grid if frame.spec.kind == 'scatter' else ''}{_category_title(frame, pen)}"
        f'{format_tag(code)}<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="low"/><c:spPr>{pen.line(AXIS)}</c:spPr>{pen.style()}'
        f'<c:crossAx val="{VALUES}"/><c:crosses val="min"/><c:crossBetween val="midCat"/>'
        f"{_unit(frame.xs)}</c:valAx>"
    )


def _days(frame: Frame, pen: Pen) -> str:
    """Numbers below areas, which programs place only where they take them for days."""
    assert frame.xs is not None
    step = max(1, round(frame.xs.step))
    return (
        f'<c:dateAx><c:axId val="{CATEGORIES}"/>{_scaling(frame.xs)}<c:delete val="0"/><c:axPos val="b"/>'
        f"{_category_title(frame, pen)}{format_tag('0')}"
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'<c:spPr>{pen.line(AXIS)}</c:spPr>{pen.style()}<c:crossAx val="{VALUES}"/>'
        '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblOffset val="60"/><c:baseTimeUnit val="days"/>'
        f'<c:majorUnit val="{step}"/><c:majorTimeUnit val="days"/></c:dateAx>'
    )


def _values(frame: Frame, pen: Pen) -> str:
    """The axis of values; where bars bear their values it keeps its title alone."""
    bare = frame.labelled
    grid = f"<c:majorGridlines><c:spPr>{pen.line(GRID)}</c:spPr></c:majorGridlines>"
    between = "midCat" if frame.on_points or frame.xs is not None else "between"
    # With the order of lying bars turned round, the far end of their axis is the lower one.
    crosses = "max" if frame.horizontal else "min" if frame.xs is not None else "autoZero"
    return (
        f'<c:valAx><c:axId val="{VALUES}"/>{_scaling(frame.values)}<c:delete val="0"/>'
        f'<c:axPos val="{"b" if frame.horizontal else "l"}"/>{"" if bare else grid}'
        f"{_value_title(frame, pen)}{format_tag(_code(frame.values, pen))}"
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="{"none" if bare else "nextTo"}"/><c:spPr>{NO_LINE}</c:spPr>{pen.style()}'
        f'<c:crossAx val="{CATEGORIES}"/><c:crosses val="{crosses}"/><c:crossBetween val="{between}"/>'
        f"{_unit(frame.values)}</c:valAx>"
    )


def _scaling(scale: Scale) -> str:
    log = '<c:logBase val="10"/>' if scale.log else ""
    return (
        f'<c:scaling>{log}<c:orientation val="minMax"/><c:max val="{scale.high!r}"/>'
        f'<c:min val="{scale.low!r}"/></c:scaling>'
    )


def _unit(scale: Scale) -> str:
    return f'<c:majorUnit val="{scale.step!r}"/>'


def _code(scale: Scale, pen: Pen, grouped: bool = True) -> str:
    """The format of ticks; those of a log scale below one have the decimals that each needs."""
    if scale.in_powers:
        return "0E+0" if scale.log else "0.0##E+0"
    general = scale.log and scale.decimals > 0
    return "General" if general else number_format(pen.lang, scale.decimals, grouped)


def _category_title(frame: Frame, pen: Pen) -> str:
    """What the categories are, below the plot, or above the names of lying bars."""
    letters, plot = frame.letters, frame.plot
    if frame.side:
        x = plot.x - 0.5 * letters.em - letters.width(frame.side)
        return _title((frame.side,), frame, pen, x, 0.0)
    if not frame.foot:
        return ""
    width = letters.widest(frame.foot)
    x = plot.x + (plot.width - width) / 2
    return _title(frame.foot, frame, pen, x, frame.height - (len(frame.foot) + 0.1) * letters.line)


def _value_title(frame: Frame, pen: Pen) -> str:
    """What the values are, above the plot at its left."""
    if not frame.heading:
        return ""
    return _title(frame.heading, frame, pen, frame.plot.x if frame.side else 0.0, 0.0)


def _title(lines: tuple[str, ...], frame: Frame, pen: Pen, x: float, y: float) -> str:
    return f'<c:title>{pen.words(lines)}{place(frame, x, y)}<c:overlay val="1"/></c:title>'
