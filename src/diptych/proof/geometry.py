"""Whether everything on a finished slide has its room: words in their boxes, nothing over anything else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any, NamedTuple

from diptych.deck.measure.fonts import Fonts
from diptych.deck.values import Box
from diptych.proof.inheritance import A, P, Sheets
from diptych.proof.text_boxes import EMU_PER_POINT, Families, TextBox, box_of, text_boxes

# Words may be so much higher than their box, and shapes may share a strip so narrow, before it is a fault.
TOLERANCE = 2 * EMU_PER_POINT


class Extent(NamedTuple):
    """What a shape covers of the slide."""

    name: str
    box: Box


def geometry_faults(sheets: Sheets, families: Families, fonts: Fonts, size: tuple[int, int]) -> Iterator[str]:
    """What spills over, stands outside the slide of that size (EMU) or covers something else.

    Footers and slide numbers are left out: they are the template's, which may set them as it likes.
    """
    boxes = [one for one in text_boxes(sheets, families) if not one.furniture]
    for one in boxes:
        yield from _spilt(one, fonts)
    extents = list(_extents(sheets, boxes, fonts))
    for name, box in extents:
        if (
            min(box.x, box.y) < -TOLERANCE
            or box.right > size[0] + TOLERANCE
            or box.bottom > size[1] + TOLERANCE
        ):
            yield f"`{name}` reaches outside the slide"
    for one_extent, other in combinations(extents, 2):
        if _overlap(one_extent.box, other.box):
            yield f"`{one_extent.name}` and `{other.name}` overlap"


def _spilt(one: TextBox, fonts: Fonts) -> Iterator[str]:
    over = one.height(fonts) - one.box.height
    if over > TOLERANCE:
        yield f"the words of `{one.name}` are {over / EMU_PER_POINT:.0f} pt higher than their box"


def _extents(sheets: Sheets, boxes: Sequence[TextBox], fonts: Fonts) -> Iterator[Extent]:
    """What each shape of the slide covers: of one without a ground its words alone."""
    texts = {id_of(one): one for one in boxes}
    for shape in sheets.slide.find(f"{P}cSld/{P}spTree"):
        name = next(shape.iter(f"{P}cNvPr"), None)
        if name is None or shape.tag == f"{P}cxnSp" or shape.tag.endswith("Pr"):
            continue
        told = name.get("name", "")
        text = texts.get(told) if shape.tag == f"{P}sp" else None
        if shape.tag == f"{P}sp" and text is None:
            continue
        box = text.extent(fonts) if text is not None and not _filled(shape) else _whole(shape, sheets)
        if box is not None:
            yield Extent(told, box)


def id_of(one: TextBox) -> str:
    """The name by which a box of text is found again among the shapes."""
    return one.name


def _filled(shape: Any) -> bool:
    return shape.find(f"{P}spPr/{A}solidFill") is not None


def _whole(shape: Any, sheets: Sheets) -> Box | None:
    if shape.tag == f"{P}grpSp":
        found = shape.find(f"{P}grpSpPr/{A}xfrm")
        off, extent = found.find(f"{A}off"), found.find(f"{A}ext")
        return Box(
            *(int(value) for value in (off.get("x"), off.get("y"), extent.get("cx"), extent.get("cy")))
        )
    return box_of(shape, sheets)


def _overlap(one: Box, other: Box) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > TOLERANCE and down > TOLERANCE
