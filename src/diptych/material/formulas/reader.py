"""Formulas in LaTeX notation are read into a tree; what is wrong is told with its place."""

from __future__ import annotations

from difflib import get_close_matches
from functools import lru_cache

from diptych.material.formulas import symbols
from diptych.material.formulas.commands import COMMANDS, ELSEWHERE, LEVELS, SILENT, infix
from diptych.material.formulas.rows import read_rows
from diptych.material.formulas.tokens import Token, digits, tokens
from diptych.material.formulas.tree import (
    EMPTY,
    Accent,
    FormulaError,
    Name,
    Node,
    Number,
    Row,
    Scripts,
    Space,
    Stack,
    Styled,
    Symbol,
    Table,
)

MOST_CHARACTERS = 2000
_DEEPEST = 24
# What ends a row, and belongs to who opened it; a bracket only where an option is read.
_END = ("", "}", "&", "\\\\", "\\cr", "\\end", "\\right", "\\middle")
_INFIX = ("\\over", "\\choose")
_PRIMES = ("'", "’")
_SCRIPTS = ("^", "_", *_PRIMES, "\\limits", "\\nolimits")
_TWO_WORDS = {"limsup": "lim sup", "liminf": "lim inf", "argmax": "arg max", "argmin": "arg min"}
_STRAY = {
    "}": "take it away, or open one before it: {",
    "\\right": "write \\left( before it",
    "\\middle": "it stands between \\left and \\right",
    "\\end": "write \\begin{…} before it",
}


@lru_cache(maxsize=2048)
def read_formula(notation: str) -> Row:
    """The formula as a tree. Raises FormulaError for what is no formula."""
    if len(notation) > MOST_CHARACTERS:
        message = f"a formula has at most {MOST_CHARACTERS} characters"
        raise FormulaError(message, MOST_CHARACTERS, "make several formulas of it")
    row = Reader(notation).whole()
    if not row.parts:
        hint = "write something in it; a dollar is \\$"
        raise FormulaError("the formula is empty", 0, hint)
    return row


