r"""Chemical formulas and equations, `\ce{2 H2 + O2 -> 2 H2O}`, in the notation of mhchem.

The most used part of it: elements, numbers, charges, states, isotopes, bonds, arrows with words above and
below them, precipitates and gases.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from types import MappingProxyType

from diptych.material.formulas.tree import (
    EMPTY,
    Arrow,
    FormulaError,
    Fraction,
    Node,
    Number,
    Row,
    Scripts,
    Space,
    Symbol,
    Text,
)

ReadMath = Callable[[str, int], Row]

_ARROWS = MappingProxyType(
    {"<=>>": "⇌", "<<=>": "⇌", "<=>": "⇌", "<->": "↔", "<-->": "⇄", "->": "→", "<-": "←", "=>": "⇒"}
)
_ARROW = re.compile(r"<=>>|<<=>|<=>|<-->|<->|->|<-|=>|⇌|→|←|↔")
_LABEL = re.compile(r"\[((?:[^\[\]]|\[[^\]]*\])*)\]")
_AMOUNT = re.compile(r"(?:(\d+)/(\d+)|(\d+(?:[.,]\d+)?))(?=\s*[A-Z(\[^_$\\])")
_STATE = re.compile(r"\((?:aq|s|l|g|cr|am|conc|dil)\)")
_SIGNS = MappingProxyType({"+": "+", "-": "−", "*": "⋅", ".": "⋅", "=": "=", "#": "≡"})
# Words on an arrow, and temperatures and the like; all else there is chemistry.
_WORDS = re.compile(r"[a-zäöüéèñ][\w\s.,;%°/-]*|\d[\d.,]*\s?(?:°\s?C|K|°|%|bar|atm|hPa|kPa|MPa|min|h|s|V)")
_DIGITS = re.compile(r"\d+")
_CHARGE_END = re.compile(r"(?=$|[\s)\]}(\[,;^_]|->|<)")


def read_chemistry(notation: str, at: int, math: ReadMath) -> Row:
    """The formula as a tree; `at` is its place in the whole, `math` reads `$…$` inside it.

    Raises FormulaError.
    """
    if not notation.strip():
        raise FormulaError("`\\ce{}` is empty", at, "write a formula such as \\ce{H2O}")
    return Row(tuple(_Reader(notation, at, math).parts()), group=False)


class _Reader:
    """Goes through the characters once; `after` tells whether an atom stands right before."""

    def __init__(self, notation: str, at: int, math: ReadMath) -> None:
        self.text, self.start, self.math = notation, at, math
        self.at = 0
        self.found: list[Node] = []
        self.after = False

    def parts(self) -> list[Node]:
        while self.at < len(self.text):
            self._next()
        return self.found

    def _match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        match = pattern.match(self.text, self.at)
        if match:
            self.at = match.end()
        return match

    def _next(self) -> None:
        """One sign, with those that belong to it."""
        char = self.text[self.at]
        fresh = not self.after
        if char.isspace():
            self.at += 1
            self.after = False
        elif match := self._match(_ARROW):
            self._arrow(match[0])
        elif match := self._match(_STATE):
            self._add(Text(match[0]))
        elif fresh and (match := self._match(_AMOUNT)):
            self._amount(match)
        elif char.isdigit() and char.isascii():
            self._digits()
        elif char in "^_":
            self._script(char)
        elif char in "{$\\":
            self._quoted(char)
        else:
            self._sign(char)

    def _add(self, node: Node, after: bool = True) -> None:
        self.found.append(node)
        self.after = after

    def _arrow(self, sign: str) -> None:
        labels = [match[1] for match in (self._match(_LABEL), self._match(_LABEL)) if match]
        above, below = ([self._label(one) for one in labels] + [None, None])[:2]
        self._add(Arrow(_ARROWS.get(sign, sign), above, below), after=False)

    def _label(self, words: str) -> Node:
        if not words.strip():
            return EMPTY
        if _WORDS.fullmatch(words):
            return Text(words)
        return read_chemistry(words, self.start, self.math)

    def _amount(self, match: re.Match[str]) -> None:
        if match[1]:
            self.found.append(Fraction(Number(match[1]), Number(match[2]), level="text"))
        else:
            self.found.append(Number(match[3]))
        self.found.append(Space(1 / 6))
        self.after = False

    def _digits(self) -> None:
        match = _DIGITS.match(self.text, self.at)
        assert match
        self.at = match.end()
        if self.after:
            self._attach(sub=Number(match[0]))
        else:
            self._add(Number(match[0]), after=False)

    def _script(self, mark: str) -> None:
        """A charge, an isotope's number, or ↑ where `^` stands alone."""
        alone = re.compile(r"[\^_](?=\s|$)").match(self.text, self.at)
        self.at += 1
        if alone:
            self._add(Symbol("↑"), after=False)
            return
        node = self._script_value()
        if not self.after:
            # What stands before an element belongs to it: mass and atomic number.
            if not (self.found and isinstance(self.found[-1], Scripts) and self.found[-1].base == EMPTY):
                self.found.append(Scripts(EMPTY))
            last = self.found[-1]
            assert isinstance(last, Scripts)
            self.found[-1] = _joined(last, **{"sub" if mark == "_" else "sup": node})
        else:
            self._attach(**{"sub" if mark == "_" else "sup": node})

    def _script_value(self) -> Node:
        if self.text[self.at : self.at + 1] in ("{", "$"):
            return self._braced() if self.text[self.at] == "{" else self._between_dollars()
        match = re.compile(r"\d*[+-]|\d+|[A-Za-z•·*]").match(self.text, self.at)
        if not match:
            message = "a charge or number is missing here"
            raise FormulaError(message, self.start + self.at, "write it so: SO4^{2-}")
        self.at = match.end()
        return _signed(match[0])

    def _braced(self) -> Node:
        depth, end = 0, self.at
        for end in range(self.at, len(self.text)):
            depth += {"{": 1, "}": -1}.get(self.text[end], 0)
            if depth == 0:
                break
        inside = self.text[self.at + 1 : end]
        self.at = end + 1
        return _signed(inside)

    def _between_dollars(self) -> Node:
        end = self.text.find("$", self.at + 1)
        if end < 0:
            raise FormulaError(
                "a dollar is never closed", self.start + self.at, "write $ where the formula ends"
            )
        node = self.math(self.text[self.at + 1 : end], self.start + self.at + 1)
        self.at = end + 1
        return node

    def _quoted(self, char: str) -> None:
        """Words in braces, mathematics between dollars, one command of LaTeX."""
        if char == "{":
            self._add(self._braced())
        elif char == "$":
            self._add(self._between_dollars())
        else:
            match = re.compile(r"\\(?:[A-Za-z]+(?:\{[^{}]*\})*|.)").match(self.text, self.at)
            notation = match[0] if match else "\\"
            self._add(self.math(notation, self.start + self.at))
            self.at += len(notation)

    def _sign(self, char: str) -> None:
        """A letter, a bracket, a bond, a plus between substances, or a charge."""
        self.at += 1
        alone = self.text[self.at - 2 : self.at - 1].isspace() or self.at == 1
        ends = _CHARGE_END.match(self.text, self.at) is not None
        if char in "+-" and self.after and ends and not alone:
            self._attach(sup=Symbol(_SIGNS[char]))
        elif char == "v" and alone and ends:
            self._add(Symbol("↓"), after=False)
        elif char == "+":
            self._add(Symbol("+", "bin"), after=False)
        elif char in _SIGNS:
            self._bond(char)
        elif char in "([":
            self._add(Symbol(char, "open"), after=False)
        elif char in ")]":
            self._add(Symbol(char, "close"))
        elif char.isalpha():
            self._add(Symbol(char, variant="upright"))
        else:
            self._add(Symbol(char), after=False)

    def _bond(self, char: str) -> None:
        """A bond between atoms, the point of a hydrate, or a sign of an equation where it stands alone."""
        alone = self.text[self.at : self.at + 1].isspace()
        kind = "rel" if alone and char == "=" else "bin" if char in "*." or alone else "ord"
        self._add(Symbol(_SIGNS[char], kind), after=False)  # type: ignore[arg-type]

    def _attach(self, sub: Node | None = None, sup: Node | None = None) -> None:
        """Give the last part a script more."""
        last = self.found[-1] if self.found else EMPTY
        if isinstance(last, Scripts) and last.base != EMPTY:
            self.found[-1] = _joined(last, sub, sup)
        else:
            self.found[-1:] = [Scripts(last, sub, sup)]


def _joined(scripts: Scripts, sub: Node | None = None, sup: Node | None = None) -> Scripts:
    return Scripts(scripts.base, _both(scripts.sub, sub), _both(scripts.sup, sup))


def _both(one: Node | None, other: Node | None) -> Node | None:
    if one is None or other is None:
        return one if other is None else other
    return Row((one, other))


def _signed(text: str) -> Node:
    """A charge or a number of atoms: digits, letters and signs, upright."""
    parts: list[Node] = []
    for piece in re.findall(r"\d+|.", text.replace(" ", "")):
        parts.append(Number(piece) if piece[0].isdigit() else _letter(piece))
    return parts[0] if len(parts) == 1 else Row(tuple(parts))


def _letter(char: str) -> Symbol:
    if char in "+-−":
        return Symbol({"-": "−"}.get(char, char))
    return Symbol({"*": "∗", ".": "•"}.get(char, char), variant="upright" if char not in "nxyzm" else "")
