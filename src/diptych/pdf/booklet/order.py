"""Which pages stand side by side in a booklet."""

from __future__ import annotations

Numbers = tuple[int | None, int | None]


def booklet_order(pages: int) -> tuple[Numbers, ...]:
    """The numbers of the left and right page, counted from 1, on every side of every sheet.

    Sides follow each other as they are printed: the outermost sheet's outside, its inside, the next
    sheet's outside. None is a blank, at the end, where the pages are no multiple of four.
    """
    padded = -(-pages // 4) * 4
    sides: list[Numbers] = []
    for first in range(1, padded // 2, 2):
        last = padded + 1 - first
        sides += [(_page(last, pages), first), (_page(first + 1, pages), _page(last - 1, pages))]
    return tuple(sides)


def _page(number: int, pages: int) -> int | None:
    return number if number <= pages else None
