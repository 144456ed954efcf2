"""Colours as paper shows them: greys that are as light as the colours were, and words dark enough to read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
# Relative luminance of sRGB colours (WCAG 2.2; IEC 61966-2-1).
_WEIGHTS = (0.2126, 0.7152, 0.0722)
# Success criterion 1.4.3: what words need at least.
_LEAST_CONTRAST = 4.5
# What lies behind words, and what is drawn and not read; all other roles are read on any of the grounds.
_GROUNDS = ("paper", "soft", "warm", "alert", "fresh")
_NEVER_READ = frozenset({*_GROUNDS, "rule", "bright", "pale"})


@dataclass(frozen=True)
class Ink:
    """How colours are printed: some replaced by role, all in grey or not, areas filled or not."""

    colours: Mapping[str, str] = field(default_factory=dict)
    greys: bool = False
    grounds: bool = True

    def printed(self, colours: Mapping[str, str]) -> dict[str, str]:
        """The colours `#RRGGBB` by role as this ink prints them.

        Greys keep the order of lightness; those of words have 4.5:1 on every ground (WCAG 2.2, 1.4.3).
        """
        mixed = {**colours, **self.colours}
        if not self.grounds:
            mixed |= {role: mixed["paper"] for role in _GROUNDS if role in mixed}
        return _greys(mixed) if self.greys else mixed


def is_colour(text: str) -> bool:
    """True for `#RRGGBB`."""
    return bool(_COLOUR.fullmatch(text))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours `#RRGGBB`, from 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def grey(colour: str) -> str:
    """The grey that is as light as the colour `#RRGGBB`."""
    return _grey(luminance(colour))


def luminance(colour: str) -> float:
    """The relative luminance of a colour `#RRGGBB`, from 0 to 1 (WCAG 2.2)."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return sum(weight * _linear(part) for weight, part in zip(_WEIGHTS, parts, strict=True))


def spread_greys(count: int) -> tuple[str, ...]:
    """So many greys from dark to light, in equal ratios, and all with 4.5:1 on white."""
    darkest, lightest = 0.07, 1.05 / _LEAST_CONTRAST
    step = (lightest / darkest) ** (1 / max(count - 1, 1))
    return tuple(_grey(darkest * step**number - 0.05) for number in range(count))


def _greys(colours: Mapping[str, str]) -> dict[str, str]:
    darkest_ground = min(luminance(colours[role]) for role in _GROUNDS if role in colours)
    lightest_word = (darkest_ground + 0.05) / _LEAST_CONTRAST - 0.05
    return {
        role: _grey(luminance(colour) if role in _NEVER_READ else min(luminance(colour), lightest_word))
        for role, colour in colours.items()
    }


def _grey(luminance: float) -> str:
    """The grey of that luminance, rather a shade too dark than too light."""
    return "#" + f"{int(_encoded(max(luminance, 0)) * 255 + 0.25):02X}" * 3


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _encoded(part: float) -> float:
    return part * 12.92 if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)
