"""A formula that is set, as the outlines of one SVG path."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from diptych.figures.formulas.boxes import Area, Box, Ink
from diptych.figures.formulas.font import MathFont, math_font
from diptych.figures.formulas.layout import set_formula
from diptych.layout.theme import FormulaFiles
from diptych.material.formulas.tree import Node

# Units of the drawing in an em.
_UNITS = 1000
# CSS pixels in a point.
_PIXELS = 4 / 3
# Room around the ink, so that no edge is cut, in ems.
_EDGE = 0.02


@dataclass(frozen=True)
class DrawnFormula:
    """The outlines of a formula. `width`, `height` above the baseline and `depth` below it are ems."""

    width: float
    height: float
    depth: float
    path: str = field(repr=False)

    @property
    def view_box(self) -> str:
        """The part of the plane that is seen, in thousandths of an em; the baseline is y = 0."""
        top, total = round(-self.height * _UNITS), round((self.height + self.depth) * _UNITS)
        return f"0 {top} {round(self.width * _UNITS)} {total}"

    def svg(self, colour: str, size: float, bold: bool = False) -> str:
        """A picture of its own in a colour, `size` points to the em."""
        width, height = self.width * size * _PIXELS, (self.height + self.depth) * size * _PIXELS
        stroke = f' stroke="{colour}" stroke-width="28"' if bold else ""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.2f}" height="{height:.2f}" '
            f'viewBox="{self.view_box}"><path fill="{colour}"{stroke} d="{self.path}"/></svg>'
        )


@lru_cache(maxsize=2048)
def drawn_formula(node: Node, font_files: FormulaFiles, display: bool) -> DrawnFormula:
    """The formula's outlines; `display` has all the room, a formula in a line of text has less.

    Raises FormulaError for a character that the font lacks.
    """
    font = math_font(font_files)
    box = set_formula(node, font, display)
    left, right = _reach(box, font)
    shift = _EDGE - min(0.0, left)
    width = max(box.width, right) + shift + _EDGE
    path = "".join(_outlines(box, font, shift))
    return DrawnFormula(width, max(box.height, 0.0) + _EDGE, max(box.depth, 0.0) + _EDGE, path)


def _reach(box: Box, font: MathFont) -> tuple[float, float]:
    """Where the ink begins and ends: accents and leaning letters reach beyond their boxes."""
    left, right = [0.0], [0.0]
    for ink in box.ink:
        if isinstance(ink, Area):
            left += [x for x, _ in ink.points]
            right += [x for x, _ in ink.points]
        else:
            glyph = font.glyph(ink.glyph)
            left.append(ink.x + glyph.left * ink.scale)
            right.append(ink.x + glyph.right * ink.scale)
    return min(left), max(right)


def _outlines(box: Box, font: MathFont, shift: float) -> Iterator[str]:
    for ink in box.ink:
        if isinstance(ink, Area):
            yield _polygon(ink, shift)
        else:
            yield _glyph(ink, font, shift)


def _polygon(area: Area, shift: float) -> str:
    """Turned as the outlines of glyphs are, so that ink over ink stays ink."""
    points = [_point(x + shift, y) for x, y in area.points]
    return f"M{'L'.join(points)}Z"


def _glyph(ink: Ink, font: MathFont, shift: float) -> str:
    steps = []
    for step, points in font.outline(ink.glyph):
        places = (_point(ink.x + x * ink.scale + shift, ink.y + y * ink.scale) for x, y in points)
        steps.append(step + " ".join(places))
    return "".join(steps)


def _point(x: float, y: float) -> str:
    return f"{round(x * _UNITS)} {round(-y * _UNITS)}"
