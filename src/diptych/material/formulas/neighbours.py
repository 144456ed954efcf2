"""What stands beside what in a formula: where spaces and brackets are wanted on a line of text."""

from __future__ import annotations

from diptych.material.formulas.tree import (
    Accent,
    Arrow,
    Chemistry,
    Fenced,
    Fraction,
    Name,
    Node,
    Number,
    Root,
    Row,
    Scripts,
    Space,
    Stack,
    Symbol,
    Table,
    Text,
)

_FIRM = "\u00a0"
# Behind these, room is made already, or none is wanted.
_APART = ("bin", "rel", "open", "punct", "op")


def multiplies(neighbour: Node | None) -> bool:
    """Whether it is a factor of a fraction that it stands beside."""
    if isinstance(neighbour, Scripts | Accent):
        neighbour = neighbour.base
    if isinstance(neighbour, Symbol):
        return neighbour.kind in ("ord", "op") and neighbour.char not in "!…⋯|"
    return isinstance(neighbour, Number | Fraction | Root | Fenced)


def may_join(before: Node | None) -> bool:
    """Whether a plus or minus behind it joins two things, and does not stand for a sign alone."""
    return before is not None and not (isinstance(before, Symbol) and before.kind in _APART)


def is_function(before: Node | None) -> bool:
    """Whether it is the name of a function or a sum, which stands off from what it is of."""
    if isinstance(before, Scripts):
        before = before.base
    return isinstance(before, Name) or (isinstance(before, Symbol) and before.kind == "op")


def room_before(part: Node, before: Node | None) -> str:
    """The space between a part and the one before it that is due to functions alone: sin x, 2 cos x."""
    if before is None or isinstance(part, Space):
        return ""
    own = part.base if isinstance(part, Scripts) else part
    letter = isinstance(own, Symbol) and own.char.isalpha()
    if is_function(before):
        return "" if isinstance(own, Fenced) or (isinstance(own, Symbol) and not letter) else _FIRM
    stands_off = not isinstance(before, Space) and not (isinstance(before, Symbol) and before.kind in _APART)
    return _FIRM if isinstance(own, Name) and stands_off else ""


def is_words(node: Node) -> bool:
    """Whether it is a text, whose spaces stay."""
    return isinstance(node, Text) or (
        isinstance(node, Row) and any(isinstance(one, Text) for one in node.parts)
    )


def is_single(node: Node) -> bool:
    """Whether it needs no brackets as a part of a fraction or root."""
    match node:
        case Row(parts):
            return (len(parts) == 1 and is_single(parts[0])) or is_differential(parts)
        case Scripts(base):
            return is_single(base)
        case Fraction(_, _, bar):
            return not bar
        case Table(fences=fences):
            return bool(fences[0])
        case Stack() | Arrow() | Chemistry():
            return False
        case _:
            return True


def is_differential(parts: tuple[Node, ...]) -> bool:
    """dx, ∂t, d²y: read as one."""
    first = parts[0] if parts else None
    first = first.base if isinstance(first, Scripts) else first
    is_d = isinstance(first, Symbol) and first.char in "d∂"
    return is_d and len(parts) == 2 and isinstance(parts[1], Symbol | Scripts | Accent)


def between(table: Table, index: int, after: str) -> str:
    """What parts a cell from the one before it."""
    if index == 0:
        return ""
    if table.kind == "aligned" and index % 2:
        return "" if after.startswith(" ") else " "
    return f",{_FIRM}"
