"""Footnotes: on the slide a raised number, in the speaker notes the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from itertools import count

from diptych.material.markup import Rich, Span
from diptych.material.model import Material

# What holds no texts.
_PLAIN = (str, int, type, Span)


def number_footnotes(material: Material) -> dict[Rich, int]:
    """The number of every footnote of the material, counted through in the order of the source."""
    numbers = count(1)
    found: dict[Rich, int] = {}
    for text in texts_of(material):
        for note in notes_in([text]):
            if note not in found:
                found[note] = next(numbers)
    return found


def notes_in(texts: Iterable[Rich]) -> tuple[Rich, ...]:
    """The footnotes in these texts, in order, each once."""
    return tuple(dict.fromkeys(span.note for text in texts for span in text.spans if span.note is not None))


def texts_of(value: object) -> Iterator[Rich]:
    """Every marked-up text inside a value, in order."""
    if isinstance(value, Rich):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts_of(part)
    elif not isinstance(value, _PLAIN) and is_dataclass(value):
        for one in fields(value):
            yield from texts_of(getattr(value, one.name))
