"""Ctrl-C stops a build wherever it is."""

from __future__ import annotations

import signal
import threading
from _thread import interrupt_main
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_LATER = 0.02  # seconds


@contextmanager
def stopped_by_ctrl_c() -> Iterator[None]:
    """While this lasts, Ctrl-C raises KeyboardInterrupt where it is heard.

    Python loses what is raised in finalisers, and libraries spend time in theirs: there it is raised later.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, _stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def undisturbed() -> Iterator[None]:
    """While this lasts, Ctrl-C does nothing, unless something inside hears it: what is told is told whole."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _stop(number: int, frame: FrameType | None) -> None:
    if not _in_finaliser(frame):
        raise KeyboardInterrupt
    again = threading.Timer(_LATER, interrupt_main, [number])
    again.daemon = True
    again.start()


def _in_finaliser(frame: FrameType | None) -> bool:
    while frame:
        if frame.f_code.co_name == "__del__":
            return True
        frame = frame.f_back
    return False
