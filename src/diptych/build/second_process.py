"""A second process prints the handouts of a source while the first one plans and writes its deck.

It only hastens: whatever becomes of it, the first process has the same to give, and makes itself what it is
not told. So the files are the same bytes with it and without it, and faults are told by one process alone.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import cache, partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Literal

from diptych.build.pair import Pair
from diptych.build.printer import Printed, Printer, letters_in
from diptych.build.reading import Reading
from diptych.pdf.weasyprint_import import import_weasyprint

if TYPE_CHECKING:
    from diptych.handout.edition import Edition
    from diptych.proof.finished_text import PdfLetters

# What a printer is asked for, and of which edition.
Job = tuple[Literal["pages_of", "printed", "faults"], "Edition"]
# Room for files of usual size, so that the second process need not wait until they are taken.
_PIPE = 1 << 20


def can_fork() -> bool:
    """Whether a second process helps, and may begin as a copy of this one: Linux, no threads, two cores."""
    if sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2:
        return False
    with suppress(OSError):
        return len(list(Path("/proc/self/task").iterdir())) == 1
    return False


@contextmanager
def printing_beside(pair: Pair, jobs: Sequence[Job]) -> Iterator[None]:
    """While this lasts, a second process does these jobs in turn, and the pair's printer has them of it.

    It is told the numbers of the slides at the beginning. Raises what planning the deck does.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # Ctrl-C finds both or one of them
    far = _start(pair, jobs)
    try:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        pair.printer = _FarPrinter(far, lambda: pair.own_printer, pair.reading)
        far.tell(pair.slide_numbers)
        yield
    finally:
        far.end()
        gc.unfreeze()


@dataclass
class _Far:
    """The second process as the first one knows it."""

    process: int
    told: IO[bytes]
    telling: IO[bytes]

    def tell(self, ask: Callable[[], object]) -> None:
        """Tell it the one thing that it waits for; it may be gone."""
        with suppress(OSError), self.telling:
            pickle.dump(ask(), self.telling)

    def end(self) -> None:
        """Stop it, if it still is at work."""
        self.told.close()
        with suppress(ProcessLookupError):
            os.kill(self.process, signal.SIGTERM)
        os.waitpid(self.process, 0)


def _start(pair: Pair, jobs: Sequence[Job]) -> _Far:
    from_far, to_near = _pipe()
    from_near, to_far = _pipe()
    gc.freeze()  # so that neither process copies memory only to look it through
    process = os.fork()
    if process == 0:
        from_far.close()
        to_far.close()
        _work(pair, jobs, from_near, to_near)
    from_near.close()
    to_near.close()
    return _Far(process, from_far, to_far)


def _pipe() -> tuple[IO[bytes], IO[bytes]]:
    import fcntl

    reading, writing = os.pipe()
    with suppress(OSError):
        fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, _PIPE)
    return os.fdopen(reading, "rb"), os.fdopen(writing, "wb")


def _work(pair: Pair, jobs: Sequence[Job], told: IO[bytes], telling: IO[bytes]) -> None:
    """What the second process does. It never comes back, and says nothing but to the first one."""
    done = 1
    try:
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        import_weasyprint()
        far = replace(pair, numbers=cache(partial(pickle.load, told)))
        far.press.get_ready(far.own_edition)
        for name, edition in jobs:
            pickle.dump((name, edition, getattr(far.printer, name)(edition)), telling)
            telling.flush()
        done = 0
    except BaseException:  # the first process comes upon it, too, and tells of it
        done = 1
    finally:
        os._exit(done)


@dataclass
class _FarPrinter:
    """A printer that has its answers of the second process; where that has none, it asks the near one."""

    far: _Far
    near: Callable[[], Printer]
    reading: Reading
    heard: dict[tuple[str, Edition], Any] = field(default_factory=dict)
    ended: bool = False

    def pages_of(self, edition: Edition) -> Mapping[str, int]:
        """The pages on which the anchors of an edition stand."""
        answer: Mapping[str, int] = self._answer("pages_of", edition)
        return answer

    def printed(self, edition: Edition) -> Printed:
        """An edition as it is given out."""
        answer: Printed = self._answer("printed", edition)
        return answer

    def faults(self, edition: Edition) -> tuple[str, ...]:
        """What makes an edition unfit for those who listen to it."""
        answer: tuple[str, ...] = self._answer("faults", edition)
        return answer

    def letters(self, edition: Edition) -> PdfLetters:
        """What the pages of an edition say; they are read here, while the other process looks for faults."""
        if edition.setting(self.reading.layout).paper.booklet:
            return self.near().letters(edition)
        return letters_in(self.printed(edition).data, edition, self.reading)

    def _answer(self, name: str, edition: Edition) -> Any:
        while (name, edition) not in self.heard and not self.ended:
            self._hear()
        if (name, edition) in self.heard:
            return self.heard[name, edition]
        return getattr(self.near(), name)(edition)

    def _hear(self) -> None:
        try:
            name, edition, value = pickle.load(self.far.told)
        except (EOFError, OSError, ValueError, pickle.UnpicklingError):
            self.ended = True
        else:
            self.heard[name, edition] = value
