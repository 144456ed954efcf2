"""Names below a map whose dots stand too close for them: by number, in columns."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diptych.figures.drawing import LEADING, Part, Point, Words
from diptych.figures.maps.lettering import Lettering

# Gaps in ems: above the legend, and between columns.
_ABOVE, _BETWEEN = 0.8, 1.6


@dataclass(frozen=True)
class Legend:
    """Numbered names in columns, so many mm high."""

    names: tuple[str, ...]
    columns: int
    width: float
    letters: Lettering

    @property
    def rows(self) -> int:
        """The number of lines."""
        return math.ceil(len(self.names) / self.columns)

    @property
    def height(self) -> float:
        """The height with the gap above, in mm."""
        return (_ABOVE + self.rows * LEADING) * self.letters.em

    def parts(self, top: float) -> tuple[Part, ...]:
        """The names below a map that ends at `top` mm."""
        return tuple(self._words(top))

    def _words(self, top: float) -> Iterator[Part]:
        for number, name in enumerate(self.names):
            column, row = divmod(number, self.rows)
            x = column * self.width / self.columns
            y = top + (_ABOVE + row * LEADING + 0.75) * self.letters.em
            lead = str(number + 1)
            yield Words(Point(x, y), (name,), self.letters.size, lang=self.letters.lang, lead=lead)


def legend(names: Sequence[str], width: float, letters: Lettering) -> Legend:
    """The legend with as many columns as have room."""
    widest = max(letters.measure(f"99 {name}", True) for name in names) * letters.em
    columns = int((width + _BETWEEN * letters.em) / (widest + _BETWEEN * letters.em))
    return Legend(tuple(names), max(1, min(columns, len(names))), width, letters)
