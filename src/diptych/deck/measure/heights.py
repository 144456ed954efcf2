"""How much room text takes: the heights of paragraphs, from real advance widths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import ceil

from diptych.deck.design.slide_layouts import EMU_PER_POINT, Area, Insets
from diptych.deck.measure.fonts import Fonts
from diptych.deck.measure.upright import upright_runs
from diptych.deck.measure.wrap import Word, line_count, words
from diptych.deck.values import Box, Run, TextParagraph
from diptych.material.scripts import COMPLEX, EAST_ASIAN, scripts_of

# A line is 1.2 times the size of its type in presentation programs, whatever the font says.
LINE = 1.2
# Letters that fill squares need air between lines, those with marks above and below need room. Books in
# Japanese have lines 1.5 to 1.9 times their size apart (W3C, Requirements for Japanese Text Layout,
# 2.4.2); slides, with their short lines, do with less.
_OPENING = {**dict.fromkeys(EAST_ASIAN | COMPLEX, 0.2), **dict.fromkeys(("Hebr", "Hang"), 0.1)}
# Of that headlines have a share, and captions with their one or two lines.
_SHARE, _CAPTION = 0.5, 12.0
_FIRST_TALL = "\u0590"
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
    points = paragraph_lines(paragraph, area, fonts) * paragraph_pitch(paragraph, area)
    points += paragraph.space_before + area.space_after
    return ceil(points * EMU_PER_POINT)


def paragraph_pitch(paragraph: TextParagraph, area: Area) -> float:
    """The distance of the paragraph's lines in points; of programs it is exact, whatever the area says."""
    if paragraph.verbatim:
        return LINE * paragraph.size
    return line_pitch(paragraph.size, area) * (1.0 if area.line_pitch else opening(paragraph, area))


def opening(paragraph: TextParagraph, area: Area) -> float:
    """How much further apart lines stand than those of Latin letters, by the tallest script among them."""
    texts = {run.text for run in paragraph.runs if run.text and max(run.text) >= _FIRST_TALL}
    found = {script for text in texts for script in scripts_of(text)}
    wider = max((_OPENING.get(script, 0.0) for script in found), default=0.0)
    return 1 + wider * (_SHARE if area.font == "heading" or paragraph.size <= _CAPTION else 1)


def line_pitch(size: float, area: Area) -> float:
    """The distance of lines in points."""
    return area.line_pitch or LINE * size * area.line_spacing


def paragraph_lines(paragraph: TextParagraph, area: Area, fonts: Fonts) -> int:
    """The number of lines that the paragraph takes in the area."""
    return line_count(paragraph_words(paragraph, area, fonts), room_for(paragraph, area))


def room_for(paragraph: TextParagraph, area: Area) -> float:
    """How wide the paragraph's lines may be in the area, in ems."""
    own = paragraph.bullet == "line"
    margin = paragraph.hang + (0 if own else area.margin(paragraph.level, paragraph.bullet))
    room = max(1, area.text_box.width - margin) * (1 - RESERVE) / widened(paragraph.size, area)
    return room / (paragraph.size * EMU_PER_POINT)


def widened(size: float, area: Area) -> float:
    """How much wider tracking makes a line, at the usual width of characters."""
    return 1 + max(0.0, area.tracking) / (CHARACTER * size)


def paragraph_words(paragraph: TextParagraph, area: Area, fonts: Fonts) -> tuple[Word, ...]:
    """The paragraph's words in the area's font, with widths in ems."""
    asked = (paragraph.runs, area.font, area.bold, area.italic, area.caps)
    if asked not in fonts.words:
        capitals = (replace(run, text=run.text.upper() if area.caps else run.text) for run in paragraph.runs)
        fonts.words[asked] = words(as_set(capitals, area), area.font, fonts)
    return fonts.words[asked]


def as_set(runs: Iterable[Run], area: Area) -> Iterator[Run]:
    """The runs as bold and as italic as the area shows them. Emphasis in italic text stands upright."""
    for run in upright_runs(runs, area.italic):
        yield replace(run, bold=run.bold or area.bold, italic=run.italic != area.italic)


def fits(paragraphs: Iterable[TextParagraph], area: Area, fonts: Fonts) -> bool:
    """True where the paragraphs stay inside the area."""
    return text_height(paragraphs, area, fonts) <= area.box.height


def narrowed(area: Area, box: Box, insets: Insets | None = None) -> Area:
    """The same area with another box, and other insets where they are given."""
    return replace(area, box=box, insets=area.insets if insets is None else insets)
