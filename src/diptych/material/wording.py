"""How findings speak of kinds of value."""

from __future__ import annotations

import typing
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from diptych.material.addresses import Address
from diptych.material.dates import Date
from diptych.material.finding_names import FindingName
from diptych.material.formulas.notation import Notation
from diptych.material.maps.coordinates import Coordinates
from diptych.material.markup import Prose, Rich
from diptych.material.scalars import (
    Datum,
    FilePath,
    Language,
    LineNumbers,
    Lines,
    Minutes,
    Number,
    Pages,
    Verbatim,
)

TYPE_WORDS: dict[Any, tuple[str, str]] = {
    int: ("a whole number", "write digits only, such as 5"),
    bool: ("true or false", "write true or false"),
    Coordinates: ("a latitude and a longitude", "write 52.52 N 13.40 E, or 52.52, 13.40"),
    Date: (
        "a date",
        "write 1922, 1922-04, 1922-04-16, 1922~ (about), 1922? (uncertain), 192X, 1925/1933 or -0043 (44 BC)",
    ),
    Language: ("a language tag", "write one such as en, en-GB, de or ru"),
    LineNumbers: ("true, false or a number", "write true, false, or the number of the first line"),
    Lines: ("numbers of lines", "write them so: 3, 5-7"),
    Number: ("a number", "write digits with a decimal point, such as 2.5"),
    Datum: ("a number or a name", ""),
    Minutes: ("a length of time", "write 50 min or 1 h 30 min"),
    Pages: ("a number of pages", "write 2 pages"),
    Rich: ("a text", ""),
    Prose: ("a text", ""),
    str: ("a text", ""),
    Address: ("a web address", "write https://…"),
    FilePath: ("the path of a file", ""),
    Notation: ("a formula", ""),
    Verbatim: ("a text", ""),
}

# What a finding is called where a text is none of the kind.
NAMES: dict[Any, FindingName] = {
    int: "not-a-number",
    bool: "word-not-allowed",
    Coordinates: "not-coordinates",
    Date: "not-a-date",
    Language: "not-a-language",
    LineNumbers: "word-not-allowed",
    Lines: "not-a-number",
    Minutes: "not-a-time",
    Number: "not-a-number",
    Pages: "not-a-number",
}


def words_for(kind: Any) -> str:
    """What a value of the kind is called: "a text", "a date", "one of left, right"."""
    if kind in TYPE_WORDS:
        return TYPE_WORDS[kind][0]
    choices = typing.get_args(kind)
    return f"one of {listed(choices)}" if choices else "a text"


def listed(words: Iterable[object], last: str = "or") -> str:
    """Words in a row: `a`, `b` or `c`."""
    quoted = [f"`{word}`" for word in words]
    if len(quoted) < 2:
        return "".join(quoted)
    return f"{', '.join(quoted[:-1])} {last} {quoted[-1]}"


def article(name: str) -> str:
    """The name of a key's mapping in a sentence: "an entry of `key_terms`", "a `question`"."""
    if name.endswith("s") and name not in {"points", "steps", "notes_space"}:
        return f"an entry of `{name}`"
    return f"`{name}`"


def closest(word: str, known: tuple[str, ...]) -> str:
    """The known word that is most like this one; empty where none is."""
    return next(iter(get_close_matches(word, known, n=1, cutoff=0.6)), "")


def did_you_mean(word: str, known: tuple[str, ...]) -> str:
    """The hint for a word that is none of the known ones."""
    close = closest(word, known)
    return f"did you mean `{close}`?" if close else f"write one of {listed(known)}"
