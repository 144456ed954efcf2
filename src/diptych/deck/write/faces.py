"""Which font a part of a run names: only what the theme would not give it by itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from diptych.deck.measure.fonts import Fonts, Role
from diptych.deck.template.theme import complex_face, east_asian_face
from diptych.deck.values import Run
from diptych.deck.write.ooxml import attribute
from diptych.layout.theme import DeckType
from diptych.material.scripts import COMPLEX, EAST_ASIAN, script_of, script_of_language

# Every font has the characters before this one.
_SELDOM = "\u0250"


def parts_by_face(run: Run, role: Role, fonts: Fonts, lang: str) -> Iterator[tuple[str, str]]:
    """The run's words in parts, each with the XML that names its font; empty where the theme's will do.

    `lang` is the language of the deck, for which the theme has its fonts.
    """
    seldom = {char for char in run.text if char >= _SELDOM}
    faces = {char: face for char in seldom if (face := _named(char, run, role, fonts, lang))}
    if not faces:
        yield "", run.text
        return
    for face, group in groupby(run.text, key=lambda char: faces.get(char, "")):
        yield face, "".join(group)


def _named(char: str, run: Run, role: Role, fonts: Fonts, lang: str) -> str:
    script = script_of(char)
    if script in EAST_ASIAN:
        return _east_asian(script, run.lang or lang, fonts.type, lang)
    if script in COMPLEX:
        font = fonts.type.scripts.get(script)
        return _xml("cs", font.name) if font and font.name != complex_face(fonts.type, lang) else ""
    holder = fonts.stand_in(char, role)
    return "".join(_xml(kind, holder.name) for kind in ("latin", "ea", "cs")) if holder else ""


def _east_asian(script: str, lang: str, kind: DeckType, around: str) -> str:
    own = script_of_language(lang)
    own = own if own in EAST_ASIAN else {"Hani": "Hans"}.get(script, script)
    font = kind.scripts.get(own)
    return _xml("ea", font.name) if font and font.name != east_asian_face(kind, around) else ""


def _xml(kind: str, name: str) -> str:
    return f'<a:{kind} typeface="{attribute(name)}"/>'
