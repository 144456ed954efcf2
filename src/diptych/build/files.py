"""Files appear whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import sys
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

_PART = re.compile(r"\..+\.[a-z0-9_]{8}\.part")


def write_whole(files: Mapping[Path, bytes], ready: Callable[[], object] = lambda: None) -> None:
    """Write every file under a temporary name first, then rename them all.

    `ready` is called between the two. Raises OSError, which names the file and what to do, having removed
    what it wrote, where one cannot be written.
    """
    written: list[tuple[Path, Path]] = []
    try:
        for path, data in files.items():
            _see_that_it_can_be_replaced(path)
            written.append((_write_aside(path, data), path))
        ready()
        for temporary, path in written:
            _replace(temporary, path)
        for folder in {path.parent for path in files}:
            _settle(folder)
    finally:
        for temporary, _ in written:
            temporary.unlink(missing_ok=True)


def remove_parts(folder: Path) -> None:
    """Remove the temporary files of builds that were killed; only while no other build writes there."""
    for path in folder.iterdir():
        if _PART.fullmatch(path.name) and path.is_file():
            path.unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """Make the folder, with those that it is in. Raises OSError where a file is in the way."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        message = "is a file, or in one; choose another folder"
        raise NotADirectoryError(errno.ENOTDIR, message, str(folder)) from None


def in_use(error: OSError, path: Path) -> OSError:
    """The error where the system keeps a file from being replaced, such as one that PowerPoint has open."""
    message = "cannot be replaced: close it where it is open, and build again; it is as it was"
    return PermissionError(error.errno, message, str(path))


def named(error: OSError, path: Path) -> OSError:
    """The error with the name of what could not be written, where the system tells another or none."""
    return OSError(error.errno, f"cannot be written: {error.strerror}", str(path))


def _see_that_it_can_be_replaced(path: Path) -> None:
    """Raises OSError before anything is written where that is plain already."""
    make_folder(path.parent)
    if path.is_dir():
        message = "there is a folder of that name; move it away"
        raise IsADirectoryError(errno.EISDIR, message, str(path))
    if sys.platform == "win32" and path.exists():
        try:
            path.open("r+b").close()
        except PermissionError as error:
            raise in_use(error, path) from None


def _write_aside(path: Path, data: bytes) -> Path:
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    except OSError as error:
        raise named(error, path) from None
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o666 & ~_umask())
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise named(error, path) from None
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _replace(temporary: Path, path: Path) -> None:
    try:
        temporary.replace(path)
    except PermissionError as error:
        raise in_use(error, path) from None


def _settle(folder: Path) -> None:
    """The new names outlast a power cut, where the system lets one ask for that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _umask() -> int:
    """The permissions that new files lack; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
