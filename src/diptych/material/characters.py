"""Characters that no reader sees, or that make a text look like another."""

from __future__ import annotations

import re
import unicodedata

# Control characters, lone surrogates, what is no character (Unicode 23.7), the two overrides that force text
# to run backwards, annotations, tags, and separators that are no line end in print.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffc\ufffe\uffff"
    "\U000e0000-\U000e007f"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17))
    + "]"
)
_OPENING, _CLOSING = "\u202a\u202b\u2066\u2067\u2068", "\u202c\u2069"
_DIRECTIONS = re.compile(f"[{_OPENING}{_CLOSING}]")
# Unicode's Stream-Safe Text Format (UAX #15) allows 30 marks on one letter.
MAX_MARKS = 30


def character_problem(text: str) -> tuple[str, str]:
    """What stands in the way of printing the text, and what to do; both empty where nothing does."""
    if hidden := _UNPRINTABLE.search(text):
        what = f"the character {_told(hidden[0])}, which cannot be printed"
        return what, "remove it; it may be invisible in your editor"
    if text.isascii():
        return "", ""
    if open_at := _unbalanced(text):
        what = f"the character {_told(open_at)}, which opens or closes a direction without its partner"
        return what, "remove it, or end the direction within the same text"
    if _most_marks(text) > MAX_MARKS:
        return f"more than {MAX_MARKS} marks on one letter", "remove them"
    return "", ""


def shown(text: str) -> str:
    """The text for a terminal: what would steer it, or turn its line around, as an escape."""
    return _DIRECTIONS.sub(_escaped, _UNPRINTABLE.sub(_escaped, text))


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _told(character: str) -> str:
    """Such as `U+202E (right-to-left override)`; controls have no name."""
    name = unicodedata.name(character, "").lower()
    return f"U+{ord(character):04X} ({name})" if name else f"U+{ord(character):04X}"


def _unbalanced(text: str) -> str:
    """The first mark of direction that has no partner; empty where all have one."""
    opened: list[str] = []
    for match in _DIRECTIONS.finditer(text):
        if match[0] in _OPENING:
            opened.append(match[0])
        elif not opened or (opened.pop() in "\u202a\u202b") != (match[0] == "\u202c"):
            return match[0]
    return opened[0] if opened else ""


def _most_marks(text: str) -> int:
    """How many combining marks follow each other at most."""
    most = run = 0
    for character in text:
        run = run + 1 if unicodedata.category(character)[0] == "M" else 0
        most = max(most, run)
    return most
