"""How wide letters are in the families that a handout is set in, one for each script."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from diptych.deck.measure.fonts import parts_by_script
from diptych.deck.measure.shaping import Shaper
from diptych.figures.fonts import FontFile
from diptych.layout.theme import Family
from diptych.material.scripts import COMPLEX, script_of

# Letters that the theme's own family shows, whatever stands before it.
_EUROPEAN = frozenset({"Latn", "Grek", "Cyrl"})
# Before this character there are no others.
_OTHERS = "\u0530"


@dataclass(frozen=True)
class LetterWidths:
    """The widths of letters; each font file is read once, when it is first needed."""

    files: dict[Path, FontFile] = field(default_factory=dict, repr=False)
    shapers: dict[Path, Shaper] = field(default_factory=dict, repr=False)

    def letters(
        self, text: str, stack: Sequence[Family], own: Family, bold: bool = False, italic: bool = False
    ) -> Iterator[float]:
        """The width of every character in ems, without kerning, which only ever makes text narrower.

        The first family of the stack that has a character shows it, words of Europe's scripts the theme's
        `own`. Letters that join have equal shares of what they make up.
        """
        for script, part in parts_by_script(text) if max(text, default="") >= _OTHERS else (("", text),):
            if script in COMPLEX:
                width = self._shaped(part, stack, bold, italic)
                yield from [width / len(part)] * len(part)
            else:
                yield from (self._advance(char, stack, own, bold, italic) for char in part)

    def opened(self, family: Family, bold: bool = False, italic: bool = False) -> FontFile:
        """The font file of a style."""
        path = family.file(bold, italic)
        if path not in self.files:
            self.files[path] = FontFile(path)
        return self.files[path]

    def _shaped(self, text: str, stack: Sequence[Family], bold: bool, italic: bool) -> float:
        for family in stack:
            font = self.opened(family, bold, italic)
            if font.advance(text[0]) is not None:
                return self.shapers.setdefault(font.file, Shaper(font.file)).width(text)
        return sum(map(_stand_in, text))

    def _advance(self, char: str, stack: Sequence[Family], own: Family, bold: bool, italic: bool) -> float:
        european = char < _OTHERS or script_of(char) in _EUROPEAN
        first = [own] if char.isalpha() and european else []
        for family in (*first, *stack):
            width = self.opened(family, bold, italic).advance(char)
            if width is not None:
                return width
        return _stand_in(char)


def _stand_in(char: str) -> float:
    """The width of a character that none of the fonts has."""
    if unicodedata.combining(char) or unicodedata.category(char) in {"Cf", "Mn", "Me"}:
        return 0.0
    return 1.0 if unicodedata.east_asian_width(char) in "WF" else 0.75
