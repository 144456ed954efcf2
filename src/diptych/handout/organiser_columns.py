"""Blocks of known heights are arranged in columns of about the same height, whole where that can be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import NamedTuple

# What a block that is parted, or stands before one that it follows, may cost: shares of a column.
_PARTED = 0.06
_OUT_OF_ORDER = 0.02
# How many of a block's entries stand together at the least where it is parted.
_TOGETHER = 2
_SHARES = 24  # are tried of how full columns may be
_EASY = 4000  # ways to arrange whole blocks are tried at most


@dataclass(frozen=True)
class Block:
    """What stands in columns: the heights of its entries, and of the head above them and above each part."""

    head: float
    entries: tuple[float, ...]

    @property
    def height(self) -> float:
        """Of the whole."""
        return self.head + sum(self.entries)


class Run(NamedTuple):
    """Entries of one block in one column, from `start` to before `stop`."""

    block: int
    start: int
    stop: int


Column = tuple[Run, ...]


class Arrangement(NamedTuple):
    """The runs column by column, how full the fullest is (1 is full), and how many blocks are parted."""

    columns: tuple[Column, ...]
    full: float
    parted: int


def arranged(blocks: Sequence[Block], rooms: Sequence[float], between: float) -> Arrangement | None:
    """The blocks in columns with such room, `between` them as much; None where they do not fit.

    Columns are filled evenly, but single columns of several pages in turn. Blocks stay whole and in their
    order as far as that leaves no column much fuller than the others.
    """
    found = [*_whole(blocks, rooms, between), *_parted(blocks, rooms, between)]
    return min(found, key=lambda one: one.full + _PARTED * one.parted, default=None)


def filled(blocks: Sequence[Block], rooms: Sequence[float], between: float) -> Arrangement | None:
    """The blocks in one column after the other, each as full as it can be; None where they do not fit."""
    columns = _Filler(blocks, rooms, between).columns()
    return _arrangement(columns, blocks, rooms, between) if columns is not None else None


def _whole(blocks: Sequence[Block], rooms: Sequence[float], between: float) -> Iterator[Arrangement]:
    """The best way to arrange blocks that are not parted, if there is one."""
    if len(rooms) ** len(blocks) > _EASY:
        return
    best: tuple[float, tuple[Column, ...]] | None = None
    for places in product(range(len(rooms)), repeat=len(blocks)):
        columns = tuple(
            tuple(
                Run(index, 0, len(blocks[index].entries)) for index, at in enumerate(places) if at == column
            )
            for column in range(len(rooms))
        )
        full = _full(columns, blocks, rooms, between)
        backwards = sum(a > b for number, a in enumerate(places) for b in places[number + 1 :])
        cost = full + _OUT_OF_ORDER * backwards
        if full <= 1 and (best is None or cost < best[0]):
            best = cost, columns
    if best:
        yield _arrangement(best[1], blocks, rooms, between)


def _parted(blocks: Sequence[Block], rooms: Sequence[float], between: float) -> Iterator[Arrangement]:
    """Ways to fill the columns in order, as evenly as blocks allow."""
    for step in range(1, _SHARES + 1):
        share = step / _SHARES
        columns = _Filler(blocks, [room * share for room in rooms], between).columns()
        if columns is not None:
            yield _arrangement(columns, blocks, rooms, between)


def _arrangement(
    columns: tuple[Column, ...], blocks: Sequence[Block], rooms: Sequence[float], between: float
) -> Arrangement:
    runs = [run.block for column in columns for run in column]
    return Arrangement(columns, _full(columns, blocks, rooms, between), len(runs) - len(set(runs)))


def _full(
    columns: Sequence[Column], blocks: Sequence[Block], rooms: Sequence[float], between: float
) -> float:
    return max(
        (_height(column, blocks, between) / room for column, room in zip(columns, rooms, strict=True)),
        default=0.0,
    )


def _height(column: Column, blocks: Sequence[Block], between: float) -> float:
    entries = (
        blocks[run.block].head + sum(blocks[run.block].entries[run.start : run.stop]) for run in column
    )
    return sum(entries) + between * max(len(column) - 1, 0)


@dataclass
class _Filler:
    """Fills columns in order; a block goes on in the next column where it finds no more room."""

    blocks: Sequence[Block]
    rooms: Sequence[float]
    between: float
    done: list[list[Run]] = field(default_factory=lambda: [[]])
    used: float = 0.0

    def columns(self) -> tuple[Column, ...] | None:
        """All columns; None where the blocks do not fit."""
        for index in range(len(self.blocks)):
            start = 0
            while start < len(self.blocks[index].entries):
                if len(self.done) > len(self.rooms):
                    return None
                start = self._fill(index, start)
        if len(self.done) > len(self.rooms):
            return None
        return tuple(map(tuple, (*self.done, *([] for _ in range(len(self.rooms) - len(self.done))))))

    def _fill(self, index: int, start: int) -> int:
        """Put what there is room for into the column, and go on to the next where that is not all."""
        block = self.blocks[index]
        stop = self._stop(block, start)
        if stop > start:
            self.used += self._above + block.head + sum(block.entries[start:stop])
            self.done[-1].append(Run(index, start, stop))
        if stop < len(block.entries):
            self.done.append([])
            self.used = 0.0
        return stop

    def _stop(self, block: Block, start: int) -> int:
        """Before which entry the column is full; at `start` where it has no room."""
        room = self.rooms[len(self.done) - 1] - self.used - self._above - block.head
        stop, last = start, len(block.entries)
        while stop < last and block.entries[stop] <= room:
            room -= block.entries[stop]
            stop += 1
        if stop == last or not self.done[-1]:
            return stop
        stop = min(stop, last - _TOGETHER)
        return stop if stop - start >= _TOGETHER else start

    @property
    def _above(self) -> float:
        return self.between if self.done[-1] else 0.0
