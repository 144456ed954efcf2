"""Room to write is marked for those who fill a handout in on screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from markupsafe import Markup

# Several lines of text, one line, a number or a letter or two, a tick: what `diptych.pdf.forms` knows.
FieldKind = Literal["lines", "line", "sign", "tick"]
FieldWriter = Callable[..., Markup]


def field_attributes(kind: FieldKind, name: str, words: str = "") -> Markup:
    """The attributes of an element that becomes a field: its kind, its name, and what listeners are told.

    The name is the same in the form's data; words, where there are any, say what the field is beside.
    """
    label = f"{name}: {words}" if words else name
    return Markup(' data-field="{}" data-name="{}" aria-label="{}"').format(kind, name, label)


def no_field(kind: FieldKind, name: str, words: str = "") -> Markup:
    """Nothing: a handout for paper alone."""
    return Markup("")
