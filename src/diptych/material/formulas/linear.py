"""A formula on one line of text: letters in italics, raised and lowered signs, fractions with a stroke."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from diptych.material.formulas.neighbours import (
    between,
    is_single,
    is_words,
    may_join,
    multiplies,
    room_before,
)
from diptych.material.formulas.tree import (
    Accent,
    Arrow,
    Big,
    Chemistry,
    Fenced,
    Fraction,
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
)

_FIRM = "\u00a0"
_RAISED = str.maketrans("0123456789+−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
# Signs for which fonts for texts have one that looks the same.
_COMMON = {"⋅": "·", "∣": "|", "⟹": "⇒", "⟸": "⇐", "⟺": "⇔", "⟶": "→", "⟵": "←", "∗": "*"}
# Signs that stand high by themselves.
_AT_HEIGHT = {"′": "′", "′′": "″", "′′′": "‴", "∘": "°", "°": "°"}
_VULGAR = {("1", "2"): "½", ("1", "4"): "¼", ("3", "4"): "¾"}
_ROOTS = {"2": "√", "3": "∛", "4": "∜"}
_OVER = {"‾": "\u0305", "⏞": "", "⏜": "\u0311"}
_DOUBLE = str.maketrans("CHNPQRZ", "ℂℍℕℙℚℝℤ")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one style."""

    text: str
    italic: bool = False
    bold: bool = False
    position: Literal["", "sub", "super"] = ""


def pieces(node: Node) -> tuple[Piece, ...]:
    """The formula as stretches of text, neighbours of one style joined."""
    joined: list[Piece] = []
    for piece in _pieces(node):
        if joined and replace(joined[-1], text=piece.text) == piece:
            joined[-1] = replace(piece, text=joined[-1].text + piece.text)
        elif piece.text:
            joined.append(piece)
    return tuple(joined)


def plain(node: Node) -> str:
    """The formula in characters alone: `x² + 1`, `(a + b)/c`, `e^(−x²)`."""
    by_position = groupby(pieces(node), key=lambda piece: piece.position)
    told = (_unstyled(position, "".join(one.text for one in group)) for position, group in by_position)
    return "".join(told).strip()


def _unstyled(position: str, text: str) -> str:
    table, mark = (_RAISED, "^") if position == "super" else (_LOWERED, "_")
    if not position:
        return text
    if set(text) <= {chr(code) for code in table}:
        return text.translate(table)
    bare = text.removeprefix("(").removesuffix(")") if "(" not in text[1:] else text
    single = len(text) == 1 or text.isdigit() or (position == "sub" and text.isalnum())
    return mark + (text if single else f"({bare})")


def _pieces(node: Node) -> Iterator[Piece]:
    match node:
        case Symbol(char, kind, variant):
            yield from _symbol(char, kind, variant)
        case Number(digits, variant):
            yield Piece(digits, bold="bold" in variant)
        case Name(name):
            yield Piece(name)
        case Text(words, variant):
            yield Piece(words, italic=variant == "italic", bold=variant == "bold")
        case Space(width):
            yield Piece(_FIRM if width > 0.1 else "")
        case Row(parts):
            yield from _row(parts)
        case Chemistry(inside):
            yield from _row(inside.parts)
        case Scripts(base, sub, sup):
            yield from _pieces(base)
            yield from _script(sub, "sub")
            yield from _script(sup, "super")
        case _:
            yield from _built(node)


def _built(node: Node) -> Iterator[Piece]:
    match node:
        case Fraction(top, bottom, bar):
            yield from _fraction(top, bottom, bar)
        case Root(inside, degree):
            told = plain(degree) if degree is not None else "2"
            sign = _ROOTS.get(told)
            yield from () if sign else _script(degree, "super")
            yield Piece(sign or "√")
            yield from _bracketed(inside)
        case Accent(base, sign):
            yield from _accented(base, sign)
        case Stack(base, over, under, kind):
            room = _FIRM if kind in ("bin", "rel") and not isinstance(base, Symbol) else ""
            yield Piece(room)
            yield from _pieces(base)
            yield from _script(under, "sub")
            yield from _script(over, "super")
            yield Piece(room)
        case Arrow(char, over, under):
            yield from _arrow(char, over, under)
        case Fenced(left, right, parts, middle):
            yield Piece(left)
            for part, sign in zip(parts, (*middle, ""), strict=True):
                yield from _pieces(part)
                yield Piece(f" {sign} " if sign else "")
            yield Piece(right)
        case Big(char):
            yield Piece(char)
        case Table():
            yield from _table(node)
        case Marked(inside, mark):
            yield from () if mark == "phantom" else _pieces(inside)
        case Styled(inside):
            yield from _pieces(inside)


