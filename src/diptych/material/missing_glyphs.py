"""Characters that no font has: where they stand in the material, told in the same words for both panels."""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from diptych.material.findings import Finding
from diptych.material.labels import Labels
from diptych.material.markup import Rich
from diptych.material.place import NOWHERE, Place
from diptych.material.scripts import script_of
from diptych.material.wording import listed

# How many characters are told of one place, and how many places of one document.
_MOST_CHARACTERS, _MOST_PLACES = 4, 12
_EMOJI = ((0x1F000, 0x1FAFF), (0x2600, 0x27BF))
_JOINER, _EMOJI_FORM = "\u200d", "\ufe0f"


def missing_glyphs(
    missing: Iterable[str],
    texts: Iterable[tuple[str, Place]],
    labels: Labels,
    fonts: str = "layout",
    shown: Mapping[str, Place] = MappingProxyType({}),
) -> tuple[Finding, ...]:
    """One finding for each place of the texts that has any of the `missing` characters, with all of them.

    Of those that stand in none of the texts, the place where they are `shown` is told, or that they are in
    the `labels`; `fonts` says whose fonts lack them.
    """
    left = set(missing)
    places = _places(left, texts)
    left -= {char for found in places.values() for char in found}
    places |= {place: found for place, found in _places(left, shown.items()).items() if place not in places}
    left -= {char for found in places.values() for char in found}
    told = [_finding(found, place, fonts) for place, found in sorted(places.items())]
    return (*_capped(told), *_placeless(sorted(left), labels, fonts))


def _places(missing: Set[str], texts: Iterable[tuple[str, Place]]) -> dict[Place, list[str]]:
    """The missing characters by the place of the text that has them, each once and in its order."""
    places: dict[Place, list[str]] = {}
    for text, place in texts:
        if place != NOWHERE and not missing.isdisjoint(text):
            known = places.setdefault(place, [])
            known.extend(char for char in dict.fromkeys(text) if char in missing and char not in known)
    return places


def texts_with_places(value: Any, place: Place = NOWHERE) -> Iterator[tuple[str, Place]]:
    """Every text inside a value, with the place of what it belongs to."""
    if isinstance(value, str):
        yield value, place
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_with_places(one, place)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        own = getattr(value, "place", NOWHERE)
        within = own if own != NOWHERE else place
        if isinstance(value, Rich):
            yield value.plain(), within
        for field in dataclasses.fields(value):
            if field.name != "lang":
                yield from texts_with_places(getattr(value, field.name), within)


def _finding(found: list[str], place: Place, fonts: str) -> Finding:
    return Finding(place, _message(found, fonts), _hint(found), at=found[0], kind="missing-glyph")


def _message(found: list[str], fonts: str) -> str:
    shown = list(map(told, found[:_MOST_CHARACTERS]))
    if more := len(found) - len(shown):
        shown.append(f"{more} more")
    first, last = ", ".join(shown[:-1]), shown[-1]
    characters = f"characters {first} and {last}" if first else f"character {last}"
    return f"no font of the {fonts} has the {characters}"


def told(char: str) -> str:
    """A character with its code and name, such as `` `🌧` (U+1F327, cloud with rain) ``."""
    name = unicodedata.name(char, "").lower()
    return f"`{char}` (U+{ord(char):04X}{', ' if name else ''}{name})"


def _hint(found: list[str]) -> str:
    if all(map(_is_emoji, found)):
        return "emoji are in no font that a layout brings along; say it in words, or show a picture"
    script = next((name for char in found if (name := script_of(char))), "")
    where = "`fonts:` of a layout of your own" + (f" and name it under `scripts: {script}`" if script else "")
    return f"write other characters, or add a font that has them to {where}"


def _is_emoji(char: str) -> bool:
    return char in (_JOINER, _EMOJI_FORM) or any(first <= ord(char) <= last for first, last in _EMOJI)


def _capped(told: list[Finding]) -> list[Finding]:
    if len(told) <= _MOST_PLACES:
        return told
    left = told[_MOST_PLACES:]
    places = f"{len(left)} more places" if len(left) > 1 else "one more place"
    last = replace(left[0], message=f"{left[0].message}; as in {places} from here on")
    return [*told[:_MOST_PLACES], last]


def _placeless(left: list[str], labels: Labels, fonts: str) -> Iterator[Finding]:
    """What stands in no text of the author's: in labels, or in what was made of several texts."""
    if not left:
        return
    names = [name for name, words in labels.words.items() if not set(left).isdisjoint(words)]
    keys = listed(names[:3], "and")
    inside = f" of {keys} in labels/{labels.lang}.yaml" if names else ""
    yield Finding(NOWHERE, _message(left, fonts) + inside, _hint(left), at=left[0], kind="missing-glyph")
