"""What a user should be told of a template, one sentence each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from diptych.deck.design.slide_layouts import SlideLayout
from diptych.deck.school.ground import ground_of_frame
from diptych.deck.school.levels import level_style
from diptych.deck.school.scheme import contrast
from diptych.deck.school.services import Served
from diptych.deck.school.sizes import SMALLEST, SMALLEST_PRINT

# What WCAG 2 asks of large text, as all text of a slide is.
_LEAST_CONTRAST = 3.0


def layout_remarks(layouts: Mapping[str, SlideLayout], served: Mapping[str, Served]) -> tuple[str, ...]:
    """Text that is too small or too faint in the template, and what it has no layouts for."""
    found = [*_small(served), *_faint(served), *_missing(layouts)]
    return tuple(dict.fromkeys(found))


def _small(served: Mapping[str, Served]) -> Iterator[str]:
    for layout in (one.layout for one in served.values()):
        sizes = [level_style(frame, layout.scheme).size for frame in (layout.title, *layout.texts) if frame]
        if (size := min(sizes, default=SMALLEST)) < SMALLEST:
            yield (
                f"The slide layout `{layout.name}` sets text in {size:g} pt; here it has {SMALLEST:g}, "
                "the least that a room can read."
            )
        frames = (layout.first("ftr"), layout.first("sldNum"))
        print_sizes = [level_style(frame, layout.scheme).size for frame in frames if frame]
        if (size := min(print_sizes, default=SMALLEST_PRINT)) < SMALLEST_PRINT:
            yield f"Footer and number are set in {SMALLEST_PRINT:g} pt, in the template in {size:g} pt."


def _faint(served: Mapping[str, Served]) -> Iterator[str]:
    for layout in (one.layout for one in served.values()):
        for frame in (layout.title, *layout.texts):
            colour = level_style(frame, layout.scheme).colour if frame else None
            ground = ground_of_frame(layout, frame) if frame else ""
            if colour and ground and contrast(colour.value, ground) < _LEAST_CONTRAST:
                what = "title" if frame is layout.title else "text"
                yield (
                    f"The {what} of the slide layout `{layout.name}` has a contrast of "
                    f"{contrast(colour.value, ground):.1f} to 1 with its ground; "
                    f"it wants {_LEAST_CONTRAST:g} to 1."
                )


def _missing(layouts: Mapping[str, SlideLayout]) -> Iterator[str]:
    if not any("number" in layout.placeholders for layout in layouts.values()):
        yield "The template has no slide numbers, so the deck has none."
    if not any("footer" in layout.placeholders for layout in layouts.values()):
        yield "The template has no footer, so the deck has none."
