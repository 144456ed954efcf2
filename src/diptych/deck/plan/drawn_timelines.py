"""Timelines to scale on slides: planned for the slide's own room and type, and drawn natively."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from diptych.deck.design.slide_layouts import Area
from diptych.deck.measure.fit import demand
from diptych.deck.plan.paragraphs import Paragraphs
from diptych.deck.plan.runs import plain
from diptych.deck.plan.studio import Content, Studio, placed
from diptych.deck.plan.timelines import years_of
from diptych.deck.values import Box, DrawingShape, Shape
from diptych.figures.drawing import Drawing
from diptych.figures.measuring import Measure, deck_measure
from diptych.figures.timelines.drawing import timeline_drawings
from diptych.figures.timelines.spec import TimelineSpec, is_to_scale, timeline_spec
from diptych.material.blocks import Timeline
from diptych.material.facts import Event
from diptych.material.place import Place

_EMU_PER_MM = 36_000
# Sizes of words in points, the largest that has room; those behind are taken where nothing else will do.
_SIZES = ((20.0, 18.0, 16.0), (15.0, 14.0))
_MOST_PARTS = 4
_CAPTION_GAP = 254_000


def drawn_timeline(
    studio: Studio, block: Timeline, events: Sequence[Event], caption: Paragraphs
) -> Content | None:
    """The timeline to scale, on as few slides as have room; None where it is not drawn so, or has none."""
    if not is_to_scale(block, events):
        return None
    region, area = studio.area("timeline", "timeline"), studio.area("timeline", "caption")
    room = _room(region, area, caption)
    drawings = _kept(studio, _spec(studio, block, events), room, block.place)
    if not drawings:
        return None
    words = demand(caption, area, studio.fonts, block.place, "the caption") if caption else ()
    name = block.timeline.plain() or studio.labels("timeline")
    shapes = [DrawingShape(name, _middle(drawing, room), drawing, block.place) for drawing in drawings]
    parts: Iterator[tuple[Shape, ...]] = (
        (one, *placed(area, words, block.place, _below(area, one.box))) for one in shapes
    )
    ordered = sorted(events or block.eras_as_events, key=lambda event: event.date.sort_key)
    return Content("timeline", tuple(parts), _years(studio, ordered, len(drawings)))


def _spec(studio: Studio, block: Timeline, events: Sequence[Event]) -> TimelineSpec:
    name = block.timeline.plain() or studio.labels("timeline")
    voice = studio.voice
    return timeline_spec(
        name, events, block.eras, studio.labels, voice.lang, lambda text: plain(voice.rich(text))
    )


def _kept(studio: Studio, spec: TimelineSpec, room: Box, place: Place) -> tuple[Drawing, ...]:
    """The drawings, made once for all decks of a design that tell the same."""
    asked = (spec.content, room.width, room.height)
    if asked not in studio.figures:
        studio.figures[asked] = _drawings(spec, room, deck_measure(studio.fonts), place)
    return tuple(replace(one, place=place) for one in studio.figures[asked])


def _drawings(spec: TimelineSpec, room: Box, measure: Measure, place: Place) -> tuple[Drawing, ...]:
    """The parts of the timeline, as few as will do, in the largest words that have room in all of them."""
    size = (room.width / _EMU_PER_MM, room.height / _EMU_PER_MM)
    tried = (timeline_drawings(spec, size, sizes, measure, place, _MOST_PARTS) for sizes in _SIZES)
    return next((drawings for drawings in tried if drawings), ())


def _years(studio: Studio, events: Sequence[Event], parts: int) -> tuple[str, ...]:
    """The years that each part shows, which tell the slides from each other."""
    cuts = [round(number * len(events) / parts) for number in range(parts + 1)]
    return tuple(years_of(studio, events[start:end]) for start, end in pairwise(cuts))


def _room(region: Area, area: Area, caption: Paragraphs) -> Box:
    """The region, and the caption's place too where there is none."""
    if caption:
        return region.box
    return region.box._replace(height=area.box.bottom - region.box.y)


def _middle(drawing: Drawing, room: Box) -> Box:
    height = round(drawing.height * _EMU_PER_MM)
    return room._replace(y=room.y + max(0, room.height - height) // 2, height=height)


def _below(area: Area, drawing: Box) -> Box:
    """The caption's place close below the drawing, where slides have the caption below at all."""
    if area.box.y < drawing.bottom:
        return area.box
    return area.box._replace(y=min(area.box.y, drawing.bottom + _CAPTION_GAP))
