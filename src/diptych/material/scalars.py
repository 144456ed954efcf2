"""Scalars with a form of their own: a language tag, a length of time, numbers of pages and lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from diptych.material.place import NOWHERE, Place

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_TIME = re.compile(r"(?:(?P<hours>\d+)\s*(?:h|hours?))?\s*(?:(?P<minutes>\d+)\s*(?:min|minutes?)?)?")
_PAGES = re.compile(r"(?P<count>[1-9]\d{0,3})\s*(?:pages?)?")
_DECIMAL = re.compile(r"[-+−]?(\d{1,15}(\.\d{0,15})?|\.\d{1,15})([eE][-+]?\d{1,2})?", re.ASCII)
_NUMBER = re.compile(r"[1-9]\d{0,5}")
_RANGE = re.compile(r"([1-9]\d{0,5})(?:\s*[-–]\s*([1-9]\d{0,5}))?")
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


@dataclass(frozen=True, slots=True)
class Datum:
    """One cell of data as written: a number, a name, or nothing.

    `where` is its place in a file that the source names (`exports.csv, line 4, column 2`).
    """

    text: str
    place: Place = NOWHERE
    where: str = ""


class Number(float):
    """A number with or without decimals."""

    __slots__ = ()


class LineNumbers(str):
    """Whether lines are numbered: `true`, `false`, or the number of the first; empty where none is said."""

    __slots__ = ()

    @property
    def first(self) -> int:
        """The number of the first line; 0 where it is not said."""
        return int(self) if self.isdecimal() else 0


@dataclass(frozen=True, slots=True)
class Lines:
    """Numbers of lines, as stretches from first to last; false where there are none."""

    ranges: tuple[tuple[int, int], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.ranges)

    def __contains__(self, number: int) -> bool:
        return any(first <= number <= last for first, last in self.ranges)


class Minutes(int):
    """A length of time in minutes, and where it stands."""

    place: Place

    def __new__(cls, minutes: int, place: Place = NOWHERE) -> Minutes:
        """So many minutes, told at that place."""
        made = super().__new__(cls, minutes)
        made.place = place
        return made


class Pages(int):
    """A number of pages."""

    __slots__ = ()


def parse_language(text: str) -> Language:
    """The language tag, as written; ValueError where it is none."""
    if not _LANGUAGE.fullmatch(text):
        raise ValueError("not a language tag")
    return Language(text)


def parse_line_numbers(text: str) -> LineNumbers:
    """`true`, `false` or the number of the first line; ValueError otherwise."""
    if text not in {"true", "false"} and not _NUMBER.fullmatch(text):
        raise ValueError("neither true nor false nor a number")
    return LineNumbers(text)


def parse_lines(text: str) -> Lines:
    """Numbers of lines from `3`, `5-7` or `3, 5-7`; ValueError otherwise."""
    matches = [_RANGE.fullmatch(part.strip()) for part in text.split(",")]
    ranges = tuple((int(one[1]), int(one[2] or one[1])) for one in matches if one)
    if len(ranges) != len(matches) or any(first > last for first, last in ranges):
        raise ValueError("not numbers of lines")
    return Lines(ranges)


def parse_minutes(text: str) -> Minutes:
    """Minutes from `50 min`, `50`, `1 h 30 min` or ISO 8601's `PT1H30M`; ValueError otherwise."""
    match = _ISO_TIME.fullmatch(text) or _TIME.fullmatch(text)
    if not match or not any(match.groups()):
        raise ValueError("not a length of time")
    return Minutes(int(match["hours"] or 0) * 60 + int(match["minutes"] or 0))


def parse_decimal(text: str) -> Number:
    """A number from `5`, `-0.5` or `1e6`; ValueError otherwise."""
    if not _DECIMAL.fullmatch(text):
        raise ValueError("not a number")
    return Number(text.replace("−", "-"))


def parse_pages(text: str) -> Pages:
    """Pages from `2 pages` or `2`; ValueError otherwise."""
    match = _PAGES.fullmatch(text)
    if not match:
        raise ValueError("not a number of pages")
    return Pages(int(match["count"]))
