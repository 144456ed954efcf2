"""Grounds, rectangles, ellipses and lines on a printed slide: no words, so readers skip them."""

from __future__ import annotations

from math import atan2, degrees, hypot

from diptych.deck.print.canvas import Canvas
from diptych.deck.values import Box, LineShape, TextShape

Point = tuple[int, int]

_THIN = 9525
# The corner of a rounded rectangle as a share of its shorter side (ECMA-376-1, presetShapeDefinitions).
_CORNER = 0.16667


def filled(box: Box, role: str, canvas: Canvas) -> str:
    """A rectangle in one colour."""
    return f'<div style="{canvas.box(box)};background:{canvas.colour(role)}"></div>'


def form(one: TextShape, canvas: Canvas) -> str:
    """The form of a free shape with its fill and outline; nothing where it has neither."""
    if not one.fill and not one.line:
        return ""
    look = f"background:{canvas.colour(one.fill)};" if one.fill else ""
    look += f"border:{canvas.length(_THIN)} solid {canvas.colour(one.line)};" if one.line else ""
    return f'<div style="{canvas.box(one.box)};{look}{_corners(one, canvas)}"></div>'


def line(one: LineShape, canvas: Canvas) -> str:
    """A straight line."""
    return ruled(one.start, one.end, one.colour, one.width, canvas)


def ruled(start: Point, end: Point, role: str, width: int, canvas: Canvas, round_ends: bool = False) -> str:
    """A line as a long rectangle, turned about its start where it is neither level nor upright."""
    (x1, y1), (x2, y2) = start, end
    colour = f"background:{canvas.colour(role)}"
    half, extra = width // 2, width // 2 if round_ends else 0
    if x1 == x2 or y1 == y2:
        left, top = min(x1, x2) - (half if x1 == x2 else extra), min(y1, y2) - (half if y1 == y2 else extra)
        across = max(width, abs(x2 - x1) + (2 * extra if y1 == y2 else 0))
        down = max(width, abs(y2 - y1) + (2 * extra if x1 == x2 else 0))
        return f'<div style="{canvas.box(Box(left, top, across, down))};{colour}"></div>'
    length, turn = round(hypot(x2 - x1, y2 - y1)), degrees(atan2(y2 - y1, x2 - x1))
    box = Box(x1 - extra, y1 - half, length + 2 * extra, width)
    look = f"transform-origin:{canvas.length(extra)} 50%;transform:rotate({turn:.3f}deg)"
    look += f";border-radius:{canvas.length(half)}" if round_ends else ""
    return f'<div style="{canvas.box(box)};{colour};{look}"></div>'


def _corners(one: TextShape, canvas: Canvas) -> str:
    if one.geometry == "ellipse":
        return "border-radius:50%"
    corner = round(min(one.box.width, one.box.height) * _CORNER)
    return f"border-radius:{canvas.length(corner)}" if one.geometry == "roundRect" else ""
