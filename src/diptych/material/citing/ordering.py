"""In which order works stand in the list."""

from __future__ import annotations

import re
import unicodedata
from types import MappingProxyType

from diptych.material.citing.people import family, makers
from diptych.material.facts import Name, Reference

# Articles at the beginning of titles, which are passed over in their language and in English.
_ARTICLES = MappingProxyType(
    {
        "de": "der|die|das|ein|eine",
        "en": "the|an|a",
        "es": "el|la|los|las|un|una",
        "fr": "les|le|la|une|un|l['’]",
        "it": "gli|il|lo|la|le|un|una|l['’]",
        "nl": "de|het|een",
        "pt": "os|as|um|uma|o",
    }
)

NamesKey = tuple[tuple[str, ...], ...]


def names_key(reference: Reference, lang: str) -> NamesKey:
    """The names under which a work is sorted, one before several; the title where there are none."""
    people = makers(reference)
    if people:
        return tuple(_name_key(name) for name in people)
    return ((title_key(reference, lang),),)


def title_key(reference: Reference, lang: str) -> str:
    """The title without its article, as it is sorted."""
    title = reference.title.plain()
    spoken = next((span.lang for span in reference.title.spans if span.lang), lang)
    articles = "|".join(filter(None, (_ARTICLES.get(spoken[:2], ""), _ARTICLES["en"])))
    return folded(re.sub(rf"^\W*(?:{articles})(?:\s+|(?<=['’]))", "", title, flags=re.IGNORECASE))


def folded(text: str) -> str:
    """The text as dictionaries sort it: no accents, capitals or marks."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    return " ".join(re.sub(r"[^\w\s]", " ", plain.casefold().replace("’", "").replace("'", "")).split())


def _name_key(name: Name) -> tuple[str, ...]:
    """An institution's article does not count."""
    whole = re.sub(r"^the\s+", "", family(name), flags=re.IGNORECASE)
    return (folded(whole), folded(name.given if name.family else ""), folded(name.suffix))
