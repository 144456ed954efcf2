"""How far a lecture is: a line at the foot of every slide that fills up as the slides go by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, islice

from diptych.deck.design.slide_layouts import SlideLayout, SlideLayouts
from diptych.deck.values import LineShape, Slide, SlideSection


def with_progress(layouts: SlideLayouts, sections: Sequence[SlideSection]) -> tuple[SlideSection, ...]:
    """The sections with the line on each slide that is shown and whose slide layout has a track for it.

    The line is decorative: footer and slide number say in words where one is.
    """
    slides = [slide for section in sections for slide in section.slides]
    shown = list(accumulate(int(not slide.hidden) for slide in slides))
    marked = (
        slide if slide.hidden else _marked(layouts[slide.layout], slide, place / shown[-1])
        for slide, place in zip(slides, shown, strict=True)
    )
    return tuple(replace(section, slides=tuple(islice(marked, len(section.slides)))) for section in sections)


def _marked(layout: SlideLayout, slide: Slide, share: float) -> Slide:
    """The slide with the line drawn along this share of its track."""
    track = layout.progress
    if track is None:
        return slide
    start = (track.box.x, track.box.y)
    end = (track.box.x + round(track.box.width * share), track.box.y)
    line = LineShape("Progress", start, end, track.colour, track.width)
    return replace(slide, shapes=(*slide.shapes, line))
