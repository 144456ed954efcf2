"""How many lines a paragraph takes: greedy wrapping at spaces, hyphens, dashes and CJK characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from diptych.deck.measure.fonts import Fonts, Role
from diptych.deck.values import Run

# Subscripts and superscripts are set at about two thirds of the size by every presentation program.
_RAISED = 0.7
# A word wider than so many ems counts as long.
_LONG = 8.0
_CJK = "\u2e80-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
_CLOSING = "、。，．」』）］？！：；"
_SPACE = " \t\u2000-\u2006\u2008-\u200b"
_PART = re.compile(rf"\n|[{_SPACE}]+|[{_CJK}][{_CLOSING}]*|[^\n{_SPACE}{_CJK}]+")
_IS_SPACE, _IS_CJK = re.compile(f"[{_SPACE}]").match, re.compile(f"[{_CJK}]").match
# A hyphen or dash parts words only between letters: programs differ about numbers, and fewer
# places to break never give fewer lines.
_DASH = re.compile(r"(?<=[^\W\d_][-‐–—])(?=[^\W\d_])")


class _Piece(NamedTuple):
    """Text of one style inside a word; `scale` is 1 but for raised and lowered text."""

    text: str
    role: Role
    bold: bool
    italic: bool
    scale: float

    def width(self, fonts: Fonts) -> float:
        return fonts.width(self.text, self.role, self.bold, self.italic) * self.scale


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
        for part in _PART.findall(run.text):
            for text in _DASH.split(part):
                yield _Piece(text, "code" if run.code else role, run.bold, run.italic, scale)


def _take(piece: _Piece, pending: list[_Piece], found: list[Word], fonts: Fonts) -> list[_Piece]:
    """The pieces of the word that is still open after this piece; finished words go to `found`."""
    first = piece.text[0]
    if first == "\n":
        found.append(_word(pending, fonts, ends_line=True, after=1))
        return []
    if _IS_SPACE(first):
        found.append(_word(pending, fonts, piece.width(fonts), after=len(piece.text)))
        return []
    if pending and (_parted_before(first) or _parted_after(pending[-1].text, first)):
        found.append(_word(pending, fonts))
        return [piece]
    return [*pending, piece]


def _parted_before(char: str) -> bool:
    return char not in _CLOSING and _IS_CJK(char) is not None


def _parted_after(before: str, char: str) -> bool:
    if _IS_CJK(before[-1]):
        return char not in _CLOSING
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
