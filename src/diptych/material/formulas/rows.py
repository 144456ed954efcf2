"""Rows of cells are read: those of a whole formula, and those between `\\begin{…}` and `\\end{…}`."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from diptych.material.formulas.environments import ENVIRONMENTS, PASSED_OVER, columns_of
from diptych.material.formulas.tokens import Token
from diptych.material.formulas.tree import EMPTY, FormulaError, Level, Node, Table, TableKind

if TYPE_CHECKING:
    from diptych.material.formulas.reader import Reader

_LENGTHS = ("mm", "cm", "pt", "em", "ex", "in")


def read_environment(reader: Reader, token: Token, name: str) -> Node:
    """What stands between \\begin{name} and \\end{name}."""
    name, at = reader.raw(token)
    if name in PASSED_OVER:
        table = read_rows(reader, "aligned", level="display")
        single = len(table.rows) == 1 and len(table.rows[0]) == 1
        inside = table.rows[0][0] if single else table
    elif name in ENVIRONMENTS:
        inside = _environment(reader, name, at)
    else:
        raise _unknown(name, at)
    _end(reader, name, token)
    return inside


def read_rows(
    reader: Reader,
    kind: TableKind,
    align: str = "",
    fences: tuple[str, str] = ("", ""),
    rules: tuple[int, ...] = (),
    level: Level | None = None,
) -> Table:
    """Cells parted by & and rows parted by \\\\, up to what ends them."""
    rows: list[tuple[Node, ...]] = []
    lines: list[int] = []
    more = True
    while more:
        while reader.token.text == "\\hline":
            reader.take()
            lines.append(len(rows))
        rows.append(_row(reader))
        more = reader.token.text in ("\\\\", "\\cr")
        if more:
            reader.take()
            _pass_over_room(reader)
    if len(rows) > 1 and rows[-1] == (EMPTY,):
        rows.pop()
    return Table(tuple(rows), kind, align, fences, rules, tuple(lines), level)


def _row(reader: Reader) -> tuple[Node, ...]:
    cells: list[Node] = [reader.row()]
    while reader.token.text == "&":
        reader.take()
        cells.append(reader.row())
    return tuple(cells)


def _pass_over_room(reader: Reader) -> None:
    """\\\\[2mm]: the room between rows is ours to choose."""
    at = reader.token.at
    end = reader.notation.find("]", at) if reader.token.text == "[" else -1
    if end >= 0 and reader.notation[at + 1 : end].strip().endswith(_LENGTHS):
        while reader.take().at < end:
            pass


def _environment(reader: Reader, name: str, at: int) -> Table:
    known = ENVIRONMENTS[name]
    align = known.align
    rules: tuple[int, ...] = ()
    command = Token(f"\\begin{{{name}}}", at - len("\\begin{"))
    if known.takes:
        align, rules = columns_of(*reader.raw(command))
    elif name.startswith("alignat"):
        reader.raw(command)
    return read_rows(reader, known.kind, align, known.fences, rules, known.level)


def _end(reader: Reader, name: str, opening: Token) -> None:
    token = reader.take()
    if token.text != "\\end":
        message = f"`\\begin{{{name}}}` is never ended"
        raise FormulaError(message, opening.at, f"write \\end{{{name}}} where it ends")
    ended, _ = reader.raw(token)
    if ended != name:
        message = f"`\\end{{{ended}}}` ends what began as `{name}`"
        raise FormulaError(message, token.at, f"write \\end{{{name}}}")


def _unknown(name: str, at: int) -> FormulaError:
    close = get_close_matches(name, ENVIRONMENTS, n=1, cutoff=0.5)
    hint = "there are pmatrix, bmatrix, vmatrix, cases, aligned and array"
    return FormulaError(
        f"`{name}` is nothing that can begin here", at, f"did you mean `{close[0]}`?" if close else hint
    )
