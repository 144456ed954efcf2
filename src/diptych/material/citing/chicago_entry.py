"""Entries of both Chicago styles (17th edition): they differ in where the year stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from diptych.material.citing import details
from diptych.material.citing.details import told
from diptych.material.citing.kinds import (
    DOCUMENTS,
    LAWS,
    PAGES_OF_SITES,
    in_book,
    in_periodical,
    read_aloud,
)
from diptych.material.citing.pages import chicago, pages_of
from diptych.material.citing.parts import Spans, capital, in_row, italic, row_of, said, sentences
from diptych.material.citing.people import (
    first_inverted,
    in_order,
    listed_up_to,
    makers,
    role_word,
    with_role,
)
from diptych.material.citing.years import whole_date, year_of
from diptych.material.facts import Name, Reference
from diptych.material.labels import Labels
from diptych.material.markup import Rich

_MOST, _SHOWN = 10, 7


@dataclass(frozen=True)
class ChicagoEntry:
    """The entry of one work: a `year` that is given follows the names (15.9), else it stands last (14.21)."""

    reference: Reference
    labels: Labels
    year: str = ""

    def rich(self) -> Rich:
        """Who, what, where it appeared, and its address, each a sentence."""
        names, year = said(self._names()), said(self._years())
        lead = (names, year, self._title()) if names else (self._title(), year)
        rest = (*self._appeared(), *self._more(), details.address(self.reference))
        return sentences((*lead, *rest))

    def _names(self) -> str:
        """The first name inverted; more than ten give seven and "et al."."""
        people = makers(self.reference)
        names = listed_up_to(_MOST, _SHOWN, first_inverted(people), self.labels) if people else ""
        return with_role(names, role_word(self.reference, self.labels))

    def _years(self) -> str:
        """The year, and before it that of the first edition: "(1836) 1985" (15.40)."""
        first, issued = self.reference.original_date, self.reference.issued
        year = capital(self.year) if issued and issued.words else self.year
        return f"({year_of(first, self.labels)}) {year}" if year and first else year

    def _title(self) -> Spans:
        letter = details.letter(self.reference, self.labels)
        return told(letter) or details.title_set(self.reference, self.reference.title, self.labels, ".")

    def _appeared(self) -> Iterator[Spans]:
        """Where it stands; its interviewer or the conference before that."""
        reference = self.reference
        yield told(details.interviewed(reference, self.labels))
        if in_periodical(reference):
            yield self._people("translated_by", reference.translator)
            yield self._periodical()
        elif reference.type in PAGES_OF_SITES:
            yield details.site(reference)
            yield from self._dates()
        elif read_aloud(reference):
            yield in_row((told(details.talk(reference, self.labels)), *self._dates()))
        elif reference.type in DOCUMENTS:
            yield from self._document()
        else:
            yield from self._book()

    def _more(self) -> Iterator[Spans]:
        """What no other place has said."""
        reference = self.reference
        if in_periodical(reference) or reference.type in PAGES_OF_SITES:
            yield details.series(reference)
        yield told(reference.medium)
        if reference.original_date and reference.translator and not self.year:
            date = year_of(reference.original_date, self.labels)
            yield told(self.labels("originally_published", date=date))
        yield reference.note.spans
        yield said(f"ISBN {reference.ISBN}" if reference.ISBN else "")

    def _periodical(self) -> Spans:
        """Volume, issue and pages of a journal; the date of a newspaper or magazine."""
        reference, pages = self.reference, pages_of(self.reference, chicago)
        title = italic(reference.container_title)
        if reference.type in {"article-magazine", "article-newspaper"}:
            return in_row((title, *self._dates(), said(pages)))
        numbered = journal_numbers(reference, self.labels, year_first=bool(self.year))
        mark = ": " if reference.volume or not self.year else ", "
        told_where = f"{numbered}{mark}{pages}" if pages else numbered
        return (*title, *said(told_where if title else told_where.lstrip(" ,")))

    def _dates(self) -> Iterator[Spans]:
        """The day it appeared, where there is more to say than the year; the day it was read."""
        reference = self.reference
        if reference.issued:
            date = whole_date(reference.issued, self.labels)
            yield said("" if self.year and date == year_of(reference.issued, self.labels) else date)
        elif not self.year and not reference.accessed:
            yield said(self.labels("no_date"))
        if reference.accessed:
            date = whole_date(reference.accessed, self.labels)
            yield told(self.labels("accessed", date=date))

    def _document(self) -> Iterator[Spans]:
        """Letters, treaties, laws and what else archives keep (14.222-14.231, 14.269-14.290)."""
        reference = self.reference
        law = reference.type in LAWS
        if law:
            year = "" if self.year else year_of(reference.issued, self.labels)
            yield said(details.law(reference, year))
        else:
            yield from self._dates()
            yield details.printed_in(reference, chicago)
        yield details.series(reference)
        yield said("" if law else details.numbered_kind(reference, self.labels))
        yield said(reference.archive_collection)
        yield said(details.archive(reference))
        yield said(details.publisher(reference))

    def _book(self) -> Iterator[Spans]:
        reference = self.reference
        inside = in_book(reference)
        if inside:
            yield self._book_around()
        yield self._people("translated_by", reference.translator)
        yield self._people("edited_by", reference.editor if reference.author and not inside else ())
        yield told(details.edition(reference, self.labels))
        yield told("" if inside else details.volumes(reference, self.labels))
        yield () if inside else details.printed_in(reference, chicago)
        yield details.series(reference)
        yield from self._published()

    def _published(self) -> Iterator[Spans]:
        """Its kind, who published it where and when; of a reprint the first year before that (14.114)."""
        reference = self.reference
        year = "" if self.year else year_of(reference.issued, self.labels)
        facts = row_of(details.numbered_kind(reference, self.labels), details.publisher(reference), year)
        if reference.original_date and not reference.translator and not self.year:
            yield said(year_of(reference.original_date, self.labels))
            facts = row_of(self.labels("reprint"), facts)
        yield told(facts)
        yield said(row_of(reference.archive_collection, details.archive(reference)))
        yield told(self._read())

    def _read(self) -> str:
        """The day a work without a date was read on the web (14.12)."""
        accessed = None if self.reference.issued else self.reference.accessed
        return self.labels("accessed", date=whole_date(accessed, self.labels)) if accessed else ""

    def _book_around(self) -> Spans:
        reference = self.reference
        book = (*said(f"{self.labels('in')} "), *italic(reference.container_title))
        names = [in_order(name) for name in reference.editor] if reference.author else []
        editors = self.labels("edited_by", names=self._listed(names)) if names else ""
        pages = pages_of(reference, chicago)
        if pages and reference.volume.isdecimal():
            return in_row((book, said(editors), said(f"{reference.volume}:{pages}")))
        volume = details.volumes(reference, self.labels)
        return in_row((book, said(volume), said(editors), said(pages)))

    def _people(self, label: str, people: tuple[Name, ...]) -> Spans:
        names = [in_order(name) for name in people]
        return told(self.labels(label, names=self._listed(names))) if names else ()

    def _listed(self, names: list[str]) -> str:
        return listed_up_to(_MOST, _SHOWN, names, self.labels)


def journal_numbers(reference: Reference, labels: Labels, *, year_first: bool) -> str:
    """Volume and issue: " 63 (3)" where the year was told, else " 63, no. 3 (1958)"; ", no. 3" alone."""
    volume, issue = reference.volume, reference.issue
    if year_first and volume:
        return f" {row_of(volume, issue and f'({issue})', between=' ')}"
    numbers = f" {volume}" if volume else ""
    numbers += f", {labels('issue_short', number=issue)}" if issue else ""
    return numbers if year_first else f"{numbers} ({year_of(reference.issued, labels)})"
