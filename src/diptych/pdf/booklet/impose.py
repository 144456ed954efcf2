"""The pages of a PDF become a booklet: two on every side of a sheet, which is folded and stapled."""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Dictionary, Name, Pdf

from diptych.pdf.booklet.contents import draw
from diptych.pdf.booklet.destinations import move_links
from diptych.pdf.booklet.sides import Places, Side, sides_of
from diptych.pdf.booklet.structure import ParentTree, move_structure


def imposed(data: bytes, sheet: tuple[float, float]) -> bytes:
    """The tagged PDF of a booklet, on sheets of that width and height in mm.

    It is printed on both sides, turned at the short edge; where the file says that it is read from the right,
    it is bound there. Tags, bookmarks and links are those of the
    pages, in the pages' order; page labels are left out. Raises ValueError for a file without tags, with
    form fields or layers, and for a page that is larger than half a sheet.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        _check(pdf)
        parents = ParentTree(pdf)
        sides = sides_of(pdf, sheet, parents.marks, _from_right(pdf))
        places = Places(sides)
        draw(pdf, sides)
        parents.join(sides)
        move_structure(pdf, places)
        move_links(pdf, sides, places)
        _bind(pdf, sides)
        return _written(pdf)


def _from_right(pdf: Pdf) -> bool:
    return bool(pdf.Root.get(Name.ViewerPreferences, Dictionary()).get(Name.Direction) == Name.R2L)


def _check(pdf: Pdf) -> None:
    if Name.AcroForm in pdf.Root:
        raise ValueError("a booklet is printed and folded; it cannot have form fields")
    if Name.OCProperties in pdf.Root:
        raise ValueError("a booklet cannot have layers")
    if Name.StructTreeRoot not in pdf.Root:
        raise ValueError("the pages have no tags")


def _bind(pdf: Pdf, sides: tuple[Side, ...]) -> None:
    """The sides take the place of the pages, and viewers are told how to print them."""
    del pdf.pages[:]
    for side in sides:
        pdf.pages.append(pikepdf.Page(side.page))
    if Name.PageLabels in pdf.Root:
        del pdf.Root.PageLabels
    preferences = pdf.Root.get(Name.ViewerPreferences, Dictionary())
    preferences.Duplex = Name.DuplexFlipShortEdge
    preferences.PrintScaling = Name("/None")
    pdf.Root.ViewerPreferences = preferences


def _written(pdf: Pdf) -> bytes:
    """The file, the same for the same pages: its name is made of its contents."""
    out = io.BytesIO()
    pdf.save(
        out,
        deterministic_id=True,
        fix_metadata_version=False,  # the metadata stay to the byte as they were written
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return out.getvalue()
