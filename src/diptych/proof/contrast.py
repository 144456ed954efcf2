"""Whether words stand out from their ground on a finished slide (WCAG 2.2, success criterion 1.4.3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from diptych.deck.values import Box
from diptych.proof.colours import Scheme, contrast
from diptych.proof.inheritance import A, Look, P, Sheets, look, placeholder
from diptych.proof.text_boxes import box_of

_LEAST, _LEAST_OF_LARGE = 4.5, 3.0
# Sizes of type, in hundredths of a point, that count as large: any, and bold.
_LARGE, _LARGE_BOLD = 2400, 1867


@dataclass(frozen=True)
class _Painted:
    """A filled form that a master or slide layout draws."""

    box: Box
    colour: str


def contrast_faults(sheets: Sheets, scheme: Scheme) -> Iterator[str]:
    """The words of the slide that are hard to read, each shape once.

    Where the ground is a picture, or none can be told, nothing is said.
    """
    for shape in sheets.slide.iter(f"{P}sp"):
        body = shape.find(f"{P}txBody")
        ground = _ground(shape, sheets, scheme) if body is not None else ""
        if ground:
            yield from _faint(shape, body, sheets.list_styles(shape), ground, scheme)
    for cell in sheets.slide.iter(f"{A}tc"):
        fill = cell.find(f"{A}tcPr/{A}solidFill")
        ground = scheme.value(fill[0]) if fill is not None else _background(sheets, scheme)
        if ground:
            yield from _faint(cell, cell.find(f"{A}txBody"), [], ground, scheme)


def _faint(holder: Any, body: Any, styles: list[Any], ground: str, scheme: Scheme) -> Iterator[str]:
    for paragraph in body.iterfind(f"{A}p"):
        own = paragraph.find(f"{A}pPr")
        asked = look(styles, int(own.get("lvl", "0")) if own is not None else 0)
        for run in paragraph.iterfind(f"{A}r"):
            ratio = _ratio(run.find(f"{A}rPr"), asked, ground, scheme)
            if ratio:
                words = (run.findtext(f"{A}t") or "")[:30]
                yield f"`{words}` stands out from its ground by {ratio:.1f} to 1 only"
                return


def _ratio(own: Any, asked: Look, ground: str, scheme: Scheme) -> float:
    """The contrast of a run where it is too low, else 0."""
    fill = asked.run_child(own, "solidFill")
    colour = scheme.value(fill[0]) if fill is not None and len(fill) else scheme.colours.get("tx1", "")
    if len(colour) != 6 or (own is not None and own.find(f"{A}hlinkClick") is not None and fill is None):
        return 0.0
    size = int(asked.run(own, "sz", "1800"))
    bold = asked.run(own, "b", "0") in ("1", "true")
    large = size >= _LARGE or (bold and size >= _LARGE_BOLD)
    found = contrast(colour, ground)
    return found if found < (_LEAST_OF_LARGE if large else _LEAST) - 0.05 else 0.0


def _ground(shape: Any, sheets: Sheets, scheme: Scheme) -> str:
    """The colour that the shape's words stand on; empty where it cannot be told."""
    for one in sheets.ancestors(shape):
        properties = one.find(f"{P}spPr")
        if properties is None:
            continue
        if properties.find(f"{A}solidFill") is not None:
            return scheme.value(properties.find(f"{A}solidFill")[0])
        if any(properties.find(f"{A}{kind}") is not None for kind in ("gradFill", "blipFill", "pattFill")):
            return ""
    box = box_of(shape, sheets)
    return "" if box is None else _painted_below(box, sheets, scheme)


def _painted_below(box: Box, sheets: Sheets, scheme: Scheme) -> str:
    """What master and slide layout draw behind a box, else the background."""
    ground = _background(sheets, scheme)
    for sheet in (sheets.master, sheets.layout):
        for drawn in sheet.find(f"{P}cSld/{P}spTree"):
            found = _drawn_box(drawn)
            if found is None or not _touch(found, box) or placeholder(drawn) is not None:
                continue
            fill = drawn.find(f"{P}spPr/{A}solidFill")
            if drawn.tag in (f"{P}pic", f"{P}grpSp") or (fill is None and _is_filled(drawn)):
                return ""
            if fill is not None:
                ground = scheme.value(fill[0]) if _covers(found, box) else ""
    return ground


def _background(sheets: Sheets, scheme: Scheme) -> str:
    for sheet in (sheets.slide, sheets.layout, sheets.master):
        background = sheet.find(f"{P}cSld/{P}bg")
        if background is None:
            continue
        fill = background.find(f"{P}bgPr/{A}solidFill")
        reference = background.find(f"{P}bgRef")
        if fill is not None:
            return scheme.value(fill[0])
        plain = reference is not None and int(reference.get("idx", "0")) == 1001
        return scheme.value(reference[0]) if plain and len(reference) else ""
    return scheme.colours.get("bg1", "")


def _drawn_box(drawn: Any) -> Box | None:
    found = next(drawn.iter(f"{A}xfrm"), None)
    if found is None or found.find(f"{A}off") is None or drawn.tag == f"{P}cxnSp":
        return None
    off, extent = found.find(f"{A}off"), found.find(f"{A}ext")
    return Box(*(int(float(one)) for one in (off.get("x"), off.get("y"), extent.get("cx"), extent.get("cy"))))


def _is_filled(drawn: Any) -> bool:
    properties = drawn.find(f"{P}spPr")
    none = properties is not None and properties.find(f"{A}noFill") is not None
    return not none and drawn.find(f"{P}txBody") is None


def _touch(one: Box, other: Box) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    return across > 0 and min(one.bottom, other.bottom) - max(one.y, other.y) > 0


def _covers(one: Box, other: Box) -> bool:
    """True where the first holds nearly all of the other."""
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across * down >= 0.9 * other.width * other.height
