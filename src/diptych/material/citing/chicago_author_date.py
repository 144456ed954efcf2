"""Author and date as *The Chicago Manual of Style*, 17th edition, chapter 15, has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from diptych.material.citing.chicago_entry import ChicagoEntry
from diptych.material.citing.chicago_notes import point
from diptych.material.citing.details import short_title_set
from diptych.material.citing.pages import chicago, located
from diptych.material.citing.parts import Spans, said
from diptych.material.citing.years import year_of
from diptych.material.facts import Reference
from diptych.material.labels import Labels
from diptych.material.markup import Rich


@dataclass(frozen=True)
class ChicagoAuthorDate:
    """Citations by author and year; `years` and `names` are by the ids of the works.

    Works of the same people that follow one another are cited by their years (15.30).
    """

    labels: Labels
    names: Mapping[str, str]
    years: Mapping[str, str]
    by_year = True
    joined_years = True

    def cite(self, reference: Reference, locator: str, *, named: bool) -> Spans:
        """What stands in parentheses: "Carr 1951, 12" (15.7), "Emerson [1836] 1985" (15.40)."""
        where = point(located(locator, chicago))
        year = self.years[reference.id]
        if reference.original_date:
            year = f"[{year_of(reference.original_date, self.labels)}]\u00a0{year}"
        year_and_place = f"{year}, {where}" if where else year
        if not named:
            return said(year_and_place)
        # Works without a maker are cited by their title (15.34).
        title = short_title_set(reference, self.labels)
        # The year stays on the line of the name it belongs to.
        return (*(said(self.names[reference.id]) or title), *said(f"\u00a0{year_and_place}"))

    def entry(self, reference: Reference) -> Rich:
        """The work in the list of references (15.9)."""
        return ChicagoEntry(reference, self.labels, self.years[reference.id]).rich()
