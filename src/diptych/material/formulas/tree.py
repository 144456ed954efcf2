"""What a formula is made of, as values: symbols, and the ways in which they stand together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# How TeX calls the kinds of what stands in a row; spaces depend on them (The TeXbook, chapter 18).
Kind = Literal["ord", "op", "bin", "rel", "open", "close", "punct", "inner"]
Variant = Literal[
    "", "upright", "italic", "bold", "bold-italic", "double", "script", "fraktur", "sans", "typewriter"
]
Level = Literal["display", "text", "script", "scriptscript"]
TableKind = Literal["matrix", "small", "cases", "aligned", "gathered", "array", "lines"]


@dataclass(frozen=True, slots=True)
class Symbol:
    """One character. Letters without a variant are set as mathematics sets them: Latin ones in italics."""

    char: str
    kind: Kind = "ord"
    variant: Variant = ""


@dataclass(frozen=True, slots=True)
class Number:
    """Digits with what parts them: `3.14`, `10 000`."""

    digits: str
    variant: Variant = ""


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a function or operator, upright: sin, lim. `limits` stand below it in display."""

    name: str
    limits: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """Words between symbols."""

    words: str
    variant: Variant = "upright"


@dataclass(frozen=True, slots=True)
class Space:
    """Room, in ems."""

    width: float


@dataclass(frozen=True, slots=True)
class Row:
    """Parts side by side; one that is a `group` counts as one ordinary symbol."""

    parts: tuple[Node, ...]
    group: bool = True


@dataclass(frozen=True, slots=True)
class Fraction:
    """One thing over another; `bar` is false and there are `fences` for a binomial coefficient."""

    top: Node
    bottom: Node
    bar: bool = True
    fences: tuple[str, str] = ("", "")
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Root:
    """A square root, or one of another degree."""

    inside: Node
    degree: Node | None = None


@dataclass(frozen=True, slots=True)
class Scripts:
    """Subscript and superscript. `limits` says whether they stand below and above; None as is usual."""

    base: Node
    sub: Node | None = None
    sup: Node | None = None
    limits: bool | None = None


@dataclass(frozen=True, slots=True)
class Accent:
    """A sign above (or `under`) the base; a `wide` one is as wide as the base."""

    base: Node
    sign: str
    wide: bool = False
    under: bool = False


@dataclass(frozen=True, slots=True)
class Stack:
    """Small things above and below a base, which has the kind of the whole."""

    base: Node
    over: Node | None = None
    under: Node | None = None
    kind: Kind = "ord"


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow as long as the words above and below it need."""

    char: str
    over: Node | None = None
    under: Node | None = None


@dataclass(frozen=True, slots=True)
class Fenced:
    """Something between fences as high as it is, in parts with `middle` between; "" is no fence."""

    left: str
    right: str
    parts: tuple[Node, ...]
    middle: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Big:
    """A fence of a size of its own: 1 to 4."""

    char: str
    size: int
    kind: Kind = "ord"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells. `align` has l, c or r for each column.

    `rules` are the columns before which a line stands, `lines` the rows; `fences` stand around it.
    """

    rows: tuple[tuple[Node, ...], ...]
    kind: TableKind
    align: str = ""
    fences: tuple[str, str] = ("", "")
    rules: tuple[int, ...] = ()
    lines: tuple[int, ...] = ()
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """Something struck out or framed, or only the room that it takes."""

    inside: Node
    mark: Literal["box", "cancel", "bcancel", "xcancel", "phantom"]


@dataclass(frozen=True, slots=True)
class Styled:
    """Something set as at another level."""

    inside: Node
    level: Level


@dataclass(frozen=True, slots=True)
class Chemistry:
    """A chemical formula or equation."""

    inside: Row


Node = (
    Symbol
    | Number
    | Name
    | Text
    | Space
    | Row
    | Fraction
    | Root
    | Scripts
    | Accent
    | Stack
    | Arrow
    | Fenced
    | Big
    | Table
    | Marked
    | Styled
    | Chemistry
)

EMPTY = Row(())


class FormulaError(Exception):
    """What is wrong with a formula, what to write instead, and at which character, from 0.

    `char` is the character that is wrong, where its place is not known.
    """

    def __init__(self, message: str, at: int, hint: str = "", char: str = "") -> None:
        super().__init__(message)
        self.message, self.at, self.hint, self.char = message, at, hint, char
