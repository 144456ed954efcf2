"""How the columns of a table are aligned, the same in both panels."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diptych.material.blocks import Alignment, Table

# A number with its sign, its thousands parted, and a percent sign behind it.
_NUMBER = re.compile(r"[-−–+±<>≈~]?\s?\d{1,3}(?:[\s\u00a0\u202f.,’']?\d{3})*(?:[.,]\d+)?\s?[%‰]?")
_NONE = {"", "–", "—", "-", "…"}


def column_alignment(table: Table) -> tuple[Alignment, ...]:
    """One word a column: the author's, else right for columns of numbers and left for others."""
    if table.align:
        return table.align
    numeric = [_numeric(texts) for texts in _columns(table)]
    return tuple("right" if one else "left" for one in numeric)


def _columns(table: Table) -> Iterator[list[str]]:
    """The texts of each column; none where cells span several, for then columns cannot be told apart."""
    spans = any(cell.colspan > 1 or cell.rowspan > 1 for row in table.rows for cell in row)
    for index in range(len(table.header)):
        if spans:
            yield []
        else:
            yield [row[index].cell.plain().strip() for row in table.rows if index < len(row)]


def _numeric(texts: list[str]) -> bool:
    filled = [text for text in texts if text not in _NONE]
    # A column of years is text to read, not figures to compare.
    years = all(re.fullmatch(r"1\d{3}|20\d{2}", text) for text in filled)
    return len(filled) > 1 and not years and all(_NUMBER.fullmatch(text) for text in filled)
