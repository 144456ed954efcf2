"""The look of printed figures: colours by role as the ink prints them, and greys that are told apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from diptych.figures.measuring import FigureType
from diptych.layout.ink import luminance, spread_greys

# The roles that figures tell things apart by.
_SERIES = ("accent", "second", "third", "fourth", "fifth")


@dataclass(frozen=True)
class FigureLook:
    """How figures are printed: colours `#RRGGBB` by role, of areas and lines apart from those of words.

    `family` is the CSS list of fonts, `type` the same as files.
    """

    words: Mapping[str, str]
    areas: Mapping[str, str]
    family: str
    type: FigureType


def figure_look(colours: Mapping[str, str], family: str, kind: FigureType) -> FigureLook:
    """The look in these colours. Greys of areas and lines stand so far apart that one sees the difference.

    Greys that are as light as the colours were may be alike; the colours that tell things apart are then
    spread, in the order of their lightness, between black and what keeps 4.5:1 on white.
    """
    return FigureLook(colours, {**colours, **_apart(colours)}, family, kind)


def _apart(colours: Mapping[str, str]) -> dict[str, str]:
    in_grey = all(one[1:3] == one[3:5] == one[5:] for one in colours.values())
    if not in_grey or luminance(colours["paper"]) < 0.5:
        return {}
    roles = sorted((role for role in _SERIES if role in colours), key=lambda role: luminance(colours[role]))
    return dict(zip(roles, spread_greys(len(roles)), strict=True))
