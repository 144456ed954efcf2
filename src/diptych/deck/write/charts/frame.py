"""The frame on a slide in which a native chart stands."""

from __future__ import annotations

from diptych.deck.values import ChartShape
from diptych.deck.write.charts.pieces import Pen
from diptych.deck.write.charts.space import C, chart_space
from diptych.deck.write.charts.workbook import workbook
from diptych.deck.write.ooxml import shape_name, transform
from diptych.deck.write.text import Sheet


def chart(one: ChartShape, sheet: Sheet) -> str:
    """The graphic frame; chart and workbook become parts of the package."""
    spec = one.plan.spec
    pen = Pen(sheet.palette, one.plan.letters.size, spec.lang)
    related = sheet.chart(lambda book: chart_space(one.plan, pen, book), workbook(spec))
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{shape_name(next(sheet.numbers), one.name, one.alt)}"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>'
        f"</p:nvGraphicFramePr>{transform(one.box, 'p')}"
        f'<a:graphic><a:graphicData uri="{C}"><c:chart xmlns:c="{C}" r:id="{related}"/>'
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )
