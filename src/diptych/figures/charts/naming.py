"""The names of categories and lines: where they stand, in how many lines, and which of them."""

from __future__ import annotations

from math import ceil

from diptych.figures.charts.frame import Frame, Names
from diptych.figures.charts.letters import CLOSEST, Letters
from diptych.figures.charts.spec import ChartSpec
from diptych.figures.charts.spread import spread

# The most lines of a name below its bar; and what names leave free of their room.
_MOST_LINES, _FREE = 3, 0.06


def names_beside(spec: ChartSpec, letters: Letters, room: float) -> Names:
    """The names beside lying bars, broken to the room (mm)."""
    return Names(tuple(letters.broken(name, room) for name in spec.data.categories))


def names_below(spec: ChartSpec, letters: Letters, width: float) -> Names:
    """The names below a plot of that width (mm): all in lines, or every so many, or turned upwards."""
    names = spec.data.categories
    points = spec.kind in {"line", "area"} and len(names) > 1
    slot = width / (len(names) - 1 if points else max(len(names), 1))
    room = (1 - _FREE) * slot
    broken = tuple(letters.broken(name, room) for name in names)
    most = 1 if spec.counted else _MOST_LINES
    if all(letters.holds(name, room) for name in names) and max(map(len, broken)) <= most:
        return Names(broken)
    if points or spec.counted:
        step = ceil((letters.widest(names) + letters.em) / slot)
        return Names(_every(names, step), step)
    step = ceil(CLOSEST * letters.em / slot)
    return Names(_every(names, step), step, turned=True)


def _every(names: tuple[str, ...], step: int) -> tuple[tuple[str, ...], ...]:
    return tuple((name,) if index % step == 0 else () for index, name in enumerate(names))


def placed_ends(
    frame: Frame, words: tuple[tuple[str, ...], ...]
) -> tuple[tuple[float, tuple[str, ...]], ...]:
    """The words at the ends of lines near their last values, moved apart."""
    wanted = [_last_y(frame, index) for index in range(len(words))]
    sizes = [len(lines) * frame.letters.line for lines in words]
    plot = frame.plot
    middles = spread(wanted, sizes, plot.y - 0.5 * frame.letters.line, plot.bottom + 0.5 * frame.letters.line)
    return tuple(zip(middles, words, strict=True))


def _last_y(frame: Frame, series: int) -> float:
    values = [value for value in frame.spec.data.series[series].values if value is not None]
    return frame.value_at(values[-1]) if values else frame.plot.bottom
