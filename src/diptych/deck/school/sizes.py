"""The sizes of type that text may take in a template's boxes."""

from __future__ import annotations

from collections.abc import Iterable

# Text smaller than this cannot be read from the back of a room; captions and footers are print of their own.
SMALLEST, SMALLEST_PRINT = 18.0, 12.0
_STEPS = (96, 80, 72, 66, 60, 54, 48, 44, 40, 36, 32, 28, 26, 24, 22, 20, 18)
# The size of running text that our own slide layouts are drawn for.
_OURS = 28.0


def ladder(own: float, besides: Iterable[float] = ()) -> tuple[float, ...]:
    """The template's own size and those below it down to the smallest; `besides` are sizes it has too."""
    top = max(own, SMALLEST)
    steps = {float(size) for size in (*_STEPS, *besides) if SMALLEST <= size < top}
    return (top, *sorted(_apart(steps, top), reverse=True))


def scaled(sizes: tuple[float, ...], body: float) -> tuple[float, ...]:
    """Sizes of our own slide layouts for a template whose text has the size `body`; print stays as it is."""
    if sizes[0] < SMALLEST:
        return sizes
    moved = {max(SMALLEST, float(round(size * proportion(body)))) for size in sizes}
    return tuple(sorted(moved | {SMALLEST}, reverse=True))


def proportion(body: float) -> float:
    """How much larger or smaller than ours a template sets its text, within reason."""
    return min(1.0, max(0.65, body / _OURS))


def _apart(sizes: Iterable[float], top: float) -> list[float]:
    """The sizes without those so near to the larger one that nobody would see the step."""
    kept: list[float] = []
    last = top
    for size in sorted(sizes, reverse=True):
        if size <= last * 0.96 or size == SMALLEST:
            kept.append(size)
            last = size
    return kept
