"""Which characters glyphs stand for: what tells a PDF's readers the letters of scripts that run back.

WeasyPrint names a glyph after the cluster of characters in which it first occurs: a letter that first has a
mark would be both, and the next one like it nothing. What a glyph stands for is in its font.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

_SINGLE, _ALTERNATES, _LIGATURES, _EXTENSION = 1, 3, 4, 7  # OpenType 1.9, GSUB, types of lookups
# Letters as they look in a place: compatibility characters of the letters themselves.
_FORMS = frozenset(map(chr, (*range(0xFB1D, 0xFE00), *range(0xFE70, 0xFF00))))
_LETTERS = frozenset({"R", "AL"})


def right_to_left_glyphs(data: bytes, used: Mapping[int, str]) -> dict[int, str]:
    """The characters of the used glyphs that are written from the right, by the number of the glyph.

    What extracts text turns lines round character by character, so that the letters of a ligature stand as
    they are seen.
    """
    if not any(unicodedata.bidirectional(char) in _LETTERS for text in used.values() for char in text):
        return {}
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    with TTFont(io.BytesIO(data), lazy=True) as font:
        names, known = font.getGlyphOrder(), _characters(font)
        told = {number: known.get(names[number], "") for number in used}
    return {number: text[::-1] for number, text in told.items() if text and all(map(_runs_back, text))}


def _runs_back(char: str) -> bool:
    return unicodedata.bidirectional(char) in {*_LETTERS, "NSM"}


def _characters(font: Any) -> dict[str, str]:
    """The characters of every glyph by its name: those of the character map, and what becomes of them."""
    known: dict[str, str] = {}
    for code, name in sorted(font.getBestCmap().items()):
        char = chr(code)
        known.setdefault(name, unicodedata.normalize("NFKC", char) if char in _FORMS else char)
    found = list(_substitutions(font))
    before = -1
    while len(known) != before:
        before = len(known)
        for parts, glyph in found:
            if glyph not in known and all(part in known for part in parts):
                known[glyph] = "".join(known[part] for part in parts)
    return known


def _substitutions(font: Any) -> Iterator[tuple[tuple[str, ...], str]]:
    """Glyphs and the one that takes their place."""
    if "GSUB" not in font or not font["GSUB"].table.LookupList:
        return
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            kind = table.ExtSubTable.LookupType if lookup.LookupType == _EXTENSION else lookup.LookupType
            yield from _of_table(kind, getattr(table, "ExtSubTable", table))


def _of_table(kind: int, table: Any) -> Iterator[tuple[tuple[str, ...], str]]:
    if kind == _SINGLE:
        yield from (((one,), other) for one, other in table.mapping.items())
    elif kind == _ALTERNATES:
        yield from (((one,), other) for one, others in table.alternates.items() for other in others)
    elif kind == _LIGATURES:
        for first, ligatures in table.ligatures.items():
            yield from (((first, *one.Component), one.LigGlyph) for one in ligatures)
