"""Slides of charts: native charts, planned with the deck's fonts, with number, caption and credit below."""

from __future__ import annotations

from diptych.deck.design.slide_layouts import Area
from diptych.deck.measure.fit import demand, fit
from diptych.deck.measure.heights import narrowed, text_height
from diptych.deck.plan.credits import credit_line
from diptych.deck.plan.paragraphs import Paragraphs, lines, rich_list
from diptych.deck.plan.runs import join
from diptych.deck.plan.studio import Content, Studio, placed
from diptych.deck.values import Box, ChartShape, Shape
from diptych.figures.charts.drawing import ChartPlan, chart_drawing, natural_height, plan_of
from diptych.figures.charts.frame import Frame
from diptych.figures.charts.letters import Letters
from diptych.figures.charts.spec import ChartSpec, chart_spec
from diptych.figures.measuring import deck_measure
from diptych.material.blocks import Chart
from diptych.material.findings import source_error

_EMU_PER_MM = 36_000
# Sizes of words in a chart, in points; and the least share of it that its plot takes.
_SIZES, _LEAST_PLOT = (18.0, 16.0, 14.0, 12.0), 0.45
# With less than this a chart shows nothing.
_NO_PLOT = 0.15
# A chart may be so much higher than on paper before its bars look like blocks.
_HIGHEST = 1.7
_GAP = 114_300


def chart_content(studio: Studio, chart: Chart, headed: bool) -> Content:
    """The chart with its caption; with a short wording for the slide, beside it."""
    points = rich_list(chart.slide, studio.voice.in_language(chart.lang))
    layout = "picture-points" if points else "picture"
    shapes = _shapes(studio, chart, layout, chart_lines(studio, chart, headed))
    if not points:
        return Content(layout, (shapes,))
    area = studio.area(layout, "body")
    groups = fit(points, area, studio.fonts, chart.place)
    return Content(layout, tuple((*placed(area, group, chart.place), *shapes) for group in groups))


def chart_lines(studio: Studio, chart: Chart, headed: bool) -> Paragraphs:
    """The chart's number and caption, then the credit; without the caption where it is the headline."""
    voice = studio.voice.in_language(chart.lang)
    label = voice.label("figure", number=studio.document.numbering.of(chart), bold=True)
    caption = () if headed else voice.rich(chart.chart)
    return lines((join((label, caption), ". "), credit_line(voice, chart.credit)))


def _shapes(studio: Studio, chart: Chart, layout: str, caption: Paragraphs) -> tuple[Shape, ...]:
    """The chart at the top of its room, as large as it may be, its caption close below."""
    region, area = studio.area(layout, "picture").box, studio.area(layout, "caption")
    words = demand(caption, area, studio.fonts, chart.place, "the caption")
    height = text_height(words, narrowed(area, Box(0, 0, region.width, 0)), studio.fonts)
    room = region._replace(height=_foot(region, area) - region.y - height - _GAP)
    shape = _chart(studio, chart, room)
    below = Box(region.x, shape.box.bottom + _GAP, region.width, height)
    return (shape, *placed(area, words, chart.place, below))


def _foot(region: Box, area: Area) -> int:
    """The lower end of the room that chart and caption share."""
    beneath = area.box.y >= region.bottom and area.box.x < region.right and area.box.right > region.x
    return area.box.bottom if beneath else region.bottom


def _chart(studio: Studio, chart: Chart, room: Box) -> ChartShape:
    document = studio.document
    spec = chart_spec(chart, studio.voice.lang, document.labels)
    width = room.width / _EMU_PER_MM
    plan = _planned(studio, spec, width, room.height / _EMU_PER_MM)
    drawing = chart_drawing(plan, plan.width, plan.height)
    box = room._replace(height=round(plan.height * _EMU_PER_MM))
    name = f"Chart {document.numbering.of(chart)}"
    return ChartShape(name, box, plan, drawing, drawing.alt, chart.place)


def _planned(studio: Studio, spec: ChartSpec, width: float, height: float) -> ChartPlan:
    """The plan in the largest letters that leave the data enough room."""
    for size in _SIZES:
        letters = Letters(size, deck_measure(studio.fonts))
        wanted = min(height, _HIGHEST * natural_height(spec, letters, width))
        plan = plan_of(spec, letters, width, wanted, native=True)
        if size == _SIZES[-1] or _roomy(plan):
            break
    if isinstance(plan, Frame) and _share(plan) < _NO_PLOT:
        message = "the names in this chart leave no room for its data on a slide"
        hint = "shorten them, show fewer of them, or write `only: handout`"
        raise source_error(message, spec.place, hint, kind="overfull-slide")
    return plan


def _share(plan: Frame) -> float:
    """The part of a chart that its data have."""
    return plan.plot.width * plan.plot.height / (plan.width * plan.height)


def _roomy(plan: ChartPlan) -> bool:
    """True where data have most of the room, and names stand upright and clear of each other."""
    if not isinstance(plan, Frame):
        return plan.radius >= 0.3 * plan.height
    if plan.names.turned:
        return False
    names = plan.names.most_lines * plan.letters.line if plan.horizontal else 0
    return _share(plan) >= _LEAST_PLOT and names <= plan.slot
