"""The notation is cut into commands, braces and characters, each with its place."""

from __future__ import annotations

import re
from typing import NamedTuple

# A command is a backslash with letters, or with one other character; spaces mean nothing.
# A comma parts digits of one number only where no list of numbers is meant, as in (1,2) or 1,2,3.
_COMMA = r"(?<![,(\[{;]\d)(?<![,(\[{;]\d\d),(?=\d+(?![\d,;]|\\}))"
_TOKEN = re.compile(rf"\\(?:[A-Za-z]+\*?|.|$)|\s+|\d+(?:(?:\.|\{{[.,]\}}|{_COMMA})\d+)*|.", re.DOTALL)
_GROUPED = re.compile(r"\{([.,])\}")


class Token(NamedTuple):
    """A stretch of the notation, and the place of its first character, from 0."""

    text: str
    at: int

    @property
    def is_number(self) -> bool:
        """True for digits, with a point or comma between them perhaps."""
        return self.text[0].isdigit() and self.text[0].isascii()


def tokens(notation: str) -> list[Token]:
    """The notation's tokens without spaces, and an empty one at its end."""
    found = (Token(one[0], one.start()) for one in _TOKEN.finditer(notation))
    kept = [one for one in found if not one.text.isspace()]
    return [*kept, Token("", len(notation))]


def digits(number: str) -> str:
    """The digits of a number with what stands between them, without braces."""
    return _GROUPED.sub(r"\1", number)
