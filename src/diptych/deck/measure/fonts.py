"""Advance widths from the font files themselves, for measuring text before it is placed."""

from __future__ import annotations

import struct
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from diptych.layout.theme import DeckFont, DeckType

if TYPE_CHECKING:
    from diptych.deck.measure.wrap import Word

Role = Literal["heading", "body", "code"]


@dataclass(frozen=True)
class Face:
    """The advance widths of one font file, in ems by character."""

    advances: dict[str, float]

    def width(self, text: str) -> float:
        """The width of the text in ems, without kerning: kerning only ever makes text narrower."""
        advances = self.advances
        return sum(advances[char] if char in advances else _stand_in(char) for char in text)


@dataclass
class Fonts:
    """Widths of text in the deck's families; each font file is read once, when it is first needed.

    `words` keeps paragraphs that were taken apart once, for every size is tried with the same words.
    A width is the wider of the named family (by its metric twin) and the fallback family, so that
    text set by these widths fits on machines with either; with `named_only`, that of the named family.
    """

    type: DeckType
    faces: dict[Path, Face] = field(default_factory=dict, repr=False)
    known: dict[tuple[str, Role, bool, bool], float] = field(default_factory=dict, repr=False)
    words: dict[tuple[object, ...], tuple[Word, ...]] = field(default_factory=dict, repr=False)
    named_only: bool = False

    def width(self, text: str, role: Role, bold: bool = False, italic: bool = False) -> float:
        """The width of the text in ems."""
        asked = (text, role, bold, italic)
        if asked not in self.known:
            self.known[asked] = self._measured(*asked)
        return self.known[asked]

    def _measured(self, text: str, role: Role, bold: bool, italic: bool) -> float:
        named: DeckFont = getattr(self.type, role)
        fonts = (named,) if self.named_only else (named, self.type.fallback)
        return max(self._in(font, text, bold, italic) for font in fonts)

    def _in(self, font: DeckFont, text: str, bold: bool, italic: bool) -> float:
        return self._face(font.measured_with.file(bold, italic)).width(text) * font.factor

    def _face(self, file: Path) -> Face:
        if file not in self.faces:
            self.faces[file] = read_face(file)
        return self.faces[file]


def read_face(file: Path) -> Face:
    """The advance widths in a TTF or OTF file: the tables cmap and hmtx."""
    with TTFont(file, lazy=True) as font:
        # unitsPerEm alone: decoding the whole table `head` warns of odd dates in good fonts.
        (units,) = struct.unpack_from(">H", font.reader["head"], 18)
        metrics = font["hmtx"].metrics
        return Face({chr(code): metrics[name][0] / units for code, name in font.getBestCmap().items()})


def _stand_in(char: str) -> float:
    """The width of a character that the font lacks and another font will show."""
    if unicodedata.combining(char) or unicodedata.category(char) in {"Cf", "Mn", "Me"}:
        return 0.0
    return 1.0 if unicodedata.east_asian_width(char) in "WF" else 0.75
