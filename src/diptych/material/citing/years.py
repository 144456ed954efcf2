"""Dates as citations have them: the year, how sure one is of it, and letters where works share it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from string import ascii_lowercase

from diptych.material.citing.ordering import folded
from diptych.material.dates import Date, Moment
from diptych.material.facts import Reference
from diptych.material.labels import Labels


def year_of(date: Date | None, labels: Labels) -> str:
    """The year or years: "1951", "1866–1867", "ca. 1922", "[1922?]" (Chicago 17, 14.44), "n.d."."""
    if date is None:
        return labels("no_date")
    if date.words:
        return date.words
    if date.interval and date.start and not date.end:
        return f"{labels.year(date.start)}–"
    return _marked(date, _ends(date, labels), labels)


def whole_date(date: Date, labels: Labels) -> str:
    """The date as far as it is known, with the same marks."""
    if date.words:
        return date.words
    return _marked(date, labels.date(replace(date, start=_sure(date.start), end=_sure(date.end))), labels)


def day_in_year(date: Date | None, labels: Labels) -> str:
    """Month and day without the year: "16 April"; nothing where only the year is known."""
    if not (date and date.start and date.start.month):
        return ""
    return _marked(date, labels.day_in_year(date.start), labels)


def years_with_letters(
    references: Sequence[Reference], names: Mapping[str, str], years: Mapping[str, str]
) -> dict[str, str]:
    """The years with a, b, c by title, where works of the same people fall into one (Chicago 17, 15.20).

    `names` and `years` are those that citations have, by the ids of the works.
    """
    groups: dict[tuple[str, str], list[Reference]] = {}
    for reference in references:
        groups.setdefault((names[reference.id], years[reference.id]), []).append(reference)
    lettered = dict(years)
    for (who, year), group in groups.items():
        # Works without a maker are told apart by their titles.
        if len(group) > 1 and who:
            group.sort(key=lambda one: folded(one.title.plain()))
            lettered |= {one.id: f"{year}{_hyphen(year)}{_letter(at)}" for at, one in enumerate(group)}
    return lettered


def _letter(index: int) -> str:
    """a to z, then aa, ab and so on."""
    before, last = divmod(index, 26)
    return (_letter(before - 1) if before else "") + ascii_lowercase[last]


def _hyphen(year: str) -> str:
    """Letters behind words follow a hyphen: "n.d.-a"."""
    return "" if year[-1:].isdecimal() else "-"


def _marked(date: Date, words: str, labels: Labels) -> str:
    moments = [moment for moment in (date.start, date.end) if moment]
    if any(moment.approximate for moment in moments):
        words = labels("circa", date=words)
    return f"[{words}?]" if any(moment.uncertain for moment in moments) else words


def _ends(date: Date, labels: Labels) -> str:
    ends = [labels.year(moment) for moment in (date.start, date.end) if moment]
    return "–".join(dict.fromkeys(ends))


def _sure(moment: Moment | None) -> Moment | None:
    return moment and replace(moment, uncertain=False, approximate=False)
