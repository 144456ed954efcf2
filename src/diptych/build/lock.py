"""One build at a time writes into a folder.

The lock is one of the operating system's, on a file in the folder. It ends with the process that holds
it, however that ends, so none is ever left over; a file of the same name that is, is taken over.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from diptych.build.files import named
from diptych.build.sources import UsageError

LOCK_FILE = ".diptych.lock"
_PAUSE = 0.05  # seconds
# Windows keeps others from reading what is locked: far behind the number of the process.
_FAR = 1 << 30


@contextmanager
def folder_lock(folder: Path, patience: float) -> Iterator[None]:
    """While this lasts, no other build writes into the folder.

    Waits `patience` seconds for another build. Raises UsageError where that is still at work then, OSError
    where the folder cannot be written. On a file system without locks none is held.
    """
    path = folder / LOCK_FILE
    handle = _taken(path, time.monotonic() + patience)
    try:
        _sign(handle)
        yield
    finally:
        _give_back(path, handle)


def _taken(path: Path, deadline: float) -> int:
    while True:
        handle = _opened(path)
        if _locked(handle) and _is_there(path, handle):
            return handle
        os.close(handle)
        if time.monotonic() > deadline:
            raise UsageError(
                f"another build{_holder(path)} is writing into {path.parent}; "
                "wait for it, or choose another folder by -o"
            )
        time.sleep(_PAUSE)


def _opened(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise named(error, path.parent) from None


def _is_there(path: Path, handle: int) -> bool:
    """Whether the file that was locked is still that of the name: its holder takes it away at the end."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _sign(handle: int) -> None:
    """Tell others who holds it, where there is room for that on the disk."""
    with suppress(OSError):
        os.truncate(handle, 0)
        os.write(handle, f"{os.getpid()}\n".encode())


def _holder(path: Path) -> str:
    try:
        number = path.read_text("ascii").strip()
    except (OSError, ValueError):
        return ""
    return f" (process {number})" if number.isdigit() else ""


def _give_back(path: Path, handle: int) -> None:
    """Windows takes no file away that is open; elsewhere it goes while it is still locked."""
    if sys.platform != "win32":
        path.unlink(missing_ok=True)
    os.close(handle)
    if sys.platform == "win32":
        with suppress(OSError):
            path.unlink(missing_ok=True)


if sys.platform == "win32":
    import msvcrt

    def _locked(handle: int) -> bool:
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        os.lseek(handle, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _locked(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True  # such as ENOLCK: this file system has no locks
        return True
