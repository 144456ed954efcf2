"""How series are told apart: by colour, and in grey by pattern, dashes or the shape of their marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diptych.figures.drawing import Dash, Pattern

MarkKind = Literal["circle", "square", "diamond", "triangle", "cross"]


@dataclass(frozen=True, slots=True)
class Look:
    """The look of one series or part: a colour role, and what is seen without colour.

    `pattern` lies over the fill of areas; lines have `dash` and `mark`. Words of a series have the colour
    `words`. `edge` is the colour of an outline, `strong` that of what is emphasised.
    """

    colour: str
    pattern: Pattern = ""
    dash: Dash = ""
    mark: MarkKind = "circle"
    words: str = ""
    edge: str = ""
    strong: bool = False


_LOOKS = (
    Look("accent", "", "", "circle"),
    Look("second", "up", "dash", "square"),
    Look("third", "dots", "dot", "triangle"),
    Look("fourth", "down", "", "diamond"),
    Look("fifth", "grid", "dash", "cross"),
    Look("muted", "across", "dot", "circle"),
)
# What stands beside something emphasised.
_FAINT = Look("rule", "", "", "circle", "muted", "muted")
_STRONG = Look("second", "", "", "circle", "second", strong=True)


def looks(names: tuple[str, ...], highlight: tuple[str, ...]) -> tuple[Look, ...]:
    """A look for each name; where some are emphasised, the others step back."""
    if any(name in highlight for name in names):
        return tuple(_picked(index, name in highlight) for index, name in enumerate(names))
    return tuple(_LOOKS[index % len(_LOOKS)] for index in range(len(names)))


def of_one(name: str, highlight: tuple[str, ...], known: tuple[str, ...]) -> Look:
    """The look of one bar of a single series, where bars are emphasised by their names."""
    if not any(one in highlight for one in known):
        return _LOOKS[0]
    return _STRONG if name in highlight else _FAINT


def _picked(index: int, strong: bool) -> Look:
    """Emphasised ones in full colour; the others grey, each with dashes and marks of its own."""
    own = _LOOKS[index % len(_LOOKS)]
    if strong:
        return Look(own.colour, "", "", own.mark, own.colour, strong=True)
    return Look("rule", own.pattern, own.dash, own.mark, "muted", "muted")
