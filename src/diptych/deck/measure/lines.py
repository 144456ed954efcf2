"""The lines that a paragraph is broken into, as runs: what a presentation program shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from diptych.deck.design.slide_layouts import EMU_PER_POINT, Area
from diptych.deck.measure.cut import run_slices
from diptych.deck.measure.fonts import Fonts
from diptych.deck.measure.heights import as_set, paragraph_words, widened
from diptych.deck.measure.wrap import Word, letter_widths
from diptych.deck.plan.runs import plain
from diptych.deck.values import Run, TextParagraph

Line = tuple[Run, ...]

# Programs part what is too long for a line after these, even between digits.
_DASHES = "-‐–—/"
# Spaces that end a line are not shown; those that never end one, as U+00A0, stay.
_SPACES = " \t\n\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b"


def broken_lines(
    paragraph: TextParagraph, area: Area, fonts: Fonts, reserve: float = 0.0
) -> tuple[Line, ...]:
    """The paragraph's lines in the area, at least one, without the spaces and breaks at their ends.

    `reserve` is the share of the measure that stays unused. With fonts that measure the named families
    alone and no reserve, the lines are those that a program with these fonts shows.
    """
    shown = _shown(paragraph, area)
    ends = _ends(shown, area, fonts, reserve)
    return tuple(_trimmed(tuple(run_slices(shown.runs, *pair))) for pair in pairwise([0, *ends]))


def overhang(paragraph: TextParagraph, area: Area) -> int:
    """How far, in EMU, the first line of a paragraph without a mark stands to the left of the others."""
    return 0 if paragraph.bullet else paragraph.hang or area.hanging("")


def left_margin(paragraph: TextParagraph, area: Area) -> int:
    """How far, in EMU, the paragraph's lines but the first stand from the left of the text box."""
    return paragraph.hang or area.margin(paragraph.level, paragraph.bullet)


def _shown(paragraph: TextParagraph, area: Area) -> TextParagraph:
    """The paragraph in capitals, where the area shows it so."""
    if not area.caps:
        return paragraph
    return replace(paragraph, runs=tuple(replace(run, text=run.text.upper()) for run in paragraph.runs))


def _ends(paragraph: TextParagraph, area: Area, fonts: Fonts, reserve: float) -> list[int]:
    """Where the lines end, counted in characters of the paragraph."""
    room = max(1, area.text_box.width - left_margin(paragraph, area))
    unit = (1 - reserve) / (widened(paragraph.size, area) * paragraph.size * EMU_PER_POINT)
    first = (room + overhang(paragraph, area)) * unit
    return _Breaker(paragraph, area, fonts, first, room * unit).ends(paragraph_words(paragraph, area, fonts))


@dataclass
class _Breaker:
    """Greedy breaking of one paragraph; `first` is the width of its first line in ems, `width` of others."""

    paragraph: TextParagraph
    area: Area
    fonts: Fonts
    first: float
    width: float
    found: list[int] = field(default_factory=list)

    @property
    def room(self) -> float:
        """The width of the line that is being filled."""
        return self.width if self.found else self.first

    def ends(self, words: Sequence[Word]) -> list[int]:
        place, used = 0, 0.0
        for word in words:
            if used and used + word.width > self.room:
                self.found.append(place)
                used = 0.0
            end = self._long(word, place) if word.width > self.room else used + word.width
            place, used = place + word.length, end + word.space
            if word.ends_line:
                self.found.append(place)
                used = 0.0
        return [*self.found, place]

    def _long(self, word: Word, place: int) -> float:
        """Break a word that is wider than the line, at a dash or else between letters; where it ends."""
        runs = tuple(run_slices(self.paragraph.runs, place, place + word.length))
        used = since = 0.0
        after_dash = 0
        for index, (char, letter) in enumerate(zip(plain(runs), self._letters(word, runs), strict=False)):
            if used and used + letter > self.room:
                self.found.append(place + (after_dash or index))
                used = since if after_dash else 0.0
                after_dash = 0
            used, since = used + letter, since + letter
            if char in _DASHES:
                after_dash, since = index + 1, 0.0
        return used

    def _letters(self, word: Word, runs: Sequence[Run]) -> Sequence[float]:
        if word.letters:
            return word.letters
        return letter_widths(as_set(runs, self.area), self.area.font, self.fonts)


def _trimmed(line: Line) -> Line:
    """The line without the spaces at its end; those at its beginning stay, as in listings."""
    while line and not (text := line[-1].text.rstrip(_SPACES)):
        line = line[:-1]
    return (*line[:-1], replace(line[-1], text=text)) if line else ()
