"""Where the shapes of a finished slide stand, in EMU from the slide's left upper corner."""

from __future__ import annotations

from typing import Any

from diptych.deck.values import Box
from diptych.proof.inheritance import A, P, Sheets


def box_of(shape: Any, sheets: Sheets) -> Box | None:
    """What a shape covers: by its own word, else by that of the placeholder it follows; turned as it is.

    A table is as high and wide as its rows and columns, whatever its frame says.
    """
    box = box_before_turning(shape, sheets)
    return box.turned(turn_of(shape)) if box is not None else None


def turn_of(shape: Any) -> float:
    """How far a shape is turned about its middle, in degrees clockwise."""
    found = shape.find(f"{P}spPr/{A}xfrm")
    return int(found.get("rot", "0")) / 60_000 if found is not None else 0.0


def box_before_turning(shape: Any, sheets: Sheets) -> Box | None:
    """Where a shape would stand if it were not turned, which is how wide its lines of words are."""
    box = next((found for one in sheets.ancestors(shape) if (found := own_box(one))), None)
    if box is None or shape.tag == f"{P}cxnSp":
        return box
    return _on_slide(shape, _of_table(shape, box))


def own_box(shape: Any) -> Box | None:
    """Where a shape says itself that it stands; inside a group, in the group's own measure."""
    found = shape.find(f"{P}spPr/{A}xfrm")
    for path in (f"{P}xfrm", f"{P}grpSpPr/{A}xfrm"):
        found = shape.find(path) if found is None else found
    return _box(found, "off", "ext") if found is not None else None


def touch(one: Box, other: Box, by: int = 0) -> bool:
    """True where two boxes share a patch wider and higher than `by`."""
    across = min(one.right, other.right) - max(one.x, other.x)
    return across > by and min(one.bottom, other.bottom) - max(one.y, other.y) > by


def covers(one: Box, other: Box, share: float = 0.9) -> bool:
    """True where the first holds at least that share of the other."""
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > 0 and down > 0 and across * down >= share * other.width * other.height


def holds(one: Box, other: Box, by: int = 0) -> bool:
    """True where the other stands inside the first, or reaches out of it by no more than `by`."""
    return (
        min(other.x - one.x, other.y - one.y) >= -by
        and max(other.right - one.right, other.bottom - one.bottom) <= by
    )


def _of_table(shape: Any, box: Box) -> Box:
    table = shape.find(f"{A}graphic/{A}graphicData/{A}tbl") if shape.tag == f"{P}graphicFrame" else None
    if table is None:
        return box
    width = sum(int(column.get("w")) for column in table.iterfind(f"{A}tblGrid/{A}gridCol"))
    height = sum(int(row.get("h")) for row in table.iterfind(f"{A}tr"))
    return Box(box.x, box.y, max(width, box.width), max(height, box.height))


def _on_slide(shape: Any, box: Box) -> Box:
    """The box as the groups around the shape move and stretch it."""
    for group in shape.iterancestors(f"{P}grpSp"):
        found = group.find(f"{P}grpSpPr/{A}xfrm")
        outer = _box(found, "off", "ext") if found is not None else None
        inner = _box(found, "chOff", "chExt") if found is not None else None
        if outer and inner and outer != inner and inner.width and inner.height:
            across, down = outer.width / inner.width, outer.height / inner.height
            x, y = outer.x + (box.x - inner.x) * across, outer.y + (box.y - inner.y) * down
            box = Box(round(x), round(y), round(box.width * across), round(box.height * down))
    return box


def _box(transform: Any, corner: str, size: str) -> Box | None:
    off, extent = transform.find(f"{A}{corner}"), transform.find(f"{A}{size}")
    if off is None or extent is None:
        return None
    return Box(*(int(float(one)) for one in (off.get("x"), off.get("y"), extent.get("cx"), extent.get("cy"))))
