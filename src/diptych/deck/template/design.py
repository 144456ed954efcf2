"""Our own design: slide layouts and theme of a layout, and the template written from them."""

from __future__ import annotations

from diptych.deck.design.colours import Palette
from diptych.deck.design.design import DeckDesign
from diptych.deck.design.slide_layouts import load_slide_layouts
from diptych.deck.template.languages import in_language
from diptych.deck.template.parts import write_template
from diptych.layout.load import Layout, LayoutError

# Width and height of slides in EMU, as presentation programs have them.
SLIDE_SIZES = {"16:9": (12_192_000, 6_858_000), "4:3": (9_144_000, 6_858_000)}


def own_design(layout: Layout, aspect: str = "16:9", scheme: str = "light", lang: str = "") -> DeckDesign:
    """The design of a layout for slides of that aspect ("16:9" or "4:3"), on light or dark grounds.

    Where the language `lang` is written from right to left, all stands the other way round.

    Raises LayoutError for a layout that lacks or misspells something.
    """
    layouts = load_slide_layouts(layout.find("deck/slide-layouts.yaml"), *SLIDE_SIZES[aspect])
    try:
        theme = layout.theme.in_scheme(scheme)
    except KeyError:
        raise LayoutError(f"the layout `{layout.name}` has no colours for the scheme `{scheme}`") from None
    layouts = in_language(layouts, lang)
    return DeckDesign(theme, layouts, Palette(theme), write_template(theme, layouts, lang), lang=lang)
