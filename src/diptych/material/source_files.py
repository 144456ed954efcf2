"""Files that a source names: inside its folder, of a size that can be read, and nothing but files."""

from __future__ import annotations

import os
import stat
from pathlib import Path

# A pipe that nobody writes to would be waited for; Windows knows neither.
_AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def inside(folder: Path, name: str) -> Path | None:
    """Where a file of the folder lies, links followed; None where that is outside of it or nowhere."""
    try:
        root = folder.resolve()
        path = (root / name).resolve()
    except (OSError, RuntimeError, ValueError):  # links in a ring
        return None
    return path if path.is_relative_to(root) else None


def is_file(path: Path) -> bool:
    """True for a file; False for anything else, and for names that no system allows."""
    try:
        return path.is_file()
    except OSError:
        return False


def read_whole(path: Path, most: int) -> bytes | None:
    """The bytes of a file; None where there are more than `most`. Raises OSError where it is no file.

    What is read is what was looked at, whatever takes the place of the file meanwhile.
    """
    with open(os.open(path, os.O_RDONLY | _AT_ONCE), "rb") as stream:  # noqa: PTH123 # of a descriptor
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            raise OSError(0, "it is no file")
        data = stream.read(most + 1)
    return None if len(data) > most else data
