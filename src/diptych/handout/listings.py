"""Program listings for print: lines with their spaces, and line numbers that are drawn, not written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from fontTools.pens.svgPathPen import SVGPathPen  # type: ignore[import-untyped]
from fontTools.pens.transformPen import TransformPen  # type: ignore[import-untyped]
from markupsafe import Markup, escape

from diptych.figures.highlighting import Token
from diptych.figures.programs import ProgramLine, language_name, output_lines, program_lines
from diptych.layout.letters import opened_font
from diptych.layout.setting import Setting
from diptych.layout.theme import Theme, TokenStyle
from diptych.layout.token_colours import token_styles
from diptych.material.blocks import Code
from diptych.material.line_ends import is_square

# A listing of more than half a page may run over its end: kept whole, it would leave a gap.
_LONG = 0.55
# What the frame takes of the width, in mm; what numbers take, and the width of a character, in ems.
_FRAME, _NUMBERS, _CHARACTER = 3.0, 2.6, 0.6
# The line height of programs, in ems of their size.
_LINE_HEIGHT = 1.4
# Outlines are drawn in thousandths of the type's size.
_EM = 1000
# Spaces of a line, but none in a tag. In one run with a character in a square they would be as narrow as its
# font has them.
_SPACES = re.compile(r" +(?![^<]*>)")
# Between words of a program that stand together a line breaks only where this is.
_BREAK = Markup("\u200b")
# The characters by which lines that go on are indented.
_HANGING = 6


class Outline(NamedTuple):
    """One digit: its SVG path and how far the next one stands from it, in thousandths of an em."""

    path: str
    advance: float


@dataclass(frozen=True)
class ListingLine:
    """One line: its words, the characters that it is indented by, and its number as a drawing."""

    words: Markup
    indent: int
    number: Markup
    may_wrap: bool
    emphasised: bool


@dataclass(frozen=True)
class Listing:
    """The lines of a listing and of what the program writes, and the name of its language.

    A `long` one may run over pages, a `wide` one needs the page's width.
    """

    lines: tuple[ListingLine, ...]
    output: tuple[ListingLine, ...]
    language: str
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
    theme: Theme
    outlines: dict[str, Outline] = field(default_factory=dict, repr=False)

    def __call__(self, code: Code) -> Listing:
        """The listing line by line.

        Numbers are outlines of the theme's digits: nobody copies or hears them with the program.
        """
        lines, output = program_lines(code), output_lines(code)
        both = (*lines, *output)
        wide = max(len(line.text) for line in both) > self._held_by(self.setting.column_width)
        room = self._held_by(self.setting.text_width if wide else self.setting.column_width)
        return Listing(
            tuple(self._line(line, room) for line in lines),
            tuple(self._line(line, room) for line in output),
            language_name(code),
            len(both) > self._many,
            wide,
        )

    @property
    def _many(self) -> float:
        """The lines that fill more than may be left free on a page."""
        line = self.setting.mm(self.setting.type.factor("program") * _LINE_HEIGHT)
        return _LONG * self.setting.text_height / line

    def _held_by(self, width: float) -> float:
        """The characters of a line of that width in mm."""
        room = width - _FRAME - self.setting.mm(_NUMBERS)
        return room / self.setting.mm(self.setting.type.factor("program") * _CHARACTER)

    def _line(self, line: ProgramLine, room: float) -> ListingLine:
        drawn, row = self._drawn(str(line.number)) if line.number else Markup(""), line.text
        longest = max(map(len, row.split()), default=0)
        indent = len(row) - len(row.lstrip())
        fitting = longest <= room - _HANGING - indent
        words = Markup("" if fitting else _BREAK).join(map(self._word, line.tokens))
        if any(map(is_square, row)):
            words = Markup(_SPACES.sub(r"<span>\g<0></span>", str(words)))
        may_wrap = len(row) + sum(map(is_square, row)) > room - 1
        return ListingLine(words, indent, drawn, may_wrap, line.emphasised)

    def _word(self, token: Token) -> Markup:
        style = self._styles.get(token.kind)
        if style is None:
            return escape(token.text)
        look = f"color: var(--{style.colour})" if style.colour else ""
        look += "; font-weight: bold" if style.bold else ""
        look += "; font-style: italic" if style.italic else ""
        return Markup('<span style="{}">{}</span>').format(look.lstrip("; "), token.text)

    @cached_property
    def _styles(self) -> dict[str, TokenStyle]:
        return token_styles(self.theme, self.setting.colours.__getitem__)

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
