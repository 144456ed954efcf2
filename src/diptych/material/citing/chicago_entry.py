"""Entries of both Chicago styles (17th edition): they differ in where the year stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from diptych.material.citing.parts import (
    DOCUMENTS,
    PAGES_OF_SITES,
    PARTS_OF_BOOKS,
    PERIODICALS,
    Spans,
    address,
    archive,
    capital,
    edition,
    in_row,
    italic,
    pages,
    quoted,
    said,
    sentences,
    series,
    stands_alone,
)
from diptych.material.citing.people import edited_by, first_inverted, in_order, listed_up_to, makers
from diptych.material.facts import Name, Reference
from diptych.material.labels import Labels
from diptych.material.markup import Rich


@dataclass(frozen=True)
class ChicagoEntry:
    """The entry of one work: a `year` that is given follows the names (15.9), else it stands last (14.21)."""

    reference: Reference
    labels: Labels
    year: str = ""

    def rich(self) -> Rich:
        """Who, what, where it appeared, and its address, each a sentence."""
        names, title = said(self._names()), chicago_title(self.reference, self.labels, ".")
        year = said(self.year)
        lead = (names, year, title) if names else (title, year)
        rest = (*self._appeared(), self.reference.note.spans, *self._numbers(), address(self.reference))
        return sentences((*lead, *rest))

    def _names(self) -> str:
        """The first name inverted; more than ten give seven and "et al."."""
        people = makers(self.reference)
        names = listed_up_to(10, 7, first_inverted(people), self.labels) if people else ""
        return names if self.reference.author else edited_by(names, people, self.labels)

    def _appeared(self) -> Iterator[Spans]:
        kind = self.reference.type
        if kind in PERIODICALS:
            yield self._periodical()
        elif kind in PAGES_OF_SITES:
            yield self.reference.container_title.spans
            yield from self._dates()
        elif kind in DOCUMENTS:
            yield from self._dates()
            yield series(self.reference)
            yield archive(self.reference)
            yield said(publisher(self.reference))
        else:
            yield from self._book()

    def _periodical(self) -> Spans:
        """Volume, issue and pages of a journal; the date of a newspaper or magazine."""
        reference = self.reference
        title = italic(reference.container_title)
        if reference.type != "article-journal":
            return in_row((title, *self._dates(), said(pages(reference))))
        told = (*title, *said(journal_numbers(reference, self.labels, year_first=bool(self.year))))
        return (*told, *said(f": {pages(reference)}")) if reference.page else told

    def _dates(self) -> Iterator[Spans]:
        """The day it appeared, where there is more to say than the year; the day it was read."""
        reference = self.reference
        if reference.issued:
            date = self.labels.date(reference.issued)
            yield said("" if self.year and date == self.labels.year(reference.issued) else date)
        elif not self.year and not reference.accessed:
            yield said(self.labels("no_date"))
        if reference.accessed:
            yield said(capital(self.labels("accessed", date=self.labels.date(reference.accessed))))

    def _book(self) -> Iterator[Spans]:
        reference = self.reference
        inside = reference.type in PARTS_OF_BOOKS and bool(reference.container_title)
        if inside:
            yield self._book_around()
        yield self._people("translated_by", reference.translator)
        yield self._people("edited_by", reference.editor if reference.author and not inside else ())
        yield said(edition(reference))
        yield reference.collection_title.spans
        genre = capital(reference.genre)
        year = "" if self.year else self.labels.year(reference.issued)
        yield said(", ".join(filter(None, (genre, publisher(reference), year))))
        yield archive(reference)

    def _book_around(self) -> Spans:
        reference = self.reference
        book = (*said(f"{self.labels('in')} "), *italic(reference.container_title))
        names = [in_order(name) for name in reference.editor] if reference.author else []
        editors = self.labels("edited_by", names=listed_up_to(10, 7, names, self.labels)) if names else ""
        return in_row((book, said(editors), said(reference.volume), said(pages(reference))))

    def _people(self, label: str, people: tuple[Name, ...]) -> Spans:
        names = [in_order(name) for name in people]
        listed = listed_up_to(10, 7, names, self.labels)
        return said(capital(self.labels(label, names=listed))) if names else ()

    def _numbers(self) -> Iterator[Spans]:
        if self.reference.ISBN:
            yield said(f"ISBN {self.reference.ISBN}")


def chicago_title(reference: Reference, labels: Labels, mark: str) -> Spans:
    """The title in italics, or quoted as part of something larger, or as it is."""
    if stands_alone(reference):
        return italic(reference.title)
    if reference.type in DOCUMENTS:
        return reference.title.spans
    return quoted(reference.title, labels, mark)


def journal_numbers(reference: Reference, labels: Labels, *, year_first: bool) -> str:
    """Volume and issue: " 63 (3)" where the year was told, else " 63, no. 3 (1958)"."""
    if year_first:
        numbers = " ".join(filter(None, (reference.volume, reference.issue and f"({reference.issue})")))
        return f" {numbers}" if numbers else ""
    issue = labels("issue_short", number=reference.issue) if reference.issue else ""
    numbers = ", ".join(filter(None, (reference.volume, issue)))
    return f"{' ' if numbers else ''}{numbers} ({labels.year(reference.issued)})"


def publisher(reference: Reference) -> str:
    """Place and publisher: "Baltimore: Johns Hopkins Press"."""
    return ": ".join(filter(None, (reference.publisher_place, reference.publisher)))