class Reader:
    """Goes through the tokens once; `depth` counts what is open."""

    def __init__(self, notation: str) -> None:
        self.notation = notation
        self.tokens = tokens(notation)
        self.next = 0
        self.depth = 0

    @property
    def token(self) -> Token:
        """The token that is not yet read."""
        return self.tokens[self.next]

    def take(self) -> Token:
        """Read one token; at the end an empty one, again and again."""
        token = self.tokens[self.next]
        self.next += token.text != ""
        return token

    def whole(self) -> Row:
        """All rows of the formula, as one table where there are several."""
        table = read_rows(self, "aligned", level="display")
        if stray := self.token.text:
            raise FormulaError(f"`{stray}` closes nothing", self.token.at, _STRAY.get(stray, "take it away"))
        first = table.rows[0]
        if len(table.rows) == 1 and len(first) == 1:
            return first[0] if isinstance(first[0], Row) else Row((first[0],))
        aligned = any(len(row) > 1 for row in table.rows)
        shown = table if aligned else Table(table.rows, "gathered", "c", level="display")
        return Row((shown,), group=False)

    def row(self, stop: tuple[str, ...] = ()) -> Row:
        """Parts up to a token that ends a row, or one of `stop`; it is left for who opened the row."""
        self.depth += 1
        if self.depth > _DEEPEST:
            raise FormulaError(
                "the formula is nested too deeply", self.token.at, "make several formulas of it"
            )
        parts: list[Node] = []
        while self.token.text not in (*_END, *stop):
            if self.token.text in _INFIX:
                parts = [infix(self.take(), Row(tuple(parts)), self.row(stop))]
                break
            part = self._part(parts)
            parts += [] if part is None else [part]
        self.depth -= 1
        return Row(tuple(parts))

    def _part(self, before: list[Node]) -> Node | None:
        """The next part with its scripts; None for what says nothing."""
        token = self.token
        if token.text in LEVELS:
            self.take()
            return Styled(self.row(), LEVELS[token.text])
        if token.text in _SCRIPTS[:4]:
            return self._scripts(before.pop() if before else EMPTY)
        node = self.nucleus()
        return self._scripts(node) if node is not None and self.token.text in _SCRIPTS else node

    def _scripts(self, base: Node) -> Node:
        known = base if isinstance(base, Scripts) and base.limits is None else Scripts(base)
        base, sub, sup, limits = known.base, known.sub, known.sup, known.limits
        while self.token.text in _SCRIPTS:
            token = self.take()
            if token.text in ("\\limits", "\\nolimits"):
                limits = token.text == "\\limits"
            elif token.text in _PRIMES:
                sup = _in_row(sup, Symbol("′"))
            elif token.text == "_":
                sub = self._script(sub, token, "subscript")
            else:
                sup = self._superscript(sup, token)
        if isinstance(base, Accent) and base.sign in "⏞⏟":
            return Stack(base, over=sup, under=sub)
        return Scripts(base, sub, sup, limits)

    def _superscript(self, known: Node | None, token: Token) -> Node:
        """A superscript; behind primes it stands beside them."""
        if known is not None and all(part == Symbol("′") for part in _parts(known)):
            return _in_row(known, self.argument("`^`", token))
        return self._script(known, token, "superscript")

    def _script(self, known: Node | None, token: Token, name: str) -> Node:
        if known is not None:
            hint = f"put braces around what belongs together: {{a{token.text}{{b}}}}{token.text}{{c}}"
            raise FormulaError(f"a second {name} follows the first", token.at, hint)
        return self.argument(f"`{token.text}`", token)

    def nucleus(self) -> Node | None:
        """The next part without its scripts."""
        token = self.take()
        text = token.text
        if text == "{":
            inside = self.row()
            self.close(token)
            return inside
        if text.startswith("\\"):
            return self._command(token)
        if token.is_number:
            return Number(digits(text))
        if text == "~":
            return Space(0.25)
        if text == "$":
            raise FormulaError("a dollar stands inside a formula", token.at, "write \\$ for a dollar")
        return symbols.TYPED.get(text) or Symbol(text)

    def close(self, opening: Token) -> None:
        """Read the brace that closes another one."""
        if self.token.text != "}":
            before = f" before `{self.token.text}`" if self.token.text else ""
            raise FormulaError(f"the brace `{{` is never closed{before}", opening.at, "write } where it ends")
        self.take()

    def argument(self, of: str, owner: Token) -> Node:
        """What a command is given: a group in braces, or a single part."""
        token = self.token
        if token.text in (*_END, "^", "_"):
            hint = f"write it in braces: {owner.text}{{…}}"
            raise FormulaError(f"{of} lacks what belongs to it", owner.at, hint)
        if token.is_number and len(token.text) > 1:
            # Only one digit belongs to what stands without braces.
            self.tokens[self.next] = Token(token.text[1:], token.at + 1)
            return Number(token.text[0])
        node = self.nucleus()
        return EMPTY if node is None else node

    def option(self) -> Row | None:
        """What stands in brackets, if anything does."""
        if self.token.text != "[":
            return None
        opening = self.take()
        inside = self.row(("]",))
        if self.take().text != "]":
            raise FormulaError("the bracket `[` is never closed", opening.at, "write ] where it ends")
        return inside

    def raw(self, token: Token) -> tuple[str, int]:
        """What stands in the braces of a command, as typed, and where it begins."""
        opening = self.take()
        if opening.text != "{":
            raise FormulaError(f"`{token.text}` lacks its braces", token.at, f"write {token.text}{{…}}")
        depth, start, found = 1, opening.at + 1, opening
        while depth:
            found = self.take()
            if not found.text:
                raise FormulaError("the brace `{` is never closed", opening.at, "write } where it ends")
            depth += {"{": 1, "}": -1}.get(found.text, 0)
        return self.notation[start : found.at], start

    def inner(self, notation: str, at: int) -> Row:
        """A formula inside words; its mistakes are told by their place in the whole."""
        try:
            return Reader(notation).whole()
        except FormulaError as error:
            raise FormulaError(error.message, error.at + at, error.hint) from None

    def _command(self, token: Token) -> Node | None:
        name = token.text[1:]
        if name in symbols.COMMANDS:
            return symbols.COMMANDS[name]
        if name in symbols.SPACES:
            return Space(symbols.SPACES[name])
        if name in symbols.FUNCTIONS or name in symbols.LIMITS:
            return Name(_TWO_WORDS.get(name, name), name in symbols.LIMITS)
        if name in COMMANDS:
            return COMMANDS[name](self, token, name)
        if name in SILENT:
            return None
        raise _unknown(token)


def _unknown(token: Token) -> FormulaError:
    name = token.text[1:]
    if not name:
        return FormulaError("the formula ends with a backslash", token.at, "take it away")
    if name in ELSEWHERE:
        return FormulaError(f"`\\{name}` has no meaning here", token.at, ELSEWHERE[name])
    known = (*symbols.COMMANDS, *symbols.FUNCTIONS, *symbols.LIMITS, *symbols.SPACES, *COMMANDS)
    close = get_close_matches(name, [one for one in known if len(one) > 1], n=1, cutoff=0.7)
    hint = f"did you mean `\\{close[0]}`?" if close else f"for words write \\text{{{name}}}"
    return FormulaError(f"`\\{name}` is no command that is known", token.at, hint)


def _parts(node: Node | None) -> tuple[Node, ...]:
    return () if node is None else node.parts if isinstance(node, Row) else (node,)


def _in_row(first: Node | None, second: Node) -> Row:
    return Row((*_parts(first), *_parts(second)))
