"""The words in which formulas are told, one module a language.

Signs are told by their word; what is built of parts by a phrase with places for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from diptych.material.formulas.voices import english, french, german, spanish

_VOICES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {"en": english.WORDS, "de": german.WORDS, "fr": french.WORDS, "es": spanish.WORDS}
)


def spoken_words(lang: str) -> Mapping[str, str]:
    """The words of a language; none where formulas are not told in it."""
    return _VOICES.get(lang.split("-")[0].lower(), MappingProxyType({}))
