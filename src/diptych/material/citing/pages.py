"""Page numbers: ranges in the form of each style, and where in a work a citation points."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from diptych.material.facts import Reference

Shortened = Callable[[str, str], str]

_NUMBER = r"(?:[A-Z]?\d+(?:\s?ff?\.)?|[ivxlc]+)"
_NUMBERS = rf"{_NUMBER}(?:\s*[-–—]+\s*{_NUMBER}|,\s*{_NUMBER})*"
_LOCATOR = re.compile(
    r"(?:(?:vol\.|Bd\.|t\.|jg\.)\s*(?P<volume>\d+),\s*)?(?:(?:pp?|S|s|с)\.\s*)?"
    rf"(?P<pages>{_NUMBERS})(?:,\s+(?P<rest>.+))?"
)
_RANGE = re.compile(r"(?<![\w–-])(\d{1,9})\s*(?:-+|–|—)\s*(\d{1,9})(?![\w–-])")
_HYPHEN = re.compile(r"(?<=[\divxlc])\s*(?:-+|—)\s*(?=[A-Z]?\d|[ivxlc]+\b)")


@dataclass(frozen=True, slots=True)
class Locator:
    """Where a citation points: `pages`, perhaps of a `volume`, or `words` such as "ch. 3"; `rest` follows."""

    pages: str = ""
    volume: str = ""
    words: str = ""
    rest: str = ""

    @property
    def several(self) -> bool:
        """True for more than one page."""
        return any(mark in self.pages for mark in "–,f")


def located(text: str, shortened: Shortened) -> Locator:
    """What a citation's locator names, its ranges in the form that the style has."""
    match = _LOCATOR.fullmatch(text.strip())
    if not match:
        return Locator(words=page_ranges(text.strip(), shortened))
    pages = page_ranges(match["pages"], shortened)
    return Locator(pages, match["volume"] or "", "", match["rest"] or "")


def pages_of(reference: Reference, shortened: Shortened) -> str:
    """The pages of a work that is a part of another."""
    return page_ranges(reference.page, shortened)


def page_ranges(text: str, shortened: Shortened) -> str:
    """The text with a dash in each range, and its second number in the form that the style has."""

    def written(match: re.Match[str]) -> str:
        return f"{match[1]}–{shortened(match[1], _whole(match[1], match[2]))}"

    return _HYPHEN.sub("–", _RANGE.sub(written, text))


def in_full(_first: str, last: str) -> str:
    """All digits: 109–117 (APA 7)."""
    return last


def chicago(first: str, last: str) -> str:
    """71–72, 100–104, 107–8, 321–28, 1496–500 (Chicago 17, 9.61)."""
    number = int(first)
    if number < 100 or number % 100 == 0 or len(first) != len(last):
        return last
    return _changed(first, last, 1 if number % 100 < 10 else 2)


def mla(first: str, last: str) -> str:
    """96–101, 103–04, 395–401, 1608–774 (MLA 9)."""
    return last if int(first) < 100 or len(first) != len(last) else _changed(first, last, 2)


def _changed(first: str, last: str, least: int) -> str:
    """The digits of the last number that differ, at least so many."""
    same = next((at for at, pair in enumerate(zip(first, last, strict=True)) if pair[0] != pair[1]), 0)
    return last[min(same, len(last) - least) :]


def _whole(first: str, last: str) -> str:
    """The last number with all its digits: 109-17 ends at 117."""
    missing = len(first) - len(last)
    whole = first[: max(missing, 0)] + last
    return whole if int(whole) > int(first) else last
