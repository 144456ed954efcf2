"""What holds for the process as a whole: how it uses memory and the temporary folder, and how it ends."""

from __future__ import annotations

import atexit
import gc
import os
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from diptych import meanwhile

# A document of some pages makes as many objects as this between two looks through all of them.
_SELDOM = (50_000, 20, 100)


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """While this lasts, memory is looked through less often: pages in type are large, and hold few rings."""
    before = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def own_temporary_folder() -> Iterator[None]:
    """While this lasts, temporary files go to a folder that is taken away then, whoever made them.

    Where there can be none, who needs one will say so.
    """
    try:
        folder = tempfile.TemporaryDirectory(prefix="diptych-", ignore_cleanup_errors=True)
    except OSError:
        yield
        return
    with folder as path, meanwhile.attribute(tempfile, "tempdir", path):
        yield


@contextmanager
def deaf_to_ctrl_c() -> Iterator[None]:
    """While this lasts, Ctrl-C waits, here and in processes that begin as copies of this one."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def hearing_again() -> None:
    """Ctrl-C no longer waits in a process that began as a deaf one's copy."""
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def leave(status: int) -> None:
    """End the process at once: to take all objects apart first takes a tenth of a second."""
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(status)
