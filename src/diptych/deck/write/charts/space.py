"""A chart part: the plot with its series, axes and legend, every place as the plan has it."""

from __future__ import annotations

from diptych.deck.write.charts.axes import CATEGORIES, VALUES, axes
from diptych.deck.write.charts.labels import no_labels
from diptych.deck.write.charts.pieces import NO_LINE, Pen
from diptych.deck.write.charts.series import area_series, bar_series, line_series, point_series, slice_series
from diptych.deck.write.ooxml import A, R, attribute, part
from diptych.figures.charts.drawing import ChartPlan
from diptych.figures.charts.frame import Frame
from diptych.figures.charts.furniture import legend_top
from diptych.figures.charts.pies import HOLE, Pie

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_AXES = f'<c:axId val="{CATEGORIES}"/><c:axId val="{VALUES}"/>'
_GROUPED_OVERLAP = -6


def chart_space(plan: ChartPlan, pen: Pen, workbook: str) -> bytes:
    """The chart part; `workbook` is the id of its relation to the workbook."""
    plot = _pie(plan, pen) if isinstance(plan, Pie) else _plot(plan, pen)
    legend = "" if isinstance(plan, Pie) else _legend(plan, pen)
    return part(
        f'<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}"><c:date1904 val="0"/>'
        f'<c:lang val="{attribute(pen.lang)}"/><c:roundedCorners val="0"/><c:chart>'
        f'<c:autoTitleDeleted val="1"/><c:plotArea>{plot}<c:spPr><a:noFill/>{NO_LINE}</c:spPr></c:plotArea>'
        f'{legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/>{NO_LINE}</c:spPr>{pen.style('ink')}"
        f'<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _plot(frame: Frame, pen: Pen) -> str:
    plot = frame.plot
    layout = _layout(plot.x, plot.y, plot.width, plot.height, frame.width, frame.height, inner=True)
    return f"{layout}{_chart(frame, pen)}{axes(frame, pen)}"


def _chart(frame: Frame, pen: Pen) -> str:
    """The chart proper, by its kind; lines over uneven x-values are those of a scatter chart."""
    match frame.spec.kind:
        case "area":
            inside = "".join(area_series(frame, pen))
            return f"<c:areaChart>{_grouping('stacked')}{inside}{_AXES}</c:areaChart>"
        case "line" if frame.xs is None:
            inside = "".join(line_series(frame, pen))
            return f'<c:lineChart>{_grouping("standard")}{inside}<c:marker val="1"/>{_AXES}</c:lineChart>'
        case "line":
            return _scatter("".join(line_series(frame, pen)), "lineMarker")
        case "scatter":
            return _scatter("".join(point_series(frame, pen)), "lineMarker")
        case _:
            return _bars(frame, pen)


def _bars(frame: Frame, pen: Pen) -> str:
    stacked = frame.spec.kind == "stacked"
    count = 1 if stacked else len(frame.spec.data.series)
    direction = "bar" if frame.horizontal else "col"
    # The gap between categories, in percent of the width of one bar.
    gap = round(100 * count * (1 - frame.bars) / frame.bars)
    overlap = 100 if stacked else _GROUPED_OVERLAP if count > 1 else 0
    return (
        f'<c:barChart><c:barDir val="{direction}"/>{_grouping("stacked" if stacked else "clustered")}'
        f'{"".join(bar_series(frame, pen))}<c:gapWidth val="{min(gap, 500)}"/><c:overlap val="{overlap}"/>'
        f"{_AXES}</c:barChart>"
    )


def _scatter(inside: str, style: str) -> str:
    return (
        f'<c:scatterChart><c:scatterStyle val="{style}"/><c:varyColors val="0"/>{inside}{no_labels()}'
        f"{_AXES}</c:scatterChart>"
    )


def _grouping(kind: str) -> str:
    return f'<c:grouping val="{kind}"/><c:varyColors val="0"/>'


def _pie(pie: Pie, pen: Pen) -> str:
    side = 2 * pie.radius
    x, y = pie.centre.x - pie.radius, pie.centre.y - pie.radius
    layout = _layout(x, y, side, side, pie.width, pie.height, inner=True)
    inside = f'<c:varyColors val="1"/>{slice_series(pie, pen)}'
    if not pie.hole:
        return f'{layout}<c:pieChart>{inside}<c:firstSliceAng val="0"/></c:pieChart>'
    hole = f'<c:holeSize val="{round(100 * HOLE)}"/>'
    return f'{layout}<c:doughnutChart>{inside}<c:firstSliceAng val="0"/>{hole}</c:doughnutChart>'


def _legend(frame: Frame, pen: Pen) -> str:
    """The legend above the plot, as wide as its names need."""
    if frame.legend is None:
        return ""
    top, height = legend_top(frame), frame.legend.height
    width = min(frame.width, frame.legend.width + frame.letters.em)
    layout = _layout(0, top, width, height, frame.width, frame.height)
    return f'<c:legend><c:legendPos val="t"/>{layout}<c:overlay val="1"/>{pen.style("ink")}</c:legend>'


def _layout(
    x: float,
    y: float,
    width: float,
    height: float,
    whole_width: float,
    whole_height: float,
    inner: bool = False,
) -> str:
    """A rectangle as shares of the chart; an `inner` one is the plot without its ticks and names."""
    target = '<c:layoutTarget val="inner"/>' if inner else ""
    shares = (x / whole_width, y / whole_height, width / whole_width, height / whole_height)
    placed = "".join(f'<c:{name} val="{share:.5f}"/>' for name, share in zip("xywh", shares, strict=True))
    return (
        f'<c:layout><c:manualLayout>{target}<c:xMode val="edge"/><c:yMode val="edge"/>{placed}'
        "</c:manualLayout></c:layout>"
    )
