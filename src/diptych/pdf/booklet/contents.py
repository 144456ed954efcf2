"""The contents of two pages become those of one side: drawn where they stand, their tags counted on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf
from pikepdf import Dictionary, Matrix, Name, Object, Operator, Page, Pdf

from diptych.pdf.booklet.sides import Place, Side, numbers

# The kind of resource that an operator's last operand names.
_KINDS = {
    "Tf": "/Font",
    "Do": "/XObject",
    "gs": "/ExtGState",
    "cs": "/ColorSpace",
    "CS": "/ColorSpace",
    "scn": "/Pattern",
    "SCN": "/Pattern",
    "sh": "/Shading",
    "BDC": "/Properties",
    "DP": "/Properties",
}
# Colour spaces that need no resource (ISO 32000-1, table 74).
_DEVICE = {"/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/Pattern"}
# Marks in the fold, in pt: how long, how thick, how dark. Printers leave some 4 mm of the edge white.
_MARK, _HAIRLINE, _GREY = 22.0, 0.25, 0.45


def draw(pdf: Pdf, sides: Iterable[Side]) -> None:
    """Every side gets the contents and resources of its pages, and marks in the fold."""
    moved: dict[tuple[Any, ...], Object] = {}
    for side in sides:
        resources = _Resources(pdf, moved)
        drawn = [_drawn(place, resources) for place in side.places]
        side.page.Contents = pdf.make_stream(b"\n".join([*drawn, _fold_marks(side)]))
        side.page.Resources = resources.named


def _drawn(place: Place, resources: _Resources) -> bytes:
    """The page's content where it stands, and cut off at its edges."""
    box = place.box
    frame = f"{box.llx:.4f} {box.lly:.4f} {box.width:.4f} {box.height:.4f} re W n".encode()
    content = pikepdf.unparse_content_stream(list(_instructions(place, resources)))
    return b"\n".join([b"q", place.matrix.encode() + b" cm", frame, content, b"Q"])
