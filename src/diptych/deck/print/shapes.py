"""Shapes on a printed slide: text, forms, lines, groups, tables and pictures in their boxes."""

from __future__ import annotations

from dataclasses import replace
from html import escape

from diptych.deck.design.slide_layouts import Area, Insets, SlideLayout
from diptych.deck.print.canvas import Canvas
from diptych.deck.print.drawing import form, line
from diptych.deck.print.pictures import picture_html
from diptych.deck.print.tables import table_html
from diptych.deck.print.text import text_html
from diptych.deck.values import (
    ChartShape,
    DrawingShape,
    Group,
    LineShape,
    Picture,
    Shape,
    TableShape,
    TextShape,
)
from diptych.deck.write.text import FREE_TEXT
from diptych.figures.printed import hidden_table, printed_drawing

_POINTS_PER_MM = 72 / 25.4


def shape_html(one: Shape, layout: SlideLayout, canvas: Canvas) -> str:
    """The shape with all it holds."""
    match one:
        case TextShape():
            return form_and_text(one, layout, canvas)
        case LineShape():
            return line(one, canvas)
        case Group():
            return _group(one, layout, canvas)
        case TableShape():
            return table_html(one, canvas)
        case Picture():
            return picture_html(one, canvas)
        case DrawingShape():
            return _drawing(one, canvas)
        case ChartShape():
            return _chart(one, canvas)


def text_area(one: TextShape, layout: SlideLayout) -> Area:
    """Where and how the shape's text stands: as its placeholder says, or as free text does."""
    if one.placeholder:
        area = layout.placeholders[one.placeholder]
        return replace(area, box=one.box, anchor=one.anchor or area.anchor)
    insets = Insets(one.inset, one.inset, one.inset, one.inset)
    return replace(FREE_TEXT, box=one.box, insets=insets, anchor=one.anchor or "top")


def form_and_text(one: TextShape, layout: SlideLayout, canvas: Canvas) -> str:
    """A text shape: of a free one the form first, then the words."""
    drawn = "" if one.placeholder else form(one, canvas)
    return drawn + text_html(one.paragraphs, text_area(one, layout), canvas)


def _group(one: Group, layout: SlideLayout, canvas: Canvas) -> str:
    """The shapes as one figure, which its alternative text tells."""
    inside = "".join(shape_html(part, layout, canvas) for part in one.shapes)
    return f'<div data-tag="Figure" data-alt="{escape(one.alt)}">{inside}</div>'


def _drawing(one: DrawingShape, canvas: Canvas) -> str:
    """The drawing in its box, in the colours of this ground."""
    place = f"position:absolute;left:{canvas.length(one.box.x)};top:{canvas.length(one.box.y)}"
    scale = one.box.width * canvas.scale / _POINTS_PER_MM / one.drawing.width
    return printed_drawing(one.drawing, canvas.figure_look(), scale, place)


def _chart(one: ChartShape, canvas: Canvas) -> str:
    """The drawing of a chart, and its data as a table for those who listen, where the drawing stands."""
    drawing = DrawingShape(one.name, one.box, one.drawing, one.place)
    if one.drawing.table is None:
        return _drawing(drawing, canvas)
    scale = one.box.width * canvas.scale / _POINTS_PER_MM / one.drawing.width
    foot = f"position:absolute;left:{canvas.length(one.box.x)};top:{canvas.length(one.box.bottom)}"
    data = hidden_table(one.drawing.table, one.drawing, scale)
    return f'{_drawing(drawing, canvas)}<div style="{foot}">{data}</div>'
