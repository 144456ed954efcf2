"""The spaces between what stands in a row, by its kinds (The TeXbook, chapter 18)."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from diptych.material.formulas.tree import Kind

_ORDER = ("ord", "op", "bin", "rel", "open", "close", "punct", "inner")
# 0 to 3 are no, a thin, a medium and a thick space; what is negative stands in no script.
_TABLE = (
    (0, 1, -2, -3, 0, 0, 0, -1),
    (1, 1, 0, -3, 0, 0, 0, -1),
    (-2, -2, 0, 0, -2, 0, 0, -2),
    (-3, -3, 0, 0, -3, 0, 0, -3),
    (0, 0, 0, 0, 0, 0, 0, 0),
    (0, 1, -2, -3, 0, 0, 0, -1),
    (-1, -1, 0, -1, -1, -1, -1, -1),
    (-1, 1, -2, -3, -1, 0, -1, -1),
)
_WIDTHS = MappingProxyType({0: 0.0, 1: 3 / 18, 2: 4 / 18, 3: 5 / 18})


def space_between(left: Kind, right: Kind, in_script: bool) -> float:
    """The space in ems."""
    found = _TABLE[_ORDER.index(left)][_ORDER.index(right)]
    return 0.0 if found < 0 and in_script else _WIDTHS[abs(found)]


def settled(kinds: Sequence[Kind]) -> list[Kind]:
    """The kinds in a row: a sign of an operation that joins nothing is an ordinary sign."""
    found: list[Kind] = []
    for index, kind in enumerate(kinds):
        before = found[-1] if found else None
        after = kinds[index + 1] if index + 1 < len(kinds) else None
        joins = before not in (None, "bin", "op", "rel", "open", "punct")
        joins = joins and after not in (None, "rel", "close", "punct")
        found.append("ord" if kind == "bin" and not joins else kind)
    return found
