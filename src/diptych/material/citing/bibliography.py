"""The document's references, cited and listed in the style that its author chose."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from string import ascii_lowercase
from typing import Protocol

from diptych.material.citing.apa import Apa
from diptych.material.citing.chicago_author_date import ChicagoAuthorDate, cited_names
from diptych.material.citing.chicago_notes import ChicagoNotes
from diptych.material.citing.mla import Mla
from diptych.material.citing.parts import Spans, in_row, merged
from diptych.material.citing.people import family, makers
from diptych.material.facts import Reference, StyleName
from diptych.material.labels import Labels
from diptych.material.markup import Cite, Rich, Span


class CitationStyle(Protocol):
    """How works are cited in the text and listed at the end."""

    def cite(self, reference: Reference, locator: str) -> Spans:
        """One work inside the parentheses of a citation."""

    def entry(self, reference: Reference) -> Rich:
        """One work in the list."""


@dataclass(frozen=True)
class Bibliography:
    """The document's references, ready to be cited and listed."""

    references: tuple[Reference, ...]
    labels: Labels
    style: StyleName = "chicago-author-date"
    _years: dict[str, str] = field(init=False, repr=False)
    _style: CitationStyle = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_years", _years_with_letters(self.references, self.labels))
        object.__setattr__(self, "_style", self._chosen())

    def of(self, key: str) -> Reference:
        """The reference of that key. Raises KeyError where there is none."""
        found = next((one for one in self.references if one.id == key), None)
        if found is None:
            raise KeyError(key)
        return found

    def one(self, cite: Cite) -> Rich:
        """One work as it is cited inside parentheses: "Carr 1951, 12". Raises KeyError for an unknown key."""
        return Rich(merged(self._style.cite(self.of(cite.key), cite.locator)))

    def short(self, cites: Sequence[Cite]) -> Rich:
        """The citation in the text: "(Carr 1951, 12; Freund 1957)". Raises KeyError for an unknown key."""
        inside = in_row((self.one(cite).spans for cite in cites), "; ")
        return Rich((Span("("), *inside, Span(")")))

    @property
    def entries(self) -> tuple[tuple[Reference, Rich], ...]:
        """Each reference with its line in the list of works cited, sorted by author, year and title."""
        ordered = sorted(self.references, key=lambda one: (_heading(one).casefold(), self._years[one.id]))
        return tuple((one, self._style.entry(one)) for one in ordered)

    def _chosen(self) -> CitationStyle:
        match self.style:
            case "chicago-notes":
                return ChicagoNotes(self.labels)
            case "mla":
                return Mla(self.labels, _ambiguous(self.references))
            case "apa":
                return Apa(self.labels, self._years)
            case _:
                return ChicagoAuthorDate(self.labels, self._years)


def _heading(reference: Reference) -> str:
    """What the entry begins with, for sorting."""
    names = makers(reference)
    if not names:
        return re.sub(r"^(the|a|an) ", "", reference.title.plain(), flags=re.IGNORECASE)
    return " ".join(f"{family(name)} {name.given}" for name in names)


def _years_with_letters(references: tuple[Reference, ...], labels: Labels) -> dict[str, str]:
    """The year of each reference, with a, b, c where an author has several in one year (15.20)."""
    groups: dict[tuple[str, str], list[Reference]] = {}
    for reference in references:
        year = labels.year(reference.issued)
        groups.setdefault((cited_names(reference, labels), year), []).append(reference)
    years: dict[str, str] = {}
    for (_, year), group in groups.items():
        group.sort(key=lambda one: one.title.plain().casefold())
        for index, reference in enumerate(group):
            letter = ascii_lowercase[index % 26] if len(group) > 1 else ""
            # Letters after words stand behind a hyphen: "n.d.-a".
            hyphen = "-" if letter and not year[-1:].isdecimal() else ""
            years[reference.id] = f"{year}{hyphen}{letter}"
    return years


def _ambiguous(references: tuple[Reference, ...]) -> frozenset[str]:
    """The ids of works whose makers have made others of the list too."""
    makers_of = {one.id: tuple(family(name) for name in makers(one)) for one in references}
    counts = Counter(makers_of.values())
    return frozenset(key for key, names in makers_of.items() if counts[names] > 1)
