"""Programming languages by the names that people write: known ones, plain text, and misspelt ones."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

from diptych.material.wording import listed

# What says that nothing is to be set off; pseudocode has no grammar.
PLAIN = frozenset({"text", "none", "plain", "pseudocode"})
# How alike a word and a known name must be to be thought the same name misspelt, or with letters mixed up.
_ALIKE, _TURNED = 0.8, 0.72
_SHOWN = 4


def known_as(language: str) -> str:
    """The short name by which Pygments knows the language; empty for plain text and unknown languages."""
    name = language.strip().casefold()
    if not name or name in PLAIN:
        return ""
    joined = re.sub(r"[\s_-]+", "", name)
    versionless = re.sub(r"[\d.]+$", "", joined)
    return next((known for one in (name, joined, versionless) if (known := _names().get(one, ""))), "")


def proper_name(language: str) -> str:
    """The language as readers know it: “SQL” for `sql`; what has capitals is as its author wants it."""
    if language == "r":  # Pygments sees one language in S and R
        return "R"
    known = known_as(language) if language.islower() else ""
    return _proper_names().get(known, language)


def language_of_file(file: str) -> str:
    """The short name of the language that a file's ending tells; empty where it tells none."""
    from pygments.lexers import find_lexer_class_for_filename

    lexer = find_lexer_class_for_filename(file) if file else None
    return str(lexer.aliases[0]) if lexer and lexer.aliases and lexer.aliases[0] not in PLAIN else ""


def misspelt(language: str) -> str:
    """What to write instead of a name that is nearly a known one; empty for known and for strange names."""
    name = language.strip().casefold()
    if not name or name in PLAIN or known_as(name):
        return ""
    similar = get_close_matches(name, _common_first(_names()), n=_SHOWN, cutoff=_TURNED)
    near = [one for one in similar if _is_slip(name, one)]
    return f"did you mean {listed(near)}? write `text` where nothing is to be set off" if near else ""


def _is_slip(written: str, known: str) -> bool:
    """True where a name is the other misspelt; one that holds the other is none: assembler, TI-Basic."""
    if (written in known or known in written) and abs(len(written) - len(known)) > 1:
        return False
    alike = SequenceMatcher(None, known, written).ratio()
    return alike >= _ALIKE or sorted(written) == sorted(known)


def _common_first(names: Iterable[str]) -> list[str]:
    """Names that people write: version numbers and the like are left out."""
    return sorted(name for name in names if len(name) > 1)


@functools.cache
def _names() -> dict[str, str]:
    """The short name of every language by each of its names."""
    from pygments.lexers import get_all_lexers

    found: dict[str, str] = {}
    for name, aliases, _, _ in get_all_lexers(plugins=False):
        for one in (*aliases, name):
            if aliases:
                found.setdefault(one.casefold(), aliases[0])
    return found


@functools.cache
def _proper_names() -> dict[str, str]:
    """The name of every language by its short one."""
    from pygments.lexers import get_all_lexers

    return {aliases[0]: name for name, aliases, _, _ in get_all_lexers(plugins=False) if aliases}
