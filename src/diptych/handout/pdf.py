"""The HTML of a handout becomes its PDF, or an error that names what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from diptych.layout.load import Layout
from diptych.material.blocks import Figure
from diptych.material.document import Document
from diptych.material.findings import Finding
from diptych.material.missing_glyphs import missing_glyphs, texts_with_places
from diptych.material.numbering import all_blocks
from diptych.material.pictures import PictureFile
from diptych.material.place import NOWHERE, Place
from diptych.material.scripts import right_to_left
from diptych.pdf.archive import Attachment
from diptych.pdf.assets import Assets
from diptych.pdf.grey import alike_in_grey, grey_picture
from diptych.pdf.typeset import PdfFile, typeset


def render_pdf(
    html: str,
    document: Document,
    layout: Layout,
    in_grey: bool = False,
    *,
    archive: Sequence[Attachment] | None = None,
    fillable: bool = False,
) -> PdfFile:
    """The PDF/UA-1 file of a handout, its pictures in grey where that is wanted.

    It is PDF/A-3a too where there is a source to keep in it, and has fields where it is fillable. Raises
    SourceError for all that WeasyPrint would only log: a picture that cannot be drawn, a character that no
    font has, a CSS property that it does not know; MissingLibraryError without Pango.
    """
    material = document.material
    assets = handout_assets(document, layout, in_grey)
    licence, places = material.license, _Places(document)
    return typeset(html, assets, licence, places, archive=archive, fillable=fillable)


def handout_assets(document: Document, layout: Layout, in_grey: bool = False) -> Assets:
    """What a handout may load: the document's pictures, and the layout's folder `handout`."""
    pictures = document.pictures
    if in_grey:
        pictures = {path: _in_grey(picture) for path, picture in pictures.items()}
    from_right = right_to_left(document.material.lang)
    return Assets(layout, "handout", layout.theme, pictures, from_right)


def look_alikes(document: Document) -> Iterator[Finding]:
    """What in the document's pictures may be told by colour alone, and is alike in grey."""
    for block in all_blocks(document.material.sections):
        if isinstance(block, Figure) and not block.decorative and block.only != "deck":
            picture = document.pictures[block.figure]
            if pair := alike_in_grey(picture.data, picture.media_type):
                message = f"{pair[0]} and {pair[1]} look alike in grey in the picture `{block.figure}`"
                hint = "name its parts in words too, or make one darker"
                yield Finding(block.place, message, hint, kind="alike-in-grey")


def _in_grey(picture: PictureFile) -> PictureFile:
    return replace(picture, data=grey_picture(picture.data, picture.media_type))


@dataclass(frozen=True)
class _Places:
    """Where words and pictures stand in the material."""

    document: Document

    def of_missing(self, characters: Sequence[str]) -> tuple[Finding, ...]:
        texts = texts_with_places(self.document.material)
        return missing_glyphs(characters, texts, self.document.labels)

    def of_picture(self, path: str) -> Place:
        figures = (
            block for block in all_blocks(self.document.material.sections) if isinstance(block, Figure)
        )
        return next((figure.place for figure in figures if figure.figure == path), NOWHERE)
