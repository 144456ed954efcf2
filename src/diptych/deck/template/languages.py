"""Our own slide layouts in a language: which way they are read, what is slanted, and their large signs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from diptych.deck.design.slide_layouts import Area, Decoration, SlideLayout, SlideLayouts
from diptych.deck.mirror import mirrored_layouts
from diptych.material.scripts import COMPLEX, EAST_ASIAN, right_to_left, script_of_language

# Large signs as languages have them; what opens words stands the other way round where they run back.
_SIGNS = {"Arab": {"?": "؟", "“": "”"}, "Hebr": {"“": "”"}}


def in_language(layouts: SlideLayouts, lang: str) -> SlideLayouts:
    """The slide layouts as those who read the language expect them; the empty tag changes nothing."""
    if not lang:
        return layouts
    named = replace(layouts, layouts={key: _layout(layout, lang) for key, layout in layouts.layouts.items()})
    return mirrored_layouts(named) if right_to_left(lang) else named


def _layout(layout: SlideLayout, lang: str) -> SlideLayout:
    return replace(
        layout,
        placeholders=_areas(layout.placeholders, lang),
        regions=_areas(layout.regions, lang),
        decorations=tuple(_sign(one, lang) for one in layout.decorations),
    )


def _areas(areas: Mapping[str, Area], lang: str) -> dict[str, Area]:
    """The areas with the direction of the language; letters that know no italics stand upright."""
    script = script_of_language(lang)
    slanted = script not in EAST_ASIAN and script not in COMPLEX
    return {
        key: replace(area, rtl=right_to_left(lang), italic=area.italic and slanted)
        for key, area in areas.items()
    }


def _sign(one: Decoration, lang: str) -> Decoration:
    """A large quotation or question mark as the language has it."""
    signs = _SIGNS.get(script_of_language(lang), {})
    return replace(one, glyph=signs.get(one.glyph, one.glyph))
