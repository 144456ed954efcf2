"""A formula in words, for those who cannot see it: "x equals minus b plus or minus the square root of …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from diptych.material.formulas.linear import plain
from diptych.material.formulas.symbols import INTEGRALS
from diptych.material.formulas.tree import (
    EMPTY,
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
from diptych.material.formulas.voices import spoken_words

_SIGNS = {
    "\u20d7": "vector",
    "\u20d6": "vector",
    "\u0302": "hat",
    "\u0304": "bar",
    "\u0307": "dot",
    "\u0308": "two_dots",
    "\u0303": "tilde",
    "‾": "line",
    "_": "underlined",
}
# Between the capital and the small letter of an element.
_ELEMENT = re.compile(r"(?<=\b[A-Z]) (?=[a-z]\b)")
_SETS = {"R": "ℝ", "N": "ℕ", "Z": "ℤ", "Q": "ℚ", "C": "ℂ"}


def spoken(node: Node, lang: str) -> str:
    """The formula in words of the language, or on one line of signs where it has none for formulas."""
    words = spoken_words(lang)
    return _Speaker(words).told(node) if words else plain(node)


@dataclass(frozen=True)
class _Speaker:
    words: Mapping[str, str]

    def told(self, node: Node | None) -> str:
        """The node in words, parted by single spaces."""
        if node is None:
            return ""
        return " ".join(" ".join(self._told(node)).split()).replace(" ,", ",").replace(" ;", ";")

    def say(self, name: str, *parts: Node | str | None) -> str:
        """The phrase of that name with these parts in it."""
        return self.words[name].format(*(one if isinstance(one, str) else self.told(one) for one in parts))

    def _told(self, node: Node) -> Iterator[str]:
        match node:
            case Symbol(char, kind, variant):
                yield self._symbol(char, kind, variant)
            case Number(digits):
                yield digits
            case Name(name):
                yield self.words.get(name, name)
            case Text(words):
                yield words
            case Row(parts):
                yield from self._row(parts)
            case Chemistry(inside):
                yield _Chemist(self.words).told(inside)
            case Scripts():
                yield self._scripts(node)
            case Fraction():
                yield self._fraction(node)
            case Root(inside, degree):
                yield self._root(inside, degree)
            case _:
                yield from self._built(node)

    def _built(self, node: Node) -> Iterator[str]:
        match node:
            case Accent(base, sign):
                name = _SIGNS.get(sign)
                yield self.say(name, base) if name else self.told(base)
            case Stack(base, over, under):
                told = self.told(base)
                told = self.say("with_above", told, over) if over is not None else told
                yield self.say("with_below", told, under) if under is not None else told
            case Arrow(char, over, under):
                yield self._arrow(self.words.get(char, char), over, under)
            case Fenced():
                yield from self._fenced(node)
            case Big(char):
                yield self.words.get(char, char)
            case Table():
                yield self._table(node)
            case Marked(inside, mark):
                yield {"phantom": "", "box": self.told(inside)}.get(mark) or (
                    "" if mark == "phantom" else self.say("struck", inside)
                )
            case Styled(inside):
                yield self.told(inside)
            case Space():
                pass

    def _symbol(self, char: str, kind: str, variant: str) -> str:
        if variant == "double" and char in _SETS:
            return self.words[_SETS[char]]
        if kind == "punct" and char in ",;:":
            return char
        return self.words.get(char, char)

    def _row(self, parts: tuple[Node, ...]) -> Iterator[str]:
        """An odd bar opens an absolute value and the next one closes it."""
        bars = [index for index, part in enumerate(parts) if part in (Symbol("|"), Symbol("‖"))]
        if len(bars) == 2 and parts[bars[0]] == parts[bars[1]] and bars[1] > bars[0] + 1:
            first, last = bars
            name = "absolute" if parts[first] == Symbol("|") else "norm"
            yield from self._row(parts[:first])
            yield self.say(name, Row(parts[first + 1 : last]))
            yield from self._row(parts[last + 1 :])
            return
        for before, part in pairwise((None, *parts)):
            assert part is not None
            if isinstance(before, Symbol | Name) and _is_function(before) and not isinstance(part, Scripts):
                yield self.words["of"] if not _is_large(before) or not _is_end(part) else ""
            yield from self._told(part)

    def _scripts(self, node: Scripts) -> str:
        base, sub, sup = node.base, node.sub, node.sup
        if _is_large(base) or (isinstance(base, Name) and (sub is not None)):
            return self._large(base, sub, sup)
        if base == EMPTY:
            return f"{self.told(sup)} {self.told(sub)}"
        told = self.told(base)
        if sub is not None:
            told = self.say("sub", told, sub)
        if isinstance(base, Name) and sup is not None:
            return f"{self._raised(told, sup)} {self.words['of']}"
        return self._raised(told, sup) if sup is not None else told

    def _raised(self, told: str, sup: Node) -> str:
        plainly = plain(sup)
        if plainly.strip("′″‴") == "":
            return f"{told} " + " ".join([self.words["′"]] * (len(plainly) if "″" not in plainly else 2))
        if plainly == "°" or plainly == "∘":
            return f"{told} {self.words['°']}"
        known = {"2": "squared", "3": "cubed"}.get(plainly)
        if known:
            return self.say(known, told)
        return self.say("power" if _is_short(sup) else "long_power", told, sup)

    def _large(self, base: Node, sub: Node | None, sup: Node | None) -> str:
        told = self.told(base)
        if sub is not None and sup is not None:
            return f"{told} {self.say('from', sub, sup)}"
        if sub is not None and plain(base) == "lim":
            return f"{told} {self.say('as', sub)}".replace(f" {self.words['→']} ", f" {self.words['tends']} ")
        if sub is not None:
            return f"{told} {self.say('over', sub)}"
        return f"{told} {self.say('up_to', sup)}"

    def _fraction(self, node: Fraction) -> str:
        if not node.bar:
            return self.say("binomial", node.top, node.bottom)
        short = _is_short(node.top) and _is_short(node.bottom)
        return self.say("simple_fraction" if short else "fraction", node.top, node.bottom)

    def _root(self, inside: Node, degree: Node | None) -> str:
        if degree is not None and plain(degree) == "3":
            return self.say("cube_root", inside)
        if degree is not None and plain(degree) != "2":
            return self.say("other_root", inside, degree)
        return self.say("root" if _is_short(inside) else "long_root", inside)

    def _arrow(self, told: str, over: Node | None, under: Node | None) -> str:
        labels = [self.told(one) for one in (over, under) if one is not None and plain(one)]
        return f"{told} ({', '.join(labels)})" if labels else told

    def _fenced(self, node: Fenced) -> Iterator[str]:
        if len(node.parts) == 1 and (node.left, node.right) in (("|", "|"), ("‖", "‖")):
            yield self.say("absolute" if node.left == "|" else "norm", node.parts[0])
            return
        if not node.left and node.right == "|":
            yield self.say("evaluated", node.parts[0])
            return
        matrix = len(node.parts) == 1 and _only(node.parts[0])
        seen = not isinstance(matrix, Table)
        yield self.words.get(node.left, node.left) if seen else ""
        for part, sign in zip(node.parts, (*node.middle, ""), strict=True):
            yield self.told(part)
            yield self.words.get(sign, sign)
        yield self.words.get(node.right, node.right) if seen else ""

    def _table(self, table: Table) -> str:
        rows = [", ".join(filter(None, map(self.told, row))) for row in table.rows]
        if table.kind in ("aligned", "gathered", "lines"):
            pairs = ([row[at : at + 2] for at in range(0, len(row), 2)] for row in table.rows)
            rows = [", ".join(" ".join(filter(None, map(self.told, pair))) for pair in row) for row in pairs]
        name, each = {
            "cases": ("cases", "case"),
            "aligned": ("lines", "a_line"),
            "gathered": ("lines", "a_line"),
        }.get(table.kind, ("matrix", "row"))
        if table.kind == "lines" or (len(rows) == 1 and name == "lines"):
            return ", ".join(rows)
        told = "; ".join(self.words[each].format(number, row) for number, row in enumerate(rows, 1))
        if name != "matrix":
            return self.words[name].format(len(rows), told)
        name = "determinant" if table.fences[0] == "|" else name
        return self.words[name].format(len(rows), max(map(len, table.rows)), told)


class _Chemist(_Speaker):
    """Tells chemical formulas: letters and numbers as they stand, and what arrows mean."""

    def _scripts(self, node: Scripts) -> str:
        if node.base == EMPTY:
            return f"{self.told(node.sup)} {self.told(node.sub)}"
        return f"{self.told(node.base)} {self.told(node.sub)} {self.told(node.sup)}"

    def _arrow(self, told: str, over: Node | None, under: Node | None) -> str:
        return super()._arrow(self.words["reacts"] if told == self.words["→"] else told, over, under)

    def _symbol(self, char: str, kind: str, variant: str) -> str:
        if char in "()[]⋅" or (char == "−" and kind == "bin"):
            return ""
        bond = {"=": "double_bond", "≡": "triple_bond"}.get(char) if kind == "ord" else None
        return self.words[bond] if bond else super()._symbol(char, kind, variant)

    def told(self, node: Node | None) -> str:
        """The letters of one element stand together."""
        return _ELEMENT.sub("", super().told(node))


def _only(node: Node) -> Node:
    return node.parts[0] if isinstance(node, Row) and len(node.parts) == 1 else node


def _is_large(node: Node) -> bool:
    return isinstance(node, Symbol) and (node.kind == "op" or node.char in INTEGRALS)


def _is_function(node: Node) -> bool:
    return isinstance(node, Name) or _is_large(node)


def _is_end(node: Node) -> bool:
    return isinstance(node, Symbol) and node.kind in ("rel", "close", "punct")


def _is_short(node: Node) -> bool:
    """True for one letter, number or sign, with which no listener mistakes where it ends."""
    only = _only(node)
    if isinstance(only, Row):
        parts = [part for part in only.parts if not isinstance(part, Space)]
        return len(parts) <= 2 and all(isinstance(part, Symbol | Number) for part in parts)
    return not isinstance(only, Fraction | Table | Fenced | Scripts | Root | Stack | Arrow)
