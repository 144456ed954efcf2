"""Scales of charts: from values to places, with ticks at round numbers (1, 2, 5 and their tens)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil, floor, isclose, log10

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
# A scale of lines shows zero where that takes no more than this of it.
_TO_ZERO = 0.4


@dataclass(frozen=True)
class Scale:
    """A scale from `low` to `high` with its ticks, `step` apart (of a log scale a factor, such as 10)."""

    low: float
    high: float
    ticks: tuple[float, ...]
    step: float
    log: bool = False

    def share(self, value: float) -> float:
        """Where a value stands: 0 at the beginning of the scale, 1 at its end."""
        if self.log:
            return (log10(value) - log10(self.low)) / (log10(self.high) - log10(self.low))
        return (value - self.low) / (self.high - self.low)

    @property
    def in_powers(self) -> bool:
        """True where its ticks are written with powers of ten: all of them, since they are compared."""
        sizes = [abs(tick) for tick in self.ticks if tick]
        if self.log:
            return max(sizes, default=1) >= 1e7 or min(sizes, default=1) < 1e-4
        return max(sizes, default=1) >= 1e15 or max(sizes, default=1) < 1e-4

    @property
    def decimals(self) -> int:
        """How many decimals its ticks need."""
        return next((count for count in range(10) if all(_is_round(tick, count) for tick in self.ticks)), 10)


def linear_scale(
    values: Sequence[float],
    most_ticks: int,
    low: float | None = None,
    high: float | None = None,
    from_zero: bool = False,
    snug: bool = False,
    whole: bool = False,
) -> Scale:
    """A scale that holds the values, from `low` to `high` where these are given.

    `from_zero` has it show zero; a `snug` one ends where the values end, others end at ticks. The ticks of
    `whole` ones are whole numbers.
    """
    least, most = _range(values, low, high, from_zero, snug)
    step = _step(most - least, max(2, most_ticks), whole)
    start = least if low is not None or snug else floor(least / step + 1e-9) * step
    end = most if high is not None or snug else ceil(most / step - 1e-9) * step
    first, last = ceil(start / step - 1e-9), floor(end / step + 1e-9)
    ticks = tuple(_freed(number * step) for number in range(first, last + 1))
    return Scale(start, end, ticks, step)


def log_scale(
    values: Sequence[float], most_ticks: int, low: float | None = None, high: float | None = None
) -> Scale:
    """A scale whose equal steps multiply, with ticks at powers of ten."""
    least, most = low or min(values, default=1), high or max(values, default=10)
    first, last = floor(log10(least) + 1e-9), ceil(log10(most) - 1e-9)
    last = max(last, first + 1)
    skip = max(1, ceil((last - first + 1) / max(2, most_ticks)))
    start, end = low or 10.0**first, high or 10.0**last
    powers = (10.0**power for power in range(first, last + 1, skip))
    return Scale(start, end, tuple(tick for tick in powers if start <= tick <= end), 10.0**skip, log=True)


def with_clear_ends(scale: Scale, values: Sequence[float]) -> Scale:
    """The scale, a step longer where a value stands on one of its ends, unless that is zero."""
    low, high = scale.low, scale.high
    before = (_freed(low - scale.step),) if min(values) <= low != 0 else ()
    after = (_freed(high + scale.step),) if max(values) >= high != 0 else ()
    ticks = (*before, *scale.ticks, *after)
    return replace(scale, low=min(low, *ticks), high=max(high, *ticks), ticks=ticks)


def ended(scale: Scale, high: float) -> Scale:
    """The scale up to that value; where it begins is a tick, from which programs count theirs."""
    return replace(scale, high=high, ticks=tuple(tick for tick in scale.ticks if tick <= high))


def _range(
    values: Sequence[float], low: float | None, high: float | None, from_zero: bool, snug: bool
) -> tuple[float, float]:
    least, most = min(values, default=0.0), max(values, default=0.0)
    if low is None and not snug and (from_zero or 0 < least <= _TO_ZERO * most):
        least = min(least, 0.0)
    if high is None and not snug and (from_zero or 0 > most >= _TO_ZERO * least):
        most = max(most, 0.0)
    least, most = least if low is None else low, most if high is None else high
    if isclose(least, most):
        return _widened(least, low, high)
    return least, most


def _widened(value: float, low: float | None, high: float | None) -> tuple[float, float]:
    """A range around a single value; above a lone zero there is a little room."""
    half = abs(value) / 2 or 1.0
    return (value - half if low is None and value else value), (value + half if high is None else high)


def _step(length: float, most: int, whole: bool) -> float:
    """The smallest round step that gives no more ticks than these."""
    base = 10.0 ** floor(log10(length / most))
    found = next(base * step for step in _STEPS if length / (base * step) <= most)
    if not whole:
        return found
    return max(1.0, found if isclose(found, round(found)) else 10.0 ** ceil(log10(found)))


def _freed(value: float) -> float:
    """The value without what floats add to a product of decimals."""
    return float(f"{value:.12g}")


def _is_round(value: float, decimals: int) -> bool:
    return isclose(value, round(value, decimals), rel_tol=1e-9, abs_tol=0.0)
