"""Which scripts the text of an HTML page is written in: what fonts it needs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from diptych.layout.letters import opened_font
from diptych.layout.theme import ScriptType
from diptych.material.scripts import EAST_ASIAN, script_of, script_of_language, scripts_of

_LANGUAGE = re.compile(r'\blang="([\w-]+)"')


def first_script(html: str) -> str:
    """The script of the language that the HTML as a whole is written in."""
    found = _LANGUAGE.search(html)
    return script_of_language(found[1]) if found else ""


def scripts_used(html: str, known: Sequence[str]) -> frozenset[str]:
    """The scripts (ISO 15924) among those `known` that letters or languages of the HTML belong to.

    Ideographs are those of its languages; where none of these is East Asian, of the first that is known.
    """
    named = {script_of_language(lang) for lang in _LANGUAGE.findall(html)}
    found = scripts_of(html) | named
    if found & EAST_ASIAN and not named & EAST_ASIAN:
        found |= {next((script for script in known if script in EAST_ASIAN), "")}
    elif found & EAST_ASIAN:
        found -= EAST_ASIAN - named
    return found & frozenset(known)


def with_other_forms(html: str, used: frozenset[str], scripts: Mapping[str, ScriptType]) -> frozenset[str]:
    """The scripts that are used, and others whose fonts have ideographs of the HTML that theirs lack."""
    left = {char for char in set(html) if script_of(char) in EAST_ASIAN}
    east_asian = [script for script in scripts if script in EAST_ASIAN]
    for script in sorted(east_asian, key=lambda one: one not in used):
        if not left:
            break
        with opened_font(scripts[script].heading.regular) as font:
            known = {char for char in left if ord(char) in font.getBestCmap()}
        used |= {script} if known else set()
        left -= known
    return used
