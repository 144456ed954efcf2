"""Slides of pictures: never distorted, with caption and credit, and with points beside them."""

from __future__ import annotations

from diptych.deck.design.slide_layouts import Area
from diptych.deck.measure.fit import fit, sized
from diptych.deck.measure.heights import text_height
from diptych.deck.plan.credits import credit_line
from diptych.deck.plan.paragraphs import Paragraphs, line, rich_list
from diptych.deck.plan.runs import join
from diptych.deck.plan.studio import Content, Studio, placed
from diptych.deck.plan.svg import rasterised
from diptych.deck.values import Box, Picture, Shape, TextShape
from diptych.material.blocks import Figure
from diptych.material.findings import source_error

# The least share of its region that a caption must leave to the picture.
_LEAST = 0.6


def figure_content(studio: Studio, figure: Figure, points: Paragraphs, headed: bool) -> Content:
    """The picture with its caption; with points, or a short wording for the slide, beside it.

    Where the caption is the headline (`headed`), the number alone stands below the picture.
    """
    voice = studio.voice.in_language(figure.lang)
    points = points or rich_list(figure.slide, voice)
    layout = "picture-points" if points else "picture"
    picture = _picture_and_caption(studio, figure, layout, headed)
    if not points:
        return Content(layout, (picture,))
    area = studio.area(layout, "body")
    groups = fit(points, area, studio.fonts, figure.place)
    return Content(layout, tuple((*placed(area, group, figure.place), *picture) for group in groups))


def caption_lines(studio: Studio, figure: Figure, headed: bool) -> Paragraphs:
    """The figure's number and caption, then the credit; without the caption where it is the headline."""
    voice = studio.voice.in_language(figure.lang)
    number = studio.document.numbering.of(figure)
    label = voice.label("figure", number=number, bold=True) if number else ()
    caption = join((label, () if headed else voice.rich(figure.caption)), ". ")
    credit = credit_line(voice, figure.credit)
    return tuple(line(runs) for runs in (caption, credit) if runs)


def _picture_and_caption(studio: Studio, figure: Figure, layout: str, headed: bool) -> tuple[Shape, ...]:
    region, area = studio.area(layout, "picture"), studio.area(layout, "caption")
    lines = caption_lines(studio, figure, headed)
    caption, top = _caption(studio, figure, area, region, lines)
    box = region.box._replace(height=min(region.box.bottom, top) - region.box.y)
    return (_picture(studio, figure, box), *caption)


def _caption(
    studio: Studio, figure: Figure, area: Area, region: Area, lines: Paragraphs
) -> tuple[tuple[TextShape, ...], int]:
    """The caption in its place, which grows upwards where it must, and the y of its top."""
    highest = region.box.y + int(region.box.height * _LEAST)
    for size in area.sizes:
        words = sized(lines, size, area)
        height = max(text_height(words, area, studio.fonts), area.box.height)
        top = area.box.bottom - height
        if top >= highest:
            box = area.box._replace(y=top, height=height)
            gap = int(region.box.height * 0.02) if top < region.box.bottom else 0
            return placed(area, words, figure.place, box), top - gap
    raise source_error("caption and credit are too long for a slide", figure.place, hint="shorten them")


def _picture(studio: Studio, figure: Figure, box: Box) -> Picture:
    file = studio.document.pictures[figure.figure]
    vector = file.media_type == "image/svg+xml"
    data = rasterised(file, studio.theme) if vector else file.data
    return Picture(
        name=f"Picture {studio.document.numbering.of(figure)}".strip(),
        box=inscribed(file.width, file.height, box),
        data=data,
        media_type="image/png" if vector else file.media_type,
        alt="" if figure.decorative else figure.alt,
        decorative=figure.decorative,
        svg=file.data if vector else b"",
        place=figure.place,
    )


def inscribed(width: float, height: float, box: Box) -> Box:
    """The largest box of that shape inside the other, in the middle of it."""
    scale = min(box.width / width, box.height / height)
    inner, tall = int(width * scale), int(height * scale)
    return Box(box.x + (box.width - inner) // 2, box.y + (box.height - tall) // 2, inner, tall)
