"""Works cited as the *MLA Handbook*, 9th edition, has it: author and page, containers, no places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from diptych.material.citing.parts import (
    DOCUMENTS,
    PERIODICALS,
    Spans,
    address,
    archive,
    capital,
    edition,
    in_row,
    italic,
    page_numbers,
    pages,
    quoted,
    said,
    sentences,
    short_title,
    stands_alone,
)
from diptych.material.citing.people import edited_by, family, first_inverted, in_order, listed, makers
from diptych.material.dates import Date
from diptych.material.facts import Reference
from diptych.material.labels import Labels
from diptych.material.markup import Rich, Span

_LONG_MONTHS = "January February March April August September October November December"
_MONTHS = {month: f"{month[: 4 if month == 'September' else 3]}." for month in _LONG_MONTHS.split()}


@dataclass(frozen=True)
class Mla:
    """Citations by author and page; `ambiguous` are the ids of works whose makers have several here."""

    labels: Labels
    ambiguous: frozenset[str]

    def cite(self, reference: Reference, locator: str) -> Spans:
        """What stands in parentheses: "Carr 12"; with a short title where a name is not enough (6.6)."""
        who = self._who([family(name) for name in makers(reference)])
        title = self._short(reference) if reference.id in self.ambiguous or not who else ()
        work = in_row((said(who), title))
        number = page_numbers(locator)
        # The page stays on the line of the name it belongs to.
        return (*work, *said(f"\u00a0{number}")) if number else in_row((work, said(locator)))

    def entry(self, reference: Reference) -> Rich:
        """The work in the list of works cited (5.3-5.105)."""
        people = makers(reference)
        names = self._who(first_inverted(people)) if people else ""
        if names and not reference.author:
            names = edited_by(names, people, self.labels)
        container = _with_capital(in_row(self._container(reference)))
        note, title = reference.note.spans, self._title(reference)
        return sentences((said(names), title, container, note, said(self._accessed(reference))))

    def _accessed(self, reference: Reference) -> str:
        if not reference.accessed:
            return ""
        return capital(self.labels("accessed", date=self._date(reference.accessed)))

    @property
    def _english(self) -> bool:
        return self.labels.lang.startswith("en")

    def _who(self, names: list[str]) -> str:
        """One name, two, or the first of more (5.7); an inverted first name keeps its comma."""
        if len(names) > 2:
            comma = "," if "," in names[0] else ""
            return f"{names[0]}{comma} {self.labels('et_al')}"
        return listed(names, self.labels)

    def _date(self, date: Date) -> str:
        """The date, in English with the names of long months cut short (A.3)."""
        words = self.labels.date(date)
        if self._english:
            for month in self.labels.months:
                words = words.replace(month, _MONTHS.get(month, month))
        return words

    def _short(self, reference: Reference) -> Spans:
        title = short_title(reference)
        if stands_alone(reference):
            return italic(title)
        return title.spans if reference.type in DOCUMENTS else quoted(title, self.labels)

    def _title(self, reference: Reference) -> Spans:
        if stands_alone(reference):
            return italic(reference.title)
        return (
            reference.title.spans
            if reference.type in DOCUMENTS
            else quoted(reference.title, self.labels, ".")
        )

    def _container(self, reference: Reference) -> Iterator[Spans]:
        """Container, contributors, version, number, publisher, date, location, in this order (5.31)."""
        yield italic(reference.container_title)
        yield from self._contributors(reference)
        yield said(edition(reference))
        yield from self._numbers(reference)
        yield said(reference.genre)
        yield said(reference.publisher if reference.type not in PERIODICALS else "")
        yield said(self._date(reference.issued) if reference.issued else "")
        yield from self._pages(reference)
        yield archive(reference)
        yield address(reference)

    def _contributors(self, reference: Reference) -> Iterator[Spans]:
        others = {
            "translated_by": reference.translator,
            "edited_by": reference.editor if reference.author else (),
        }
        for label, people in others.items():
            if people:
                yield said(self.labels(label, names=listed([in_order(name) for name in people], self.labels)))

    def _numbers(self, reference: Reference) -> Iterator[Spans]:
        for label, number in (("volume_short", reference.volume), ("issue_short", reference.issue)):
            if number:
                yield said(self.labels(label, number=number))

    def _pages(self, reference: Reference) -> Iterator[Spans]:
        span = pages(reference)
        if span:
            many = any(mark in span for mark in "–,")
            yield said(self.labels("pages_short" if many else "page_short", pages=span))


def _with_capital(spans: Spans) -> Spans:
    """The row with a capital at its beginning, where that is a word of the style's own."""
    if not spans or spans[0].emphasis or spans[0].link:
        return spans
    return (Span(capital(spans[0].text)), *spans[1:])
