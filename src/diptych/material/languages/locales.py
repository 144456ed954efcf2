"""The locale of a language: what CLDR knows of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

# English of no country is that of the world, which puts the day before the month.
_WORLD_ENGLISH = "en-001"


def locale_of(lang: str) -> Locale:
    """The locale of a language tag; of one that CLDR does not know that of its language, else of English."""
    from babel.core import Locale, UnknownLocaleError

    parts = lang.split("-")
    for count in range(len(parts), 0, -1):
        tag = "-".join(parts[:count])
        try:
            return Locale.parse(_WORLD_ENGLISH if tag.lower() == "en" else tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse(_WORLD_ENGLISH, sep="-")
