"""Paragraphs in their places: each line and mark where a presentation program sets it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from diptych.deck.design.slide_layouts import EMU_PER_POINT, Area
from diptych.deck.measure.fonts import Fonts
from diptych.deck.measure.heights import line_pitch
from diptych.deck.measure.lines import Line, broken_lines, left_margin, overhang
from diptych.deck.print.marks import mark_of
from diptych.deck.values import TextParagraph


@dataclass(frozen=True)
class SetParagraph:
    """One paragraph with its lines; `x`, `y` and `width` of the block of lines are EMU on the slide.

    The first line stands `overhang` EMU to the left of the others; the mark, a bullet or number,
    stands `mark_room` EMU to the left of them. `pitch` is the distance of lines in points.
    """

    paragraph: TextParagraph
    lines: tuple[Line, ...]
    x: int
    y: int
    width: int
    pitch: float
    overhang: int = 0
    mark: str = ""
    mark_room: int = 0

    @property
    def height(self) -> int:
        """The height of all lines, in EMU."""
        return round(len(self.lines) * self.pitch * EMU_PER_POINT)


def set_text(paragraphs: Sequence[TextParagraph], area: Area, fonts: Fonts) -> tuple[SetParagraph, ...]:
    """The paragraphs in the area's box, at its anchor, with the spaces between them."""
    found: list[SetParagraph] = []
    y = 0
    for paragraph in paragraphs:
        y += round((area.space_after + paragraph.space_before) * EMU_PER_POINT) if found else 0
        found.append(_set(paragraph, y, area, fonts))
        y += found[-1].height
    top = _top(y, area)
    return tuple(replace(one, y=one.y + top) for one in found)


def _set(paragraph: TextParagraph, y: int, area: Area, fonts: Fonts) -> SetParagraph:
    box, margin = area.text_box, left_margin(paragraph, area)
    mark = mark_of(paragraph, area)
    return SetParagraph(
        paragraph,
        broken_lines(paragraph, area, fonts),
        box.x + margin,
        y,
        box.width - margin,
        line_pitch(paragraph.size, area),
        overhang(paragraph, area),
        mark,
        area.hanging(paragraph.bullet) if mark else 0,
    )


def _top(height: int, area: Area) -> int:
    """Where text of that height begins."""
    box = area.text_box
    share = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[area.anchor]
    return box.y + round((box.height - height) * share)
