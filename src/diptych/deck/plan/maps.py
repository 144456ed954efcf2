"""Slides of maps: drawn natively for the room that the slide has, with number, caption and credit below."""

from __future__ import annotations

from dataclasses import replace

from diptych.deck.measure.fit import demand, fit
from diptych.deck.measure.heights import narrowed, text_height
from diptych.deck.plan.credits import credit_line
from diptych.deck.plan.paragraphs import Paragraphs, lines, rich_list
from diptych.deck.plan.runs import join
from diptych.deck.plan.studio import Content, Studio, placed
from diptych.deck.values import Box, DrawingShape, Shape
from diptych.figures.drawing import Drawing
from diptych.figures.maps.drawing import Room, map_drawing
from diptych.figures.maps.spec import map_spec
from diptych.figures.measuring import deck_measure
from diptych.material.blocks import Map

_EMU_PER_MM = 36_000
# Names on a map, in points; smaller where many stand close.
_SIZES, _MANY = (16.0, 14.0), 14
_GAP = 114_300


def map_content(studio: Studio, block: Map, headed: bool) -> Content:
    """The map with its caption; with a short wording for the slide, beside it."""
    points = rich_list(block.slide, studio.voice.in_language(block.lang))
    layout = "picture-points" if points else "picture"
    shapes = _shapes(studio, block, layout, map_lines(studio, block, headed))
    if not points:
        return Content(layout, (shapes,))
    area = studio.area(layout, "body")
    groups = fit(points, area, studio.fonts, block.place)
    return Content(layout, tuple((*placed(area, group, block.place), *shapes) for group in groups))


def map_lines(studio: Studio, block: Map, headed: bool) -> Paragraphs:
    """The map's number and caption, then whose data it shows; no caption where it is the headline."""
    voice = studio.voice.in_language(block.lang)
    label = voice.label("figure", number=studio.document.numbering.of(block), bold=True)
    caption = () if headed else voice.rich(block.map)
    borders = voice.label("map_borders") if block.borders == "today" else ()
    credit = (borders, voice.label("map_data"), credit_line(voice, block.credit))
    return lines((join((label, caption), ". "), join([part for part in credit if part], " · ")))


def _shapes(studio: Studio, block: Map, layout: str, caption: Paragraphs) -> tuple[Shape, ...]:
    """The map in the middle of its room, as large as it may be, its caption close below."""
    region, area = studio.area(layout, "picture").box, studio.area(layout, "caption")
    words = demand(caption, area, studio.fonts, block.place, "the caption")
    height = text_height(words, narrowed(area, Box(0, 0, region.width // 2, 0)), studio.fonts)
    beneath = area.box.y >= region.bottom and area.box.x < region.right and area.box.right > region.x
    foot = area.box.bottom if beneath else region.bottom
    room = region._replace(height=foot - region.y - height - _GAP)
    drawing = _drawing(studio, block, room)
    shape = DrawingShape(block.map.plain(), _placed(drawing, room), drawing, block.place)
    start = shape.box.x
    below = Box(start, shape.box.bottom + _GAP, region.right - start, height)
    return (shape, *placed(area, words, block.place, below))


def _drawing(studio: Studio, block: Map, room: Box) -> Drawing:
    spec = map_spec(block, studio.document.material, studio.document.labels)
    size = _SIZES[len(spec.spots) > _MANY]
    asked = (spec.content, room.width, room.height, size)
    if asked not in studio.figures:
        width, height = room.width / _EMU_PER_MM, room.height / _EMU_PER_MM
        measure = deck_measure(studio.fonts)
        studio.figures[asked] = (map_drawing(spec, Room(width, height, height), size, measure),)
    return replace(studio.figures[asked][0], place=spec.place)


def _placed(drawing: Drawing, room: Box) -> Box:
    width, height = round(drawing.width * _EMU_PER_MM), round(drawing.height * _EMU_PER_MM)
    return Box(room.x + (room.width - width) // 2, room.y, width, height)
