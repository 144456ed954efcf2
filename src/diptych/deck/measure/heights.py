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
# The width of an ordinary character in ems.
CHARACTER = 0.45


def text_height(paragraphs: Iterable[TextParagraph], area: Area, fonts: Fonts) -> int:
    """The height in EMU that the paragraphs take in the area, its insets included."""
    inner = sum(paragraph_height(paragraph, area, fonts) for paragraph in paragraphs)
    return inner + area.insets.top + area.insets.bottom


def paragraph_height(paragraph: TextParagraph, area: Area, fonts: Fonts) -> int:
    """The height in EMU of one paragraph with the space before it."""
    points = paragraph_lines(paragraph, area, fonts) * line_pitch(paragraph.size, area)
    points += paragraph.space_before + area.space_after
    return ceil(points * EMU_PER_POINT)


def line_pitch(size: float, area: Area) -> float:
    """The distance of lines in points."""
    return area.line_pitch or LINE * size * area.line_spacing


def paragraph_lines(paragraph: TextParagraph, area: Area, fonts: Fonts) -> int:
    """The number of lines that the paragraph takes in the area."""
    margin = area.margin(paragraph.level, paragraph.bullet) + paragraph.hang
    room = max(1, area.text_box.width - margin) * (1 - RESERVE) / widened(paragraph.size, area)
    return line_count(paragraph_words(paragraph, area, fonts), room / (paragraph.size * EMU_PER_POINT))


def widened(size: float, area: Area) -> float:
    """How much wider tracking makes a line, at the usual width of characters."""
    return 1 + max(0.0, area.tracking) / (CHARACTER * size)


def paragraph_words(paragraph: TextParagraph, area: Area, fonts: Fonts) -> tuple[Word, ...]:
    """The paragraph's words in the area's font, with widths in ems."""
    asked = (paragraph.runs, area.font, area.bold, area.italic, area.caps)
    if asked not in fonts.words:
        # Emphasis in italic text stands upright.
        styled = (
            replace(
                run,
                text=run.text.upper() if area.caps else run.text,
                bold=run.bold or area.bold,
                italic=run.italic != area.italic,
            )
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
