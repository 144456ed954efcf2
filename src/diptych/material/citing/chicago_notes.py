"""Notes of *The Chicago Manual of Style*, 17th edition, chapter 14, and the bibliography to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from diptych.material.citing.chicago_entry import ChicagoEntry, chicago_title, journal_numbers, publisher
from diptych.material.citing.parts import (
    DOCUMENTS,
    PAGES_OF_SITES,
    PARTS_OF_BOOKS,
    PERIODICALS,
    Spans,
    address,
    archive,
    edition,
    in_row,
    italic,
    page_numbers,
    quoted,
    said,
    series,
    short_title,
    stands_alone,
)
from diptych.material.citing.people import edited_by, family, in_order, listed, listed_up_to, makers
from diptych.material.facts import Name, Reference
from diptych.material.labels import Labels
from diptych.material.markup import Rich


@dataclass(frozen=True)
class ChicagoNotes:
    """Citations as notes: in full the first time, short afterwards."""

    labels: Labels

    def note(self, reference: Reference, locator: str, *, again: bool) -> Spans:
        """What a note says of one work, without its full stop (14.19-14.33)."""
        where = said(page_numbers(locator) or locator)
        return in_row((*self._short(reference), where)) if again else self._full(reference, where)

    def cite(self, reference: Reference, locator: str) -> Spans:
        """The short form, for places that can hold no note."""
        return self.note(reference, locator, again=True)

    def entry(self, reference: Reference) -> Rich:
        """The work in the bibliography (14.21)."""
        return ChicagoEntry(reference, self.labels).rich()

    def _short(self, reference: Reference) -> tuple[Spans, ...]:
        names = [family(name) for name in makers(reference)]
        who = said(listed_up_to(3, 1, names, self.labels))
        title = short_title(reference)
        if stands_alone(reference):
            return (who, italic(title))
        return (who, title.spans if reference.type in DOCUMENTS else quoted(title, self.labels, ","))

    def _full(self, reference: Reference, where: Spans) -> Spans:
        people = makers(reference)
        names = listed_up_to(3, 1, [in_order(name) for name in people], self.labels)
        who = names if reference.author else edited_by(names, people, self.labels)
        # No comma stands before the parenthesis that tells of a thesis.
        mark = "" if reference.type == "thesis" else ","
        head = in_row((said(who), chicago_title(reference, self.labels, mark), *self._within(reference)))
        return in_row((self._appeared(reference, head, where), address(reference)))

    def _within(self, reference: Reference) -> Iterator[Spans]:
        """The book that a part is in, and who edited or translated it."""
        if reference.type in PARTS_OF_BOOKS and reference.container_title:
            yield (*said(f"{self.labels('in').lower()} "), *italic(reference.container_title))
        yield said(self._by("translator", reference.translator))
        yield said(self._by("editor", reference.editor if reference.author else ()))
        yield said(edition(reference))

    def _by(self, label: str, names: tuple[Name, ...]) -> str:
        """The names behind the word for what they did: "trans. Jane Doe"."""
        people = listed([in_order(name) for name in names], self.labels)
        return f"{self.labels(label)} {people}" if people else ""

    def _appeared(self, reference: Reference, head: Spans, where: Spans) -> Spans:
        if reference.type in PERIODICALS:
            return self._in_periodical(reference, head, where)
        if reference.type in PAGES_OF_SITES:
            return in_row((head, reference.container_title.spans, said(self._date(reference)), where))
        if reference.type in DOCUMENTS:
            date = said(self._date(reference)) if reference.issued else ()
            place = (series(reference), archive(reference), said(publisher(reference)))
            return in_row((head, date, *place, where))
        year = self.labels.year(reference.issued)
        facts = ", ".join(filter(None, (reference.genre, publisher(reference), year)))
        return in_row(((*head, *said(f" ({facts})")), where))

    def _in_periodical(self, reference: Reference, head: Spans, where: Spans) -> Spans:
        """Volume, issue and year of a journal (14.171); the date of a newspaper or magazine (14.189)."""
        title = in_row((head, italic(reference.container_title)))
        if reference.type != "article-journal":
            return in_row((title, said(self._date(reference)), where))
        facts = (*title, *said(journal_numbers(reference, self.labels, year_first=False)))
        return (*facts, *said(": "), *where) if where else facts

    def _date(self, reference: Reference) -> str:
        """When it appeared, else when it was read, else that neither is known."""
        if reference.issued:
            return self.labels.date(reference.issued)
        if reference.accessed:
            return self.labels("accessed", date=self.labels.date(reference.accessed))
        return self.labels("no_date")
