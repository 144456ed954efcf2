"""In which colours the words of programs are shown, so that they can be read wherever programs stand."""

from __future__ import annotations

from collections.abc import Callable

from diptych.layout.ink import contrast
from diptych.layout.theme import Theme, TokenStyle

# What programs stand on: their own ground, and that of emphasised lines.
CODE_GROUND, EMPHASIS_GROUND = "soft", "paper"
_GROUNDS = (CODE_GROUND, EMPHASIS_GROUND)
# What words need on their ground (WCAG 2.2, success criterion 1.4.3).
_LEAST = 4.5


def token_styles(theme: Theme, colour: Callable[[str], str]) -> dict[str, TokenStyle]:
    """The theme's styles by what they set off; `colour` tells the `#RRGGBB` of a role.

    A colour that cannot be read on the grounds of programs gives way to that of text.
    """
    return {
        kind: TokenStyle(_legible(style.colour, colour), style.bold, style.italic)
        for kind, style in theme.code.items()
    }


def _legible(role: str, colour: Callable[[str], str]) -> str:
    readable = role and all(contrast(colour(role), colour(ground)) >= _LEAST for ground in _GROUNDS)
    return role if readable else ""
