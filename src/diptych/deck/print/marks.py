"""Bullets and numbers as presentation programs write them before a paragraph."""

from __future__ import annotations

import re

from diptych.deck.design.slide_layouts import Area
from diptych.deck.values import TextParagraph

BULLETS = "•–•–"
# Arabic, letters, Roman; then what stands around the number (ISO/IEC 29500-1, 20.1.10.61).
_SCHEME = re.compile(r"(arabic|alphaLc|alphaUc|romanLc|romanUc)(Period|ParenR|ParenBoth|Plain|Minus)")
_AROUND = {"Period": "{}.", "ParenR": "{})", "ParenBoth": "({})", "Plain": "{}", "Minus": "- {} -"}
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def mark_of(paragraph: TextParagraph, area: Area) -> str:
    """The paragraph's bullet or number; empty where it has none."""
    if paragraph.mark:
        return paragraph.mark
    if paragraph.bullet == "line":
        return str(paragraph.number)
    if paragraph.bullet == "number":
        return number_mark(paragraph.number, area.numbering)
    return BULLETS[paragraph.level % len(BULLETS)] if paragraph.bullet else ""


def number_mark(number: int, scheme: str) -> str:
    """The number in an OOXML scheme such as `alphaUcPeriod`; in Arabic digits where it is another one."""
    found = _SCHEME.fullmatch(scheme)
    kind, around = found.groups() if found else ("arabic", "Period")
    return _AROUND[around].format(_counted(number, kind))


def _counted(number: int, kind: str) -> str:
    if kind == "arabic" or number < 1:
        return str(number)
    # After z comes aa, then bb: the same letter once more.
    letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    words = _roman(number) if kind.startswith("roman") else letters
    return words.upper() if kind.endswith("Uc") else words


def _roman(number: int) -> str:
    words = ""
    for value, letters in _ROMAN:
        words += letters * (number // value)
        number %= value
    return words
