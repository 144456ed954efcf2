"""Charts in the handout: drawn as wide as the column, in its type."""

from __future__ import annotations

from diptych.figures.charts.drawing import chart_drawing, natural_height, plan_of
from diptych.figures.charts.letters import Letters
from diptych.figures.charts.spec import chart_spec
from diptych.figures.drawing import Drawing
from diptych.handout.drawings import Drawings
from diptych.material.blocks import Chart
from diptych.material.document import Document


def printed_chart(chart: Chart, document: Document, drawn: Drawings) -> Drawing:
    """The drawing of a chart, as high as suits it and leaves room for its caption on a page."""
    spec = chart_spec(chart, document.labels.lang, document.labels)
    letters = Letters(drawn.size, drawn.type.width)
    height = min(natural_height(spec, letters, drawn.width), drawn.tallest)
    return chart_drawing(plan_of(spec, letters, drawn.width, height), drawn.width, height)
