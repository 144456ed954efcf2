"""Colour roles of the theme become references to the presentation's theme colours.

A presentation has twelve theme colours; the roles beyond them are tints of one of these, so that a
deck takes on the colours of another theme as a whole.
"""

from __future__ import annotations

import colorsys
from dataclasses import dataclass
from types import MappingProxyType

from diptych.layout.load import LayoutError
from diptych.layout.theme import Theme

# The theme's slots in the order of the schema, with the role that fills each.
SCHEME = MappingProxyType(
    {
        "dk1": "ink",
        "lt1": "paper",
        "dk2": "dark",
        "lt2": "soft",
        "accent1": "accent",
        "accent2": "second",
        "accent3": "third",
        "accent4": "fourth",
        "accent5": "fifth",
        "accent6": "muted",
        "hlink": "accent",
        "folHlink": "fifth",
    }
)
_SLOTS = MappingProxyType(
    {
        "ink": "tx1",
        "paper": "bg1",
        "dark": "tx2",
        "soft": "bg2",
        "accent": "accent1",
        "second": "accent2",
        "third": "accent3",
        "fourth": "accent4",
        "fifth": "accent5",
        "muted": "accent6",
    }
)
# On a dark scheme the theme's light slots hold what is light there: text.
DARK_SCHEME = MappingProxyType({**SCHEME, "dk1": "paper", "lt1": "ink", "dk2": "soft", "lt2": "dark"})
# Text of these colours stands on dark grounds, where links take its colour.
LIGHT_TEXT = frozenset({"paper", "soft", "warm", "bright", "pale"})
# A tint keeps a tenth of the lightness of the colour it is made of, so that it follows that colour.
_TINTS = MappingProxyType(
    {
        "rule": "muted",
        "warm": "third",
        "alert": "second",
        "fresh": "fourth",
        "deep": "dark",
        "bright": "ink",
        "pale": "muted",
        "accent_deep": "accent",
        "second_deep": "second",
        "fourth_deep": "fourth",
    }
)
_KEPT = 0.1


@dataclass(frozen=True)
class Palette:
    """The colour roles of one theme."""

    theme: Theme

    def __call__(self, role: str) -> str:
        """The XML that refers to the colour of that role. Raises LayoutError where there is none."""
        if role in _SLOTS:
            return f'<a:schemeClr val="{_SLOTS[role]}"/>'
        if role in _TINTS:
            alike = next(
                (slot for other, slot in _SLOTS.items() if self.value(other) == self.value(role)), ""
            )
            return f'<a:schemeClr val="{alike}"/>' if alike else self._tint(_TINTS[role], role)
        known = ", ".join([*_SLOTS, *_TINTS])
        raise LayoutError(f"the deck knows no colour `{role}`; it has {known}")

    def on(self, ground: str) -> Palette:
        """The colour roles on the ground of a slide layout; ours are the same on all."""
        return self

    def value(self, role: str) -> str:
        """The colour of that role as six hexadecimal digits."""
        return self.theme.colours[role].lstrip("#").upper()

    def _tint(self, base: str, role: str) -> str:
        hue, light, saturation = _hls(self.value(base))
        wanted_hue, wanted_light, wanted_saturation = _hls(self.value(role))
        turn = round((wanted_hue - hue) * 360 * 60000)
        shift = f'<a:hueOff val="{turn}"/>' if turn else ""
        vividness = wanted_saturation / saturation if saturation else 1.0
        return (
            f'<a:schemeClr val="{_SLOTS[base]}">{shift}<a:satMod val="{round(vividness * 100000)}"/>'
            f'<a:lumMod val="{round(_KEPT * 100000)}"/>'
            f'<a:lumOff val="{round((wanted_light - light * _KEPT) * 100000)}"/></a:schemeClr>'
        )


def is_dark(theme: Theme) -> bool:
    """True where text is lighter than its ground."""
    ink, paper = (_hls(theme.colours[role].lstrip("#"))[1] for role in ("ink", "paper"))
    return ink > paper


def _hls(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return colorsys.rgb_to_hls(red, green, blue)
