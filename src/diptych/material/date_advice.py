"""How a date that was written for people is written for a program."""

from __future__ import annotations

import re
from collections.abc import Callable

_BEFORE = r"(?:b\.?\s*c\.?(?:\s*e\.?)?|v\.?\s*chr\.?|av\.?\s*j\.?-?c\.?|a\.\s*c\.|до н\.\s*э\.)"
_ABOUT = r"(?:c|ca|circa|about|around|um|etwa|vers|около|±)\.?\s*"


def date_advice(text: str) -> str:
    """What to write in place of a date that is none: `write -0043` for "44 BC"; empty where nobody knows."""
    folded = " ".join(text.split()).casefold()
    for pattern, written in _FORMS:
        if found := re.fullmatch(pattern, folded):
            return f"write {written(found)}"
    return ""


def _before_christ(found: re.Match[str]) -> str:
    """The year before year 1 is 0."""
    year = 1 - int(found[1])
    return (
        f"{'-' if year < 0 else ''}{abs(year):04} for {found[1]} BC: years count on below 0000, which is 1 BC"
    )


def _day(found: re.Match[str]) -> str:
    day, month, year = (int(found[number]) for number in (1, 2, 3))
    return f"{year:04}-{month:02}-{day:02}, first the year, then month and day"


def _century(found: re.Match[str]) -> str:
    return f"{int(found[1]) - 1:02}XX"


_FORMS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (rf"(\d{{1,4}})\s*{_BEFORE}", _before_christ),
    (rf"{_ABOUT}(\d{{4}})", lambda found: f"{found[1]}~ for about {found[1]}"),
    (r"(\d{4})\s*[-–—]\s*(\d{4})", lambda found: f"{found[1]}/{found[2]}"),
    (r"(\d{4})\s*[-–—]", lambda found: f"{found[1]}/.. for from {found[1]}"),
    (r"(\d{3})0[’']?(?:s|er|er jahre)", lambda found: f"{found[1]}X"),
    (r"(\d{1,2})(?:st|nd|rd|th|\.)\s*(?:century|jahrhundert|jh\.?)", _century),
    (r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", _day),
    (r"(\d{4})[./](\d{1,2})[./](\d{1,2})", lambda found: f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"),
    (r"(\d{4})-(\d{1,2})-(\d{1,2})", lambda found: f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"),
    (r"-(\d{1,4})", _before_christ),
    (r"(\d{1,3})", lambda found: f"{int(found[1]):04}, years have four digits"),
    (r"(-?)(\d{5,})", lambda found: f"Y{found[1]}{found[2]}, years of more digits begin with Y"),
    (r"(\d{4})[ -](\d)", lambda found: f"{found[1]}-0{found[2]}"),
)
