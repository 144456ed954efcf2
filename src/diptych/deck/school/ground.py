"""What stands behind a box of a slide layout: the background, and what is drawn over it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from diptych.deck.school.masters import Frame, TemplateLayout, placeholder_element
from diptych.deck.school.package import A, P
from diptych.deck.school.scheme import Scheme, colour_element, mixed
from diptych.deck.values import Box

# A shape that covers this share of a box is what its text stands on.
_COVERS = 0.85
# One that covers more than this share makes it unknown what the text stands on.
_TOUCHES = 0.15
# Below this opacity (in thousandths of a percent) a colour lets through what is behind it.
_OPAQUE = 60000
_FILLS = tuple(f"{A}{kind}" for kind in ("solidFill", "gradFill", "blipFill", "pattFill", "noFill"))


def ground_of(layout: TemplateLayout, box: Box) -> str:
    """The colour behind the box as six hexadecimal digits; empty where it cannot be told (a picture)."""
    colour = _background(layout)
    for shape in _drawn(layout):
        place = _box(shape)
        share = _share(box, place) if place else 0.0
        if share >= _COVERS:
            painted = _painted(shape, layout.scheme)
            colour = colour if painted is None else painted
        elif share > _TOUCHES and shape.tag == f"{P}pic":
            colour = ""
    return colour


def ground_of_frame(layout: TemplateLayout, frame: Frame) -> str:
    """The colour that text in a placeholder stands on: its own fill, else what is behind it."""
    for shape in frame.shapes:
        properties = shape.find(f"{P}spPr")
        for one in properties if properties is not None else ():
            if one.tag in _FILLS:
                colour = fill_colour(one, layout.scheme)
                return ground_of(layout, frame.box) if colour is None and frame.box else colour or ""
    return ground_of(layout, frame.box) if frame.box else ""


def drawn_boxes(layout: TemplateLayout) -> Iterator[tuple[Box, str]]:
    """Where the layout draws something that can be seen, with its colour (empty for a picture)."""
    for shape in _drawn(layout, f"{P}cxnSp"):
        place = _box(shape)
        colour = "" if shape.tag == f"{P}cxnSp" else _painted(shape, layout.scheme)
        if place and colour is not None:
            yield place, colour


def _background(layout: TemplateLayout) -> str:
    for sheet in (layout.tree, layout.master):
        found = sheet.find(f"{P}cSld/{P}bg")
        if found is not None:
            return _of_background(found, layout.scheme)
    return layout.scheme.named("bg1")


def _of_background(background: Any, scheme: Scheme) -> str:
    properties = background.find(f"{P}bgPr")
    if properties is not None:
        return next((colour for one in properties if (colour := fill_colour(one, scheme)) is not None), "")
    reference = background.find(f"{P}bgRef")
    if reference is None or not len(reference):
        return scheme.named("bg1")
    shade = scheme.shade(reference[0])
    base = shade.value if shade else scheme.named("bg1")
    number = int(reference.get("idx", "1001")) - 1001
    if not 0 <= number < len(scheme.grounds):
        return base
    colour = fill_colour(scheme.grounds[number], scheme, base)
    return base if colour is None else colour


def fill_colour(fill: Any, scheme: Scheme, placeholder: str = "") -> str | None:
    """The colour of a fill; of a gradient the average, of a picture none (empty); None for no fill at all."""
    match str(fill.tag).removeprefix(A):
        case "solidFill":
            return _solid(colour_element(fill), scheme, placeholder)
        case "gradFill":
            stops = [_solid(colour_element(stop), scheme, placeholder) for stop in fill.iter(f"{A}gs")]
            known = [colour for colour in stops if colour]
            return mixed(known) if known else ""
        case "blipFill" | "pattFill":
            return ""
        case _:
            return None


def _solid(element: Any, scheme: Scheme, placeholder: str) -> str | None:
    if element is None:
        return None
    alpha = element.find(f"{A}alpha")
    if alpha is not None and int(alpha.get("val", "100000").rstrip("%")) < _OPAQUE:
        return None
    shade = scheme.shade(element, placeholder)
    return shade.value if shade else None


def _drawn(layout: TemplateLayout, *besides: str) -> Iterator[Any]:
    """What master and layout draw, from the back to the front: forms, pictures, and other kinds by tag."""
    sheets = (layout.master, layout.tree) if layout.tree.get("showMasterSp") != "0" else (layout.tree,)
    for sheet in sheets:
        for shape in sheet.iter(f"{P}sp", f"{P}pic", *besides):
            inside = any(True for _ in shape.iterancestors(f"{P}grpSp"))
            if not inside and (shape.tag != f"{P}sp" or placeholder_element(shape) is None):
                yield shape


def _painted(shape: Any, scheme: Scheme) -> str | None:
    if shape.tag == f"{P}pic":
        return ""
    properties = shape.find(f"{P}spPr")
    for one in properties if properties is not None else ():
        if (colour := fill_colour(one, scheme)) is not None or one.tag == f"{A}noFill":
            return colour
    reference = shape.find(f"{P}style/{A}fillRef")
    if reference is not None and len(reference) and reference.get("idx") != "0":
        shade = scheme.shade(reference[0])
        return shade.value if shade else None
    return None


def _box(shape: Any) -> Box | None:
    found = shape.find(f"{P}spPr/{A}xfrm")
    if found is None or found.find(f"{A}off") is None or found.find(f"{A}ext") is None:
        return None
    off, ext = found.find(f"{A}off"), found.find(f"{A}ext")
    return Box(*(int(float(one)) for one in (off.get("x"), off.get("y"), ext.get("cx"), ext.get("cy"))))


def _share(box: Box, cover: Box) -> float:
    """The share of the box that the other covers."""
    across = min(box.right, cover.right) - max(box.x, cover.x)
    down = min(box.bottom, cover.bottom) - max(box.y, cover.y)
    return across * down / (box.width * box.height) if across > 0 and down > 0 else 0.0
