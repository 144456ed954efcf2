"""How a text becomes a number, a date or another plain value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from diptych.material.dates import Date, parse_date
from diptych.material.maps.coordinates import Coordinates, parse_coordinates
from diptych.material.scalars import (
    Language,
    LineNumbers,
    Lines,
    Minutes,
    Number,
    Pages,
    parse_decimal,
    parse_language,
    parse_line_numbers,
    parse_lines,
    parse_minutes,
    parse_pages,
)


def _integer(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise ValueError("not a whole number")
    return int(text)


def _truth(text: str) -> bool:
    if text not in {"true", "false"}:
        raise ValueError("neither true nor false")
    return text == "true"


# Each raises ValueError where the text is none of the kind.
PARSERS: Mapping[Any, Callable[[str], Any]] = MappingProxyType(
    {
        int: _integer,
        bool: _truth,
        Coordinates: parse_coordinates,
        Date: parse_date,
        Language: parse_language,
        LineNumbers: parse_line_numbers,
        Lines: parse_lines,
        Minutes: parse_minutes,
        Number: parse_decimal,
        Pages: parse_pages,
    }
)
