"""The source element of an APA reference (9.23-9.37): where the work can be found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from diptych.material.citing import details
from diptych.material.citing.apa_names import day_read, names_in_order
from diptych.material.citing.kinds import PAGES_OF_SITES, in_book, in_periodical
from diptych.material.citing.pages import in_full, pages_of
from diptych.material.citing.parts import Spans, capital, in_parentheses, in_row, italic, row_of, said
from diptych.material.facts import Reference
from diptych.material.labels import Labels
from diptych.material.markup import Span


@dataclass(frozen=True)
class ApaSource:
    """The source of one work."""

    reference: Reference
    labels: Labels

    def parts(self) -> Iterator[Spans]:
        """Periodical, book, site, conference or archive, and the publisher, each a sentence."""
        reference = self.reference
        if in_periodical(reference):
            yield self._periodical()
        elif in_book(reference):
            yield self._book()
        elif reference.type in PAGES_OF_SITES:
            yield self._site()
        else:
            yield said(row_of(reference.event_title, reference.event_place))
            yield details.printed_in(reference, in_full)
        yield from self.kept()

    def kept(self) -> Iterator[Spans]:
        """The series, who keeps it, who published it."""
        yield details.series(self.reference)
        yield said(self._archive())
        yield said(self._publisher())

    def address(self) -> Spans:
        """The address; with the day it was read where the work has no date (9.16)."""
        reference, where = self.reference, details.address(self.reference)
        if reference.issued or not reference.accessed or not where:
            return where
        before, _, after = self.labels(
            "retrieved", date=day_read(reference.accessed, self.labels), url="\0"
        ).partition("\0")
        return (*said(before), *where, *said(after))

    def version(self) -> str:
        """Edition and volume: "2nd ed., Vol. 3"."""
        reference = self.reference
        own = "" if in_periodical(reference) else details.volumes(reference, self.labels)
        return row_of(details.edition(reference, self.labels), capital(own))

    def _periodical(self) -> Spans:
        """Journal and volume in italics, issue in parentheses, pages (9.25)."""
        reference = self.reference
        volume = (Span(reference.volume, emphasis=True),) if reference.volume else ()
        numbers = (*volume, *said(in_parentheses(reference.issue)))
        return in_row((italic(reference.container_title), numbers, said(pages_of(reference, in_full))))

    def _book(self) -> Spans:
        reference = self.reference
        names = names_in_order(reference.editor) if reference.author else ""
        label = capital(self.labels("editor" if len(reference.editor) == 1 else "editors"))
        editors = f"{names} ({label}), " if names else ""
        pages = pages_of(reference, in_full)
        where = in_parentheses(row_of(self.version(), pages and pages_with_word(pages, self.labels)))
        title = italic(reference.container_title)
        return (*said(f"{self.labels('in')} {editors}"), *title, *said(f" {where}" if where else ""))

    def _site(self) -> Spans:
        """The name of the site, unless it is the author's (10.16)."""
        names = {name.literal for name in self.reference.author}
        if self.reference.container_title.plain() in names:
            return ()
        return details.site(self.reference)

    def _archive(self) -> str:
        """Collection and its shelf mark, archive, place."""
        reference = self.reference
        collection, archive, mark = (
            reference.archive_collection,
            reference.archive,
            in_parentheses(reference.archive_location),
        )
        kept = row_of(collection or archive, mark, between=" ")
        return row_of(kept, archive if collection else "", reference.archive_place)

    def _publisher(self) -> str:
        """The publisher, unless it is the author (9.29), or was told with the periodical, site or thesis."""
        reference = self.reference
        told = in_periodical(reference) or reference.type in PAGES_OF_SITES
        told = told or (reference.type == "thesis" and bool(reference.genre))
        return "" if told or details.own_publisher(reference) else reference.publisher


def pages_with_word(pages: str, labels: Labels) -> str:
    """The pages with "p." or "pp."."""
    return labels("pages_short" if any(mark in pages for mark in "–,f") else "page_short", pages=pages)
