"""Drawings in the handout: how much room there is, the type they are set in, and how they are printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any, TypeVar

from markupsafe import Markup

from diptych.figures.drawing import Drawing
from diptych.figures.inks import FigureLook, figure_look
from diptych.figures.measuring import FigureType, handout_type
from diptych.figures.printed import hidden_table, printed_drawing
from diptych.layout.setting import Setting
from diptych.layout.theme import Theme

Thing = TypeVar("Thing")
Made = TypeVar("Made")
# Of the height of the text, so that caption and heading find room on the same page.
_TALLEST = 0.59


@dataclass(frozen=True)
class Drawings:
    """Prints drawings in one handout, where templates call it by `drawn(drawing)`."""

    theme: Theme
    setting: Setting
    made: dict[tuple[object, ...], tuple[object, Any]] = field(default_factory=dict, repr=False)

    def __call__(self, drawing: Drawing, table: bool = True) -> Markup:
        """The drawing as one figure, and its data unless the template shows them itself."""
        printed: Markup = self.once("printed", table, partial(self._printed, table=table))(drawing)
        return printed

    def once(self, name: str, of: object, make: Callable[[Thing], Made]) -> Callable[[Thing], Made]:
        """The same, but what is made of one thing is made once.

        `of` is what else it is made of. Both are known again by themselves, not by what they hold.
        """

        def made(thing: Thing) -> Made:
            key = (name, id(of), id(thing))
            if key not in self.made:
                self.made[key] = ((of, thing), make(thing))
            found: Made = self.made[key][1]
            return found

        return made

    def _printed(self, drawing: Drawing, table: bool) -> Markup:
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

    @cached_property
    def type(self) -> FigureType:
        """The type of words in drawings; `type.width` measures them."""
        return handout_type(self.theme, self.setting)

    @cached_property
    def look(self) -> FigureLook:
        """Colours as the ink prints them, and fonts."""
        return figure_look(self.setting.colours, "var(--heading)", self.type)


@dataclass(frozen=True)
class Portfolio:
    """The drawings of a document, planned and printed once for each setting, whatever editions show them."""

    known: list[Drawings] = field(default_factory=list)

    def of(self, theme: Theme, setting: Setting) -> Drawings:
        """The drawings in a setting."""
        for one in self.known:
            if (one.theme, one.setting) == (theme, setting):
                return one
        self.known.append(Drawings(theme, setting))
        return self.known[-1]
