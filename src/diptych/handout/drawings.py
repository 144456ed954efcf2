"""Drawings in the handout: how much room there is, the type they are set in, and how they are printed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from diptych.figures.drawing import Drawing
from diptych.figures.inks import FigureLook, figure_look
from diptych.figures.measuring import FigureType, handout_type
from diptych.figures.printed import hidden_table, printed_drawing
from diptych.layout.setting import Setting
from diptych.layout.theme import Theme

# Of the height of the text, so that caption and heading find room on the same page.
_TALLEST = 0.59


@dataclass(frozen=True)
class Drawings:
    """Prints drawings in one handout, where templates call it by `drawn(drawing)`."""

    theme: Theme
    setting: Setting

    def __call__(self, drawing: Drawing, table: bool = True) -> Markup:
        """The drawing as one figure, and its data unless the template shows them itself."""
        data = hidden_table(drawing.table, drawing) if table and drawing.table else ""
        return Markup(printed_drawing(drawing, self.look) + data)

    @property
    def size(self) -> float:
        """The size of words in drawings, in points."""
        return self.setting.type.size * self.setting.type.factor("smaller")

    @property
    def width(self) -> float:
        """The width of the main column, in mm."""
        return self.setting.column_width

    @property
    def full_width(self) -> float:
        """The width of the text with the narrow column beside it, in mm."""
        return self.setting.text_width

    @property
    def tallest(self) -> float:
        """What drawings are no higher than, in mm."""
        return _TALLEST * self.setting.text_height

    @property
    def room(self) -> tuple[object, ...]:
        """All on which a drawing depends: where two handouts have the same, their drawings are the same."""
        kind = self.type
        spaced = (kind.families, kind.own, kind.letter_spacing, kind.word_spacing)
        return (self.width, self.full_width, self.tallest, self.size, *spaced)

    @cached_property
    def type(self) -> FigureType:
        """The type of words in drawings; `type.width` measures them."""
        return handout_type(self.theme, self.setting)

    @cached_property
    def look(self) -> FigureLook:
        """Colours as the ink prints them, and fonts."""
        return figure_look(self.setting.colours, "var(--heading)", self.type)
