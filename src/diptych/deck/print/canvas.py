"""What drawing a slide needs: design, measured fonts, ink, scale, and the pictures met on the way."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from diptych.deck.design.colours import Palette
from diptych.deck.design.design import DeckDesign
from diptych.deck.design.slide_layouts import EMU_PER_POINT, Area
from diptych.deck.measure.fonts import Fonts
from diptych.deck.print.baseline import Baselines
from diptych.deck.print.ink import Ink
from diptych.deck.values import Box, Deck
from diptych.figures.inks import FigureLook, figure_look
from diptych.figures.letter_widths import LetterWidths
from diptych.figures.measuring import FigureType
from diptych.layout.theme import Family
from diptych.material.place import NOWHERE, Place
from diptych.pdf.assets import families

# The width of an ordinary letter in ems.
_LETTER = 0.5


class PrintedPicture(NamedTuple):
    """The bytes of a picture, what they are, and where in the source the picture stands."""

    data: bytes
    media_type: str
    place: Place = NOWHERE


@dataclass(frozen=True)
class Canvas:
    """What all slides of one print share. `scale` is printed points for each EMU of the slide."""

    deck: Deck
    design: DeckDesign
    ink: Ink
    scale: float
    fonts: Fonts
    keys: frozenset[str]
    palette: Palette
    pictures: dict[str, PrintedPicture] = field(default_factory=dict, repr=False)
    baselines: Baselines = field(default_factory=Baselines, repr=False)
    letter_widths: LetterWidths = field(default_factory=LetterWidths, repr=False)

    def length(self, emu: float) -> str:
        """A length on the slide as CSS."""
        return f"{emu * self.scale:.3f}".rstrip("0").rstrip(".") + "pt"

    def points(self, points: float) -> str:
        """A size of type on the slide as CSS."""
        return self.length(points * EMU_PER_POINT)

    def box(self, box: Box) -> str:
        """The CSS that puts an element into a box."""
        x, y, width, height = (self.length(one) for one in box)
        return f"left:{x};top:{y};width:{width};height:{height}"

    def colour(self, role: str) -> str:
        """The colour of a role as it is printed on this ground."""
        return self.ink.colour(f"#{self.palette.value(role)}")

    def figure_look(self) -> FigureLook:
        """How figures are printed: in the colours of this ground, in the font that the deck names."""
        roles = self.design.theme.colours
        stack = tuple(dict.fromkeys([self.family("body"), *families(self.design.theme)]))
        kind = FigureType(stack, widths=self.letter_widths)
        return figure_look({role: self.colour(role) for role in roles}, "var(--deck-body)", kind)

    def on(self, ground: str) -> Canvas:
        """The same canvas for a slide on that ground, which may change what colour a role is."""
        return replace(self, palette=self.design.palette.on(ground))

    def family(self, role: str) -> Family:
        """The fonts of a role of the deck's type: the metric twin of the family that the deck names."""
        twin: Family = getattr(self.design.theme.deck, role).measured_with
        return twin

    def letter_spacing(self, area: Area, size: float) -> float:
        """Points between letters: the area's own, less what a twin is wider than the family it is for."""
        factor: float = getattr(self.design.theme.deck, area.font).factor
        return area.tracking + min(0.0, factor - 1) * _LETTER * size

    def keep(self, data: bytes, media_type: str, place: Place) -> str:
        """Keep a picture for the print; the path by which it is fetched. Equal pictures are kept once."""
        path = hashlib.sha256(data).hexdigest()[:16]
        self.pictures.setdefault(path, PrintedPicture(data, media_type, place))
        return path
