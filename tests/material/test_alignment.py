"""Columns of figures stand at the right, of words at the left, unless the author says otherwise."""

from __future__ import annotations

import pytest

from diptych.material.alignment import column_alignment
from diptych.material.blocks import Table
from tests.handout.printed import read, with_content


def table(rows: str, extra: str = "") -> Table:
    document = read(with_content(f"- {{table: T, header: [A, B], rows: {rows}{extra}}}"))
    (block,) = document.material.sections[0].content
    assert isinstance(block, Table)
    return block


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["12", "1,250", "–3.5"], "right"),
        (["12 %", "7 %", "–"], "right"),
        (["1 200", "350"], "right"),
        (["12 kg", "13 kg"], "left"),
        (["1922", "1926", "1933"], "left"),
        (["Kazan", "12"], "left"),
        (["12"], "left"),
    ],
)
def test_a_column_of_figures_stands_at_the_right(cells: list[str], expected: str) -> None:
    rows = ", ".join(f'[name, "{cell}"]' for cell in cells)
    assert column_alignment(table(f"[{rows}]")) == ("left", expected)


def test_the_authors_word_counts() -> None:
    assert column_alignment(table("[[a, 1], [b, 2]]", ", align: [left, center]")) == ("left", "center")


def test_columns_under_spans_are_left_alone() -> None:
    assert column_alignment(table("[[{cell: 1, colspan: 2}], [2, 3], [4, 5]]")) == ("left", "left")
