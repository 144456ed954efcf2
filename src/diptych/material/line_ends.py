"""Where a text goes on in a new line stands a space, but not between characters of Chinese and Japanese.

After the rule for segment breaks in CSS Text 3, 4.1.3, and that for punctuation in CSS Text 4.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from diptych.material.scripts import script_of

_BREAK = re.compile(r"[^\S\n\u3000]*\n\s*")
_SPACES = re.compile(r"[^\S\u3000]+")
# Marks around words, which nobody sees: `**字**`, `[字]{gap}`.
_MARKS_AFTER = re.compile(r"(?:[*_]|\]\{[^{}]*\})+$")
_MARKS_BEFORE = re.compile(r"^(?:[*_]|\[(?!@))+")
# Punctuation that fills a square beside ideographs and is narrow beside letters.
_EITHER = frozenset("“”‘’…—·")
_AROUND = 8
# What never begins and what never ends a line (JIS X 4051; GB/T 15834).
NEVER_FIRST = frozenset(
    "、。，．・：；？！゛゜ヽヾゝゞ々〻ー～〜」』）］｝〉》】〕〗〙〟｡｣､･％‰℃”’»)]},.:;!?%…‥—–·"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯｰ"
)
NEVER_LAST = frozenset("「『（［｛〈《【〔〖〘〝｢“‘«([{＄￥￡")
_SQUARES = (
    r"\u2e80-\u303f\u3041-\u30ff\u3190-\u9fff\uf900-\ufaff\uff00-\uff60\uffe0-\uffef\U00020000-\U0003ffff"
)
_FIRST, _LAST = (re.escape("".join(sorted(chars))) for chars in (NEVER_FIRST, NEVER_LAST))
# A pattern of the places beside a square where a line may end.
SQUARE_ENDS = (
    rf"(?<=[{_SQUARES}])(?<![{_LAST}])(?=[^\s{_FIRST}])|(?<=[^\s{_LAST}])(?=[{_SQUARES}])(?![{_FIRST}])"
)


def on_one_line(text: str) -> str:
    """The text with one space for any number of them; its line ends as spaces where a reader needs one."""
    parts = [part for part in _BREAK.split(text.strip()) if part]
    joined = parts[0] if parts else ""
    for before, after in pairwise(parts):
        joined += space_between(before, after) + after
    return _SPACES.sub(" ", joined)


def space_between(before: str, after: str) -> str:
    """What stands between the end of one line and the beginning of the next: a space, or nothing."""
    ends = _MARKS_AFTER.sub("", before)[-1:], _MARKS_BEFORE.sub("", after)[:1]
    if not all(ends):
        return " "
    if any(is_square(char) and unicodedata.category(char)[0] == "P" for char in ends):
        return ""
    fits = all(is_square(char) or char in _EITHER for char in ends)
    return "" if fits and any(map(is_square, ends)) else " "


def unfolded(text: str, lines: Sequence[str]) -> str:
    """The text of a YAML value without the spaces that stand for ends of its `lines` where there are none."""
    start = 0
    for before, after in _unspaced(lines):
        found = text.find(f"{before} {after}", start)
        if found >= 0:
            start = found + len(before)
            text = text[:start] + text[start + 1 :]
    return text


def _unspaced(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The end of each line and the beginning of the next, where no space belongs between them."""
    for before, after in pairwise(line.strip() for line in lines):
        if before and after and not space_between(before, after):
            yield before[-_AROUND:], after[:_AROUND]


def is_square(char: str) -> bool:
    """True for a character that fills a square in Chinese and Japanese; not for those of Korean, or none."""
    return bool(char) and unicodedata.east_asian_width(char) in "FWH" and script_of(char) != "Hang"


def parts_line(before: str, after: str) -> bool:
    """True where a line may end after the one character and begin with the other, one of them in a square."""
    beside = is_square(before) or is_square(after)
    return beside and before not in NEVER_LAST and after not in NEVER_FIRST


def width_in_letters(text: str) -> int:
    """How many letters of Latin print are about as wide as the text: characters in squares count double."""
    return len(text) + sum(unicodedata.east_asian_width(char) in "FW" for char in text)
