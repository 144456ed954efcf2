"""Names and days as APA writes them."""

from __future__ import annotations

from collections.abc import Sequence

from diptych.material.citing.people import in_order, initials, inverted_with, joined
from diptych.material.citing.years import whole_date
from diptych.material.dates import Date
from diptych.material.facts import Name
from diptych.material.labels import Labels

_MOST, _SHOWN = 20, 19


def inverted_names(people: Sequence[Name]) -> str:
    """Up to twenty names with "&" before the last; of more nineteen, an ellipsis and the last (9.8)."""
    names = [inverted_with(name, initials(name)) for name in people]
    if len(names) > _MOST:
        return f"{', '.join(names[:_SHOWN])}, … {names[-1]}"
    return f"{', '.join(names[:-1])}, & {names[-1]}" if len(names) > 1 else "".join(names)


def names_in_order(people: Sequence[Name]) -> str:
    """Initials first: "J. D’Agata & A. Goldstein"."""
    names = [_in_order(name) for name in people]
    return " & ".join(names) if len(names) < 3 else f"{', '.join(names[:-1])}, & {names[-1]}"


def month_first(day: str, labels: Labels) -> str:
    """In English "21 July" as "July 21"."""
    first, _, month = day.replace("\u00a0", " ").partition(" ")
    english = labels.lang.startswith("en") and first.isdecimal() and month
    return f"{month} {first}" if english else day


def day_read(date: Date, labels: Labels) -> str:
    """The day a page was read: in English "May 1, 2017"."""
    words = whole_date(date, labels)
    day, _, year = words.rpartition(" ")
    turned = month_first(day, labels)
    return f"{turned}, {year}" if turned != day else words


def _in_order(name: Name) -> str:
    if name.literal or not name.family:
        return in_order(name)
    return joined(
        initials(name), name.dropping_particle, name.non_dropping_particle, name.family, name.suffix
    )
