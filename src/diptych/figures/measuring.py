"""How wide words are in the type of figures: in the handout and on slides."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from diptych.deck.measure.fonts import Fonts
from diptych.figures.drawing import MM_PER_POINT, Words
from diptych.figures.fonts import FontFile
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

    Spacing is ems, as that of the text. Font files are read once, when they are first needed.
    """

    families: tuple[Family, ...]
    letter_spacing: float = 0.0
    word_spacing: float = 0.0
    files: dict[Path, FontFile] = field(default_factory=dict, repr=False, compare=False)
    known: dict[tuple[str, bool, bool], float] = field(default_factory=dict, repr=False, compare=False)

    def width(self, text: str, bold: bool = False, italic: bool = False) -> float:
        """The width of a line in ems, without kerning, which only ever makes it narrower."""
        asked = (text, bold, italic)
        if asked not in self.known:
            self.known[asked] = sum(self._advance(char, bold, italic) for char in text)
        return self.known[asked] + self.letter_spacing * len(text) + self.word_spacing * text.count(" ")

    def file(self, bold: bool = False, italic: bool = False) -> FontFile:
        """The font file of a style."""
        return self._opened(self.families[0], bold, italic)

    def _advance(self, char: str, bold: bool, italic: bool) -> float:
        for family in self.families:
            advances = self._opened(family, bold, italic).advances
            if char in advances:
                return advances[char]
        return _stand_in(char)

    def _opened(self, family: Family, bold: bool, italic: bool) -> FontFile:
        path = family.file(bold, italic)
        return self.files.setdefault(path, FontFile(path))


def handout_type(theme: Theme, setting: Setting) -> FigureType:
    """The type of figures in a handout: that of its labels and tables, with its spacing."""
    kind = setting.type
    stack = tuple(dict.fromkeys([kind.heading, *families(theme)]))
    return FigureType(stack, kind.letter_spacing, kind.word_spacing)


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


def _stand_in(char: str) -> float:
    """The width of a character that none of the fonts has."""
    if unicodedata.combining(char) or unicodedata.category(char) in {"Cf", "Mn", "Me"}:
        return 0.0
    return 1.0 if unicodedata.east_asian_width(char) in "WF" else 0.75
