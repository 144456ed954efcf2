"""Program listings for print: lines with their spaces, and line numbers that are drawn, not written."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from fontTools.pens.svgPathPen import SVGPathPen  # type: ignore[import-untyped]
from fontTools.pens.transformPen import TransformPen  # type: ignore[import-untyped]
from markupsafe import Markup

from diptych.layout.letters import opened_font
from diptych.layout.setting import Setting
from diptych.material.blocks import Code

# A few lines are counted at a glance.
_NUMBERED_FROM = 5
# A listing of more than half a page may run over its end: kept whole, it would leave a gap.
_LONG = 0.55
# What frame and numbers take of the width, in mm, and the width of a character in ems.
_FRAME, _CHARACTER = 13.0, 0.6
# The line height of programs, in ems of their size.
_LINE_HEIGHT = 1.4
# A line of fewer characters is on one line whatever the layout.
_SHORT = 40
# Outlines are drawn in thousandths of the type's size.
_EM = 1000


class Outline(NamedTuple):
    """One digit: its SVG path and how far the next one stands from it, in thousandths of an em."""

    path: str
    advance: float


@dataclass(frozen=True)
class ListingLine:
    """One line: its text, the characters that it is indented by, and its number as a drawing."""

    text: str
    indent: int
    number: Markup
    may_wrap: bool


@dataclass(frozen=True)
class Listing:
    """The lines of a listing, whether it may run over pages, and whether it needs the page's width."""

    lines: tuple[ListingLine, ...]
    long: bool
    wide: bool

    @property
    def numbered(self) -> bool:
        """True where the lines have numbers."""
        return bool(self.lines[0].number)


@dataclass
class Listings:
    """Makes listings as a setting has them; the outlines of its digits are read once."""

    setting: Setting
    outlines: dict[str, Outline] = field(default_factory=dict, repr=False)

    def __call__(self, code: Code) -> Listing:
        """The listing line by line.

        Numbers are outlines of the theme's digits: nobody copies or hears them with the program.
        """
        rows = [row.rstrip() for row in code.code.strip("\n").split("\n")]
        numbered = len(rows) >= _NUMBERED_FROM
        lines = (self._line(row, number if numbered else 0) for number, row in enumerate(rows, 1))
        return Listing(tuple(lines), len(rows) > self._many, max(map(len, rows)) > self._in_column)

    @property
    def _many(self) -> float:
        """The lines that fill more than may be left free on a page."""
        line = self.setting.mm(self.setting.type.factor("program") * _LINE_HEIGHT)
        return _LONG * self.setting.text_height / line

    @property
    def _in_column(self) -> float:
        """The characters of a line in the main column; longer ones get the whole width of the page."""
        room = self.setting.column_width - _FRAME
        return room / self.setting.mm(self.setting.type.factor("program") * _CHARACTER)

    def _line(self, row: str, number: int) -> ListingLine:
        drawn = self._drawn(str(number)) if number else Markup("")
        return ListingLine(row, len(row) - len(row.lstrip()), drawn, len(row) > _SHORT)

    def _drawn(self, number: str) -> Markup:
        """The number as an SVG drawing that stands on the baseline, one em high."""
        if not self.outlines:
            self.outlines |= _digits(self.setting.type.heading.regular)
        x, paths = 0.0, []
        for outline in (self.outlines[digit] for digit in number):
            paths.append(f'<path transform="translate({x:g} 0) scale(1 -1)" d="{outline.path}"/>')
            x += outline.advance
        return Markup(
            f'<svg class="line-number" style="--width: {x / _EM:.3f}em" xmlns="http://www.w3.org/2000/svg"'
            f' viewBox="0 {-_EM} {x:g} {_EM}" fill="{self.setting.colours["muted"]}">{"".join(paths)}</svg>'
        )


def _digits(file: Path) -> dict[str, Outline]:
    """The outlines of the ten digits in a font file."""
    with opened_font(file) as font:
        glyphs, names, scale = font.getGlyphSet(), font.getBestCmap(), _EM / font["head"].unitsPerEm
        return {digit: _outline(glyphs, names[ord(digit)], scale) for digit in "0123456789"}


def _outline(glyphs: Any, name: str, scale: float) -> Outline:
    pen = SVGPathPen(glyphs, ntos="{:g}".format)
    glyphs[name].draw(TransformPen(pen, (scale, 0, 0, scale, 0, 0)))
    return Outline(pen.getCommands(), glyphs[name].width * scale)
