"""The digests of files that all sources share, such as fonts and our own code.

A file is read again where its size, its times or its number in the file system are others than when it was
read before. One that was written just before it was read may be written once more within the same tick of
the clock: such a one is always read again, as git does ("racy git" in its documentation).
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

from diptych.build.digests import Digests, digest
from diptych.build.records.sealed import read_sealed, write_sealed

# The coarsest clock of a file system in use is FAT's.
_TICK = 2_000_000_000  # nanoseconds
_DEEPEST = 12  # folders in folders: links may run in a ring
# Files that are large and that nobody writes by hand.
_SEALED = frozenset({".ttf", ".otf", ".woff", ".woff2"})
# What Python writes beside our code, and what editors write beside files.
_PASSING = ("__pycache__", ".")


class FileDigests:
    """Digests by the names that files are called by; `path` keeps them from one run to the next.

    What is `read` in this run is not read again.
    """

    def __init__(self, path: Path | None = None, read: Digests | None = None) -> None:
        self.path = path
        self.read = read or Digests()
        self.kept: dict[str, list[object]] = _kept(path) if path else {}
        self.seen: dict[tuple[str, bool], str] = {}
        self.is_new = False

    def of_tree(self, folder: Path, called: str, *, trusting: bool = False) -> str:
        """One digest of all files under the folder with their names; empty where there is none.

        `trusting` takes all files for unchanged that seem so, and not fonts alone.
        """
        asked = (str(folder.absolute()), trusting)
        if asked not in self.seen:
            lines = (
                f"{name}\0{self.of(path, f'{called}/{name}', trusting=trusting)}\n"
                for name, path in files_under(folder)
            )
            text = "".join(lines)
            self.seen[asked] = digest(text.encode("utf-8", "surrogateescape")) if text else ""
        return self.seen[asked]

    def of(self, path: Path, called: str, *, trusting: bool = False) -> str:
        """The digest of a file; empty where it cannot be read."""
        try:
            if trusting or path.suffix.lower() in _SEALED:
                return self._trusted(path, called)
            return digest(path.read_bytes())
        except OSError:
            return ""

    def save(self) -> None:
        """Keep the digests for the next run."""
        if self.is_new and self.path:
            write_sealed(self.path, self.kept)

    def _trusted(self, path: Path, called: str) -> str:
        mark, now = _mark(path.stat()), time.time_ns()
        known = self.kept.get(called)
        if known and known[:-1] == mark:
            return str(known[-1])
        found = self.read.of(path)
        if max(mark[1], mark[2]) + _TICK < now:
            self.kept[called] = [*mark, found]
            self.is_new = True
        return found


def files_under(folder: Path, inside: str = "", depth: int = 0) -> Iterator[tuple[str, Path]]:
    """All files with their names from the folder, in the order of the names; hidden ones are left out."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith(_PASSING) or entry.name.endswith("~"):
            continue
        if entry.is_dir() and depth < _DEEPEST:
            yield from files_under(Path(entry.path), f"{inside}{entry.name}/", depth + 1)
        elif entry.is_file():
            yield f"{inside}{entry.name}", Path(entry.path)


def _kept(path: Path) -> dict[str, list[object]]:
    kept = read_sealed(path)
    return kept if isinstance(kept, dict) else {}


def _mark(told: os.stat_result) -> list[int]:
    return [told.st_size, told.st_mtime_ns, told.st_ctime_ns, told.st_ino]
