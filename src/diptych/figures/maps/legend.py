"""Names of places whose dots stand too close for them: by number, beside the map or below it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diptych.figures.drawing import LEADING, Part, Point, Words
from diptych.figures.maps.lettering import Lettering

# Gaps in ems: between map and legend, and between columns.
_GAP, _BETWEEN = 0.8, 1.6


@dataclass(frozen=True)
class Legend:
    """Numbered names in columns of `step` mm; `at` is where it begins, from the map's upper left corner."""

    names: tuple[str, ...]
    columns: int
    step: float
    letters: Lettering
    at: Point = Point(0, 0)

    @property
    def width(self) -> float:
        """The width of all columns, in mm."""
        return self.columns * self.step

    @property
    def height(self) -> float:
        """The height of its lines, in mm."""
        return self._rows * LEADING * self.letters.em

    @property
    def gap(self) -> float:
        """How far it stands from the map, in mm."""
        return _GAP * self.letters.em

    def parts(self) -> Iterator[Part]:
        """The names, each behind its number."""
        for number, name in enumerate(self.names):
            column, row = divmod(number, self._rows)
            y = self.at.y + (row * LEADING + 0.75) * self.letters.em
            at = Point(self.at.x + column * self.step, y)
            yield Words(at, (name,), self.letters.size, lang=self.letters.lang, lead=str(number + 1))

    @property
    def _rows(self) -> int:
        return math.ceil(len(self.names) / self.columns)


def legend(names: Sequence[str], width: float, letters: Lettering) -> Legend:
    """The legend with as many columns as have room in so many mm; with one where there is no room."""
    widest = max(letters.measure(f"99 {name}", True) for name in names)
    step = (widest + _BETWEEN) * letters.em
    columns = int((width + _BETWEEN * letters.em) / step)
    return Legend(tuple(names), max(1, min(columns, len(names))), step, letters)
