"""Waits for changes and tells which sources they touch."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from diptych.build.sources import SourceFile, UsageError, find_sources
from diptych.watching.snapshot import Snapshot, changed, snapshot

# Seconds between two looks; what is saved in several steps is waited for until it keeps still.
INTERVAL, STILL = 0.05, 0.03
# Where there are many files, looking takes so small a share of the time at most.
_SHARE = 0.1


@dataclass(frozen=True)
class Change:
    """The sources that there are now, and those that are new or touched; `problem` where there are none.

    `words_alone` where nothing has changed but the text of one source.
    """

    sources: tuple[SourceFile, ...]
    touched: tuple[SourceFile, ...]
    problem: str = ""
    words_alone: bool = False


def changes(
    paths: Sequence[Path], layouts: Path, stopped: Callable[[], bool] = lambda: False
) -> Iterator[Change]:
    """All sources first, then each change as it happens, until `stopped`."""
    before = _look(paths, layouts)
    known, problem = _sources(paths)
    yield Change(known, known, problem)
    pause = INTERVAL
    while not stopped():
        time.sleep(pause)
        started = time.monotonic()
        now = _look(paths, layouts)
        pause = max(INTERVAL, (time.monotonic() - started) / _SHARE)
        if not (touched := changed(before, now)):
            continue
        before = _settled(paths, layouts, now)
        touched |= changed(now, before)
        there, problem = _sources(paths)
        new = tuple(one for one in there if one not in known or _touches(touched, one, layouts))
        gone = tuple(one for one in known if one not in there)
        before_that, known = known, there
        if new or gone or problem:
            words = len(new) == 1 and new[0] in before_that and touched == {new[0].path}
            yield Change(there, new, problem, words)


def _settled(paths: Sequence[Path], layouts: Path, now: Snapshot) -> Snapshot:
    """What lies there once nothing changes any more."""
    while True:
        time.sleep(STILL)
        later = _look(paths, layouts)
        if not changed(now, later):
            return later
        now = later


def _look(paths: Sequence[Path], layouts: Path) -> Snapshot:
    return snapshot({*(path if path.is_dir() else path.parent for path in paths), layouts})


def _sources(paths: Sequence[Path]) -> tuple[tuple[SourceFile, ...], str]:
    """The sources, and what is wrong where there are none."""
    try:
        return find_sources(paths), ""
    except (UsageError, OSError) as error:
        return (), str(error)


def _touches(paths: frozenset[Path], source: SourceFile, layouts: Path) -> bool:
    """True where one of the files lies in the source's folder, or in a layout."""
    folder = source.path.parent
    return any(path.is_relative_to(folder) or path.is_relative_to(layouts) for path in paths)
