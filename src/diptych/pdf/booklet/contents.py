"""The contents of two pages become those of one side: drawn where they stand, their tags counted on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf
from pikepdf import ContentStreamInstruction, Dictionary, Name, Object, Pdf

from diptych.pdf.booklet.resources import Resources
from diptych.pdf.booklet.sides import Place, Side

# The kind of resource that an operator names.
_KINDS = {
    "Tf": Name.Font,
    "Do": Name.XObject,
    "gs": Name.ExtGState,
    "cs": Name.ColorSpace,
    "CS": Name.ColorSpace,
    "scn": Name.Pattern,
    "SCN": Name.Pattern,
    "sh": Name.Shading,
}
# Operators with a list of properties, among them the number of a marked content.
_MARKS = {"BDC", "DP"}
# Marks in the fold, in pt: how long, how thick, how light. Printers leave some 4 mm of the edge white.
_MARK, _HAIRLINE, _GREY = 20, 0.25, 0.4


def draw(pdf: Pdf, sides: Iterable[Side]) -> None:
    """Gives every side the contents and resources of its pages, and marks in the fold."""
    patterns: dict[tuple[Any, ...], Object] = {}
    for side in sides:
        resources = Resources(patterns)
        drawn = [_drawn(place, resources) for place in side.places]
        side.page.Contents = pdf.make_stream(b"\n".join([*drawn, _fold_marks(side)]))
        side.page.Resources = resources.named


def _drawn(place: Place, resources: Resources) -> bytes:
    """The page's content where it stands, cut off at the page's edges."""
    box = place.box
    frame = f"{box.llx:.4f} {box.lly:.4f} {box.width:.4f} {box.height:.4f} re W n".encode()
    content = pikepdf.unparse_content_stream(list(_instructions(place, resources)))
    return b"\n".join([b"q", place.matrix.encode() + b" cm", frame, content, b"Q"])


def _instructions(place: Place, resources: Resources) -> Iterator[Any]:
    for step in pikepdf.parse_content_stream(pikepdf.Page(place.page)):
        operator = str(step.operator)
        if operator in _MARKS:
            kind, properties = step.operands
            yield ContentStreamInstruction([kind, _marked(properties, place, resources)], step.operator)
        elif operator in _KINDS and isinstance(step, ContentStreamInstruction):
            named = [_renamed(one, _KINDS[operator], place, resources) for one in step.operands]
            yield ContentStreamInstruction(named, step.operator)
        else:
            yield step


def _marked(properties: Any, place: Place, resources: Resources) -> Any:
    """The properties of a marked content, with its number on the side."""
    if isinstance(properties, Name):
        listed = _counted_on(resources.found(Name.Properties, properties, place), place)
        return resources.name(Name.Properties, properties, listed)
    return _counted_on(properties, place)


def _counted_on(properties: Object, place: Place) -> Object:
    if Name.MCID not in properties:
        return properties
    return Dictionary({**dict(properties.items()), "/MCID": place.first_mark + int(properties.MCID)})


def _renamed(operand: Any, kind: Name, place: Place, resources: Resources) -> Any:
    """A name as the side has it; numbers as they are."""
    return resources.of(kind, operand, place) if isinstance(operand, Name) else operand


def _fold_marks(side: Side) -> bytes:
    """Hairlines at both ends of the fold: no part of the document (ISO 32000-1, 14.8.2.2.2)."""
    fold, top = side.width / 2, side.height
    ends = ((0.0, _MARK), (top, top - _MARK))
    lines = " ".join(f"{fold:.4f} {edge:.4f} m {fold:.4f} {end:.4f} l" for edge, end in ends)
    return f"/Artifact <</Type /Page>> BDC q {_HAIRLINE} w {_GREY} G {lines} S Q EMC".encode()
