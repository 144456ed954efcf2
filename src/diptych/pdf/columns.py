"""Columns are balanced at once where their height can be told beforehand.

WeasyPrint lays all columns out again for each pixel that they must be higher than an even share, which takes
a fifth of the time of a handout with some works cited. Where all that stands in them stays whole, each part
need only be laid out once: the least height that has room for them is a matter of adding.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import inf
from typing import Any

# Pixels by which sums of lengths may be wrong.
_ROUNDING = 0.01
# The edges of a part, margins included, from the top of a single column, in pixels.
Edges = tuple[float, float]


def balance_columns_quickly(weasyprint: Any) -> None:
    """From now on columns of whole parts are laid out in their final height."""
    block, column = weasyprint.layout.block, weasyprint.layout.column
    block.columns_layout = quick_layout(block.columns_layout, block, column)


def quick_layout(slow: Callable[..., Any], block: Any, column: Any) -> Callable[..., Any]:
    """What lays columns out: at once where it can, else as the slow one does."""

    def laid_out(context: Any, box: Any, bottom: float, skipped: Any, around: Any, *others: Any) -> Any:
        if skipped is None and _is_plain(box):
            count, edges = _measured(context, box, around, block, column)
            height = least_height(edges, count) if edges else inf
            if box.position_y + height <= context.page_bottom - bottom:
                sized = _with_height(box, height + _ROUNDING)
                result = slow(context, sized, bottom, skipped, around, *others)
                if result[0] is not None and result[1] is None and len(result[0].children) <= count:
                    return result
        return slow(context, box, bottom, skipped, around, *others)

    return laid_out


def least_height(edges: Sequence[Edges], count: int) -> float:
    """The least height in which so many columns hold all parts, one after the other."""
    height = max(max(end - start for start, end in edges), (edges[-1][1] - edges[0][0]) / count)
    while True:
        columns, least = 1, inf
        top = edges[0][0]
        for start, end in edges:
            if end - top > height + _ROUNDING:
                columns, least, top = columns + 1, min(least, end - top), start
        if columns <= count:
            return height
        height = least


def _is_plain(box: Any) -> bool:
    """Whether so many columns of free height hold parts that stay whole, with nothing beside the flow."""
    style = box.style
    return (
        (style["column_count"], style["column_width"]) != ("auto", "auto")
        and style["column_width"] == "auto"
        and style["column_fill"] == "balance"
        and style["height"] == "auto"
        and bool(box.children)
        and all(child.style["break_inside"] == "avoid" for child in box.children)
        and all(
            one.is_in_normal_flow() and one.footnote is None for one in box.descendants() if one is not box
        )
    )


def _measured(context: Any, box: Any, around: Any, block: Any, column: Any) -> tuple[int, list[Edges]]:
    """How many columns there are, and the edges of all parts in one alone; none where they cannot be told."""
    whole = box.copy()
    block.block_level_width(whole, around)
    count, gap = box.style["column_count"], _gap(whole)
    width = max(0, whole.width - (count - 1) * gap) / count
    one = column._create_column_box(whole, around, [child.copy() for child in box.children], width, 0)
    laid, *_ = block.block_box_layout(
        context, one, -inf, None, around, True, [], [], [], None, None, discard=False, max_lines=None
    )
    block.remove_placeholders(context, [laid], [], [])
    if any(child.margin_top for child in laid.children):
        return count, []
    return count, [(child.position_y, child.position_y + child.margin_height()) for child in laid.children]


def _gap(box: Any) -> float:
    gap = box.style["column_gap"]
    value: float = box.style["font_size"] if gap == "normal" else gap.value
    return value


def _with_height(box: Any, height: float) -> Any:
    from weasyprint.css.properties import Dimension  # type: ignore[import-untyped]

    sized = box.copy()
    sized.style = box.style.copy()
    sized.style["height"] = Dimension(height, "px")
    sized.style["column_fill"] = "auto"
    return sized
