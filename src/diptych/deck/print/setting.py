"""Paragraphs in their places: each line and mark where a presentation program sets it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from diptych.deck.design.slide_layouts import EMU_PER_POINT, Area
from diptych.deck.measure.fonts import Fonts
from diptych.deck.measure.heights import paragraph_pitch
from diptych.deck.measure.lines import Line, broken_lines, left_margin, overhang
from diptych.deck.print.marks import mark_of
from diptych.deck.reading import reads_back
from diptych.deck.values import TextParagraph


@dataclass(frozen=True)
class SetParagraph:
    """One paragraph with its lines; `x`, `y` and `width` of the block of lines are EMU on the slide.

    The first line stands `overhang` EMU to the left of the others; the mark, a bullet or number,
    stands `mark_room` EMU to the left of them, or to the right where the paragraph runs `back` from there.
    `pitch` is the distance of lines in points.
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
    back: bool = False

    @property
    def mark_x(self) -> int:
        """Where the room of the mark begins, in EMU on the slide."""
        return self.x + self.width if self.back else self.x - self.mark_room

    @property
    def height(self) -> int:
        """The height of all lines, in EMU."""
        return round(len(self.lines) * self.pitch * EMU_PER_POINT)


def set_text(
    paragraphs: Sequence[TextParagraph], area: Area, fonts: Fonts, lang: str = ""
) -> tuple[SetParagraph, ...]:
    """The paragraphs in the area's box, at its anchor, with the spaces between them.

    `lang` is the language of the deck, which decides where a paragraph begins.
    """
    found: list[SetParagraph] = []
    y = 0
    for paragraph in paragraphs:
        y += round((area.space_after + paragraph.space_before) * EMU_PER_POINT) if found else 0
        found.append(_set(paragraph, y, area, fonts, lang))
        y += found[-1].height
    top = _top(y, area)
    return tuple(replace(one, y=one.y + top) for one in found)


def _set(paragraph: TextParagraph, y: int, area: Area, fonts: Fonts, lang: str) -> SetParagraph:
    back = reads_back(paragraph, lang)
    box, margin = area.text_box, left_margin(paragraph, area)
    mark = mark_of(paragraph, area)
    return SetParagraph(
        paragraph,
        broken_lines(paragraph, area, fonts),
        box.x if back else box.x + margin,
        y,
        box.width - margin,
        paragraph_pitch(paragraph, area),
        overhang(paragraph, area),
        mark,
        _mark_room(paragraph, area) if mark else 0,
        back,
    )


def _mark_room(paragraph: TextParagraph, area: Area) -> int:
    return paragraph.hang if paragraph.bullet == "line" else area.hanging(paragraph.bullet)


def _top(height: int, area: Area) -> int:
    """Where text of that height begins."""
    box = area.text_box
    share = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[area.anchor]
    return box.y + round((box.height - height) * share)
