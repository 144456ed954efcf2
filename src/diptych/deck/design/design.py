"""The design of one deck: slide layouts, colours, fonts, and the template that holds them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from diptych.deck.design.colours import Palette
from diptych.deck.design.slide_layouts import SlideLayouts
from diptych.deck.measure.fonts import Fonts
from diptych.layout.theme import Theme


@dataclass(frozen=True)
class DeckDesign:
    """What a deck is planned with and written into.

    `template` is a presentation (PPTX) whose slide layouts are those that `layouts` names by their part;
    slides that it may hold already are left out of the deck. `theme` holds the colours by role as the
    deck shows them, and the fonts it is measured with. `remarks` are what a user should be told of
    the design, one sentence each.
    """

    theme: Theme
    layouts: SlideLayouts
    palette: Palette
    template: bytes = field(repr=False)
    remarks: tuple[str, ...] = ()

    @cached_property
    def fonts(self) -> Fonts:
        """The fonts that text is measured with; what was measured once is known from then on."""
        return Fonts(self.theme.deck)
