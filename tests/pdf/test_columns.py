"""Columns stand as WeasyPrint sets them, and are laid out a few times only."""

from __future__ import annotations

import pytest

from diptych import meanwhile
from diptych.pdf.columns import least_height, quick_layout
from diptych.pdf.weasyprint_import import import_weasyprint

STYLE = """
@page { size: 20cm 12cm }
ul { columns: 2; margin: 0 0 1em; padding: 0; list-style: none }
li { break-inside: avoid; margin-bottom: 3px }
"""
LONG, SHORT = (
    "One of the longer lines of a list, which is broken twice or even three times. " * 2,
    "A short one.",
)


def heights(items: list[str], style: str = STYLE, *, slowly: bool = False) -> list[list[tuple[float, float]]]:
    """Where the items of each column begin and how high they are, page by page."""
    weasyprint = import_weasyprint()
    block, slow = weasyprint.layout.block, weasyprint.layout.column.columns_layout
    html = f"<style>{style}</style><ul>{''.join(f'<li>{one}' for one in items)}</ul><p>After."
    with meanwhile.attribute(block, "columns_layout", slow if slowly else block.columns_layout):
        pages = weasyprint.HTML(string=html).render().pages
    boxes = [box for page in pages for box in page._page_box.descendants()]
    return [
        [(round(child.position_y, 3), round(child.height, 3)) for child in box.children]
        for box in boxes
        if getattr(box, "is_column", False)
    ]


@pytest.mark.parametrize("count", [1, 2, 3, 7, 12, 40])
@pytest.mark.parametrize("kinds", [(LONG, SHORT), (SHORT,), (LONG, SHORT, SHORT, LONG, LONG)])
def test_columns_are_those_that_weasyprint_finds(kinds: tuple[str, ...], count: int) -> None:
    items = [kinds[number % len(kinds)] for number in range(count)]
    found = heights(items)
    assert sum(map(len, found)) >= count
    assert found == heights(items, slowly=True)


@pytest.mark.parametrize(
    "other",
    [
        "li { break-inside: auto }",
        "ul { list-style: disc }",
        "li { margin-top: 5px }",
        "li:first-child { float: left }",
    ],
)
def test_what_cannot_be_told_beforehand_is_laid_out_as_ever(other: str) -> None:
    items = [LONG, SHORT, LONG, LONG, SHORT]
    assert heights(items, STYLE + other) == heights(items, STYLE + other, slowly=True) != []


def test_few_layouts_are_enough() -> None:
    weasyprint = import_weasyprint()
    block = weasyprint.layout.block
    laid, slow = list[float](), block.block_box_layout

    def counted(context: object, box: object, *words: object, **more: object) -> object:
        laid.append(getattr(box, "is_column", False))
        return slow(context, box, *words, **more)

    with meanwhile.attribute(block, "block_box_layout", counted):
        heights([LONG, SHORT, SHORT, LONG, SHORT])
        quickly = sum(laid)
        heights([LONG, SHORT, SHORT, LONG, SHORT], slowly=True)
    assert 0 < quickly < (sum(laid) - quickly) / 2


@pytest.mark.parametrize(
    ("parts", "count", "height"),
    [
        ([10, 10, 10, 10], 2, 20),
        ([30, 10, 10], 2, 30),
        ([5], 3, 5),
        ([10, 20, 30, 40], 3, 40),
        ([7] * 9, 3, 21),
    ],
)
def test_the_least_height_is_found(parts: list[float], count: int, height: float) -> None:
    ends = [sum(parts[: number + 1]) for number in range(len(parts))]
    edges = [(end - part, end) for part, end in zip(parts, ends, strict=True)]
    assert least_height(edges, count) == pytest.approx(height)


def test_what_weasyprint_calls_is_still_there() -> None:
    weasyprint = import_weasyprint()
    for module, name in (
        (weasyprint.layout.block, "columns_layout"),
        (weasyprint.layout.block, "block_box_layout"),
        (weasyprint.layout.block, "block_level_width"),
        (weasyprint.layout.block, "remove_placeholders"),
        (weasyprint.layout.column, "_create_column_box"),
    ):
        assert callable(getattr(module, name)), name
    assert weasyprint.layout.block.columns_layout.__qualname__.startswith(quick_layout.__name__)
