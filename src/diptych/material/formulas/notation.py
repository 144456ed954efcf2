"""Notation as it stands in a source: with its place, and the place of each of its characters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from diptych.material.markup import Rich, Span
from diptych.material.place import NOWHERE, Place

# So much around a character finds it again in the source.
_AROUND = 14
_DOLLARS = re.compile(r"\s*(?:\$\$(?P<two>.*)\$\$|\$(?P<one>.*)\$|\\\[(?P<brackets>.*)\\\])\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Notation:
    """A formula in LaTeX notation, without dollars around it; false where there is none.

    `line` is the formula on a line of text, `spoken` in words.
    """

    text: str = ""
    place: Place = NOWHERE
    line: str = ""
    spoken: str = ""

    @property
    def rich(self) -> Rich:
        """The formula as a text of its own."""
        return Rich((Span(self.line, formula=self.text, spoken=self.spoken),), self.place)

    def __bool__(self) -> bool:
        return bool(self.text)


def bare(text: str) -> str:
    """The notation without the dollars or brackets that LaTeX puts around it."""
    match = _DOLLARS.fullmatch(text)
    found = next((one for one in match.groups() if one is not None), text) if match else text
    return found.strip() if "$" not in found or not match else text.strip()


def place_of(lines: Sequence[str], start: Place, notation: str, at: int) -> Place:
    """Where a character of the notation stands in the source, whose text begins at `start`.

    `start` itself where it is not found again, as in texts with escapes.
    """
    row_start = notation.rfind("\n", 0, at) + 1
    for around in (_AROUND, 4, 0):
        first = max(row_start, at - around)
        words = notation[first : at + max(around, 6)].split("\n")[0].rstrip()
        for index, line in enumerate(lines[max(0, start.line - 1) :], start.line):
            column = line.find(words, start.column - 1 if index == start.line else 0) if words else -1
            if column >= 0:
                return Place(index, column + at - first + 1)
    return start
