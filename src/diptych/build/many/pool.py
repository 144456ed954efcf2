"""A pool of processes builds sources; whatever becomes of one of them, the others go on.

Where the system lets it, they begin as copies of this process, in which all that they need lies ready.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from diptych.build.many.warming import Stock, stocked, warmed
from diptych.build.many.worker import Answer, work
from diptych.build.order import Order
from diptych.build.outcome import Fault, Outcome
from diptych.build.process import deaf_to_ctrl_c
from diptych.build.progress import Progress
from diptych.build.second_process import can_fork
from diptych.build.sources import SourceFile

_PATIENCE = 5.0  # seconds that a worker has to put away its things
_GLANCE = 0.2  # seconds between two looks at the time


@dataclass
class _Worker:
    process: BaseProcess
    line: Connection
    source: SourceFile | None = None


class Pool:
    """So many workers, each started when there is work for it; their progress is shown."""

    def __init__(
        self,
        order: Order,
        count: int,
        progress: Progress,
    ) -> None:
        self.order = order
        self.count = count
        self.progress = progress
        self.workers: list[_Worker] = []

    def outcomes(self, sources: Sequence[SourceFile]) -> Generator[Outcome, None, None]:
        """What comes of each source, in the order in which they are done; they are begun in the one given."""
        waiting = deque(sources)
        method = "fork" if can_fork() else "spawn"
        stock = warmed(self.order) if method == "fork" else stocked(self.order)
        gc.freeze()  # so that no process copies memory only to look it through
        context = multiprocessing.get_context(method)
        try:
            while waiting or self.workers:
                while waiting and len(self.workers) < self.count and self._add(context, stock):
                    self._give(self.workers[-1], waiting)
                yield from self._heard(waiting)
        finally:
            self._end()
            stock.digests.save()

    def _add(self, context: multiprocessing.context.BaseContext, stock: Stock) -> bool:
        """Start one more; where the system lets no more be, those that there are do all.

        Raises OSError where there is none.
        """
        try:
            self.workers.append(self._started(context, stock))
        except OSError:
            if not self.workers:
                raise
            self.count = len(self.workers)
            return False
        return True

    def _started(self, context: multiprocessing.context.BaseContext, stock: Stock) -> _Worker:
        near, far = context.Pipe()
        ours = (
            [worker.line for worker in self.workers] + [near] if context.get_start_method() == "fork" else []
        )
        process = context.Process(target=work, args=(self.order, stock, far, ours), daemon=True)  # type: ignore[attr-defined]
        with deaf_to_ctrl_c():
            process.start()
        far.close()
        return _Worker(process, near)

    def _give(self, worker: _Worker, waiting: deque[SourceFile]) -> None:
        """Give the next source to a worker, or leave to one for which there is none."""
        worker.source = waiting.popleft() if waiting else None
        if worker.source:
            self.progress.starting(worker.source)
            with suppress(OSError):  # it has ended; that is heard next
                worker.line.send(worker.source)
        else:
            self._dismiss(worker)

    def _heard(self, waiting: deque[SourceFile]) -> Iterator[Outcome]:
        lines = {worker.line: worker for worker in self.workers}
        for line in wait(list(lines), _GLANCE):
            worker = lines[line]  # type: ignore[index]
            if isinstance(said := _said(worker), str):
                self.progress.stage(said)
                continue
            if said.last:
                self._dismiss(worker)
            else:
                self._give(worker, waiting)
            yield said.outcome
        self.progress.show()

    def _dismiss(self, worker: _Worker) -> None:
        self.workers.remove(worker)
        worker.line.close()
        worker.process.join(_PATIENCE)
        if worker.process.is_alive():
            worker.process.kill()
            worker.process.join()

    def _end(self) -> None:
        """Stop the workers that are left, at Ctrl-C or where nobody wants to hear more."""
        for worker in self.workers:
            worker.process.terminate()
        for worker in tuple(self.workers):
            self._dismiss(worker)


def _said(worker: _Worker) -> Answer | str:
    """What a worker says: what came of its source, or how far it is."""
    try:
        said: Answer | str = worker.line.recv()
    except (EOFError, OSError):
        return Answer(_lost(worker), last=True)
    return said


def _lost(worker: _Worker) -> Outcome:
    """What is told of a source whose worker did not live to answer."""
    assert worker.source
    worker.process.join(_PATIENCE)
    code = worker.process.exitcode or 0
    how = f"was stopped by {_signal(-code)}" if code < 0 else f"ended with {code}"
    hint = "; there may be too little memory for so many at once: try -j 1" if -code == 9 else ""
    return Outcome(worker.source, fault=Fault(f"{worker.source.path}: the process that built it {how}{hint}"))


def _signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
