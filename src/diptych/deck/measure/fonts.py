"""Advance widths from the font files themselves, for measuring text before it is placed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from diptych.deck.measure.shaping import Shaper
from diptych.layout.letters import Letters
from diptych.layout.theme import DeckFont, DeckType, ScriptFont
from diptych.material.scripts import COMPLEX, EAST_ASIAN, script_of

if TYPE_CHECKING:
    from diptych.deck.measure.wrap import Word

Role = Literal["heading", "body", "code"]

# Below this are the scripts whose letters stand one beside the other, each as wide as it is.
_SIMPLE = "\u0590"
# The width of a letter in ems, of a script that there is no font for.
_LETTER = 0.55


@dataclass(frozen=True)
class Face:
    """One font file that text is measured with."""

    letters: Letters

    def has(self, char: str) -> bool:
        """True where the font has the character."""
        return self.letters.advance(char) is not None

    def width(self, text: str) -> float:
        """The width of the text in ems, without kerning: kerning only ever makes text narrower."""
        widths = map(self.letters.advance, text)
        return sum(_stand_in(char) if one is None else one for char, one in zip(text, widths, strict=True))


@dataclass
class Fonts:
    """Widths of text in the deck's families; each font file is read once, when it is first needed.

    `words` keeps paragraphs that were taken apart once, for every size is tried with the same words.
    Letters that join are shaped; ideographs and what goes with them fill a square each.
    A width is the wider of the named family (by its metric twin) and the fallback family, so that
    text set by these widths fits on machines with either; with `named_only`, that of the named family.
    """

    type: DeckType
    faces: dict[Path, Face] = field(default_factory=dict, repr=False)
    known: dict[tuple[str, Role, bool, bool], float] = field(default_factory=dict, repr=False)
    words: dict[tuple[object, ...], tuple[Word, ...]] = field(default_factory=dict, repr=False)
    shapers: dict[Path, Shaper] = field(default_factory=dict, repr=False)
    named_only: bool = False

    def width(self, text: str, role: Role, bold: bool = False, italic: bool = False) -> float:
        """The width of the text in ems."""
        asked = (text, role, bold, italic)
        if asked not in self.known:
            self.known[asked] = self._measured(*asked)
        return self.known[asked]

    def stand_in(self, char: str, role: Role) -> DeckFont | ScriptFont | None:
        """The family that has a character which the role's lacks; None where that has it, or none has."""
        if self._has(getattr(self.type, role), char):
            return None
        own = (self.type.fallback, self.type.body, self.type.heading)
        others: tuple[DeckFont | ScriptFont, ...] = (*own, *self.type.scripts.values())
        return next((font for font in others if self._has(font, char)), None)

    def has(self, char: str, role: Role) -> bool:
        """True where one of the deck's families has the character."""
        return self._has(getattr(self.type, role), char) or self.stand_in(char, role) is not None

    def _has(self, font: DeckFont | ScriptFont, char: str) -> bool:
        if font.measured_with is not None:
            return self._face(font.measured_with.file()).has(char)
        return isinstance(font, ScriptFont) and in_charset(char, font.charset)

    def _measured(self, text: str, role: Role, bold: bool, italic: bool) -> float:
        if not text or max(text) < _SIMPLE:
            return self._simple(text, role, bold, italic)
        return sum(
            self._shaped(part, script, bold)
            if script in COMPLEX
            else self._squares(part, script)
            if script in EAST_ASIAN
            else self._simple(part, role, bold, italic)
            for script, part in parts_by_script(text)
        )

    def _shaped(self, text: str, script: str, bold: bool) -> float:
        font = self.type.scripts.get(script)
        if font is None or font.measured_with is None:
            return sum(_LETTER * (_stand_in(char) > 0) for char in text)
        file = font.measured_with.file(bold)
        return self.shapers.setdefault(file, Shaper(file)).width(text) * font.factor

    def _squares(self, text: str, script: str) -> float:
        return sum(0.5 if unicodedata.east_asian_width(char) == "H" else _stand_in(char) for char in text)

    def _simple(self, text: str, role: Role, bold: bool, italic: bool) -> float:
        named: DeckFont = getattr(self.type, role)
        fonts = (named,) if self.named_only else (named, self.type.fallback)
        return max(self._in(font, text, bold, italic) for font in fonts)

    def _in(self, font: DeckFont, text: str, bold: bool, italic: bool) -> float:
        return self._face(font.measured_with.file(bold, italic)).width(text) * font.factor

    def _face(self, file: Path) -> Face:
        if file not in self.faces:
            self.faces[file] = Face(Letters(file))
        return self.faces[file]


def parts_by_script(text: str) -> Iterator[tuple[str, str]]:
    """The text in parts of one kind of script each: its name, where it is complex or East Asian, else "".

    Marks on letters and what cannot be seen belong to the part before them.
    """
    kinds = ((_kind(char), char) for char in text)
    found, part = "", ""
    for kind, char in kinds:
        if kind not in (found, None) and part:
            yield found, part
            part = ""
        found, part = found if kind is None else kind, part + char
    if part:
        yield found, part


def _kind(char: str) -> str | None:
    """The script of a character that matters for measuring; None for what goes with anything."""
    script = script_of(char)
    if script in COMPLEX or script in EAST_ASIAN:
        return script
    return None if unicodedata.category(char) in ("Mn", "Cf") else ""


def in_charset(char: str, charset: str) -> bool:
    """True where a character set, as Python's codecs call it, has the character; none has no name."""
    try:
        return bool(charset) and bool(char.encode(charset))
    except UnicodeEncodeError:
        return False


def _stand_in(char: str) -> float:
    """The width of a character that the font lacks and another font will show."""
    if unicodedata.combining(char) or unicodedata.category(char) in {"Cf", "Mn", "Me"}:
        return 0.0
    return 1.0 if unicodedata.east_asian_width(char) in "WF" else 0.75
