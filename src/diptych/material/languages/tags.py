"""Language tags (BCP 47), from the most exact to the plain language."""

from __future__ import annotations

import re

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<country>[a-z]{2}|\d{3}))?\b", re.I
)


def tags_of(lang: str) -> tuple[str, ...]:
    """The tags that files for a language may bear: `de-AT`, `de`; for `zh-TW` also `zh-Hant`, but not `zh`.

    A tag stands for one script: what is written for `zh` is in simplified characters, so that it serves
    nobody who reads traditional ones (likely subtags, UTS 35, part 1, section 4.3).
    """
    parts = _TAG.match(lang)
    if not parts or "-" not in lang:
        return (lang.lower(),) if parts else (lang,)
    language = parts["language"].lower()
    script, country = (parts["script"] or "").title(), (parts["country"] or "").upper()
    usual = _likely_script(language, "")
    script = script or _likely_script(language, country)
    bases = (f"{language}-{script}", *((language,) if script == usual else ()))
    regional = [f"{base}-{country}" for base in (bases[0], language) if country]
    return tuple(dict.fromkeys((lang, *regional, *bases)))


def country_of(language: str) -> str:
    """The country with most speakers of a language, such as DE."""
    return _likely(language, "").rpartition("_")[2]


def _likely_script(language: str, country: str) -> str:
    """The script that most people write the language in there, such as Hant."""
    return next((part for part in _likely(language, country).split("_") if len(part) == 4), "")


def _likely(language: str, country: str) -> str:
    from babel.core import get_global

    likely = get_global("likely_subtags")
    return str(likely.get(f"{language}_{country}") or likely.get(language) or "")
