"""Pictures on a printed slide: cropped as on the slide, as vectors where there is a drawing."""

from __future__ import annotations

from html import escape

from diptych.deck.print.canvas import Canvas
from diptych.deck.values import Box, Crop, Picture
from diptych.pdf.assets import picture_address


def picture_html(one: Picture, canvas: Canvas) -> str:
    """The picture in its box, with its alternative text; a decorative one is an artifact."""
    told = 'alt="" aria-hidden="true"' if one.decorative else f'alt="{escape(one.alt)}"'
    source = picture_address(_kept(one, canvas))
    if one.crop == Crop():
        return f'<img {told} src="{source}" style="{canvas.box(one.box)}">'
    image = f'<img {told} src="{source}" style="{canvas.box(uncropped(one.box, one.crop))}">'
    return f'<div class="crop" style="{canvas.box(one.box)}">{image}</div>'


def uncropped(box: Box, crop: Crop) -> Box:
    """Where the whole picture stands, seen from its cropped box."""
    width = box.width / (1 - crop.left - crop.right)
    height = box.height / (1 - crop.top - crop.bottom)
    return Box(round(-crop.left * width), round(-crop.top * height), round(width), round(height))


def _kept(one: Picture, canvas: Canvas) -> str:
    """The path of the picture: the drawing where there is one, else its pixels."""
    data, media_type = (one.svg, "image/svg+xml") if one.svg else (one.data, one.media_type)
    return canvas.keep(*canvas.ink.picture(data, media_type), one.place)
