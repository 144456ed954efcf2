"""How wide words are in the type of figures: in the handout and on slides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from diptych.deck.measure.fonts import Fonts
from diptych.figures.drawing import MM_PER_POINT, Words
from diptych.figures.fonts import FontFile
from diptych.figures.letter_widths import LetterWidths
from diptych.layout.setting import Setting
from diptych.layout.theme import Family, Theme
from diptych.pdf.assets import families


class Measure(Protocol):
    """Tells how wide words are, in ems."""

    def __call__(self, text: str, bold: bool = False, italic: bool = False) -> float:
        """The width of a line of words in ems."""


@dataclass(frozen=True)
class FigureType:
    """The type that a panel's figures are set in: a family, and others for characters that it lacks.

    Words of Europe's scripts are set in `own`, else in the first of the families. Spacing is ems, as that of
    the text.
    """

    families: tuple[Family, ...]
    letter_spacing: float = 0.0
    word_spacing: float = 0.0
    own: Family | None = None
    widths: LetterWidths = field(default_factory=LetterWidths, repr=False, compare=False)
    known: dict[tuple[str, bool, bool], float] = field(default_factory=dict, repr=False, compare=False)

    def width(self, text: str, bold: bool = False, italic: bool = False) -> float:
        """The width of a line in ems, without kerning, which only ever makes it narrower."""
        asked = (text, bold, italic)
        if asked not in self.known:
            own = self.own or self.families[0]
            self.known[asked] = sum(self.widths.letters(text, self.families, own, bold, italic))
        return self.known[asked] + self.letter_spacing * len(text) + self.word_spacing * text.count(" ")

    def file(self, bold: bool = False, italic: bool = False) -> FontFile:
        """The font file of a style."""
        return self.widths.opened(self.families[0], bold, italic)


def handout_type(theme: Theme, setting: Setting) -> FigureType:
    """The type of figures in a handout: that of its labels and tables, with its spacing."""
    kind = setting.type
    stack = tuple(dict.fromkeys([*kind.stack(kind.heading), *families(theme)]))
    return FigureType(stack, kind.letter_spacing, kind.word_spacing, kind.latin(kind.heading))


def deck_measure(fonts: Fonts) -> Measure:
    """The measure of words on slides: the wider of what machines with and without the fonts show."""

    def measure(text: str, bold: bool = False, italic: bool = False) -> float:
        return fonts.width(text, "body", bold, italic)

    return measure


def words_width(words: Words, measure: Measure) -> float:
    """The width in mm of the widest line."""
    return words.widest(measure) * words.size * MM_PER_POINT


def widest(lines: Sequence[str], measure: Measure, bold: bool = False, italic: bool = False) -> float:
    """The width in ems of the widest line; 0 where there is none."""
    return max((measure(line, bold, italic) for line in lines), default=0.0)
