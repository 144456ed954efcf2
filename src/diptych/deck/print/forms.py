"""The forms of a printed deck: where slides stand on the page. All lengths are mm."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FormName = Literal["notes", "three", "six"]

# A4 (ISO 216), and margins that every office printer and every ring binder leaves free.
PAPER = (210.0, 297.0)
MARGINS = (21.0, 20.0, 20.0, 20.0)
WIDTH = PAPER[0] - MARGINS[1] - MARGINS[3]
HEIGHT = PAPER[1] - MARGINS[0] - MARGINS[2]
# About as far as lines of handwriting stand apart.
_RULING = 8.5


@dataclass(frozen=True)
class Form:
    """Slides in columns and rows, each so wide; beside them ruled lines, or below one its notes."""

    name: FormName
    columns: int
    rows: int
    width: float

    @property
    def on_page(self) -> int:
        """The number of slides on a page."""
        return self.columns * self.rows

    def place(self, index: int, back: bool = False) -> tuple[float, float]:
        """The left upper corner of a slide on its page; the first is at the right where one reads `back`."""
        row, column = divmod(index % self.on_page, self.columns)
        across = (WIDTH - self.width) / max(1, self.columns - 1)
        x = column * across
        return WIDTH - self.width - x if back else x, row * HEIGHT / self.rows


FORMS = {
    form.name: form for form in (Form("notes", 1, 1, WIDTH), Form("three", 1, 3, 90), Form("six", 2, 3, 81))
}


def ruled_lines(slide_height: float, row_height: float) -> list[float]:
    """How far below the top of a slide the lines beside it stand; one is level with the slide's foot."""
    pitch = slide_height / round(slide_height / _RULING)
    count = int((row_height - pitch) / pitch)
    return [pitch * (number + 1) for number in range(count)]
