"""Numbers, parts of a whole and lists as a reader of the language writes them, always in digits 0 to 9."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

_MINUS = "\u2212"
_PERCENT = "\u00a0\u202f"
# CLDR has the word of some languages alone.
_PERCENT_WORDS = frozenset(
    {"%", "percent", "per cent", "por ciento", "por cento", "per cento", "procent", "процент", "процентов"}
)
_RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


def number(value: float, locale: Locale, decimals: int = 0, grouped: bool = True) -> str:
    """A number with so many decimals, with marks between its thousands where `grouped`."""
    from babel.numbers import format_decimal

    pattern = ("#,##0" if grouped else "0") + ("." + "0" * decimals if decimals else "")
    return str(format_decimal(value + 0.0, pattern, locale=locale)).replace("-", _MINUS)


def power_of_ten(value: float, locale: Locale) -> str:
    """A number as a mantissa times a power of ten: "1.67 × 10⁻²⁷"; a lone power is "10⁻²⁷"."""
    mantissa, _, exponent = f"{Decimal(format(value, '.12g')).normalize():e}".partition("e")
    power = f"10{str(int(exponent)).translate(_RAISED)}"
    if mantissa == "1":
        return power
    written = number(float(mantissa), locale, len(mantissa.partition(".")[2]))
    return f"{written}\u00a0×\u00a0{power}"


def percent(written: str, locale: Locale) -> str:
    """A number that is written already, with the sign for percent where the language puts it."""
    return f"{written}\u00a0%" if parts_percent(locale) else f"{written}%"


def is_percent(unit: str, locale: Locale) -> bool:
    """True for the sign for percent and for the word of the language."""
    from babel.units import get_unit_name

    told = str(get_unit_name("percent", locale=locale)).casefold()
    return unit.strip().casefold() in {*_PERCENT_WORDS, told}


def parts_percent(locale: Locale) -> bool:
    """True where the language parts a number from its percent sign."""
    return any(space in str(locale.percent_formats[None].pattern) for space in _PERCENT)


def listed(words: Sequence[str], locale: Locale) -> str:
    """Words in a row: "a, b and c", "a、b和c"."""
    from babel.lists import format_list

    return str(format_list(list(words), locale=locale)) if words else ""


def roman(value: int) -> str:
    """A number from 1 on in Roman numerals: 20 is "XX"."""
    steps = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    text = ""
    for step, letters in steps:
        count, value = divmod(value, step)
        text += letters * count
    return text
