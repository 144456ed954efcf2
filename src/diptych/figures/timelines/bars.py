"""Spans of time packed into rows: bars with their words inside, beside or below them, none over another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Where = Literal["inside", "right", "left", "below"]


@dataclass(frozen=True)
class Span:
    """A bar from x to x in mm; its words need `words` mm, and inside have `room`.

    Below the bar they are `below` mm wide.
    """

    start: float
    end: float
    words: float
    room: float
    below: float = 0.0

    def where(self, width: float, gap: float) -> Where:
        """Inside where there is room, else to the right, at the end of the line to the left."""
        if self.words <= self.room:
            return "inside"
        if self.end + gap + self.words <= width:
            return "right"
        return "left" if self.words + gap <= self.start else "below"

    def reach(self, width: float, gap: float) -> tuple[float, float]:
        """From where to where bar and words stand."""
        extra = gap + self.words
        match self.where(width, gap):
            case "inside":
                return self.start, self.end
            case "right":
                return self.start, self.end + extra
            case "left":
                return self.start - extra, self.end
            case "below":
                left = self.left_below(width)
                return left, max(self.end, left + self.below)

    def left_below(self, width: float) -> float:
        """Where words below the bar begin: where it does, unless they would reach beyond the line."""
        return max(0.0, min(self.start, width - self.below))


def rows_of(spans: Sequence[Span], width: float, gap: float, apart: float) -> tuple[int, ...]:
    """The row of each span, from 0: the first in which nothing stands where it does.

    `gap` is the distance of words from their bar in mm, `apart` that of spans from each other; those that
    may overlap a little have less than none.
    """
    rows: list[list[tuple[float, float]]] = []
    found: list[int] = []
    for span in spans:
        left, right = span.reach(width, gap)
        free = (
            number
            for number, row in enumerate(rows)
            if all(right + apart <= start or end + apart <= left for start, end in row)
        )
        number = next(free, len(rows))
        if number == len(rows):
            rows.append([])
        rows[number].append((left, right))
        found.append(number)
    return tuple(found)
