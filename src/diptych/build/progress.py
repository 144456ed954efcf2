"""How far a build of many sources is, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence

_WIDTH = 20


def bar(done: int, total: int) -> str:
    """`[#####---------------] 3/12 `; nothing where there is but one."""
    if total < 2:
        return ""
    full = done * _WIDTH // total
    return f"[{'#' * full}{'-' * (_WIDTH - full)}] {done}/{total} "


def summary(sources: int, files: int, faulty: Sequence[str]) -> str:
    """What came of a build, in a sentence; nothing where there was one source or none."""
    if sources < 2:
        return ""
    told = f"{sources} sources: {files} files built"
    if not faulty:
        return told
    return f"{told}; {len(faulty)} with errors: {', '.join(faulty)}"
