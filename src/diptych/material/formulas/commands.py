"""What single commands of LaTeX read: fractions, roots, accents, fences, words, chemistry."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from diptych.material.formulas import symbols
from diptych.material.formulas.chemistry import read_chemistry
from diptych.material.formulas.rows import read_environment, read_rows
from diptych.material.formulas.tokens import Token
from diptych.material.formulas.tree import (
    EMPTY,
    Accent,
    Arrow,
    Big,
    Chemistry,
    Fenced,
    FormulaError,
    Fraction,
    Kind,
    Level,
    Marked,
    Name,
    Node,
    Root,
    Row,
    Space,
    Stack,
    Symbol,
    Text,
)
from diptych.material.formulas.variants import with_variant

if TYPE_CHECKING:
    from diptych.material.formulas.reader import Reader

Read = Callable[["Reader", Token, str], Node]
_FRACTIONS: MappingProxyType[str, Level | None] = MappingProxyType(
    {"frac": None, "dfrac": "display", "tfrac": "text", "cfrac": "display"}
)
_BINOMIALS: MappingProxyType[str, Level | None] = MappingProxyType(
    {"binom": None, "dbinom": "display", "tbinom": "text"}
)
LEVELS: MappingProxyType[str, Level] = MappingProxyType(
    {
        "\\displaystyle": "display",
        "\\textstyle": "text",
        "\\scriptstyle": "script",
        "\\scriptscriptstyle": "scriptscript",
    }
)
_KINDS: MappingProxyType[str, Kind] = MappingProxyType(
    {
        "mathord": "ord",
        "mathop": "op",
        "mathbin": "bin",
        "mathrel": "rel",
        "mathopen": "open",
        "mathclose": "close",
        "mathpunct": "punct",
        "mathinner": "inner",
    }
)
_MARKS: MappingProxyType[str, Literal["box", "cancel", "bcancel", "xcancel", "phantom"]] = MappingProxyType(
    {
        "boxed": "box",
        "fbox": "box",
        "cancel": "cancel",
        "bcancel": "bcancel",
        "xcancel": "xcancel",
        "phantom": "phantom",
    }
)
_ESCAPED = re.compile(r"\\[,%&#_{} ]|[{}~]")
_SIGNS = MappingProxyType({"\\,": "\u2009", "\\ ": " ", "~": "\u00a0"})
# Commands that say nothing here.
SILENT = frozenset({"limits", "nolimits", "displaylimits", "nonumber", "notag", "relax", "allowbreak"})
# Commands whose work is done in another way.
ELSEWHERE = MappingProxyType(
    {
        "label": "give the block an `id:`, and refer to it by `[](#id)`",
        "tag": "write `number: true` in the block",
        "eqref": "write `[](#id)` in the text",
        "ref": "write `[](#id)` in the text",
        "color": "colours come from the theme; write \\boxed{…} to set a part off",
        "textcolor": "colours come from the theme; write \\boxed{…} to set a part off",
        "SI": "write the number, a thin space and the unit: 9.81\\,\\mathrm{m/s^2}",
        "qty": "write the number, a thin space and the unit: 9.81\\,\\mathrm{m/s^2}",
        "unit": "write the unit upright: \\mathrm{m/s^2}",
        "si": "write the unit upright: \\mathrm{m/s^2}",
        "newcommand": "write the formula out: there are no commands of one's own",
        "def": "write the formula out: there are no commands of one's own",
    }
)


def infix(token: Token, above: Row, below: Row) -> Fraction:
    """a \\over b, n \\choose k: all before it in the group over all behind it."""
    if token.text == "\\over":
        return Fraction(above, below)
    return Fraction(above, below, bar=False, fences=("(", ")"))


def _fraction(reader: Reader, token: Token, name: str) -> Node:
    top = _first_of_two(reader, token)
    return Fraction(top, _second_of_two(reader, token), level=_FRACTIONS[name])


def _binomial(reader: Reader, token: Token, name: str) -> Node:
    top = _first_of_two(reader, token)
    return Fraction(top, _second_of_two(reader, token), False, ("(", ")"), _BINOMIALS[name])


def _first_of_two(reader: Reader, token: Token) -> Node:
    return reader.argument(f"`{token.text}`", Token(f"{token.text}{{…}}", token.at))


_second_of_two = _first_of_two


def _root(reader: Reader, token: Token, name: str) -> Node:
    degree = reader.option()
    return Root(reader.argument("`\\sqrt`", token), degree)


def _accent(reader: Reader, token: Token, name: str) -> Node:
    base = reader.argument(f"`\\{name}`", token)
    if name in symbols.ACCENTS:
        return Accent(base, symbols.ACCENTS[name])
    if name in symbols.WIDE_ACCENTS:
        return Accent(base, symbols.WIDE_ACCENTS[name], wide=True)
    return Accent(base, symbols.UNDER_ACCENTS[name], wide=True, under=True)


def _stack(reader: Reader, token: Token, name: str) -> Node:
    small, base = _first_of_two(reader, token), _second_of_two(reader, token)
    kind = "rel" if name == "stackrel" else _kind_of(base)
    return Stack(base, under=small, kind=kind) if name == "underset" else Stack(base, over=small, kind=kind)


def _arrow(reader: Reader, token: Token, name: str) -> Node:
    below = reader.option()
    return Arrow(symbols.ARROWS[name], reader.argument(f"`\\{name}`", token), below)


def _left(reader: Reader, token: Token, name: str) -> Node:
    left = _fence(reader, token)
    parts, middle = [reader.row()], []
    while reader.token.text == "\\middle":
        middle.append(_fence(reader, reader.take()))
        parts.append(reader.row())
    if reader.token.text != "\\right":
        hint = "write \\right) where it ends, or \\right."
        raise FormulaError("`\\left` has no `\\right`", token.at, hint)
    right = _fence(reader, reader.take())
    return Fenced(left, right, tuple(parts), tuple(middle))


def _fence(reader: Reader, token: Token) -> str:
    found = reader.take()
    if found.text not in symbols.FENCES:
        shown = f", and `{found.text}` is none" if found.text else ""
        hint = "write one such as ( [ \\{ | \\langle, or . for none"
        raise FormulaError(f"after `{token.text}` a bracket is wanted{shown}", token.at, hint)
    return symbols.FENCES[found.text]


def _big(reader: Reader, token: Token, name: str) -> Node:
    size, kind = symbols.BIG[name]
    char = _fence(reader, token)
    return Big(char, size, kind) if char else EMPTY


def _words(reader: Reader, token: Token, name: str) -> Node:
    """Words; a formula inside them stands between dollars."""
    raw, at = reader.raw(token)
    parts: list[Node] = []
    for index, piece in enumerate(raw.split("$")):
        if index % 2:
            parts.append(reader.inner(piece, at))
        elif piece:
            parts.append(Text(_unescaped(piece), symbols.TEXTS[name]))
    return parts[0] if len(parts) == 1 else Row(tuple(parts))


def _variant(reader: Reader, token: Token, name: str) -> Node:
    return with_variant(reader.argument(f"`\\{name}`", token), symbols.VARIANTS[name])


def _old_variant(reader: Reader, token: Token, name: str) -> Node:
    """{\\rm …}: all that follows in the group."""
    return with_variant(reader.row(), symbols.VARIANTS[name])


def _operator(reader: Reader, token: Token, name: str) -> Node:
    raw, _ = reader.raw(token)
    return Name(_unescaped(raw), name.endswith("*"))


def _mark(reader: Reader, token: Token, name: str) -> Node:
    return Marked(reader.argument(f"`\\{name}`", token), _MARKS[name])


def _as_kind(reader: Reader, token: Token, name: str) -> Node:
    return Stack(reader.argument(f"`\\{name}`", token), kind=_KINDS[name])


def _negation(reader: Reader, token: Token, name: str) -> Node:
    node = reader.argument("`\\not`", token)
    char = symbols.NEGATED.get(node.char) if isinstance(node, Symbol) else None
    if char is None:
        raise FormulaError("`\\not` cannot strike this out", token.at, "write \\cancel{…}")
    return Symbol(char, "rel")


def _modulo(reader: Reader, token: Token, name: str) -> Node:
    if name == "bmod":
        return Stack(Text("mod"), kind="bin")
    inside = reader.argument(f"`\\{name}`", token)
    return Row((Space(1.0), Symbol("(", "open"), Text("mod"), Space(1 / 3), inside, Symbol(")", "close")))


def _substack(reader: Reader, token: Token, name: str) -> Node:
    opening = reader.take()
    if opening.text != "{":
        raise FormulaError("`\\substack` lacks its braces", token.at, "write \\substack{a \\\\ b}")
    table = read_rows(reader, "lines", "c")
    reader.close(opening)
    return table


def _chemistry(reader: Reader, token: Token, name: str) -> Node:
    raw, at = reader.raw(token)
    return Chemistry(read_chemistry(raw, at, reader.inner))


def _kind_of(node: Node) -> Kind:
    only = node.parts[0] if isinstance(node, Row) and len(node.parts) == 1 else node
    return only.kind if isinstance(only, Symbol) else "op" if isinstance(only, Name) else "ord"


def _unescaped(words: str) -> str:
    """The words without braces; escaped signs as they are."""
    return _ESCAPED.sub(lambda match: _SIGNS.get(match[0], match[0][1:]), words)


def _table(*groups: tuple[frozenset[str] | Mapping[str, object], Read]) -> Mapping[str, Read]:
    return MappingProxyType({name: read for names, read in groups for name in names})


COMMANDS = _table(
    (_FRACTIONS, _fraction),
    (_BINOMIALS, _binomial),
    (frozenset({"sqrt"}), _root),
    ({**symbols.ACCENTS, **symbols.WIDE_ACCENTS, **symbols.UNDER_ACCENTS}, _accent),
    (frozenset({"overset", "underset", "stackrel"}), _stack),
    (symbols.ARROWS, _arrow),
    (frozenset({"left"}), _left),
    (symbols.BIG, _big),
    (symbols.TEXTS, _words),
    (symbols.VARIANTS, _variant),
    (frozenset({"rm", "bf", "it"}), _old_variant),
    (frozenset({"operatorname", "operatorname*"}), _operator),
    (_MARKS, _mark),
    (_KINDS, _as_kind),
    (frozenset({"not"}), _negation),
    (frozenset({"bmod", "pmod"}), _modulo),
    (frozenset({"substack"}), _substack),
    (frozenset({"ce"}), _chemistry),
    (frozenset({"begin"}), read_environment),
)
