"""References as the *Publication Manual of the APA*, 7th edition, has them: author, date, title, source.

Titles stand as they were typed: which words keep their capitals in sentence case, only an author knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from diptych.material.citing.parts import (
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
    pages,
    quoted,
    said,
    sentence,
    series,
    short_title,
    stands_alone,
)
from diptych.material.citing.people import family, initials, makers
from diptych.material.facts import Name, Reference
from diptych.material.labels import Labels
from diptych.material.markup import Rich, Span

_MOST, _SHOWN = 20, 19


@dataclass(frozen=True)
class Apa:
    """Citations by author, year and page; `years` are those of the works by id, with letters where needed."""

    labels: Labels
    years: Mapping[str, str]

    def cite(self, reference: Reference, locator: str) -> Spans:
        """What stands in parentheses: "Carr, 1951, p. 12" (8.10-8.21)."""
        names = [family(name) for name in makers(reference)]
        who = said(self._who(names)) if names else self._short(reference)
        number = page_numbers(locator)
        where = self._page(number) if number else locator
        return in_row((who, said(self.years[reference.id]), said(where)))

    def entry(self, reference: Reference) -> Rich:
        """The work in the reference list (9.4-9.37)."""
        title = sentence(self._title(reference))
        date = said(f"({self._date(reference)}).")
        who = sentence(said(self._makers(reference)))
        lead = (who, date, title) if who else (title, date)
        source = (sentence(part) for part in self._source(reference))
        parts = in_row((*lead, *source, sentence(reference.note.spans)), " ")
        where = address(reference)
        return Rich((*parts, Span(" "), *where) if where else parts)

    def _who(self, names: Sequence[str]) -> str:
        if len(names) > 2:
            return f"{names[0]} {self.labels('et_al')}"
        return " & ".join(names)

    def _short(self, reference: Reference) -> Spans:
        title = short_title(reference)
        return italic(title) if _in_italics(reference) else quoted(title, self.labels)

    def _page(self, number: str) -> str:
        label = "pages_short" if any(mark in number for mark in "–,") else "page_short"
        return self.labels(label, pages=number)

    def _makers(self, reference: Reference) -> str:
        people = makers(reference)
        names = _listed([_inverted(name) for name in people])
        if names and not reference.author:
            label = self.labels("editor" if len(people) == 1 else "editors")
            names += f" ({label[:1].upper()}{label[1:]})"
        return names

    def _date(self, reference: Reference) -> str:
        """The year, and for what appears daily the day (9.14)."""
        year = self.years[reference.id]
        daily = reference.type in PAGES_OF_SITES | {"article-newspaper", "article-magazine"}
        if not (daily and reference.issued and reference.issued.start and reference.issued.start.month):
            return year
        whole = self.labels.date(reference.issued)
        plain_year = self.labels.year(reference.issued)
        rest = whole.replace(plain_year, "").strip(" \u00a0,.")
        return f"{year}, {_month_first(rest) if self.labels.lang.startswith('en') else rest}"

    def _title(self, reference: Reference) -> Spans:
        title = italic(reference.title) if _in_italics(reference) else reference.title.spans
        words = ", ".join(filter(None, (edition(reference), self._translator(reference))))
        kind = ", ".join(filter(None, (reference.genre, reference.publisher if reference.genre else "")))
        told = " ".join(filter(None, (words and f"({words})", kind and f"[{kind}]")))
        return (*title, Span(f" {told}")) if told else title

    def _translator(self, reference: Reference) -> str:
        names = [_in_order(name) for name in reference.translator]
        label = self.labels("translator")
        return f"{' & '.join(names)}, {label[:1].upper()}{label[1:]}" if names else ""

    def _source(self, reference: Reference) -> Iterator[Spans]:
        if reference.type in PERIODICALS:
            yield self._periodical(reference)
        elif reference.type in PARTS_OF_BOOKS:
            yield self._book_of(reference)
        elif reference.type in PAGES_OF_SITES:
            yield reference.container_title.spans
        else:
            yield series(reference)
            yield archive(reference)
        if reference.type not in PERIODICALS and not reference.genre:
            yield said(reference.publisher)

    def _periodical(self, reference: Reference) -> Spans:
        """Journal and volume in italics, issue in parentheses, pages (9.25)."""
        volume = (Span(reference.volume, emphasis=True),) if reference.volume else ()
        numbers = (*volume, *said(f"({reference.issue})")) if reference.issue else volume
        return in_row((italic(reference.container_title), numbers, said(pages(reference))))

    def _book_of(self, reference: Reference) -> Spans:
        label = self.labels("editor" if len(reference.editor) == 1 else "editors")
        names = " & ".join(_in_order(name) for name in reference.editor) if reference.author else ""
        editors = f"{names} ({label[:1].upper()}{label[1:]}), " if names else ""
        where = f" ({self._page(pages(reference))})" if reference.page else ""
        book = italic(reference.container_title)
        return (*said(f"{self.labels('in')} {editors}"), *book, *said(where)) if book else said(where.strip())


def _in_italics(reference: Reference) -> bool:
    """True where the title stands in italics: for all but parts of something larger (9.19)."""
    return stands_alone(reference) or reference.type not in PERIODICALS | PARTS_OF_BOOKS


def _inverted(name: Name) -> str:
    return name.literal or ", ".join(filter(None, (name.family, initials(name))))


def _in_order(name: Name) -> str:
    return name.literal or " ".join(filter(None, (initials(name), name.family)))


def _listed(names: Sequence[str]) -> str:
    """Up to twenty names with "&" before the last; of more nineteen, an ellipsis and the last (9.8)."""
    if len(names) > _MOST:
        return f"{', '.join(names[:_SHOWN])}, … {names[-1]}"
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])}, & {names[-1]}"


def _month_first(date: str) -> str:
    """ "21 July" as "July 21"."""
    day, _, month = date.replace("\u00a0", " ").partition(" ")
    return f"{month} {day}" if day.isdecimal() and month else date
