"""Author and date as *The Chicago Manual of Style*, 17th edition, chapter 15, has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from diptych.material.citing.chicago_entry import ChicagoEntry
from diptych.material.citing.parts import (
    DOCUMENTS,
    Spans,
    italic,
    page_numbers,
    quoted,
    said,
    short_title,
    stands_alone,
)
from diptych.material.citing.people import family, listed_up_to, makers
from diptych.material.facts import Reference
from diptych.material.labels import Labels
from diptych.material.markup import Rich


@dataclass(frozen=True)
class ChicagoAuthorDate:
    """Citations by author and year; `years` are those of the works by id, with letters where needed."""

    labels: Labels
    years: Mapping[str, str]

    def cite(self, reference: Reference, locator: str) -> Spans:
        """What stands in parentheses: "Carr 1951, 12" (15.7)."""
        who = said(cited_names(reference, self.labels)) or self._title(reference)
        where = page_numbers(locator) or locator
        # The year stays on the line of the name it belongs to.
        year = f"\u00a0{self.years[reference.id]}"
        return (*who, *said(f"{year}, {where}" if where else year))

    def entry(self, reference: Reference) -> Rich:
        """The work in the list of references (15.9)."""
        return ChicagoEntry(reference, self.labels, self.years[reference.id]).rich()

    def _title(self, reference: Reference) -> Spans:
        """Works without a maker are cited by their title (15.34)."""
        title = short_title(reference)
        if stands_alone(reference):
            return italic(title)
        return title.spans if reference.type in DOCUMENTS else quoted(title, self.labels)


def cited_names(reference: Reference, labels: Labels) -> str:
    """Who is cited: one, two or three family names, or the first of more."""
    names = [family(name) for name in makers(reference)]
    return listed_up_to(3, 1, names, labels)
