"""Spaces at which no line may end: in dates and abbreviations, before units, by language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

_FIRM = "\u00a0"
_THIN = "\u202f"

# The International System of Units (BIPM brochure, 9th edition) and what schools use besides.
_UNITS = (
    r"(?:[kcmdµnMG]?m[²³]?|km/h|m/s²?|[kmµ]?g|t|ha|[mcdh]?[lL]|[kMG]?W(?:h)?|[km]?V|mA|[kM]?N|[kM]?J|"
    r"[kMG]?Hz|[hkM]?Pa|kcal|mol|°C|°F|K|min|ms|s|h|kB|MB|GB|%|‰|€|£|\$|USD|EUR)"
)
_SHORTENED = (
    r"(?:pp?|ff?|vols?|[Nn]os?|[Aa]rts?|ch|chap|[Ff]igs?|[Ee]q|ed|ca?|circa|"
    r"S|Nr|Abb|Kap|Bd|Abs|Jh|[Tt]ab|[Aa]nm|núms?|págs?|blz|с|стр|г|гл|рис)"
)
_RULES = (
    (re.compile(rf"(?<=\d) (?={_UNITS}(?!\w))"), _FIRM),
    (re.compile(rf"(?<!\w)({_SHORTENED}\.|[§№]) (?=\d)"), rf"\1{_FIRM}"),
    # Abbreviations of single letters, and initials: z. B., d. h., e. g., J. F.
    (re.compile(r"(?<!\w)([^\W\d]\.) (?=[^\W\d]\.)"), rf"\1{_FIRM}"),
    (re.compile(r"(?<=\d) (?=\d{3}(?!\d))"), _FIRM),
    (re.compile(r" (?=[–—] )"), _FIRM),
)
# Imprimerie nationale, Lexique des règles typographiques: thin before ; ! ?, a full space before a colon.
_FRENCH = (
    (re.compile(r" (?=[;!?])"), _THIN),
    (re.compile(r" (?=:)"), _FIRM),
    (re.compile(r"(?<=«) | (?=»)"), _THIN),
)


def with_firm_spaces(text: str, lang: str, months: Sequence[str] = ()) -> str:
    """The text with no-break spaces in place of those at which a line would end badly.

    `months` are the names of the language's months, which stay with the day before them.
    """
    if " " not in text:
        return text
    for pattern, firm in _rules(lang):
        text = pattern.sub(firm, text)
    return _before(tuple(months)).sub(rf"\1{_FIRM}", text) if months else text


@lru_cache(maxsize=64)
def _before(months: tuple[str, ...]) -> re.Pattern[str]:
    """The space between a day and one of these months."""
    names = "|".join(map(re.escape, months))
    return re.compile(rf"(?<=\d)(\.|er|º)? (?=(?:{names})(?!\w))")


def _rules(lang: str) -> Iterator[tuple[re.Pattern[str], str]]:
    yield from _RULES
    if lang.split("-")[0] == "fr":
        yield from _FRENCH
