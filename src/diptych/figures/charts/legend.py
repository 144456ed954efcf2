"""A legend: a row of samples with their names, for series that cannot be named where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from diptych.figures.charts.letters import Letters

# In ems: the sample, the gap to its name, the gap to the next; and the distance of rows in lines.
SAMPLE, _GAP, _NEXT, ROW = 1.5, 0.45, 1.6, 1.2


class Entry(NamedTuple):
    """One name with its sample: which series, and where it begins in mm from the legend's corner."""

    series: int
    x: float
    row: int


@dataclass(frozen=True)
class Legend:
    """The entries in rows; width and height are mm."""

    entries: tuple[Entry, ...]
    width: float
    height: float


def legend(names: Sequence[str], letters: Letters, room: float) -> Legend:
    """The names side by side, in as many rows as the room needs."""
    entries: list[Entry] = []
    x, row, right = 0.0, 0, 0.0
    for index, name in enumerate(names):
        width = (SAMPLE + _GAP) * letters.em + letters.width(name)
        if x and x + width > room:
            x, row = 0.0, row + 1
        entries.append(Entry(index, x, row))
        right = max(right, x + width)
        x += width + _NEXT * letters.em
    return Legend(tuple(entries), right, (row + 1) * ROW * letters.line)


def words_x(entry: Entry, letters: Letters) -> float:
    """Where the name of an entry begins, in mm from the legend's corner."""
    return entry.x + (SAMPLE + _GAP) * letters.em
