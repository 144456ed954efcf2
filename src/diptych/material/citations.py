"""Citations in the author-date style of *The Chicago Manual of Style*, 17th edition, chapter 15."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from string import ascii_lowercase

from diptych.material.facts import Name, Reference
from diptych.material.labels import Labels
from diptych.material.markup import Cite, Rich
from diptych.material.reference_entry import entry

_PAGES = re.compile(r"^(?:pp?|S|s)\.\s*(?=[\divxlc])")


@dataclass(frozen=True)
class Bibliography:
    """The document's references, ready to be cited and listed."""

    references: tuple[Reference, ...]
    labels: Labels
    _years: dict[str, str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_years", _years_with_letters(self.references, self.labels))

    def short(self, cites: Sequence[Cite]) -> str:
        """The citation in the text: "(Carr 1951, 12; Freund 1957)". Raises KeyError for an unknown key."""
        return f"({'; '.join(self._one(cite) for cite in cites)})"

    @property
    def entries(self) -> tuple[tuple[Reference, Rich], ...]:
        """Each reference with its line in the list of works cited, sorted by author, year and title."""
        ordered = sorted(self.references, key=lambda one: (_heading(one).casefold(), self._years[one.id]))
        return tuple((one, entry(one, self._years[one.id], self.labels)) for one in ordered)

    def _one(self, cite: Cite) -> str:
        reference = next((one for one in self.references if one.id == cite.key), None)
        if reference is None:
            raise KeyError(cite.key)
        # The year stays on the line of the name it belongs to.
        words = f"{short_names(reference, self.labels)}\u00a0{self._years[cite.key]}"
        locator = _PAGES.sub("", cite.locator)
        return f"{words}, {locator}" if locator else words


def short_names(reference: Reference, labels: Labels) -> str:
    """Who is cited: one or two or three family names, the first of more, else a short title."""
    names = [name.family or name.literal for name in reference.author or reference.editor]
    if not names:
        return re.split(r"[:.?!]\s", reference.title.plain(), maxsplit=1)[0]
    if len(names) > 3:
        return f"{names[0]} {labels('et_al')}"
    if len(names) == 1:
        return names[0]
    comma = "," if len(names) == 3 and labels.lang.startswith("en") else ""
    return f"{', '.join(names[:-1])}{comma} {labels('and')} {names[-1]}"


def _heading(reference: Reference) -> str:
    """What the entry begins with, for sorting."""
    names: tuple[Name, ...] = reference.author or reference.editor
    if not names:
        return re.sub(r"^(the|a|an) ", "", reference.title.plain(), flags=re.IGNORECASE)
    return " ".join(f"{name.family or name.literal} {name.given}" for name in names)


def _years_with_letters(references: tuple[Reference, ...], labels: Labels) -> dict[str, str]:
    """The year of each reference, with a, b, c where an author has several in one year (15.20)."""
    groups: dict[tuple[str, str], list[Reference]] = {}
    for reference in references:
        year = labels.year(reference.issued)
        groups.setdefault((short_names(reference, labels), year), []).append(reference)
    years: dict[str, str] = {}
    for (_, year), group in groups.items():
        group.sort(key=lambda one: one.title.plain().casefold())
        for index, reference in enumerate(group):
            letter = ascii_lowercase[index % 26] if len(group) > 1 else ""
            years[reference.id] = year + letter
    return years
