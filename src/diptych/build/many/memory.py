"""How much memory this process holds, and how it comes to hold less."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from pathlib import Path

MOST = 700_000_000  # bytes; one document of 60 pages takes some 200 MB
_MUCH = MOST // 2


def memory() -> int:
    """The bytes of memory that this process holds now; the most that it held, where only that is told."""
    if sys.platform == "win32":
        return 0
    import resource

    with suppress(OSError, ValueError, IndexError):
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
        return pages * resource.getpagesize()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def tidy_up() -> None:
    """Look memory through where it holds much: while a document is made, that is seldom done."""
    if memory() > _MUCH:
        gc.collect()
