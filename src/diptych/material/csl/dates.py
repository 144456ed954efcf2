"""Dates of CSL-JSON become dates of ours: parts, seasons, ranges, raw and literal texts."""

from __future__ import annotations

import re

from diptych.material.csl.text import plain_text
from diptych.material.dates import Date, parse_date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = ("spring", "summer", "autumn", "winter")
_ABOUT = re.compile(r"^(?:c\.|ca\.?|circa|about)\s*", re.IGNORECASE)
_NUMBERS = re.compile(r"(-?\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_WORDS = (
    re.compile(r"(?:(?P<day>\d{1,2})\.?\s+)?(?P<month>[A-Za-z]{3,9})\.?,?\s+(?P<year>\d{4})"),
    re.compile(r"(?P<month>[A-Za-z]{3,9})\.?\s+(?P<day>\d{1,2}),?\s+(?P<year>\d{4})"),
)
_ENGLISH_AUTUMN = "fall"


def csl_date(value: object) -> Date | None:
    """The date, None for an empty one. Raises ValueError where it is no date of CSL-JSON."""
    if isinstance(value, str):
        return _raw(value)
    if not isinstance(value, dict):
        raise ValueError
    parts = value.get("date-parts")
    if parts not in (None, [], [[]]):
        return _from_parts(parts, value)
    for name in ("raw", "literal", "edtf"):
        if value.get(name):
            return _about(_raw(_text(value[name])), value)
    return None


def _from_parts(parts: object, value: dict[str, object]) -> Date | None:
    if not isinstance(parts, list) or len(parts) > 2:
        raise ValueError
    season = _season(value.get("season"))
    moments = [moment for part in parts if (moment := _moment(part, season))]
    return _about(parse_date("/".join(moments)), value) if moments else None


def _moment(part: object, season: str) -> str:
    """Year, month and day as EDTF; empty where there is no year."""
    if not isinstance(part, list) or len(part) > 3:
        raise ValueError
    numbers = [_whole(one) for one in part]
    year, month, day = (*numbers, 0, 0, 0)[:3]
    if not year:
        return ""
    if 13 <= month <= 16:  # seasons, as some programs number them
        month += 8
    return _edtf(year, month, day if month <= 12 else 0, season)


def _edtf(year: int, month: int, day: int, season: str = "") -> str:
    # The year before year 1 is -1 in CSL and 0 in EDTF.
    text = f"{year:04d}" if year > 0 else f"{'-' if year < -1 else ''}{abs(year + 1):04d}"
    if month:
        return f"{text}-{month:02d}-{day:02d}" if day else f"{text}-{month:02d}"
    return text + season


def _raw(text: str) -> Date | None:
    """The date that a text means where it is one, else the text itself."""
    words = plain_text(text)
    if not words:
        return None
    inner = words.strip("[]")
    about = bool(_ABOUT.match(inner))
    inner = _ABOUT.sub("", inner)
    try:
        return parse_date(_understood(inner) + ("~" if about else ""))
    except ValueError:
        return Date(words, None, None, words=words)


def _understood(words: str) -> str:
    """The words as EDTF, as far as they are understood."""
    mark = words[-1:] if words[-1:] in {"?", "~", "%"} else ""
    numbers = words.removesuffix(mark)
    if match := _NUMBERS.fullmatch(numbers.replace("/", "-") if numbers.count("/") == 2 else numbers):
        year, month, day = (int(number or 0) for number in match.groups())
        if month > 12 and month == year % 100 + 1:  # 1922-23 is a span of years, and no season
            return f"{year:04d}/{year + 1:04d}"
        return _edtf(year, month, day) + mark
    for pattern in _WORDS:
        if (match := pattern.fullmatch(words)) and (month := _month(match["month"])):
            return _edtf(int(match["year"]), month, int(match["day"] or 0))
    return words


def _month(word: str) -> int:
    name = "autumn" if word.lower() == _ENGLISH_AUTUMN else word.lower()
    if name in _SEASONS:
        return _SEASONS.index(name) + 21
    return _MONTHS.index(name[:3]) + 1 if name[:3] in _MONTHS else 0


def _about(date: Date | None, value: dict[str, object]) -> Date | None:
    """The date with the mark for "about" where CSL-JSON says `circa`."""
    circa = value.get("circa")
    if not date or date.words or circa in (None, False, "", "0", "false") or "~" in date.edtf:
        return date
    return parse_date("/".join(f"{end}~" if end[-1:].isdecimal() else end for end in date.edtf.split("/")))


def _season(value: object) -> str:
    """The season as EDTF has it behind the year: "-21" for spring."""
    word = _text(value).lower() if value not in (None, "") else ""
    number = _month(word) if word.isalpha() else int(word or 0) + (20 if word else 0)
    return f"-{number}" if 21 <= number <= 24 else ""


def _whole(value: object) -> int:
    if value in (None, ""):
        return 0
    return int(_text(value))


def _text(value: object) -> str:
    if isinstance(value, list | dict):
        raise ValueError
    return str(value)
