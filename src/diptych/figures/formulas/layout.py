"""A tree of symbols becomes a box of outlines, by TeX's rules and the font's constants.

The rules are those of The TeXbook, appendix G, as the OpenType specification turns them into constants.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from diptych.figures.formulas import built, scripts, tables
from diptych.figures.formulas.alphabets import letter
from diptych.figures.formulas.boxes import Box, beside, nothing
from diptych.figures.formulas.font import MathFont
from diptych.figures.formulas.spacing import settled, space_between
from diptych.figures.formulas.stretch import glyph_box, on_axis, tall
from diptych.figures.formulas.style import Style
from diptych.material.formulas.tree import (
    Accent,
    Arrow,
    Big,
    Chemistry,
    Fenced,
    FormulaError,
    Fraction,
    Kind,
    Marked,
    Name,
    Node,
    Number,
    Root,
    Row,
    Scripts,
    Space,
    Stack,
    Styled,
    Symbol,
    Table,
    Text,
    Variant,
)
from diptych.material.missing_glyphs import told

# How high \big( and its larger kin are, in ems.
_BIG = (1.2, 1.8, 2.4, 3.0)


def set_formula(node: Node, font: MathFont, display: bool) -> Box:
    """The formula in ems of its size. Raises FormulaError for a character that the font lacks."""
    return box(node, Style(font, 0 if display else 1))


def box(node: Node, style: Style) -> Box:
    """One part of a formula."""
    match node:
        case Symbol(char, kind, variant):
            return _symbol(char, kind, variant, style)
        case Number(digits, variant):
            return _letters(digits, variant or "upright", style)
        case Name(name):
            return replace(_letters(name, "upright", style), single=True)
        case Text(words, variant):
            return _letters(words, variant, style)
        case Space(width):
            return nothing(width * style.scale)
        case Row(parts):
            return row(parts, style)
        case Chemistry(inside):
            return row(inside.parts, style)
        case Scripts():
            return scripts.scripts_box(node, style, box)
        case _:
            return _built(node, style)


def _built(node: Node, style: Style) -> Box:
    match node:
        case Fraction():
            return built.fraction_box(node, style, box)
        case Root():
            return built.root_box(node, style, box)
        case Accent():
            return built.accent_box(node, style, box)
        case Stack():
            return scripts.stack_box(node, style, box)
        case Arrow():
            return scripts.arrow_box(node, style, box)
        case Fenced():
            return built.fenced_box(node, style, box)
        case Big(char, size):
            return on_axis(tall(style.font, char, _BIG[size - 1] * style.scale, style.scale), style.axis)
        case Table():
            return tables.table_box(node, style, box, row)
        case Marked():
            return built.marked_box(node, style, box)
        case Styled(inside, level):
            return box(inside, style.at(level))
        case _:
            raise AssertionError(node)


def row(parts: Sequence[Node], style: Style, before: Kind | None = None, after: Kind | None = None) -> Box:
    """Parts side by side, spaced by their kinds; `before` and `after` are kinds beyond the ends."""
    flat = list(_flattened(parts))
    seen = [part for part in flat if not isinstance(part, Space)]
    around = [*([before] if before else []), *map(kind_of, seen), *([after] if after else [])]
    kinds = settled(around)
    last: Kind | None = kinds[0] if before else None
    rest = iter(kinds[1 if before else 0 :])
    boxes: list[Box] = []
    for part in flat:
        if isinstance(part, Space):
            boxes.append(box(part, style))
            continue
        kind = next(rest)
        room = space_between(last, kind, style.level > 1) * style.scale if last else 0.0
        boxes += [_upright_end(boxes, kind), nothing(room), box(part, style)]
        last = kind
    return boxes[-1] if len(seen) == 1 and len(flat) == 1 else _whole(boxes)


def _whole(boxes: Sequence[Box]) -> Box:
    return beside(boxes) if boxes else nothing()


def _upright_end(boxes: Sequence[Box], kind: Kind) -> Box:
    """A leaning letter leans into what closes it or is written upright behind it: room for that."""
    last = next((one for one in reversed(boxes) if one.ink), None)
    leans = last is not None and last.single and kind in ("close", "punct") and last.italic > 0
    return nothing(last.italic if leans and last is not None and boxes[-1] is last else 0.0)


def _flattened(parts: Sequence[Node]) -> Sequence[Node]:
    """The parts, with those of rows that are no groups in their places."""
    found: list[Node] = []
    for part in parts:
        found += _flattened(part.parts) if isinstance(part, Row) and not part.group else [part]
    return found


def kind_of(node: Node) -> Kind:
    """The kind by which spaces go around a part."""
    match node:
        case Symbol(_, kind) | Big(_, _, kind) | Stack(_, _, _, kind):
            return kind
        case Name():
            return "op"
        case Arrow():
            return "rel"
        case Fenced():
            return "inner"
        case Scripts(base):
            return kind_of(base)
        case Fraction(fences=("", "")):
            return "inner"
        case Row((only,)):
            return (
                "ord" if isinstance(only, Symbol) and only.kind in ("bin", "rel", "punct") else kind_of(only)
            )
        case Styled(inside) | Marked(inside, "phantom"):
            return kind_of(inside)
        case _:
            return "ord"


def _symbol(char: str, kind: Kind, variant: Variant, style: Style) -> Box:
    font = style.font
    if kind == "op":
        least = style.measure("DisplayOperatorMinHeight") if style.display else 0.0
        return on_axis(tall(font, _known(char, font), least, style.scale), style.axis)
    shown = _known(letter(char, variant), font, char)
    return glyph_box(font.of(shown, style.depth), style.scale)


def _letters(words: str, variant: Variant, style: Style) -> Box:
    """Letters side by side, with the spaces of words."""
    boxes = []
    for char in words:
        if char.isspace():
            boxes.append(nothing(0.25 * style.scale))
        else:
            shown = _known(letter(char, variant), style.font, char)
            boxes.append(glyph_box(style.font.of(shown), style.scale))
    whole = _whole(boxes)
    return replace(whole, single=len(words) == 1)


def _known(char: str, font: MathFont, typed: str = "") -> str:
    """The character; its plain form where the font has no special one."""
    for one in (char, typed):
        if one and font.has(one):
            return one
    wanted = typed or char
    message = f"no font for formulas has the character {told(wanted)}"
    raise FormulaError(message, 0, "write it outside the formula, or in other characters", wanted)
