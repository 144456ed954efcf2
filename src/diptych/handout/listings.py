"""Program listings for print: lines with their spaces, and line numbers that are drawn, not written."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from fontTools.pens.svgPathPen import SVGPathPen  # type: ignore[import-untyped]
from fontTools.pens.transformPen import TransformPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from markupsafe import Markup

from diptych.layout.theme import Theme
from diptych.material.blocks import Code

# A few lines are counted at a glance.
_NUMBERED_FROM = 5
# So many lines may fill more than what is left of a page.
_LONG = 32
# Characters that the main column holds; longer lines get the whole width of the page.
_COLUMN = 66
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
    """Makes listings in the look of a theme; the outlines of its digits are read once."""

    theme: Theme
    outlines: dict[str, Outline] = field(default_factory=dict, repr=False)

    def __call__(self, code: Code) -> Listing:
        """The listing line by line.

        Numbers are outlines of the theme's digits: nobody copies or hears them with the program.
        """
        rows = [row.rstrip() for row in code.code.strip("\n").split("\n")]
        numbered = len(rows) >= _NUMBERED_FROM
        lines = (self._line(row, number if numbered else 0) for number, row in enumerate(rows, 1))
        return Listing(tuple(lines), len(rows) > _LONG, max(map(len, rows)) > _COLUMN)

    def _line(self, row: str, number: int) -> ListingLine:
        drawn = self._drawn(str(number)) if number else Markup("")
        return ListingLine(row, len(row) - len(row.lstrip()), drawn, len(row) > _SHORT)

    def _drawn(self, number: str) -> Markup:
        """The number as an SVG drawing that stands on the baseline, one em high."""
        if not self.outlines:
            self.outlines |= _digits(self.theme.handout.heading.regular)
        x, paths = 0.0, []
        for outline in (self.outlines[digit] for digit in number):
            paths.append(f'<path transform="translate({x:g} 0) scale(1 -1)" d="{outline.path}"/>')
            x += outline.advance
        return Markup(
            f'<svg class="line-number" style="--width: {x / _EM:.3f}em" xmlns="http://www.w3.org/2000/svg"'
            f' viewBox="0 {-_EM} {x:g} {_EM}" fill="{self.theme.colours["muted"]}">{"".join(paths)}</svg>'
        )


def _digits(file: Path) -> dict[str, Outline]:
    """The outlines of the ten digits in a font file."""
    with _odd_dates_passed_over(), TTFont(file, lazy=True) as font:
        glyphs, names, scale = font.getGlyphSet(), font.getBestCmap(), _EM / font["head"].unitsPerEm
        return {digit: _outline(glyphs, names[ord(digit)], scale) for digit in "0123456789"}


@contextmanager
def _odd_dates_passed_over() -> Iterator[None]:
    """The table `head` of good fonts may hold odd dates, of which fontTools warns."""
    log = logging.getLogger("fontTools.ttLib.tables._h_e_a_d")
    log.addFilter(_pass_over)
    try:
        yield
    finally:
        log.removeFilter(_pass_over)


def _pass_over(_: logging.LogRecord) -> bool:
    return False


def _outline(glyphs: Any, name: str, scale: float) -> Outline:
    pen = SVGPathPen(glyphs, ntos="{:g}".format)
    glyphs[name].draw(TransformPen(pen, (scale, 0, 0, scale, 0, 0)))
    return Outline(pen.getCommands(), glyphs[name].width * scale)
