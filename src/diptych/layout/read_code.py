"""How a theme sets off the words of programs, read from `theme.yaml`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from diptych.layout.theme import TokenStyle

_KINDS = ("keyword", "name", "string", "number", "comment")
_KEYS = frozenset({"colour", "bold", "italic"})


def read_code(values: Mapping[str, Mapping[str, Any]], roles: Collection[str]) -> dict[str, TokenStyle]:
    """The styles by what they set off; `roles` are the theme's colours.

    Raises ValueError for what is nothing of a program, and for a colour that the theme lacks.
    """
    styles = {kind: _style(kind, dict(style)) for kind, style in values.items()}
    for kind, style in styles.items():
        if style.colour and style.colour not in roles:
            raise ValueError(f"the colour `{style.colour}` of `code: {kind}`")
    return styles


def _style(kind: str, style: dict[str, Any]) -> TokenStyle:
    if kind not in _KINDS:
        raise ValueError(f"`code: {kind}`; there are {', '.join(_KINDS)}")
    if unknown := set(style) - _KEYS:
        raise ValueError(f"`{min(unknown)}` of `code: {kind}`; there are {', '.join(sorted(_KEYS))}")
    return TokenStyle(str(style.get("colour", "")), style.get("bold") is True, style.get("italic") is True)
