"""What stands between `\\begin{…}` and `\\end{…}`: matrices, cases, aligned lines."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import NamedTuple

from diptych.material.formulas.tree import FormulaError, Level, TableKind


class Environment(NamedTuple):
    """How the rows of an environment are set; `takes` says whether columns are named after its beginning."""

    kind: TableKind
    fences: tuple[str, str] = ("", "")
    align: str = ""
    level: Level | None = None
    takes: bool = False


_ALIGNED = Environment("aligned", level="display")
ENVIRONMENTS = MappingProxyType(
    {
        "matrix": Environment("matrix"),
        "pmatrix": Environment("matrix", ("(", ")")),
        "bmatrix": Environment("matrix", ("[", "]")),
        "Bmatrix": Environment("matrix", ("{", "}")),
        "vmatrix": Environment("matrix", ("|", "|")),
        "Vmatrix": Environment("matrix", ("‖", "‖")),
        "smallmatrix": Environment("small"),
        "cases": Environment("cases", ("{", ""), "ll"),
        "dcases": Environment("cases", ("{", ""), "ll", "display"),
        "rcases": Environment("cases", ("", "}"), "ll"),
        "aligned": _ALIGNED,
        "align": _ALIGNED,
        "align*": _ALIGNED,
        "alignat": _ALIGNED,
        "split": _ALIGNED,
        "eqnarray": Environment("aligned", level="display"),
        "gathered": Environment("gathered", align="c", level="display"),
        "gather": Environment("gathered", align="c", level="display"),
        "gather*": Environment("gathered", align="c", level="display"),
        "array": Environment("array", takes=True),
    }
)
# These only say that the formula stands on a line of its own, as all of a block do.
PASSED_OVER = frozenset({"equation", "equation*", "displaymath", "math"})


def columns_of(spec: str, at: int) -> tuple[str, tuple[int, ...]]:
    """The alignment of each column and the columns before which a line stands, from `cc|c`."""
    bare = re.sub(r"\s|@\{[^{}]*\}", "", spec)
    align = "".join(char for char in bare if char in "lcr")
    if re.sub(r"[lcr|]", "", bare) or not align:
        raise FormulaError(
            f"`{spec}` names no columns", at, "write l, c or r for each, and | for a line: {cc|c}"
        )
    rules = []
    column = 0
    for char in bare:
        if char == "|":
            rules.append(column)
        else:
            column += 1
    return align, tuple(dict.fromkeys(rules))
