"""A row of things is divided over as few slides as will hold it, evenly."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

Cost = Callable[[int, int], float | None]


def divide(count: int, cost: Cost, parts: int = 0) -> list[tuple[int, int]] | None:
    """Ranges `(start, end)` that cover `count` things in the fewest parts, at the least total cost.

    `cost(start, end)` tells how ill a range looks, None where it is too long to fit. With `parts`
    given, that many parts and no other number are tried. None comes back where nothing fits.
    """
    costs = _costs(count, cost)
    for number in [parts] if parts else range(1, count + 1):
        cuts = _cheapest(count, costs, number)
        if cuts:
            return list(pairwise(cuts))
    return None


def unevenness(used: float, room: float, things: int) -> float:
    """The cost of a slide that is filled so far: empty room squared, and a fine for a thing alone."""
    empty = max(0.0, 1 - used / room)
    return empty * empty + (1.0 if things == 1 else 0.0)


def _costs(count: int, cost: Cost) -> dict[tuple[int, int], float]:
    costs: dict[tuple[int, int], float] = {}
    for start in range(count):
        for end in range(start + 1, count + 1):
            price = cost(start, end)
            if price is None:
                break
            costs[start, end] = price
    return costs


def _cheapest(count: int, costs: dict[tuple[int, int], float], parts: int) -> tuple[int, ...] | None:
    """The cuts of the cheapest way to cover everything in exactly so many parts."""
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
    for _ in range(parts):
        reached: dict[int, tuple[float, tuple[int, ...]]] = {}
        for (start, end), price in costs.items():
            if start in best:
                total = (best[start][0] + price, (*best[start][1], end))
                reached[end] = min(reached.get(end, total), total)
        best = reached
    return best[count][1] if count in best else None
