"""Numbers as people write them: decimal points and commas, thousands parted in several ways."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from diptych.material.languages.locales import locale_of

Mark = Literal[".", ","]

# Ways to write that there is no value.
_MISSING = frozenset(
    {"", "-", "–", "—", "~", "..", "...", "…", "n/a", "na", "n.a.", "nan", "null", "none", "k. a.", "k.a."}
)
_SPACES = re.compile(r"(?<=\d)[\s\u00a0\u202f\u2009'’](?=\d{3}(?!\d))")
_SIGNED = re.compile(r"([-+−–]?)\s?([\d.,]*\d[\d.,]*)([eE][-+−]?\d{1,2})?")
_PLAIN = re.compile(r"\d{0,15}(\.\d{0,15})?")
_DIGITS = str.maketrans("٫٬", ".,")
# With more decimals than these nobody writes a number that has an exponent.
_READABLE = 6


def is_missing(text: str) -> bool:
    """True where a cell says that there is no value."""
    return text.strip().casefold() in _MISSING


def is_number(text: str) -> bool:
    """True for what is a number by either decimal mark."""
    return any(_parsed(text, mark) is not None for mark in (".", ","))


def parse_number(text: str, mark: Mark) -> float:
    """The number; ValueError where the text is none by this decimal mark."""
    found = _parsed(text, mark)
    if found is None:
        raise ValueError("not a number")
    return found


def decimals_of(text: str, mark: Mark) -> int:
    """How many decimals a number is written with, or would be without exponent; 0 where they are many."""
    number, _, exponent = text.strip().casefold().replace("−", "-").partition("e")
    written = len(number.rpartition(mark)[2]) if mark in number else 0
    if not exponent:
        return written
    needed = max(written - int(exponent), 0)
    return needed if needed <= _READABLE else 0


def decimal_mark(texts: Iterable[str], lang: str) -> Mark:
    """The decimal mark of data: that of the numbers which leave no doubt, else that of the language.

    `1,234` alone leaves a doubt; `1,5`, `0,125`, `1.234,5` and `1,234,567` leave none.
    """
    for text in texts:
        if mark := _evident(_joined(text)):
            return mark
    return "." if locale_of(lang).number_symbols["latn"]["decimal"] == "." else ","


def _evident(text: str) -> Mark | None:
    """The decimal mark that a number gives away."""
    marks = [char for char in text if char in ".,"]
    if not marks or not is_number(text):
        return None
    last: Mark = "." if marks[-1] == "." else ","
    other: Mark = "," if last == "." else "."
    if len(set(marks)) == 2:
        return last
    if len(marks) > 1:
        return other
    before, _, after = text.lstrip("+-−–").partition(last)
    grouped = len(after) == 3 and 1 <= len(before) <= 3 and not before.startswith("0")
    return None if grouped else last


def _parsed(text: str, mark: Mark) -> float | None:
    match = _SIGNED.fullmatch(_joined(text))
    if not match:
        return None
    digits = _ungrouped(match[2], mark)
    if digits is None:
        return None
    sign = "-" if match[1] in {"-", "−", "–"} else ""
    return float(sign + digits + (match[3] or "").replace("−", "-"))


def _joined(text: str) -> str:
    """The text without spaces between thousands."""
    return _SPACES.sub("", text.strip().translate(_DIGITS))


def _ungrouped(digits: str, mark: Mark) -> str | None:
    """The digits with a decimal point and without marks between thousands; None where these are misplaced."""
    other = "," if mark == "." else "."
    whole, _, rest = digits.partition(mark)
    groups = whole.split(other)
    thousands = len(groups) == 1 or (
        1 <= len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])
    )
    plain = "".join(groups) + (f".{rest}" if mark in digits else "")
    return plain if thousands and _PLAIN.fullmatch(plain) else None
