"""Notes of *The Chicago Manual of Style*, 17th edition, chapter 14, and the bibliography to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from diptych.material.citing import details
from diptych.material.citing.chicago_entry import ChicagoEntry, journal_numbers
from diptych.material.citing.kinds import (
    DOCUMENTS,
    LAWS,
    PAGES_OF_SITES,
    in_book,
    in_periodical,
    read_aloud,
)
from diptych.material.citing.pages import Locator, chicago, located
from diptych.material.citing.parts import Spans, in_parentheses, in_row, italic, row_of, said
from diptych.material.citing.people import in_order, listed, listed_up_to, makers, role_word, with_role
from diptych.material.citing.years import whole_date, year_of
from diptych.material.facts import Name, Reference
from diptych.material.labels import Labels
from diptych.material.markup import Rich


@dataclass(frozen=True)
class ChicagoNotes:
    """Citations as notes: in full the first time, short afterwards, never "ibid." (14.34).

    `names` are those of short notes by the ids of the works.
    """

    labels: Labels
    names: Mapping[str, str]
    by_year = False
    joined_years = False

    def note(self, reference: Reference, locator: str, *, again: bool, named: bool = True) -> Spans:
        """What a note says of one work, without its full stop (14.19-14.33)."""
        where = located(locator, chicago)
        return self._short(reference, where, named) if again else self._full(reference, where, named)

    def cite(self, reference: Reference, locator: str, *, named: bool) -> Spans:
        """The short form, for places that can hold no note."""
        return self.note(reference, locator, again=True, named=named)

    def entry(self, reference: Reference) -> Rich:
        """The work in the bibliography (14.21)."""
        return ChicagoEntry(reference, self.labels).rich()

    def _short(self, reference: Reference, where: Locator, named: bool) -> Spans:
        """Names, short title and page; of a letter its two names."""
        if reference.recipient and not reference.title:
            return in_row((said(self._correspondents(reference)), said(point(where))))
        who = said(self.names[reference.id] if named else "")
        mark = "," if point(where) else ""
        title = details.short_title_set(reference, self.labels, mark)
        return in_row((who, title or said(details.interviewed(reference, self.labels)), said(point(where))))

    def _full(self, reference: Reference, where: Locator, named: bool) -> Spans:
        who = self._who(reference) if named else ""
        # No comma stands before a parenthesis.
        bracketed = reference.type == "thesis" or read_aloud(reference)
        letter = said("" if named else details.letter(reference, self.labels))
        title = letter or details.title_set(reference, reference.title, self.labels, "" if bracketed else ",")
        head = in_row((said(who), title, *self._within(reference)))
        more = (said(reference.medium), details.address(reference))
        return in_row((self._appeared(reference, head, where), *more))

    def _who(self, reference: Reference) -> str:
        if reference.recipient:
            return self._correspondents(reference)
        names = [in_order(name) for name in makers(reference)]
        return with_role(listed_up_to(3, 1, names, self.labels), role_word(reference, self.labels))

    def _correspondents(self, reference: Reference) -> str:
        """Who wrote to whom: "George Creel to Colonel House" (14.111)."""
        writers, readers = (
            listed([in_order(name) for name in people], self.labels)
            for people in (makers(reference), reference.recipient)
        )
        return row_of(writers, self.labels("to_recipient", names=readers), between=" ")

    def _within(self, reference: Reference) -> Iterator[Spans]:
        """The book that a part is in, who else had a hand in it, its edition and volumes."""
        if in_book(reference):
            yield (*said(f"{self.labels('in').lower()} "), *italic(reference.container_title))
        yield said(details.interviewed(reference, self.labels))
        yield said(self._by("translator", reference.translator))
        yield said(self._by("editor", reference.editor if reference.author else ()))
        yield said(details.edition(reference, self.labels))
        if not in_periodical(reference) and reference.type not in DOCUMENTS:
            yield said(details.volumes(reference, self.labels))

    def _by(self, label: str, names: tuple[Name, ...]) -> str:
        """The names behind the word for what they did: "trans. Jane Doe"."""
        people = listed_up_to(3, 1, [in_order(name) for name in names], self.labels)
        return f"{self.labels(label)} {people}" if people else ""

    def _appeared(self, reference: Reference, head: Spans, where: Locator) -> Spans:
        if in_periodical(reference):
            return self._in_periodical(reference, head, where)
        if reference.type in PAGES_OF_SITES:
            dates = said(self._date(reference))
            return in_row((head, details.site(reference), dates, said(point(where))))
        if reference.type in DOCUMENTS and not read_aloud(reference):
            return in_row((head, *self._document(reference), said(point(where))))
        facts = in_parentheses(self._published(reference))
        head = in_row((head, details.series(reference)))
        return in_row(((*head, *said(f" {facts}" if facts else "")), said(point(where))))

    def _document(self, reference: Reference) -> Iterator[Spans]:
        """Date, place in print, collection, archive (14.222-14.231); laws as lawyers cite them (14.269)."""
        law = reference.type in LAWS
        if law:
            yield said(details.law(reference, year_of(reference.issued, self.labels)))
        else:
            yield said(self._date(reference) if reference.issued or reference.accessed else "")
            yield details.printed_in(reference, chicago)
        yield said("" if law else details.numbered_kind(reference, self.labels))
        yield said(row_of(reference.archive_collection, details.archive(reference)))
        yield said(details.publisher(reference))

    def _published(self, reference: Reference) -> str:
        """Kind, publisher and year; of a reprint the first year before that (14.114)."""
        if read_aloud(reference):
            date = whole_date(reference.issued, self.labels) if reference.issued else ""
            return row_of(details.talk(reference, self.labels), date)
        kind, year = details.numbered_kind(reference, self.labels), year_of(reference.issued, self.labels)
        facts = row_of(kind, details.publisher(reference), year)
        if not reference.original_date:
            return facts
        first = year_of(reference.original_date, self.labels)
        if reference.translator:
            return row_of(facts, self.labels("originally_published", date=first), between="; ")
        return f"{first}; {row_of(self.labels('reprint_short'), facts)}"

    def _in_periodical(self, reference: Reference, head: Spans, where: Locator) -> Spans:
        """Volume, issue and year of a journal (14.171); the date of a newspaper or magazine (14.189)."""
        title = italic(reference.container_title)
        if reference.type in {"article-magazine", "article-newspaper"}:
            return in_row((head, title, said(self._date(reference)), said(point(where))))
        numbers = journal_numbers(reference, self.labels, year_first=False)
        numbers = row_of(numbers if title else numbers.lstrip(" ,"), point(where), between=": ")
        return in_row((head, (*title, *said(numbers))))

    def _date(self, reference: Reference) -> str:
        """When it appeared, else when it was read, else that neither is known."""
        if reference.issued:
            return whole_date(reference.issued, self.labels)
        if reference.accessed:
            return self.labels("accessed", date=whole_date(reference.accessed, self.labels))
        return self.labels("no_date")


def point(where: Locator) -> str:
    """Bare pages, behind a volume "2:12" (14.116), or words such as "ch. 3"; and what follows."""
    pages = f"{where.volume}:{where.pages}" if where.volume else where.pages
    return row_of(pages or where.words, where.rest)
