"""Scalars with a form of their own: a language tag, a length of time, a number of pages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from diptych.material.place import NOWHERE, Place

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_TIME = re.compile(r"(?:(?P<hours>\d+)\s*(?:h|hours?))?\s*(?:(?P<minutes>\d+)\s*(?:min|minutes?)?)?")
_PAGES = re.compile(r"(?P<count>[1-9]\d{0,3})\s*(?:pages?)?")
_ISO_TIME = re.compile(r"PT(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?")


class Language(str):
    """A language tag in the form of BCP 47."""

    __slots__ = ()


class Verbatim(str):
    """Text whose line breaks and spaces are kept."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class FilePath:
    """The path of a file in the source's folder, and where the source names it."""

    path: str
    place: Place = NOWHERE


class Minutes(int):
    """A length of time in minutes."""

    __slots__ = ()


class Pages(int):
    """A number of pages."""

    __slots__ = ()


def parse_language(text: str) -> Language:
    """The language tag, as written; ValueError where it is none."""
    if not _LANGUAGE.fullmatch(text):
        raise ValueError("not a language tag")
    return Language(text)


def parse_minutes(text: str) -> Minutes:
    """Minutes from `50 min`, `50`, `1 h 30 min` or ISO 8601's `PT1H30M`; ValueError otherwise."""
    match = _ISO_TIME.fullmatch(text) or _TIME.fullmatch(text)
    if not match or not any(match.groups()):
        raise ValueError("not a length of time")
    return Minutes(int(match["hours"] or 0) * 60 + int(match["minutes"] or 0))


def parse_pages(text: str) -> Pages:
    """Pages from `2 pages` or `2`; ValueError otherwise."""
    match = _PAGES.fullmatch(text)
    if not match:
        raise ValueError("not a number of pages")
    return Pages(int(match["count"]))
