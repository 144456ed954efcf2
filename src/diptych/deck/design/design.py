"""The design of one deck: slide layouts, colours, fonts, and the template that holds them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from diptych.deck.design.colours import Palette
from diptych.deck.design.slide_layouts import SlideLayouts
from diptych.deck.measure.fonts import Fonts
from diptych.deck.mirror import mirrored_layouts
from diptych.deck.values import Crop
from diptych.figures.drawing import Drawing
from diptych.layout.theme import Theme
from diptych.material.scripts import right_to_left


@dataclass(frozen=True)
class DeckDesign:
    """What a deck is planned with and written into.

    `template` is a presentation (PPTX) whose slide layouts are those that `layouts` names by their part;
    slides that it may hold already are left out of the deck. `theme` holds the colours by role as the
    deck shows them, and the fonts it is measured with. `remarks` are what a user should be told of
    the design, one sentence each. Text of the language `lang` is what it is made for: where that runs from
    right to left, so do the slides. `drawn` keeps pictures as slides show them, by the digests of their
    files and what is cut off, `figures` maps and timelines, by all that is on them, and
    `written` the parts of slides and their notes.
    """

    theme: Theme
    layouts: SlideLayouts
    palette: Palette
    template: bytes = field(repr=False)
    remarks: tuple[str, ...] = ()
    lang: str = ""
    drawn: dict[tuple[str, Crop], bytes] = field(default_factory=dict, repr=False, compare=False)
    figures: dict[tuple[object, ...], tuple[Drawing, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )
    written: dict[tuple[object, ...], tuple[bytes, bytes]] = field(
        default_factory=dict, repr=False, compare=False
    )

    @property
    def right_to_left(self) -> bool:
        """True where slides are read from right to left."""
        return right_to_left(self.lang)

    @cached_property
    def planned(self) -> SlideLayouts:
        """The slide layouts as slides are planned on them: always from left to right."""
        return mirrored_layouts(self.layouts) if self.right_to_left else self.layouts

    @cached_property
    def fonts(self) -> Fonts:
        """The fonts that text is measured with; what was measured once is known from then on."""
        return Fonts(self.theme.deck)
