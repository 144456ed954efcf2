"""Jobs are handed to an executor (`concurrent.futures`), some more than it has hands, until all are done."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait

from diptych.build.many.doing import do
from diptych.build.many.job import brought_home
from diptych.build.many.packing import job_of
from diptych.build.order import Order
from diptych.build.outcome import Fault, Outcome
from diptych.build.sources import SourceFile, UsageError
from diptych.layout.error import LayoutError
from diptych.material.findings import SourceError

_GLANCE = 0.2  # seconds


def outcomes(
    executor: Executor,
    sources: Sequence[SourceFile],
    order: Order,
    environment: Mapping[str, str],
    most: int,
    starting: Callable[[SourceFile], object] = lambda source: None,
    glance: Callable[[], object] = lambda: None,
) -> Iterator[Outcome]:
    """What comes of each source, in the order in which they are done; `most` are under way at a time."""
    waiting, running = deque(sources), dict[Future[Outcome], SourceFile]()
    while waiting or running:
        while waiting and len(running) < most:
            source = waiting.popleft()
            starting(source)
            try:
                running[executor.submit(do, job_of(source, order, environment))] = source
            except (SourceError, LayoutError, UsageError, OSError) as error:
                yield _unpacked(source, error)
        done, _ = wait(running, _GLANCE, FIRST_COMPLETED)
        for future in done:
            yield _outcome(future, running.pop(future), order)
        glance()


def _outcome(future: Future[Outcome], source: SourceFile, order: Order) -> Outcome:
    try:
        return brought_home(future.result(), source, order)
    except Exception as error:  # whatever an executor raises where its workers are lost
        message = f"{source.path}: the cluster could not build it: {type(error).__name__}: {error}"
        return Outcome(source, fault=Fault(message))


def _unpacked(source: SourceFile, error: Exception) -> Outcome:
    if isinstance(error, SourceError):
        return Outcome(source, findings=error.findings)
    return Outcome(source, fault=Fault(str(error), misused=not isinstance(error, OSError)))
