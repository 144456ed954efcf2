"""Paths of straight lines, as maps have them by the thousand, are drawn without taking each number apart.

SVG and PDF write the same numbers, before the letter of the step or behind it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

# Absolute steps with a space between two numbers: what our own drawings are written in.
_STRAIGHT = re.compile(r"(?:M-?[\d.]+ -?[\d.]+(?:L-?[\d.]+ -?[\d.]+)*Z?)+")
_MARKERS = ("marker", "marker-start", "marker-mid", "marker-end")

Draw = Callable[[Any, Any, float], object]


def draw_paths_quickly(weasyprint: Any) -> None:
    """From now on WeasyPrint draws such paths at once."""
    shapes = weasyprint.svg.TAGS
    shapes["path"] = quick_drawing(shapes["path"])


def quick_drawing(slow: Draw) -> Draw:
    """What draws a path: at once where it has straight lines alone, else as the slow one does."""

    def draw(svg: Any, node: Any, font_size: float) -> None:
        data = node.get("d", "")
        if any(node.get(name) for name in _MARKERS) or not _STRAIGHT.fullmatch(data):
            slow(svg, node, font_size)
        else:
            svg.stream.stream.append(steps_of(data).encode("ascii"))

    return draw


def steps_of(data: str) -> str:
    """The steps of such a path as PDF writes them (ISO 32000-1, 8.5.2)."""
    return "\n".join(map(_line, data.split("M")[1:]))


def _line(data: str) -> str:
    first, *others = data.removesuffix("Z").split("L")
    steps = [f"{first} m", *(f"{point} l" for point in others)]
    return "\n".join([*steps, "h"] if data.endswith("Z") else steps)
