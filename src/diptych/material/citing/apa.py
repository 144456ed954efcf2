"""References as the *Publication Manual of the APA*, 7th edition, has them: author, date, title, source.

Titles stand as they were typed: which words keep their capitals in sentence case, only an author knows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from diptych.material.citing import details
from diptych.material.citing.apa_names import inverted_names, month_first, names_in_order
from diptych.material.citing.apa_source import ApaSource, pages_with_word
from diptych.material.citing.kinds import DAILY, LAWS, PARTS_OF_BOOKS, PERIODICALS
from diptych.material.citing.pages import in_full, located
from diptych.material.citing.parts import (
    Spans,
    capital,
    in_row,
    italic,
    quoted,
    row_of,
    said,
    sentence,
    short_title,
)
from diptych.material.citing.people import makers, role_word
from diptych.material.citing.years import day_in_year, year_of
from diptych.material.facts import Name, Reference
from diptych.material.labels import Labels
from diptych.material.markup import Rich, Span

_LEGAL = LAWS | {"treaty"}
# Words that are written out in citations (8.13), unlike "p." and "para.".
_WRITTEN_OUT = MappingProxyType(
    {"app.": "Appendix", "art.": "Article", "ch.": "Chapter", "chap.": "Chapter", "chs.": "Chapters"}
    | {"fig.": "Figure", "pt.": "Part", "sec.": "Section", "sect.": "Section", "tab.": "Table"}
)


@dataclass(frozen=True)
class Apa:
    """Citations by author, year and page; `names` and `years` are by the ids of the works."""

    labels: Labels
    names: Mapping[str, str]
    years: Mapping[str, str]
    by_year = True
    joined_years = True

    def cite(self, reference: Reference, locator: str, *, named: bool) -> Spans:
        """What stands in parentheses: "Carr, 1951, p. 12" (8.10-8.21), "Freud, 1930/1961" (9.41)."""
        who = (said(self.names[reference.id]) or self._short(reference)) if named else ()
        first = reference.original_date
        year = row_of(year_of(first, self.labels) if first else "", self.years[reference.id], between="/")
        return in_row((who, said(year), said(self._place(locator))))

    def entry(self, reference: Reference) -> Rich:
        """The work in the reference list (9.4-9.41)."""
        source = ApaSource(reference, self.labels)
        if reference.type in _LEGAL:
            lead: tuple[Spans, ...] = (self._legal(reference), *source.kept())
            if reference.type == "treaty" and not (any(lead[1:]) or reference.note):
                return Rich(in_row((*lead, source.address())))
        else:
            lead = (*self._lead(reference), *source.parts())
        lead = tuple(sentence(part) for part in (*lead, reference.note.spans))
        parts = in_row((*lead, source.address()), " ")
        first = reference.original_date
        words = self.labels("original_work", date=year_of(first, self.labels)) if first else ""
        return Rich((*parts, Span(f" ({words})")) if words else parts)

    def _lead(self, reference: Reference) -> tuple[Spans, ...]:
        """Author, date, title; the title first where nobody is named."""
        title = sentence(self._title(reference))
        date = said(f"({self._date(reference)}).")
        who = sentence(said(self._makers(reference)))
        return (who, date, title) if who else (title, date)

    def _short(self, reference: Reference) -> Spans:
        title = (
            short_title(reference, article=True) if reference.type not in _LEGAL else _main_title(reference)
        )
        if not title:
            return said(self._description(reference))
        if reference.type in PERIODICALS | PARTS_OF_BOOKS:
            return quoted(title, self.labels, ",")
        return title.spans if reference.type in _LEGAL - {"legal_case"} else italic(title)

    def _place(self, locator: str) -> str:
        """The pages with their word; of other places the words, those for chapters written out."""
        where = located(locator, in_full)
        if not where.pages:
            return self._written_out(where.words)
        volume = self.labels("volume_short", number=where.volume) if where.volume else ""
        return row_of(capital(volume), pages_with_word(where.pages, self.labels), where.rest)

    def _written_out(self, words: str) -> str:
        first, _, rest = words.partition(" ")
        if not (rest and self.labels.lang.startswith("en")):
            return words
        return f"{_WRITTEN_OUT.get(first.lower(), first)} {rest}"

    def _makers(self, reference: Reference) -> str:
        names = inverted_names(makers(reference))
        directed = reference.director and not reference.author
        word = capital(role_word(reference, self.labels, "_long" if directed else ""))
        return f"{names} ({word})" if names and word else names

    def _date(self, reference: Reference) -> str:
        """The year, and for what appears daily the day (9.14)."""
        year = self.years[reference.id]
        rest = day_in_year(reference.issued, self.labels) if reference.type in DAILY else ""
        return row_of(year, month_first(rest, self.labels))

    def _title(self, reference: Reference) -> Spans:
        """Title, edition and the like in parentheses, its kind in brackets (9.19-9.22)."""
        plain = reference.type in PERIODICALS | PARTS_OF_BOOKS
        title = reference.title.spans if plain else italic(reference.title)
        if not title and reference.interviewer:
            title = italic(Rich(said(capital(details.interviewed(reference, self.labels)))))
        told = row_of(self._in_parentheses(reference), self._in_brackets(reference), between=" ")
        return (*title, *said(f"{' ' if title else ''}{told}" if told else ""))

    def _in_parentheses(self, reference: Reference) -> str:
        inside = reference.type in PARTS_OF_BOOKS
        translators = self._with_role(reference.translator, "translator", "translator")
        editing = () if inside or not reference.author else reference.editor
        editors = self._with_role(editing, "editor", "editors")
        version = "" if inside else ApaSource(reference, self.labels).version()
        number = details.numbered_kind(reference, self.labels) if _reported(reference) else ""
        words = row_of(editors, translators, version, number, between="; ")
        return f"({words})" if words else ""

    def _with_role(self, people: tuple[Name, ...], one: str, several: str) -> str:
        """Who else had a hand in it: "H. Weaver, Trans."."""
        word = capital(self.labels(one if len(people) == 1 else several))
        return f"{names_in_order(people)}, {word}" if people else ""

    def _in_brackets(self, reference: Reference) -> str:
        """What it is: a letter, a film, a thesis and its university."""
        if _reported(reference):
            return ""
        letter = capital(details.letter(reference, self.labels))
        film = capital(self.labels("film")) if reference.type == "film" and not reference.genre else ""
        university = reference.publisher if reference.type == "thesis" and reference.genre else ""
        asked = capital(details.interviewed(reference, self.labels)) if reference.title else ""
        kind = row_of(letter, film, asked, reference.genre, university, reference.medium)
        return f"[{kind}]" if kind else ""

    def _description(self, reference: Reference) -> str:
        words = details.letter(reference, self.labels) or details.interviewed(reference, self.labels)
        return f"[{capital(words)}]" if words else ""

    def _legal(self, reference: Reference) -> Spans:
        """Laws, judgments and treaties (11.4-11.9): name, where they are printed, year."""
        if reference.type == "treaty":
            day = month_first(day_in_year(reference.issued, self.labels), self.labels)
            day = row_of(day, self.years[reference.id])
            return in_row((reference.title.spans, said(day), said(details.law(reference))))
        return in_row((reference.title.spans, said(details.law(reference, self.years[reference.id]))))


def _reported(reference: Reference) -> bool:
    """True for reports that bear a number."""
    return reference.type == "report" and bool(reference.number)


def _main_title(reference: Reference) -> Rich:
    """The name of a law or treaty up to its subtitle, without the year that follows in citations."""
    return Rich(said(re.split(r":\s|\sof \d{4}$", reference.title.plain(), maxsplit=1)[0]))
