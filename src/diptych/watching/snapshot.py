"""What lies in folders at a moment, so that two moments can be compared."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

# Folders that hold more files than this are not lessons; what lies beyond is not watched.
MOST_FILES = 20_000
_NOT_WATCHED = frozenset({".git", ".venv", "__pycache__", "node_modules"})

# Date and size of each file.
Snapshot = dict[Path, tuple[int, int]]


def snapshot(folders: Iterable[Path]) -> Snapshot:
    """Every file in these folders, however deep; temporary files of editors are left out."""
    found: Snapshot = {}
    for folder in folders:
        for path, seen in _files(folder):
            found[path] = seen
            if len(found) >= MOST_FILES:
                return found
    return found


def changed(before: Snapshot, after: Snapshot) -> frozenset[Path]:
    """The files that are new, gone or different."""
    return frozenset(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))


def _files(folder: Path) -> Iterator[tuple[Path, tuple[int, int]]]:
    for top, names, files in os.walk(folder):
        names[:] = sorted(name for name in names if name not in _NOT_WATCHED)
        for name in files:
            path = Path(top, name)
            if _is_temporary(name):
                continue
            try:
                status = path.stat()
            except OSError:  # gone in the meantime
                continue
            yield path, (status.st_mtime_ns, status.st_size)


def _is_temporary(name: str) -> bool:
    """True for what editors write beside a file while it is open or being saved."""
    return name.endswith(("~", ".swp", ".swx", ".tmp", ".part")) or name.startswith((".#", "4913", "~$"))
