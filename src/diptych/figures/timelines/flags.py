"""Labels of events that stand at one time: flags on stems, in rows, none over another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Flag:
    """One label to the right of its stem at x, as wide and high as it is, in mm."""

    x: float
    width: float
    height: float


@dataclass(frozen=True)
class Raised:
    """A flag in its place: `foot` is how far above the line its lower edge is, in mm."""

    flag: Flag
    foot: float

    @property
    def top(self) -> float:
        """How far above the line its upper edge is, to which its stem reaches."""
        return self.foot + self.flag.height


def raised(flags: Sequence[Flag], gap: float, apart: float, least: float) -> tuple[Raised, ...]:
    """The flags, each as low as may be: not over another, and not crossed by another's stem.

    `gap` is the least distance between words side by side in mm, `apart` that between words one above the
    other, `least` how far the lowest stand above the line.
    """
    placed: dict[int, Raised] = {}
    # A flag stands over the stems behind it, so that the last is the lowest.
    for index in sorted(range(len(flags)), key=lambda number: (-flags[number].x, -number)):
        placed[index] = _lowest(flags[index], tuple(placed.values()), gap, apart, least)
    return tuple(placed[index] for index in range(len(flags)))


def _lowest(flag: Flag, behind: Sequence[Raised], gap: float, apart: float, least: float) -> Raised:
    """Above all that have their stems below its words."""
    under = (one.top + apart for one in behind if one.flag.x < flag.x + flag.width + gap)
    return Raised(flag, max([least, *under]))
