"""HTML of a line or two, typeset in the classic layout's fonts."""

from __future__ import annotations

from typing import Any

from diptych.layout.load import load_layout
from diptych.material.place import NOWHERE, Place
from diptych.pdf.assets import Assets, font_faces
from diptych.pdf.typeset import PdfFile, typeset

LAYOUT = load_layout("classic")
HEAD = f"<title>A page</title><style>{font_faces(LAYOUT.theme)} html {{ font-family: Carlito }}</style>"


class Nowhere:
    """A document whose words have no place in a source."""

    def of_text(self, words: str) -> Place:
        return NOWHERE

    def of_picture(self, path: str) -> Place:
        return NOWHERE


def set_in_type(body: str, lang: str = "en", licence: str = "", **options: Any) -> PdfFile:
    """The file of this body; `options` are those of `typeset`."""
    assets = Assets(LAYOUT, "handout", LAYOUT.theme, {})
    html = f'<html lang="{lang}"><head>{HEAD}</head><body>{body}</body></html>'
    return typeset(html, assets, licence, Nowhere(), **options)
