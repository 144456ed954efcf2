"""HTML of a line or two, typeset in the classic layout's fonts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from diptych.layout.load import load_layout
from diptych.material.findings import Finding
from diptych.material.place import NOWHERE, Place
from diptych.pdf.assets import Assets
from diptych.pdf.typeset import PdfFile, typeset

LAYOUT = load_layout("classic")
HEAD = "<title>A page</title><style>html { font-family: Carlito }</style>"


class Nowhere:
    """A document whose words have no place in a source."""

    def of_missing(self, characters: Sequence[str]) -> tuple[Finding, ...]:
        return tuple(Finding(NOWHERE, f"no font has `{one}`", kind="missing-glyph") for one in characters)

    def of_picture(self, path: str) -> Place:
        return NOWHERE


def set_in_type(body: str, lang: str = "en", licence: str = "", **options: Any) -> PdfFile:
    """The file of this body; `options` are those of `typeset`."""
    assets = Assets(LAYOUT, "handout", LAYOUT.theme, {})
    html = f'<html lang="{lang}"><head>{HEAD}</head><body>{body}</body></html>'
    return typeset(html, assets, licence, Nowhere(), **options)
