"""Letters and digits of a part of a formula in another variant: upright, bold, double-struck."""

from __future__ import annotations

from diptych.material.formulas.tree import (
    Accent,
    Fraction,
    Node,
    Number,
    Row,
    Scripts,
    Symbol,
    Variant,
)


def with_variant(node: Node, variant: Variant) -> Node:
    """The same with its letters and digits in the variant, where they have none of their own."""
    match node:
        case Symbol(char, kind, ""):
            return Symbol(char, kind, variant)
        case Number(digits, ""):
            return Number(digits, variant)
        case Row(parts, group):
            return Row(tuple(with_variant(part, variant) for part in parts), group)
        case Scripts(base, sub, sup, limits):
            low, high = (with_variant(one, variant) if one is not None else None for one in (sub, sup))
            return Scripts(with_variant(base, variant), low, high, limits)
        case Fraction(top, bottom, bar, fences, level):
            return Fraction(with_variant(top, variant), with_variant(bottom, variant), bar, fences, level)
        case Accent(base, sign, wide, under):
            return Accent(with_variant(base, variant), sign, wide, under)
        case _:
            return node
