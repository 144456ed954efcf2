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
from diptych.deck.values import Group, LineShape, Picture, Shape, TableShape, TextShape
from diptych.deck.write.text import FREE_TEXT


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
