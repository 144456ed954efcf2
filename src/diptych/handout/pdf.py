"""The HTML of a handout becomes its PDF, or an error that names what is wrong."""

from __future__ import annotations

from dataclasses import dataclass

from diptych.layout.load import Layout
from diptych.material.blocks import Figure
from diptych.material.checks import texts_of
from diptych.material.document import Document
from diptych.material.model import Material
from diptych.material.numbering import all_blocks
from diptych.material.place import NOWHERE, Place
from diptych.pdf.assets import Assets
from diptych.pdf.typeset import PdfFile, typeset


def render_pdf(html: str, document: Document, layout: Layout) -> PdfFile:
    """The PDF/UA-1 file of a handout.

    Raises SourceError for all that WeasyPrint would only log: a picture that cannot be drawn, a
    character that no font has, a CSS property that it does not know; MissingLibraryError without Pango.
    """
    material = document.material
    return typeset(html, handout_assets(document, layout), material.license, _Places(material))


def handout_assets(document: Document, layout: Layout) -> Assets:
    """What a handout may load: the document's pictures, and the layout's folder `handout`."""
    return Assets(layout, "handout", layout.theme, document.pictures)


@dataclass(frozen=True)
class _Places:
    """Where words and pictures stand in the material."""

    material: Material

    def of_text(self, words: str) -> Place:
        places = (text.place for text in texts_of(self.material) if words in text.plain())
        return next(places, NOWHERE)

    def of_picture(self, path: str) -> Place:
        figures = (block for block in all_blocks(self.material.sections) if isinstance(block, Figure))
        return next((figure.place for figure in figures if figure.figure == path), NOWHERE)
