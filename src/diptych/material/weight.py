"""How long a source would be in print, told before anything is set: a lesson, or a library."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from typing import Any

from diptych.material.blocks import Activity, Exercise, NotesSpace, Question
from diptych.material.facts import Reference
from diptych.material.findings import Finding
from diptych.material.limits import MAX_LINE, MAX_PRINTED_LINES, MAX_REFERENCE
from diptych.material.markup import Rich
from diptych.material.model import Material
from diptych.material.scalars import FilePath, Verbatim

# Characters that a line of the handout holds, about.
_A_LINE = 80
# An exercise draws so many facts where it does not say how many.
_DRAWN = 8
_WORD = re.compile(rf"\S{{{MAX_LINE + 1}}}")


def check_weight(material: Material) -> Iterator[Finding]:
    """A source that would fill hundreds of pages, and plain words longer than a line can be."""
    lines = _lines(material)
    if lines > MAX_PRINTED_LINES:
        message = f"all this would print {lines:,} lines or more, and {MAX_PRINTED_LINES:,} are the most"
        yield Finding(material.place, message, "make several sources of it", kind="too-much")
    yield from _long_words(material)
    for reference in material.references:
        if _characters(reference) > MAX_REFERENCE:
            message = f"the work `{reference.id}` is told in more than {MAX_REFERENCE:,} characters"
            yield Finding(reference.place, message, "shorten its title", kind="too-much")


def _lines(value: Any) -> int:
    """Lines that the value would fill, at least: each text begins one, and so do notes, cites and gaps."""
    if isinstance(value, Rich):
        marks = sum(bool(span.gap) + bool(span.cites) + _lines(span.note) for span in value.spans)
        return (1 + len(value.plain()) // _A_LINE + marks) if value else 0
    if isinstance(value, Verbatim):
        return value.count("\n") + 1
    if isinstance(value, str):
        return len(value) // _A_LINE
    if isinstance(value, tuple):
        return sum(map(_lines, value))
    if dataclasses.is_dataclass(value):
        return _own(value) + sum(_lines(getattr(value, one.name)) for one in dataclasses.fields(value))
    return 0


def _characters(reference: Reference) -> int:
    """The characters of all that is said of a work, but of its people, of whom a list names the first."""
    values = (getattr(reference, one.name) for one in dataclasses.fields(reference))
    texts = (value.plain() if isinstance(value, Rich) else value for value in values)
    return sum(len(text) for text in texts if isinstance(text, str))


def _own(value: Any) -> int:
    """Lines that a block prints besides its words: to write on, or drawn from facts."""
    if isinstance(value, Exercise):
        return 2 * (value.count or _DRAWN)
    if isinstance(value, NotesSpace):
        return value.notes_space
    return max(value.lines, 0) if isinstance(value, Question | Activity) else 0


def _long_words(value: Any, place: Any = None) -> Iterator[Finding]:
    """Each plain text with a word that no line holds; marked-up texts and listings are seen to elsewhere."""
    if isinstance(value, str | FilePath) and not isinstance(value, Verbatim):
        if _WORD.search(value.path if isinstance(value, FilePath) else value):
            yield Finding(
                place, f"a word here has more than {MAX_LINE:,} characters", "shorten it", kind="long-word"
            )
    elif isinstance(value, Rich):
        if any(len(span.link) > MAX_LINE for span in value.spans):
            yield Finding(
                value.place,
                f"a link here has more than {MAX_LINE:,} characters",
                "shorten it",
                kind="long-word",
            )
    elif isinstance(value, tuple):
        for item in value:
            yield from _long_words(item, place)
    elif dataclasses.is_dataclass(value):
        own = getattr(value, "place", place)
        for one in dataclasses.fields(value):
            yield from _long_words(getattr(value, one.name), own)
