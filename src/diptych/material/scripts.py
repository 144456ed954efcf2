"""Scripts: which way a language is written, and which kind of letters a character is.

Ranges are those of the Unicode Standard's blocks; directions of languages are those of CLDR's layout data.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable

# Scripts by the first character of each range, after ISO 15924; "" is what all scripts share.
_RANGES = (
    (0x0000, "Latn"),
    (0x0370, "Grek"),
    (0x0400, "Cyrl"),
    (0x0530, "Armn"),
    (0x0590, "Hebr"),
    (0x0600, "Arab"),
    (0x0700, "Syrc"),
    (0x0750, "Arab"),
    (0x0780, "Thaa"),
    (0x07C0, "Nkoo"),
    (0x0860, "Syrc"),
    (0x0870, "Arab"),
    (0x0900, "Deva"),
    (0x0980, "Beng"),
    (0x0A00, "Guru"),
    (0x0A80, "Gujr"),
    (0x0B00, "Orya"),
    (0x0B80, "Taml"),
    (0x0C00, "Telu"),
    (0x0C80, "Knda"),
    (0x0D00, "Mlym"),
    (0x0D80, "Sinh"),
    (0x0E00, "Thai"),
    (0x0E80, "Laoo"),
    (0x0F00, "Tibt"),
    (0x1000, "Mymr"),
    (0x10A0, "Geor"),
    (0x1100, "Hang"),
    (0x1200, "Ethi"),
    (0x13A0, "Latn"),
    (0x1780, "Khmr"),
    (0x1800, "Mong"),
    (0x18B0, "Latn"),
    (0x2000, ""),
    (0x2C60, "Latn"),
    (0x2D30, ""),
    (0x2E80, "Hani"),
    (0x2FF0, "Jpan"),
    (0x3040, "Jpan"),
    (0x3100, "Hani"),
    (0x3130, "Hang"),
    (0x3190, "Hani"),
    (0x31F0, "Jpan"),
    (0x3200, "Jpan"),
    (0x3400, "Hani"),
    (0x4DC0, ""),
    (0x4E00, "Hani"),
    (0xA000, ""),
    (0xA640, "Cyrl"),
    (0xA6A0, "Latn"),
    (0xA960, "Hang"),
    (0xA980, ""),
    (0xAC00, "Hang"),
    (0xD800, ""),
    (0xF900, "Hani"),
    (0xFB00, "Latn"),
    (0xFB1D, "Hebr"),
    (0xFB50, "Arab"),
    (0xFE00, ""),
    (0xFE30, "Hani"),
    (0xFE70, "Arab"),
    (0xFEFF, ""),
    (0xFF00, "Jpan"),
    (0xFFA0, "Hang"),
    (0xFFE0, "Jpan"),
    (0xFFF0, ""),
    (0x1AFF0, "Jpan"),
    (0x1B170, ""),
    (0x1EE00, "Arab"),
    (0x1EF00, ""),
    (0x20000, "Hani"),
    (0x32000, ""),
)
_STARTS, _SCRIPTS = tuple(start for start, _ in _RANGES), tuple(script for _, script in _RANGES)
EAST_ASIAN = frozenset({"Hani", "Jpan", "Hans", "Hant", "Hang"})
# Scripts whose letters change or join, or stand on each other: presentation programs call them complex.
_INDIC = ("Deva", "Beng", "Guru", "Gujr", "Orya", "Taml", "Telu", "Knda", "Mlym", "Sinh", "Tibt")
COMPLEX = frozenset(("Hebr", "Arab", "Syrc", "Thaa", "Nkoo", *_INDIC, "Thai", "Laoo", "Mymr", "Khmr"))
# Scripts that know neither italics nor words divided by hyphens.
UPRIGHT = COMPLEX | EAST_ASIAN
_ARABIC = ("ar", "arc", "ckb", "fa", "ks", "pnb", "ps", "sd", "ug", "ur")
_HEBREW = ("he", "iw", "yi")
_RIGHT_TO_LEFT = frozenset((*_ARABIC, *_HEBREW, "dv", "nqo", "syr"))
_LEFT_TO_RIGHT_SCRIPTS = frozenset({"latn", "cyrl", "deva"})
_LANGUAGES = {
    **dict.fromkeys(_ARABIC, "Arab"),
    **dict.fromkeys(_HEBREW, "Hebr"),
    **dict.fromkeys(("hi", "mr", "ne", "sa"), "Deva"),
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "mn", "tg"), "Cyrl"),
    **{"el": "Grek", "ja": "Jpan", "ko": "Hang", "th": "Thai", "zh": "Hans", "yue": "Hant"},
}
_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})


def right_to_left(lang: str) -> bool:
    """True for a language tag (BCP 47) whose text runs from right to left."""
    first, *others = lang.casefold().split("-")
    return first in _RIGHT_TO_LEFT and not _LEFT_TO_RIGHT_SCRIPTS.intersection(others)


def script_of(char: str) -> str:
    """The script of a character (ISO 15924); "" for signs and marks that all scripts share.

    `Hani` are the characters that Chinese, Japanese and Korean have together, with what goes with them.
    """
    script = _SCRIPTS[bisect_right(_STARTS, ord(char)) - 1]
    shared = (script == "Latn" and not char.isalpha()) or unicodedata.category(char) in ("Cf", "Mn")
    return "" if shared and script not in COMPLEX else script


def script_of_language(lang: str) -> str:
    """The script that a language is written in (ISO 15924), `Hans` or `Hant` for Chinese."""
    first, *others = lang.casefold().split("-")
    if first in ("zh", "yue") and _TRADITIONAL.intersection(others):
        return "Hant"
    return next((one.title() for one in others if len(one) == 4), _LANGUAGES.get(first, "Latn"))


def scripts_of(text: str) -> frozenset[str]:
    """The scripts of the text's letters."""
    return frozenset(script_of(char) for char in set(text)) - {""}


def is_upright(text: str) -> bool:
    """True where the text has letters of scripts that know no italics: emphasis shows otherwise there."""
    return not UPRIGHT.isdisjoint(scripts_of(text))


def reads_from_left(texts: Iterable[str]) -> bool:
    """True where there are letters in the texts and all of them are read from left to right."""
    directions = {unicodedata.bidirectional(char) for text in texts for char in set(text)}
    return "L" in directions and not directions & {"R", "AL"}


def runs_back(texts: Iterable[tuple[str, str]], lang: str) -> bool:
    """True where a paragraph of such texts, each with its language, runs from right to left.

    It runs as the language around it does (`lang`) unless not one of its words is of that direction.
    """
    around = right_to_left(lang)
    directions = {right_to_left(own or lang) for text, own in texts if any(map(str.isalnum, text))}
    return around if around in directions or not directions else not around
