"""Names of authors and editors, in the order and number that styles ask for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from diptych.material.facts import Name, Reference
from diptych.material.labels import Labels


def makers(reference: Reference) -> tuple[Name, ...]:
    """The authors, else the editors."""
    return reference.author or reference.editor


def in_order(name: Name) -> str:
    """Given names first: "Edward Hallett Carr"."""
    return name.literal or " ".join(filter(None, (name.given, name.family)))


def inverted(name: Name) -> str:
    """The family name first: "Carr, Edward Hallett"."""
    return name.literal or ", ".join(filter(None, (name.family, name.given)))


def initials(name: Name) -> str:
    """Given names as initials: "E. H."; those joined by a hyphen stay joined."""
    parts = re.findall(r"[\s-]+|[^\s-]+", name.given.strip())
    return "".join(f"{part[0]}." if part[0].isalpha() else "-" if "-" in part else " " for part in parts)


def family(name: Name) -> str:
    """The name by which somebody is cited."""
    return name.family or name.literal


def listed(names: Sequence[str], labels: Labels) -> str:
    """The names with "and" before the last.

    English puts a comma before it among three or more, and after an inverted name.
    """
    inverted_first = bool(names) and "," in names[0]
    if len(names) < 3:
        return f"{',' if inverted_first else ''} {labels('and')} ".join(names)
    comma = "," if labels.lang.startswith("en") or inverted_first else ""
    return f"{', '.join(names[:-1])}{comma} {labels('and')} {names[-1]}"


def edited_by(names: str, people: Sequence[Name], labels: Labels) -> str:
    """The names with "ed." or "eds." behind them; nothing for none."""
    return f"{names}, {labels('editor' if len(people) == 1 else 'editors')}" if names else ""


def listed_up_to(most: int, shown: int, names: Sequence[str], labels: Labels) -> str:
    """All names, or where there are more than `most` the first `shown` of them and "et al."."""
    if len(names) <= most:
        return listed(names, labels)
    comma = "," if shown > 1 else ""
    return f"{', '.join(names[:shown])}{comma} {labels('et_al')}"


def first_inverted(names: Sequence[Name]) -> list[str]:
    """The first name inverted, under which the entry is sorted, the others in order."""
    return [inverted(names[0]), *(in_order(name) for name in names[1:])]
