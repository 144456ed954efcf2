"""Whether everything on a finished slide has its room: words in their boxes, nothing over anything else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any, NamedTuple

from diptych.deck.measure.fonts import Fonts
from diptych.deck.values import Box
from diptych.proof.boxes import box_of, holds, touch
from diptych.proof.inheritance import A, P, Sheets
from diptych.proof.text_boxes import EMU_PER_POINT, Families, TextBox, name_of, text_boxes

# Words may be so much higher than their box, and shapes may share a strip so narrow, before it is a fault.
TOLERANCE = 2 * EMU_PER_POINT
_SHAPES = (f"{P}sp", f"{P}pic", f"{P}graphicFrame", f"{P}grpSp")


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
    slide = Box(0, 0, *size)
    for name, box in extents:
        if not holds(slide, box, TOLERANCE):
            yield f"`{name}` reaches outside the slide"
    yield from _overlapping(extents)
    for group in sheets.slide.iter(f"{P}grpSp"):
        yield from _group_faults(group, sheets, boxes, fonts)


def _spilt(one: TextBox, fonts: Fonts) -> Iterator[str]:
    over = one.height(fonts) - one.box.height
    if over > TOLERANCE:
        yield f"the words of `{one.name}` are {over / EMU_PER_POINT:.0f} pt higher than their box"


def _overlapping(extents: Sequence[Extent]) -> Iterator[str]:
    for one, other in combinations(extents, 2):
        if touch(one.box, other.box, TOLERANCE):
            yield f"`{one.name}` and `{other.name}` overlap"


def _extents(sheets: Sheets, boxes: Sequence[TextBox], fonts: Fonts) -> Iterator[Extent]:
    """What each shape of the slide covers: of one without a ground its words alone."""
    texts = {one.shape: one for one in boxes}
    for shape in sheets.slide.iterfind(f"{P}cSld/{P}spTree/*"):
        text = texts.get(shape)
        # A form without words is an ornament; one with words and no ground covers what its words do.
        if shape.tag not in _SHAPES or (shape.tag == f"{P}sp" and text is None):
            continue
        bare = text is not None and not _filled(shape)
        box = text.extent(fonts) if text is not None and bare else box_of(shape, sheets)
        if box is not None:
            yield Extent(name_of(shape), box)


def _group_faults(group: Any, sheets: Sheets, boxes: Sequence[TextBox], fonts: Fonts) -> Iterator[str]:
    """What inside a group reaches out of it; and words in it that stand over others."""
    whole, texts = box_of(group, sheets), {one.shape: one for one in boxes}
    inside = [
        Extent(name_of(shape), box)
        for shape in group
        if shape.tag in (*_SHAPES, f"{P}cxnSp") and (box := box_of(shape, sheets)) is not None
    ]
    for name, box in inside:
        if whole is not None and not holds(whole, box, TOLERANCE):
            yield f"`{name}` reaches out of the group `{name_of(group)}`"
    words = [texts[shape] for shape in group if shape in texts]
    yield from _overlapping([Extent(one.name, one.extent(fonts)) for one in words])


def _filled(shape: Any) -> bool:
    return shape.find(f"{P}spPr/{A}solidFill") is not None
