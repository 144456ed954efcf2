"""Formulas become outlines in the line of text, at its size, on its baseline and in its colour."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

from diptych.figures.formulas.drawn import DrawnFormula, drawn_formula
from diptych.figures.formulas.parts import broken_lines, parts_of
from diptych.handout.formula_font import FormulaFont
from diptych.layout.setting import Setting
from diptych.material.blocks import Formula
from diptych.material.findings import source_error
from diptych.material.formulas.reader import read_formula
from diptych.material.formulas.speech import spoken
from diptych.material.formulas.tree import FormulaError, Node
from diptych.material.line_ends import parts_line
from diptych.material.place import Place

# A line may end between the parts of a long formula.
_BREAK = Markup("\u200b")
# A formula with the letters and marks right beside it.
_BESIDE = re.compile(r'([^\s<>\u200b]*)(<svg [^>]*class="formula".*?</svg>)([^\s<>\u200b]*)')
# What a formula counts for where lines are parted beside it.
_LETTER = "x"
# A formula in a line may be broken from this width on, in ems.
_LONG = 11.0
# A formula on a line of its own may be so much smaller than the text before it is an error.
_LEAST = 0.7


def inline_formula(notation: str, told: str, lang: str, font: FormulaFont, place: Place) -> Markup:
    """A formula in a line of text; a long one in parts between which a line may end, each with its words.

    Raises SourceError for a character that the font lacks.
    """
    tree = read_formula(notation)
    whole = _drawn(tree, font, place, display=False)
    parts = parts_of(tree) if whole.width > _LONG else ()
    if len(parts) < 2:
        return _svg(whole, told, font)
    drawn = ((_drawn(one, font, place, display=False), spoken(one, lang)) for one in parts)
    return _BREAK.join(_svg(*one, font) for one in drawn)


def joined_to_words(written: Markup) -> Markup:
    """The text with formulas joined to words and marks right beside them: no line ends between them."""

    def joined(match: re.Match[str]) -> str:
        (free, before), (after, rest) = _last_word(match[1]), _first_word(match[3])
        alone = not (before or after)
        inside = f"{before}{match[2]}{after}"
        return match[0] if alone else f'{free}<span class="joined">{inside}</span>{rest}'

    return Markup(_BESIDE.sub(joined, written))


def _last_word(text: str) -> tuple[str, str]:
    """The text, and what no line may part from a formula behind it."""
    ends = (at for at in range(len(text), 0, -1) if parts_line(text[at - 1], text[at : at + 1] or _LETTER))
    at = next(ends, 0)
    return text[:at], text[at:]


def _first_word(text: str) -> tuple[str, str]:
    """What no line may part from a formula before the text, and the rest of it."""
    ends = (at for at in range(len(text)) if parts_line(text[at - 1] if at else _LETTER, text[at]))
    at = next(ends, len(text))
    return text[:at], text[at:]


@dataclass(frozen=True)
class DisplayedFormula:
    """A formula on lines of its own, and how much smaller than the text it is."""

    lines: Markup
    scale: float


@dataclass(frozen=True)
class Formulas:
    """Prints the formulas of blocks in a column of this setting."""

    setting: Setting
    font: FormulaFont

    def __call__(self, block: Formula) -> DisplayedFormula:
        """The formula as it fits the column: whole, broken, smaller; SourceError where it does not."""
        tree = read_formula(block.formula.text)
        room = self.setting.column_width / self.setting.mm(self.font.scale)
        # The number stands at the right, and as much is free at the left.
        room -= 6 if block.number else 0.5
        drawn = _drawn(tree, self.font, block.formula.place, display=True)
        told = block.alt or block.formula.spoken
        if drawn.width > room and (lines := broken_lines(tree, self.font.file, room)):
            drawn = _drawn(lines, self.font, block.formula.place, display=True)
        scale = min(1.0, room / drawn.width)
        if scale < _LEAST:
            message = f"the formula is {drawn.width:.0f} ems wide, and the column has {room:.0f}"
            hint = "part it into lines: end each with \\\\ and put & where they are to be aligned"
            raise source_error(message, block.formula.place, hint, kind="formula-too-wide")
        return DisplayedFormula(_svg(drawn, told, self.font), round(scale, 3))


def _drawn(tree: Node, font: FormulaFont, place: Place, display: bool) -> DrawnFormula:
    try:
        return drawn_formula(tree, font.file, display)
    except FormulaError as error:
        raise source_error(error.message, place, error.hint, kind="formula-syntax") from None


def _svg(drawn: DrawnFormula, told: str, font: FormulaFont) -> Markup:
    """The outlines; `class` tells the PDF's writer to take the colour and weight of the text around."""
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="formula" data-tag="Formula" viewBox="{0}" '
        'style="width: {1:.3f}em; height: {2:.3f}em; vertical-align: {3:.3f}em">'
        '<title>{4}</title><path fill="currentColor" stroke="currentColor" d="{5}"/></svg>'
    ).format(
        drawn.view_box,
        drawn.width * font.scale,
        (drawn.height + drawn.depth) * font.scale,
        -drawn.depth * font.scale,
        told,
        drawn.path,
    )
