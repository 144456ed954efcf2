"""Slides of pictures: whole, filling their frame or filling the slide, with caption, credit and points."""

from __future__ import annotations

from dataclasses import replace

from diptych.deck.measure.fit import fit, fit_whole
from diptych.deck.plan.captions import Setting, set_below, set_beside
from diptych.deck.plan.credits import credit_line
from diptych.deck.plan.crop import crop_to, fills
from diptych.deck.plan.paragraphs import Paragraphs, line, rich_list
from diptych.deck.plan.pixels import deck_pixels, see_through
from diptych.deck.plan.runs import join
from diptych.deck.plan.studio import Content, Studio, placed
from diptych.deck.plan.svg import NotDrawnError
from diptych.deck.values import Box, Crop, Picture, Shape, TextShape
from diptych.material.blocks import Figure
from diptych.material.findings import source_error
from diptych.material.markup import Rich

_FULL = "picture-full"
# Below this lightness (0 to 1) a ground is dark, and dark lines of a picture would vanish in it.
_DARK = 0.4


def figure_content(studio: Studio, figure: Figure, points: Paragraphs, headed: bool) -> Content:
    """The picture with its caption; with points, or a short wording for the slide, beside it.

    Where the caption is the headline (`headed`), the number alone stands below the picture.
    """
    points = points or rich_list(figure.slide, studio.voice.in_language(figure.lang))
    lines = caption_lines(studio, figure, headed)
    if points:
        return _beside_points(studio, figure, points, lines)
    full = _full(studio, figure, lines, headed) if figure.on_slide == "full" else None
    if full:
        return full
    setting = _setting(studio, figure, "picture", lines)
    return Content("picture", (_shapes(studio, figure, setting, set_beside(setting) or set_below(setting)),))


def caption_lines(studio: Studio, figure: Figure, headed: bool) -> Paragraphs:
    """The figure's number and caption, then the credit; without the caption where it is the headline."""
    voice = studio.voice.in_language(figure.lang)
    number = studio.document.numbering.of(figure)
    label = voice.label("figure", number=number, bold=True) if number else ()
    caption = join((label, () if headed else voice.rich(figure.caption)), ". ")
    credit = credit_line(voice, figure.credit)
    return tuple(line(runs) for runs in (caption, credit) if runs)


def _beside_points(studio: Studio, figure: Figure, points: Paragraphs, lines: Paragraphs) -> Content:
    layout = "picture-points"
    setting = replace(_setting(studio, figure, layout, lines), beside=True)
    picture = _shapes(studio, figure, setting, set_below(setting))
    area = studio.area(layout, "body")
    groups = fit(points, area, studio.fonts, figure.place)
    return Content(layout, tuple((*placed(area, group, figure.place), *picture) for group in groups))


def _full(studio: Studio, figure: Figure, lines: Paragraphs, headed: bool) -> Content | None:
    """The picture over the whole slide; None where it has too few pixels, or its words are too many."""
    frame, area = studio.area(_FULL, "picture").box, studio.area(_FULL, "caption")
    title = figure.assertion or (figure.caption if headed else Rich())
    headline = line(studio.voice.in_language(figure.lang).rich(title))
    # Caption and credit share a line where there is no room for one each.
    in_a_row = (line(join((one.runs for one in lines), " · ")),) if lines else ()
    tried = [fit_whole(words, area, studio.fonts) for words in (lines, in_a_row)]
    words = next((one for one in tried if one is not None), None)
    fitting = fit_whole([headline], studio.area(_FULL, "title"), studio.fonts)
    if words is None or fitting is None or not _may_fill(studio, figure, frame):
        return None
    picture = _picture(studio, figure, _FULL, frame)
    return Content(_FULL, ((*picture, *placed(area, words, figure.place)),))


def _setting(studio: Studio, figure: Figure, layout: str, lines: Paragraphs) -> Setting:
    file, region = studio.document.pictures[figure.figure], studio.area(layout, "picture")
    filling = figure.on_slide != "whole" and _may_fill(studio, figure, region.box)
    return Setting(
        figure,
        file,
        region,
        studio.area(layout, "caption"),
        lines,
        studio.fonts,
        studio.layouts.width,
        filling,
    )


def _may_fill(studio: Studio, figure: Figure, frame: Box) -> bool:
    file = studio.document.pictures[figure.figure]
    return file.media_type == "image/svg+xml" or fills(file.width, file.height, frame)


def _shapes(
    studio: Studio, figure: Figure, setting: Setting, found: tuple[Box, tuple[TextShape, ...]]
) -> tuple[Shape, ...]:
    box, caption = found
    layout = "picture-points" if setting.beside else "picture"
    return (*_picture(studio, figure, layout, box), *caption)


def _pixels(studio: Studio, figure: Figure, crop: Crop) -> bytes:
    """The picture's bytes for a slide. Raises SourceError where it cannot be drawn."""
    try:
        return deck_pixels(studio.document.pictures[figure.figure], studio.theme, crop)
    except NotDrawnError:
        message = f"the picture `{figure.figure}` cannot be drawn"
        raise source_error(
            message, figure.place, "save it again, or as PNG", kind="picture-unreadable"
        ) from None


def _picture(studio: Studio, figure: Figure, layout: str, frame: Box) -> tuple[Shape, ...]:
    """The picture in its frame, on a light mat where the slide is dark and would show through it."""
    file = studio.document.pictures[figure.figure]
    vector = file.media_type == "image/svg+xml"
    crop = crop_to(file.width, file.height, frame, figure.focus)
    picture = Picture(
        name=f"Picture {studio.document.numbering.of(figure)}".strip(),
        box=frame,
        data=_pixels(studio, figure, crop),
        media_type="image/png" if vector else file.media_type,
        alt="" if figure.decorative else figure.alt,
        decorative=figure.decorative,
        svg=file.data if vector else b"",
        crop=crop if _cut(crop) else Crop(),
        place=figure.place,
    )
    dark = _lightness(studio, studio.layouts[layout].ground) < _DARK
    return (*_mat(studio, frame), picture) if dark and see_through(file) else (picture,)


def _cut(crop: Crop) -> bool:
    """False for the thousandth that rounding to whole EMU takes."""
    return max(crop) > 0.002


def _mat(studio: Studio, frame: Box) -> tuple[TextShape, ...]:
    light = max(("ink", "paper"), key=lambda role: _lightness(studio, role))
    return (TextShape("Mat", frame, (), fill=light, decorative=True),)


def _lightness(studio: Studio, role: str) -> float:
    colour = studio.theme.colours[role].lstrip("#")
    return sum(int(colour[at : at + 2], 16) for at in (0, 2, 4)) / (3 * 255)
