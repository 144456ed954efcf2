"""Where a formula that is too long may be broken: at wide spaces, before relations, before plus and minus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diptych.figures.formulas.drawn import drawn_formula
from diptych.layout.theme import FormulaFiles
from diptych.material.formulas.tree import EMPTY, Arrow, Chemistry, Node, Row, Scripts, Space, Symbol, Table

# Further lines begin so far to the right, in ems.
_INDENT = 2.0
# Spaces of such a width part what is not one formula.
_GAP = 0.9


def parts_of(tree: Node) -> tuple[Row, ...]:
    """The formula in parts that end with a relation, or before plus and minus where it has none."""
    items = _items(tree)
    parts = tuple(_parted(items, ("rel",)))
    return parts if len(parts) > 1 else tuple(_parted(items, ("rel", "bin")))


def broken_lines(tree: Node, font: FormulaFiles, room: float) -> Node | None:
    """The formula in lines no wider than `room` ems, where it can be broken; further lines are indented.

    Lines begin with the sign at which they are broken, as is usual for formulas on lines of their own.
    """
    for kinds in (("gap",), ("gap", "rel"), ("gap", "rel", "bin")):
        lines = _filled(list(_begun(_items(tree), kinds)), font, room)
        if len(lines) > 1 and all(_width(line, font) <= room for line in lines):
            return Table(tuple((line,) for line in lines), "gathered", "l", level="display")
    return None


def _items(tree: Node) -> tuple[Node, ...]:
    only = tree.parts[0] if isinstance(tree, Row) and len(tree.parts) == 1 else tree
    if isinstance(only, Chemistry):
        return only.inside.parts
    return only.parts if isinstance(only, Row) else (only,)


def _kind(node: Node) -> str:
    if isinstance(node, Arrow):
        return "rel"
    if isinstance(node, Space):
        return "gap" if node.width >= _GAP else ""
    node = node.base if isinstance(node, Scripts) else node
    return node.kind if isinstance(node, Symbol) else ""


def _parted(items: Sequence[Node], kinds: Sequence[str]) -> Iterator[Row]:
    """Parts that end with the sign, as lines of text do. Brackets are kept whole."""
    part: list[Node] = []
    depth = 0
    for item in items:
        part.append(item)
        depth += {"open": 1, "close": -1}.get(_kind(item), 0)
        if _kind(item) in kinds and depth <= 0 and len(part) > 1:
            yield Row((*part, Space(4 / 18)), group=False)
            part = []
    if part:
        yield Row(tuple(part), group=False)


def _begun(items: Sequence[Node], kinds: Sequence[str]) -> Iterator[tuple[Node, ...]]:
    """Parts that begin with the sign, or end with a wide space."""
    part: list[Node] = []
    depth = 0
    for item in items:
        kind = _kind(item)
        depth += {"open": 1, "close": -1}.get(kind, 0)
        ends = kind in kinds and depth <= 0
        if ends and part and kind != "gap":
            yield tuple(part)
            part = []
        part.append(item)
        if ends and kind == "gap":
            yield tuple(part)
            part = []
    yield tuple(part)


def _filled(parts: Sequence[tuple[Node, ...]], font: FormulaFiles, room: float) -> list[Row]:
    """The parts in as few lines as they need."""
    lines: list[tuple[Node, ...]] = []
    for part in parts:
        joined = (*lines[-1], *part) if lines else part
        if lines and _width(Row(joined), font) > room:
            lines.append((Space(_INDENT), EMPTY, *part))
        else:
            lines[-1:] = [joined]
    return [Row(line) for line in lines]


def _width(row: Row, font: FormulaFiles) -> float:
    return drawn_formula(row, font, True).width
