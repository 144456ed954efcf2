"""How many lines a paragraph takes: greedy wrapping at spaces, hyphens, dashes and CJK characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from diptych.deck.measure.fonts import Fonts, Role
from diptych.deck.values import Run
from diptych.material.line_ends import NEVER_FIRST, NEVER_LAST
from diptych.material.scripts import EAST_ASIAN, script_of_language

# Subscripts and superscripts are set at about two thirds of the size by every presentation program.
_RAISED = 0.7
# A word wider than so many ems counts as long.
_LONG = 8.0
# Lines may break beside each of these. Korean is broken at its spaces: programs differ, and fewer places to
# break never give fewer lines.
_CJK = "\u2e80-\u312f\u3190-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
# Signs that fonts of Latin letters have, too, and that fill a square in East Asian text.
_SQUARE = re.compile("[“”‘’…‥—·]")
_SQUARE_ADDS = 0.6
_SPACE = " \t\u2000-\u2006\u2008-\u200b"
_PART = re.compile(rf"\n|[{_SPACE}]+|[{_CJK}]|[^\n{_SPACE}{_CJK}]+")
_IS_SPACE, _IS_CJK = re.compile(f"[{_SPACE}]").match, re.compile(f"[{_CJK}]").match
# A hyphen or dash parts words only between letters: programs differ about numbers, and fewer
# places to break never give fewer lines.
_DASH = re.compile(r"(?<=[^\W\d_][-‐–—])(?=[^\W\d_])")


class _Piece(NamedTuple):
    """Text of one style inside a word; `scale` is 1 but for raised and lowered text.

    `square` tells of East Asian text, where signs that all scripts share are as wide as letters.
    """

    text: str
    role: Role
    bold: bool
    italic: bool
    scale: float
    square: bool = False

    def width(self, fonts: Fonts) -> float:
        more = _SQUARE_ADDS * len(_SQUARE.findall(self.text)) if self.square else 0.0
        return (fonts.width(self.text, self.role, self.bold, self.italic) + more) * self.scale


@dataclass(frozen=True, slots=True)
class Word:
    """What is never parted, in ems: its width, that of the space after it, and of its letters.

    `letters` are filled only where a word is long enough that a line may not hold it.
    `ends_line` tells of a line break after it; `length` counts its characters with those after it.
    """

    width: float
    space: float = 0.0
    letters: tuple[float, ...] = ()
    ends_line: bool = False
    length: int = 0


def words(runs: Iterable[Run], role: Role, fonts: Fonts) -> tuple[Word, ...]:
    """The runs' words with their widths in ems; they hold for every size of type."""
    found: list[Word] = []
    pending: list[_Piece] = []
    for piece in _pieces(runs, role):
        pending = _take(piece, pending, found, fonts)
    return (*found, _word(pending, fonts)) if pending else tuple(found)


def line_count(text: Sequence[Word], width: float) -> int:
    """The number of lines on a measure `width` ems wide; a paragraph without words takes one."""
    lines, used = 1, 0.0
    for word in text:
        if used and used + word.width > width:
            lines, used = lines + 1, 0.0
        more, end = _long_word(word, width) if word.width > width else (0, used + word.width)
        lines, used = lines + more, end + word.space
        if word.ends_line:
            lines, used = lines + 1, 0.0
    return lines


def letter_widths(runs: Iterable[Run], role: Role, fonts: Fonts) -> tuple[float, ...]:
    """The width in ems of every character, one after the other."""
    return tuple(_letters(list(_pieces(runs, role)), fonts))


def longest_word(text: Sequence[Word]) -> float:
    """The width in ems of the widest word: a column narrower than that breaks it."""
    return max((word.width for word in text), default=0.0)


def natural_width(text: Sequence[Word]) -> float:
    """The width in ems of the text on one line."""
    return sum(word.width + word.space for word in text)


def _pieces(runs: Iterable[Run], role: Role) -> Iterator[_Piece]:
    for run in runs:
        scale = _RAISED if run.position else 1.0
        square = script_of_language(run.lang) in EAST_ASIAN if run.lang else False
        for part in _PART.findall(run.text):
            for text in _DASH.split(part):
                yield _Piece(text, "code" if run.code else role, run.bold, run.italic, scale, square)


def _take(piece: _Piece, pending: list[_Piece], found: list[Word], fonts: Fonts) -> list[_Piece]:
    """The pieces of the word that is still open after this piece; finished words go to `found`."""
    first = piece.text[0]
    if first == "\n":
        found.append(_word(pending, fonts, ends_line=True, after=1))
        return []
    if _IS_SPACE(first):
        found.append(_word(pending, fonts, piece.width(fonts), after=len(piece.text)))
        return []
    if pending and _parted(pending[-1].text, first):
        found.append(_word(pending, fonts))
        return [piece]
    return [*pending, piece]


def _parted(before: str, char: str) -> bool:
    """True where a line may end after the one and begin with the other."""
    if _IS_CJK(before[-1]) or _IS_CJK(char):
        return before[-1] not in NEVER_LAST and char not in NEVER_FIRST
    return _DASH.search(before[-2:] + char) is not None


def _word(
    pieces: Sequence[_Piece], fonts: Fonts, space: float = 0.0, ends_line: bool = False, after: int = 0
) -> Word:
    width = sum(piece.width(fonts) for piece in pieces)
    # Letters are measured one by one only for words that many a line might break.
    letters = tuple(_letters(pieces, fonts)) if width > _LONG else ()
    return Word(width, space, letters, ends_line, sum(len(piece.text) for piece in pieces) + after)


def _letters(pieces: Sequence[_Piece], fonts: Fonts) -> Iterator[float]:
    for piece in pieces:
        # Letters that join are no wider one by one than what they make up, all in all.
        yield from (piece._replace(text=char).width(fonts) for char in piece.text)


def _long_word(word: Word, width: float) -> tuple[int, float]:
    """Further lines that a word takes which is wider than the line, and where its last line ends."""
    if not word.letters:
        # Every line may end a letter early.
        return ceil(word.width / max(width - 1, 0.5)) - 1, width
    lines, used = 0, 0.0
    for letter in word.letters:
        if used and used + letter > width:
            lines, used = lines + 1, 0.0
        used += letter
    return lines, used
