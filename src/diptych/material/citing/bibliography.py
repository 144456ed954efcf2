"""The document's references, cited and listed in the style that its author chose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

from diptych.material.citing.details import own_publisher
from diptych.material.citing.naming import Naming
from diptych.material.citing.ordering import names_key, title_key
from diptych.material.citing.parts import Spans, merged, said
from diptych.material.citing.years import year_of, years_with_letters
from diptych.material.facts import Reference, StyleName
from diptych.material.labels import Labels
from diptych.material.markup import Cite, Rich


class CitationStyle(Protocol):
    """How works are cited in the text and listed at the end.

    Lists are sorted `by_year` below a name, or by title. `joined_years` says that works of the same people
    which follow one another are cited by their years alone.
    """

    by_year: bool
    joined_years: bool

    def cite(self, reference: Reference, locator: str, *, named: bool) -> Spans:
        """One work inside the parentheses of a citation, with or without its author."""

    def entry(self, reference: Reference) -> Rich:
        """One work in the list."""


@dataclass(frozen=True)
class Bibliography:
    """The document's references, ready to be cited and listed."""

    references: tuple[Reference, ...]
    labels: Labels
    style: StyleName = "chicago-author-date"

    def of(self, key: str) -> Reference:
        """The reference of that key. Raises KeyError where there is none."""
        return self._by_key[key]

    def parts(self, cites: Sequence[Cite]) -> tuple[tuple[str, Rich], ...]:
        """A citation in the text in its parts: "(see Carr 1951, 12; Freund 1957)".

        Each has the key of the work that it stands for, empty for what stands between. Raises KeyError for
        an unknown key.
        """
        between = ("", Rich(said("; ")))
        row = [("", Rich(said("(")))]
        for index, cite in enumerate(cites):
            again = index > 0 and self._again(cites[index - 1], cite)
            if index:
                row.append(("", Rich(said(", "))) if again else between)
            row += self._part(cite, named=not (again or cite.without_author))
        return (*row, ("", Rich(said(")"))))

    def short(self, cites: Sequence[Cite]) -> Rich:
        """The same as one text. Raises KeyError for an unknown key."""
        return Rich(merged(tuple(span for _, words in self.parts(cites) for span in words.spans)))

    @property
    def entries(self) -> tuple[tuple[Reference, Rich], ...]:
        """Each reference with its line in the list of works cited, in the order of the style."""
        ordered = sorted(self._works, key=self._place)
        return tuple((one, self._style.entry(one)) for one in ordered)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Who is named in citations, by the keys of the works."""
        return self._naming.of(self._works, self._plain_years)

    def _part(self, cite: Cite, *, named: bool) -> Iterator[tuple[str, Rich]]:
        if cite.prefix:
            yield "", Rich(said(f"{cite.prefix} "))
        yield cite.key, Rich(merged(self._style.cite(self.of(cite.key), cite.locator, named=named)))

    def _again(self, before: Cite, cite: Cite) -> bool:
        """True where the year alone says which work of the people just named is meant."""
        names = {self.names[self.of(one.key).id] for one in (before, cite)}
        plain = not (before.locator or cite.locator or cite.prefix)
        return self._style.joined_years and plain and len(names) == 1 and names != {""}

    def _place(self, reference: Reference) -> tuple[object, ...]:
        """What decides where an entry stands: names, then year or title."""
        names, title = names_key(reference, self.labels.lang), title_key(reference, self.labels.lang)
        if not self._style.by_year:
            return (names, title)
        start = reference.issued.start if reference.issued else None
        undated = float("-inf") if self.style == "apa" and not reference.issued else float("inf")
        return (names, start.year if start else undated, self._years[reference.id], title)

    @cached_property
    def _works(self) -> tuple[Reference, ...]:
        alone = self.style == "mla"
        return tuple(_without_own_publisher(one) if alone else one for one in self.references)

    @cached_property
    def _by_key(self) -> Mapping[str, Reference]:
        return {one.id: one for one in self._works}

    @cached_property
    def _plain_years(self) -> Mapping[str, str]:
        return {one.id: year_of(one.issued, self.labels) for one in self._works}

    @cached_property
    def _years(self) -> Mapping[str, str]:
        return years_with_letters(self._works, self.names, self._plain_years)

    @property
    def _naming(self) -> Naming:
        words = self.labels
        last = f" {words('and')} "
        serial = f",{last}" if words.lang.startswith("en") else last
        match self.style:
            case "apa":
                return Naming(2, " & ", ", & ", words("et_al"), in_full=False)
            case "mla":
                return Naming(2, last, serial, words("et_al"), more=False)
            case "chicago-notes":
                return Naming(3, last, serial, words("et_al"), more=False)
            case _:
                return Naming(3, last, serial, words("et_al"))

    @cached_property
    def _style(self) -> CitationStyle:
        """The one of four that the document is in: no other is imported."""
        match self.style:
            case "chicago-notes":
                from diptych.material.citing.chicago_notes import ChicagoNotes

                return ChicagoNotes(self.labels, self.names)
            case "mla":
                from diptych.material.citing.mla import Mla

                return Mla(self.labels, self.names, _ambiguous(self.names))
            case "apa":
                from diptych.material.citing.apa import Apa

                return Apa(self.labels, self.names, self._years)
            case _:
                from diptych.material.citing.chicago_author_date import ChicagoAuthorDate

                return ChicagoAuthorDate(self.labels, self.names, self._years)


def _without_own_publisher(reference: Reference) -> Reference:
    """The MLA lists an institution that published its own work as the publisher alone."""
    return replace(reference, author=()) if own_publisher(reference) else reference


def _ambiguous(names: Mapping[str, str]) -> frozenset[str]:
    """The keys of works whose makers are named like those of others."""
    counts = Counter(names.values())
    return frozenset(key for key, who in names.items() if counts[who] > 1)
