"""All formulas of a document, wherever they stand."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any, NamedTuple

from diptych.material.formulas.notation import Notation
from diptych.material.markup import Rich
from diptych.material.place import Place

# What holds no formulas.
_PLAIN = (str, int, type, Place)


class FoundFormula(NamedTuple):
    """The notation of a formula, its place, and whether it stands on a line of its own."""

    notation: str
    place: Place
    displayed: bool


def formulas_in(value: Any) -> Iterator[FoundFormula]:
    """Every formula inside a value, such as the whole material."""
    if isinstance(value, Rich):
        yield from (FoundFormula(span.formula, value.place, False) for span in value.spans if span.formula)
        yield from (one for span in value.spans if span.note for one in formulas_in(span.note))
    elif isinstance(value, Notation):
        yield from (FoundFormula(value.text, value.place, True),) if value else ()
    elif isinstance(value, tuple) and not isinstance(value, Place):
        yield from (one for item in value for one in formulas_in(item))
    elif not isinstance(value, _PLAIN) and dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from formulas_in(getattr(value, field.name))
