"""Boxes with ink in them, put beside and above each other. All lengths are ems of the whole formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple


class Ink(NamedTuple):
    """A glyph at a place on its baseline (y counts upwards), at a scale."""

    glyph: str
    x: float
    y: float
    scale: float

    def moved(self, x: float, y: float) -> Ink:
        """The same elsewhere."""
        return self._replace(x=self.x + x, y=self.y + y)


class Area(NamedTuple):
    """A filled polygon: a rule, or a stroke aslant."""

    points: tuple[tuple[float, float], ...]

    def moved(self, x: float, y: float) -> Area:
        """The same elsewhere."""
        return Area(tuple((px + x, py + y) for px, py in self.points))


@dataclass(frozen=True, slots=True)
class Box:
    """What is set: its width, its height above and depth below the baseline, and its ink.

    `italic` is how far its top leans out to the right, `attach` where an accent stands (None: the middle).
    """

    width: float
    height: float
    depth: float
    ink: tuple[Ink | Area, ...] = ()
    italic: float = 0.0
    attach: float | None = None
    single: bool = False

    @property
    def total(self) -> float:
        """Height and depth."""
        return self.height + self.depth

    def moved(self, x: float = 0.0, y: float = 0.0) -> Box:
        """The ink moved by x and upwards by y; the width stays."""
        ink = tuple(one.moved(x, y) for one in self.ink)
        return replace(self, height=self.height + y, depth=self.depth - y, ink=ink)

    def wide(self, width: float, x: float = 0.0) -> Box:
        """As wide as that, with its ink moved by x."""
        return replace(self.moved(x), width=width)


def nothing(width: float = 0.0) -> Box:
    """Room without ink."""
    return Box(width, 0.0, 0.0)


def rule(width: float, thickness: float, y: float = 0.0) -> Box:
    """A line from the left whose lower edge is at y."""
    corners = ((0.0, y), (width, y), (width, y + thickness), (0.0, y + thickness))
    return Box(width, y + thickness, -y, (Area(corners),))


def overlaid(boxes: Iterable[Box], width: float) -> Box:
    """Boxes in one place, each where its ink stands."""
    all_of_them = list(boxes)
    return Box(
        width,
        max((one.height for one in all_of_them), default=0.0),
        max((one.depth for one in all_of_them), default=0.0),
        tuple(ink for one in all_of_them for ink in one.ink),
    )


def beside(boxes: Sequence[Box]) -> Box:
    """Boxes in a row; the last one's lean is that of the row."""
    x, placed = 0.0, []
    for box in boxes:
        placed.append(box.moved(x))
        x += box.width
    whole = overlaid(placed, x)
    return replace(whole, italic=boxes[-1].italic if boxes else 0.0)


def centred(boxes: Sequence[Box]) -> list[Box]:
    """Each as wide as the widest, with its ink in the middle."""
    width = max(box.width for box in boxes)
    return [box.wide(width, (width - box.width) / 2) for box in boxes]
