"""What WeasyPrint's boxes tell: where they lie, and how a list is numbered."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from diptych.pdf.forms import Room
from diptych.pdf.structure import array, dictionary

_POINTS = 0.75  # in a CSS pixel


def room_inside(box: Any, page_height: float) -> Room:
    """The box inside its borders, in points from the lower left corner.

    Words in it keep their place: a line is what is left behind them, several lines begin below them.
    """
    left, top = box.padding_box_x(), box.padding_box_y()
    right, bottom = left + box.padding_width(), top + box.padding_height()
    words = [inner for inner in box.descendants() if getattr(inner, "text", "").strip()]
    from_right = box.style["direction"] == "rtl"
    if box.element.get("data-field") == "lines":
        top = max((word.position_y + word.height for word in words), default=top)
    elif from_right:
        right = min((word.position_x for word in words), default=right)
    else:
        left = max((word.position_x + word.width for word in words), default=left)
    measures = (left, page_height - bottom, right, page_height - top, box.style["font_size"])
    room = Room(*(round(measure * _POINTS, 2) for measure in measures))
    return replace(room, from_right=from_right)


def numbering(box: Any) -> str:
    """How the items of a list are told apart (ISO 32000-1, table 347)."""
    if box.element.get("data-numbering"):
        return str(box.element.get("data-numbering"))
    if box.element_tag == "ol":
        return "Decimal"
    return "None" if box.style["list_style_type"] == "none" else "Disc"


def mend_figure(element: Any, box: Any, page_height: float) -> None:
    """Where a figure is, in points from the lower left corner; what has no words is none."""
    if element["S"] not in ("/Figure", "/Formula"):
        return
    if "Alt" in element:
        left, top = box.border_box_x(), box.border_box_y()
        edges = (left, page_height - top - box.border_height(), left + box.border_width(), page_height - top)
        place = array(round(edge * _POINTS, 2) for edge in edges)
        element["A"] = dictionary({"O": "/Layout", "BBox": place})
    else:
        element["S"] = "/NonStruct"
        element.pop("A", None)
