"""Files that a source names: inside its folder, of a size that can be read, and nothing but files."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from diptych.material.findings import source_error
from diptych.material.place import Place

# A pipe that nobody writes to would be waited for; Windows knows neither.
_AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
# Files in the folder that are looked through for a name that the author may have meant.
_MOST_SEEN = 2_000
_MEGABYTE = 1_000_000


@dataclass(frozen=True)
class FileKind:
    """What files of a kind are called, the ends of their names, and the bytes that they may have."""

    name: str
    suffixes: tuple[str, ...]
    most: int
    smaller: str = ""


def read_named(folder: Path, name: str, place: Place, kind: FileKind) -> bytes:
    """The bytes of the file that a source names, read once: all works show the same.

    Raises SourceError where it is nowhere, outside the folder, too large or cannot be read.
    """
    called = f"{kind.name} `{name}`"
    try:
        data = read_whole(_found(folder, name, place, kind), kind.most)
    except OSError as error:
        raise source_error(
            f"the {called} cannot be read: {error.strerror}", place, kind="file-unreadable"
        ) from None
    if data is None:
        message = f"the {called} is larger than {kind.most // _MEGABYTE} MB"
        raise source_error(message, place, kind.smaller, kind="too-much")
    return data


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


def _found(folder: Path, name: str, place: Place, kind: FileKind) -> Path:
    path = inside(folder, name)
    if path is None:
        hint = "copy it into the folder of the source"
        raise source_error(
            f"the {kind.name} `{name}` lies outside the source's folder",
            place,
            hint,
            kind="file-outside-folder",
        )
    if not is_file(path):
        near = sorted(one.relative_to(folder).as_posix() for one in _alike(folder, kind))
        hint = f"there are {', '.join(near[:8])}" if near else f"there is no {kind.name} in {folder.name}/"
        raise source_error(f"there is no {kind.name} `{name}`", place, hint, kind="file-not-found")
    return path


def _alike(folder: Path, kind: FileKind) -> Iterator[Path]:
    """Files of the kind in the folder, however many others lie there."""
    for path in islice(folder.rglob("*"), _MOST_SEEN):
        if path.suffix.lower() in kind.suffixes and is_file(path):
            yield path
