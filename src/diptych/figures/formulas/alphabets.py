"""Letters of mathematics: italic, bold, double-struck (Unicode, Mathematical Alphanumeric Symbols)."""

from __future__ import annotations

from types import MappingProxyType

from diptych.material.formulas.tree import Variant

# Where the capitals and small letters of Latin, those of Greek and the digits of an alphabet begin.
_LATIN: MappingProxyType[Variant, int] = MappingProxyType(
    {
        "italic": 0x1D434,
        "bold": 0x1D400,
        "bold-italic": 0x1D468,
        "script": 0x1D49C,
        "fraktur": 0x1D504,
        "double": 0x1D538,
        "sans": 0x1D5A0,
        "typewriter": 0x1D670,
    }
)
_GREEK: MappingProxyType[Variant, int] = MappingProxyType(
    {"italic": 0x1D6E2, "bold": 0x1D6A8, "bold-italic": 0x1D71C}
)
_DIGITS: MappingProxyType[Variant, int] = MappingProxyType(
    {
        "bold": 0x1D7CE,
        "bold-italic": 0x1D7CE,
        "double": 0x1D7D8,
        "sans": 0x1D7E2,
        "typewriter": 0x1D7F6,
    }
)
# Letters that Unicode had before it had the alphabets.
_EARLIER = MappingProxyType(
    {
        ("italic", "h"): "ℎ",
        **{("script", char): sign for char, sign in zip("BEFHILMRego", "ℬℰℱℋℐℒℳℛℯℊℴ", strict=True)},
        **{("fraktur", char): sign for char, sign in zip("CHIRZ", "ℭℌℑℜℨ", strict=True)},
        **{("double", char): sign for char, sign in zip("CHNPQRZ", "ℂℍℕℙℚℝℤ", strict=True)},
    }
)
_GREEK_VARIANTS = "∂ϵϑϰϕϱϖ"
_DOTLESS = MappingProxyType({"ı": "𝚤", "ȷ": "𝚥"})


def letter(char: str, variant: Variant) -> str:
    """The character for a letter or digit in that variant; itself where there is none."""
    if variant == "":
        # Capital Greek letters stand upright, as TeX sets them.
        variant = "upright" if "Α" <= char <= "Ω" else "italic"
    if (variant, char) in _EARLIER:
        return _EARLIER[variant, char]
    if variant == "italic" and char in _DOTLESS:
        return _DOTLESS[char]
    if char.isascii() and char.isalpha() and variant in _LATIN:
        return chr(_LATIN[variant] + ord(char.upper()) - 65 + (26 if char.islower() else 0))
    if char.isascii() and char.isdigit() and variant in _DIGITS:
        return chr(_DIGITS[variant] + int(char))
    if variant in _GREEK and (place := _greek_place(char, variant)) is not None:
        return chr(_GREEK[variant] + place)
    return char


def _greek_place(char: str, variant: str) -> int | None:
    """Where a Greek letter stands in its alphabet."""
    if "Α" <= char <= "Ω":
        return ord(char) - 0x391
    if char == "∇":
        return 25 if variant != "italic" else None
    if "α" <= char <= "ω":
        return ord(char) - 0x3B1 + 26
    return 51 + _GREEK_VARIANTS.index(char) if char in _GREEK_VARIANTS else None
