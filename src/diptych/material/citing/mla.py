"""Works cited as the *MLA Handbook*, 9th edition, has it: author and page, containers, no places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from diptych.material.citing import details
from diptych.material.citing.details import told
from diptych.material.citing.kinds import LETTERS, PERIODICALS
from diptych.material.citing.pages import located, mla, pages_of
from diptych.material.citing.parts import (
    Spans,
    in_row,
    italic,
    row_of,
    said,
    sentences,
    short_title,
    with_capital,
)
from diptych.material.citing.people import first_inverted, in_order, listed, makers, role_word, with_role
from diptych.material.citing.years import whole_date, year_of
from diptych.material.dates import Date
from diptych.material.facts import Reference
from diptych.material.labels import Labels
from diptych.material.markup import Rich

_UNCUT = frozenset({"May", "June", "July"})


@dataclass(frozen=True)
class Mla:
    """Citations by author and page; `names` are by the ids of the works.

    `ambiguous` are the ids of works that a name does not tell apart.
    """

    labels: Labels
    names: Mapping[str, str]
    ambiguous: frozenset[str]
    by_year = False
    joined_years = False

    def cite(self, reference: Reference, locator: str, *, named: bool) -> Spans:
        """What stands in parentheses: "Carr 12"; with a short title where a name is not enough."""
        who = said(self.names[reference.id] if named else "")
        where = located(locator, mla)
        pages = f"{where.volume}: {where.pages}" if where.volume else where.pages
        needed = reference.id in self.ambiguous or (not who and (named or not locator))
        mark = "," if where.words else ""
        work = in_row((who, self._short(reference, mark) if needed else ()))
        if not pages:
            return in_row((work, said(where.words)))
        # The page stays on the line of the name it belongs to.
        return in_row(((*work, *said(f"\u00a0{pages}" if work else pages)), said(where.rest)))

    def entry(self, reference: Reference) -> Rich:
        """The work in the list of works cited: each core element and the optional ones, in order."""
        container = with_capital(in_row(self._container(reference)))
        first = reference.original_date
        return sentences(
            (
                said(self._makers(reference)),
                self._title(reference),
                told(details.interviewed(reference, self.labels)),
                told(year_of(first, self.labels) if first else ""),
                told(self._date(reference.issued) if reference.issued and _dated_first(reference) else ""),
                container,
                *self._optional(reference),
            )
        )

    def _makers(self, reference: Reference) -> str:
        """One name, two, or the first of more."""
        people = makers(reference)
        if not people:
            return ""
        names = first_inverted(people)
        comma = "," if "," in names[0] else ""
        told_names = (
            f"{names[0]}{comma} {self.labels('et_al')}" if len(names) > 2 else listed(names, self.labels)
        )
        return with_role(told_names, role_word(reference, self.labels, "_long"))

    def _date(self, date: Date) -> str:
        """The date, in English with the names of long months cut short: "16 Apr. 1922", "spring 2010"."""
        english = self.labels.lang.startswith("en")
        words = whole_date(date, replace(self.labels, lang="en") if english else self.labels)
        if english:
            for month in self.labels.months:
                words = words.replace(month, month if month in _UNCUT else _cut(month))
            for season in ("spring", "summer", "autumn", "winter"):
                words = words.replace(self.labels(season), season)
        return words

    def _short(self, reference: Reference, mark: str) -> Spans:
        if not reference.title:
            words = details.letter(reference, self.labels) or details.interviewed(reference, self.labels)
            return told(words)
        if reference.type == "thesis":
            return italic(short_title(reference))
        return details.short_title_set(reference, self.labels, mark)

    def _title(self, reference: Reference) -> Spans:
        if reference.type == "thesis":
            return italic(reference.title)
        letter = told(details.letter(reference, self.labels))
        return letter or details.title_set(reference, reference.title, self.labels, ".")

    def _container(self, reference: Reference) -> Iterator[Spans]:
        """Container, contributors, version, number, publisher, date, location, in this order."""
        yield italic(reference.container_title)
        yield said(reference.archive_collection)
        yield from self._contributors(reference)
        yield said(details.edition(reference, self.labels))
        yield from self._numbers(reference)
        yield said(reference.event_title)
        yield said(self._publisher(reference))
        yield said(reference.genre if reference.type == "thesis" else "")
        yield said(self._date(reference.issued) if reference.issued and not _dated_first(reference) else "")
        yield said(reference.event_place)
        yield from self._pages(reference)
        yield said(row_of(reference.archive, reference.archive_place, reference.archive_location))
        yield details.address(reference)

    def _publisher(self, reference: Reference) -> str:
        """Who published it, unless it is a periodical, or a site named so."""
        same = reference.publisher == reference.container_title.plain()
        return "" if same or reference.type in PERIODICALS else reference.publisher

    def _contributors(self, reference: Reference) -> Iterator[Spans]:
        others = {
            "translated_by": reference.translator,
            "edited_by": reference.editor if reference.author or reference.director else (),
        }
        for label, people in others.items():
            if people:
                yield said(self.labels(label, names=listed([in_order(name) for name in people], self.labels)))

    def _numbers(self, reference: Reference) -> Iterator[Spans]:
        for label, number in (("volume_short", reference.volume), ("issue_short", reference.issue)):
            if number:
                yield said(self.labels(label, number=number))
        yield said(reference.number)

    def _pages(self, reference: Reference) -> Iterator[Spans]:
        span = pages_of(reference, mla)
        if span:
            many = any(mark in span for mark in "–,")
            yield said(self.labels("pages_short" if many else "page_short", pages=span))

    def _optional(self, reference: Reference) -> Iterator[Spans]:
        """What may stand at the end: series, volumes, kind and form, a remark, the day it was read."""
        yield details.series(reference)
        count = reference.number_of_volumes
        yield said(self.labels("volumes_short", number=count) if count else "")
        yield told(row_of(reference.genre if reference.type != "thesis" else "", reference.medium))
        yield reference.note.spans
        if reference.accessed:
            yield told(self.labels("accessed", date=self._date(reference.accessed)))


def _dated_first(reference: Reference) -> bool:
    """True where the date belongs to the work rather than to what it is in: letters, theses."""
    return reference.type == "thesis" or (reference.type in LETTERS and not reference.container_title)


def _cut(month: str) -> str:
    return f"{month[: 4 if month == 'September' else 3]}."
