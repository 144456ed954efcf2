"""Where a listing that is too long for a slide is cut: where a reader would pause."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from diptych.deck.design.slide_layouts import Area
from diptych.deck.measure.balance import divide, unevenness
from diptych.deck.measure.heights import paragraph_height
from diptych.deck.plan.listing_lines import blank, indentation
from diptych.deck.plan.paragraphs import Paragraphs
from diptych.deck.plan.runs import plain
from diptych.deck.plan.studio import Studio

# What a cut costs beside the unevenness of the slides: inside a block, below its head, above its end, and
# where it leaves one line alone.
_INSIDE, _TORN, _ALONE = 0.06, 1.5, 8.0
_CLOSING = tuple(")]}")


class Stretch(NamedTuple):
    """Lines of one slide: the first, and the one after the last."""

    start: int
    end: int


def stretches(studio: Studio, lines: Paragraphs, area: Area) -> tuple[Stretch, ...]:
    """The lines slide by slide, without blank ones at the ends; none where a line is too high for a slide."""
    room = area.text_box.height
    heights = [paragraph_height(one, area, studio.fonts) for one in lines]
    if max(heights) > room:
        return ()

    def cost(start: int, end: int) -> float | None:
        first, last = _trimmed(lines, start, end)
        used = sum(heights[first:last])
        if used > room:
            return None
        alone = _ALONE if last - first < 2 < len(lines) else 0.0
        return unevenness(used, room, 2) + alone + _cut_cost(lines, end)

    ranges = divide(len(lines), cost, _least_parts(heights, room)) or divide(len(lines), cost)
    trimmed = (_trimmed(lines, *ends) for ends in ranges or ())
    return tuple(one for one in trimmed if one.end > one.start)


def _least_parts(heights: Sequence[int], room: int) -> int:
    """How many slides the lines need when each is filled to the brim."""
    parts, used = 1, 0
    for height in heights:
        if used + height > room:
            parts, used = parts + 1, 0
        used += height
    return parts


def _trimmed(lines: Paragraphs, start: int, end: int) -> Stretch:
    """The range without the blank lines at its ends."""
    while start < end and blank(lines[start]):
        start += 1
    while end > start and blank(lines[end - 1]):
        end -= 1
    return Stretch(start, end)


def _cut_cost(lines: Paragraphs, end: int) -> float:
    """How ill a slide would end before this line: least where a blank line or a new block follows."""
    after = next((one for one in lines[end:] if not blank(one)), None)
    if after is None:
        return 0.0
    before = next((one for one in reversed(lines[:end]) if not blank(one)), after)
    between = blank(lines[end]) or blank(lines[end - 1])
    depth = _INSIDE * min(indentation(after), 16) * (0.5 if between else 1.0)
    closes = plain(after.runs).lstrip().startswith(_CLOSING)
    torn = indentation(after) > indentation(before) or closes
    return depth + (_TORN if torn else 0.0) + (0.0 if between else 2 * _INSIDE)
