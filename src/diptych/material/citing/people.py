"""Names of authors and editors, in the order and number that styles ask for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from diptych.material.facts import Name, Reference
from diptych.material.labels import Labels

Role = Literal["", "director", "editor"]
_NO_SPACE = ("'", "’", "-", "‐")


def makers(reference: Reference) -> tuple[Name, ...]:
    """The authors, else the directors, else the editors."""
    return reference.author or reference.director or reference.editor


def role(reference: Reference) -> Role:
    """What those did who are named first, where they are no authors."""
    if reference.author or not makers(reference):
        return ""
    return "director" if reference.director else "editor"


def role_word(reference: Reference, labels: Labels, form: Literal["", "_long"] = "") -> str:
    """The word for that: "ed." or "eds.", in its long form "editor"; nothing for authors."""
    name = role(reference)
    plural = "s" if len(makers(reference)) > 1 else ""
    return labels(f"{name}{plural}{form}") if name else ""


def in_order(name: Name) -> str:
    """Given names first: "Edward Hallett Carr", "Martin Luther King Jr."."""
    return name.literal or joined(name.given, name.dropping_particle, family(name, alone=False), name.suffix)


def inverted(name: Name) -> str:
    """The family name first: "Carr, Edward Hallett", "King, Martin Luther, Jr."."""
    return inverted_with(name, name.given)


def inverted_with(name: Name, given: str) -> str:
    """The family name first, then given names in the form that is given, a particle and a suffix."""
    if name.literal or not name.family:
        return name.literal or joined(given, name.dropping_particle, name.suffix)
    return ", ".join(filter(None, (family(name), joined(given, name.dropping_particle), name.suffix)))


def initials(name: Name) -> str:
    """Given names as initials: "E. H."; those joined by a hyphen stay joined."""
    parts = re.findall(r"[\s-]+|[^\s-]+", name.given.strip())
    return "".join(f"{part[0]}." if part[0].isalpha() else "-" if "-" in part else " " for part in parts)


def family(name: Name, *, alone: bool = True) -> str:
    """The name by which somebody is cited: "Carr", "de Gaulle"; who has no family name, the given one."""
    return joined(name.non_dropping_particle, name.family) or name.literal or (name.given if alone else "")


def joined(*parts: str) -> str:
    """The parts of a name with spaces between them, but none behind an apostrophe or a hyphen."""
    words = ""
    for part in filter(None, parts):
        words += part if not words or words.endswith(_NO_SPACE) else f" {part}"
    return words


def listed(names: Sequence[str], labels: Labels) -> str:
    """The names with "and" before the last, as the language lists them.

    English puts a comma before it among three or more, and every language after an inverted name.
    """
    inverted_first = bool(names) and "," in names[0]
    if not (labels.lang.startswith("en") or inverted_first):
        return labels.listed(names)
    if len(names) < 3:
        return f"{',' if inverted_first else ''} {labels('and')} ".join(names)
    comma = "," if labels.lang.startswith("en") or inverted_first else ""
    return f"{', '.join(names[:-1])}{comma} {labels('and')} {names[-1]}"


def listed_up_to(most: int, shown: int, names: Sequence[str], labels: Labels) -> str:
    """All names, or where there are more than `most` the first `shown` of them and "et al."."""
    if len(names) <= most:
        return listed(names, labels)
    comma = "," if shown > 1 else ""
    return f"{', '.join(names[:shown])}{comma} {labels('et_al')}"


def with_role(names: str, word: str) -> str:
    """The names with the word for what they did behind them; nothing for none."""
    return ", ".join(filter(None, (names, word))) if names else ""


def first_inverted(names: Sequence[Name]) -> list[str]:
    """The first name inverted, under which the entry is sorted, the others in order."""
    return [inverted(names[0]), *(in_order(name) for name in names[1:])]