def _symbol(char: str, kind: str, variant: str) -> Iterator[Piece]:
    char = _COMMON.get(char, char)
    if variant == "double":
        yield Piece(char.translate(_DOUBLE))
    elif kind == "rel":
        yield Piece(f" {char} ")
    elif kind == "bin":
        yield Piece(f"{_FIRM}{char}{_FIRM}")
    elif kind == "punct":
        yield Piece(f"{char} ")
    else:
        slanted = char.isalpha() and char.lower() != char.upper() and variant in ("", "italic", "bold-italic")
        yield Piece(
            char, italic=slanted and not (variant == "" and "Α" <= char <= "Ω"), bold="bold" in variant
        )


def _row(parts: tuple[Node, ...]) -> Iterator[Piece]:
    """Signs before which nothing stands that they could join have no spaces around them."""
    for before, part, after in zip((None, *parts), parts, (*parts[1:], None), strict=False):
        if isinstance(part, Fraction) and part.bar and (multiplies(before) or multiplies(after)):
            yield from _factor(part)
        elif isinstance(part, Symbol) and part.kind == "bin" and not may_join(before):
            yield Piece(part.char)
        else:
            yield Piece(room_before(part, before))
            yield from _pieces(part)


def _factor(part: Fraction) -> Iterator[Piece]:
    """A fraction that something is multiplied by stands in brackets, unless it is one sign."""
    told = tuple(_pieces(part))
    known = "".join(piece.text for piece in told) in _VULGAR.values()
    yield from told if known else (Piece("("), *told, Piece(")"))


def _script(node: Node | None, position: Literal["sub", "super"]) -> Iterator[Piece]:
    if node is None:
        return
    inside = pieces(node)
    if any(piece.position for piece in inside):
        yield Piece(plain(node).replace(_FIRM, "").replace(" ", ""), position=position)
    else:
        for piece in inside:
            told = piece.text.replace(_FIRM, "").replace(" ", "") if not is_words(node) else piece.text
            raised = _AT_HEIGHT.get(told) if position == "super" else None
            yield replace(piece, text=raised) if raised else replace(piece, text=told, position=position)


def _fraction(top: Node, bottom: Node, bar: bool) -> Iterator[Piece]:
    if not bar:
        yield Piece("(")
        yield from _pieces(top)
        yield Piece(f"{_FIRM}¦{_FIRM}")
        yield from _pieces(bottom)
        yield Piece(")")
        return
    vulgar = _VULGAR.get((plain(top), plain(bottom)))
    if vulgar:
        yield Piece(vulgar)
        return
    yield from _bracketed(top)
    yield Piece("/")
    yield from _bracketed(bottom)


def _bracketed(node: Node) -> Iterator[Piece]:
    """In brackets where it is more than one thing."""
    if is_single(node):
        yield from _pieces(node)
    else:
        yield Piece("(")
        yield from _pieces(node)
        yield Piece(")")


def _accented(base: Node, sign: str) -> Iterator[Piece]:
    inside = pieces(base)
    mark = _OVER.get(sign, sign)
    if mark in ("_", "⏟"):
        mark = "\u0332" if mark == "_" else ""
    for piece in inside:
        wide = len(plain(base)) > 1 and mark not in ("\u0305", "\u0332", "")
        marked = "".join(char + mark if char.isalnum() else char for char in piece.text)
        yield replace(piece, text=piece.text + mark if wide else marked)


def _arrow(char: str, over: Node | None, under: Node | None) -> Iterator[Piece]:
    labels = [plain(one) for one in (over, under) if one is not None and plain(one)]
    yield Piece(f" {char}")
    yield Piece(f"({'; '.join(labels)})" if labels else "", position="super")
    yield Piece(" ")


def _table(table: Table) -> Iterator[Piece]:
    yield Piece(table.fences[0] + (_FIRM if table.kind == "cases" else ""))
    for number, row in enumerate(table.rows):
        yield Piece("; " if number else "")
        cells = [cell for cell in row if plain(cell)]
        for index, cell in enumerate(cells):
            told = pieces(cell)
            yield Piece(between(table, index, told[0].text))
            yield from told
    yield Piece(table.fences[1])
