"""One slide drawn: ground, decorations, shapes in reading order, footer and number."""

from __future__ import annotations

from dataclasses import replace
from html import escape

from diptych.deck.design.slide_layouts import Area, Decoration, SlideLayout
from diptych.deck.print.canvas import Canvas
from diptych.deck.print.drawing import filled, ruled
from diptych.deck.print.shapes import shape_html, text_area
from diptych.deck.print.text import text_html, title_html
from diptych.deck.values import Run, Slide, TextParagraph, TextShape
from diptych.material.place import NOWHERE
from diptych.pdf.assets import picture_address

_TITLES = ("title", "ctrTitle")


def slide_html(slide: Slide, number: int, canvas: Canvas) -> str:
    """The slide as a section as large as it is printed; what every slide repeats is an artifact."""
    layout = canvas.design.layouts[slide.layout]
    canvas = canvas.on(layout.ground)
    size = f"width:{canvas.length(canvas.deck.width)};height:{canvas.length(canvas.deck.height)}"
    drawn = "".join(_decoration(one, canvas) for one in layout.decorations)
    held = "".join(_held(slide, layout, canvas))
    repeated = _repeated(slide, number, layout, canvas)
    return (
        f'<section class="slide" id="{slide.key}" style="{size};background:{canvas.colour(layout.ground)}">'
        f'<div aria-hidden="true">{drawn}</div>{held}<div aria-hidden="true">{repeated}</div></section>'
    )


def title_shape(slide: Slide, layout: SlideLayout) -> TextShape | None:
    """The shape with the slide's title, where a placeholder for titles shows it."""
    texts = (one for one in slide.shapes if isinstance(one, TextShape) and one.placeholder)
    return next((one for one in texts if layout.placeholders[one.placeholder].type in _TITLES), None)


def _held(slide: Slide, layout: SlideLayout, canvas: Canvas) -> list[str]:
    title = title_shape(slide, layout)
    label = escape(slide.title)
    return [
        title_html(one.paragraphs, text_area(one, layout), canvas, label)
        if isinstance(one, TextShape) and one is title
        else shape_html(one, layout, canvas)
        for one in slide.shapes
    ]


def _repeated(slide: Slide, number: int, layout: SlideLayout, canvas: Canvas) -> str:
    """The footer and the slide's number, where the slide has them."""
    words = {"footer": slide.footer, "number": str(number) if layout.numbered else ""}
    return "".join(
        _line_of(words[key], area, canvas) for key, area in layout.placeholders.items() if words.get(key)
    )


def _line_of(words: str, area: Area, canvas: Canvas) -> str:
    paragraph = TextParagraph((Run(words, canvas.deck.properties.lang),), area.sizes[0])
    return text_html((paragraph,), area, canvas)


def _decoration(one: Decoration, canvas: Canvas) -> str:
    """What the slide layout draws of its own."""
    x, y, width, height = one.box
    if one.kind == "rect":
        return filled(one.box, one.colour, canvas)
    if one.kind == "line":
        return ruled((x, y), (x + width, y + height), one.colour, one.width, canvas, round_ends=True)
    if one.kind == "picture":
        source = picture_address(canvas.keep(*canvas.ink.picture(one.data, one.media_type), NOWHERE))
        return f'<img alt="" src="{source}" style="{canvas.box(one.box)}">'
    area = Area("glyph", one.box, font=one.font, colour=one.colour, align="center")
    glyph = TextParagraph((Run(one.glyph, canvas.deck.properties.lang),), one.size)
    return text_html((glyph,), replace(area, sizes=(one.size,)), canvas)
