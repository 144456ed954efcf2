"""How much room text takes: the heights of paragraphs, from real advance widths."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from math import ceil

from diptych.deck.design.slide_layouts import EMU_PER_POINT, Area, Insets
from diptych.deck.measure.fonts import Fonts
from diptych.deck.measure.wrap import Word, line_count, words
from diptych.deck.values import Box, TextParagraph

# A line is 1.2 times the size of its type in presentation programs, whatever the font says.
LINE = 1.2
# Part of the width that is left unused, for what programs do differently.
RESERVE = 0.04


def text_height(paragraphs: Iterable[TextParagraph], area: Area, fonts: Fonts) -> int:
    """The height in EMU that the paragraphs take in the area, its insets included."""
    inner = sum(paragraph_height(paragraph, area, fonts) for paragraph in paragraphs)
    return inner + area.insets.top + area.insets.bottom


def paragraph_height(paragraph: TextParagraph, area: Area, fonts: Fonts) -> int:
    """The height in EMU of one paragraph with the space before it."""
    pitch = LINE * paragraph.size * area.line_spacing
    points = paragraph_lines(paragraph, area, fonts) * pitch + paragraph.space_before
    return ceil(points * EMU_PER_POINT)


def paragraph_lines(paragraph: TextParagraph, area: Area, fonts: Fonts) -> int:
    """The number of lines that the paragraph takes in the area."""
    margin = area.margin(paragraph.level, paragraph.bullet)
    room = max(1, area.text_box.width - margin) * (1 - RESERVE)
    return line_count(paragraph_words(paragraph, area, fonts), room / (paragraph.size * EMU_PER_POINT))


def paragraph_words(paragraph: TextParagraph, area: Area, fonts: Fonts) -> tuple[Word, ...]:
    """The paragraph's words in the area's font, with widths in ems."""
    asked = (paragraph.runs, area.font, area.bold, area.italic)
    if asked not in fonts.words:
        # Emphasis in italic text stands upright.
        styled = (
            replace(run, bold=run.bold or area.bold, italic=run.italic != area.italic)
            for run in paragraph.runs
        )
        fonts.words[asked] = words(styled, area.font, fonts)
    return fonts.words[asked]


def fits(paragraphs: Iterable[TextParagraph], area: Area, fonts: Fonts) -> bool:
    """True where the paragraphs stay inside the area."""
    return text_height(paragraphs, area, fonts) <= area.box.height


def narrowed(area: Area, box: Box, insets: Insets | None = None) -> Area:
    """The same area with another box, and other insets where they are given."""
    return replace(area, box=box, insets=area.insets if insets is None else insets)
