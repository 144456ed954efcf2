"""Labels that would stand on each other are moved apart, no further than need be."""

from __future__ import annotations

from collections.abc import Sequence


def spread(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> tuple[float, ...]:
    """The middles of labels near those wanted, none over another, in the room from `low` to `high`.

    `sizes` are their lengths along the line they stand on. Where there is no room for all, they end beyond
    it.
    """
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    placed = [0.0] * len(wanted)
    end = low
    for index in order:
        half = sizes[index] / 2
        placed[index] = max(wanted[index], end + half)
        end = placed[index] + half
    end = max(high, low + sum(sizes))
    for index in reversed(order):
        half = sizes[index] / 2
        placed[index] = min(placed[index], end - half)
        end = placed[index] - half
    return tuple(placed)
