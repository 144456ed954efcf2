"""Jobs are handed to an executor (`concurrent.futures`), some more than it has hands, until all are done."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, wait
from dataclasses import replace

from diptych.build.many.doing import do
from diptych.build.many.job import brought_home
from diptych.build.many.packing import job_of
from diptych.build.order import Order
from diptych.build.outcome import Fault, Outcome
from diptych.build.reading import read_document
from diptych.build.sources import SourceFile, UsageError
from diptych.layout.error import LayoutError
from diptych.material.findings import SourceError

_GLANCE = 0.2  # seconds


def outcomes(
    executor: Executor,
    sources: Sequence[SourceFile],
    order: Order,
    environment: Mapping[str, str],
    most: Callable[[], int],
    starting: Callable[[SourceFile], object] = lambda source: None,
    glance: Callable[[], object] = lambda: None,
) -> Generator[Outcome, None, None]:
    """What comes of each source, in the order in which they are done.

    As many are under way at a time as `most` says then. `starting` is called before one is handed over,
    `glance` some times a second.
    """
    waiting, running = deque(sources), dict[Future[Outcome], SourceFile]()
    try:
        while waiting or running:
            while waiting and len(running) < most():
                source = waiting.popleft()
                starting(source)
                handed = _handed(executor, source, order, environment)
                if isinstance(handed, Outcome):
                    yield handed
                else:
                    running[handed] = source
            done, _ = wait(running, _GLANCE, FIRST_COMPLETED)
            for future in done:
                yield _outcome(future, running.pop(future), order)
            glance()
    finally:
        for future in running:
            future.cancel()


def _handed(
    executor: Executor, source: SourceFile, order: Order, environment: Mapping[str, str]
) -> Future[Outcome] | Outcome:
    """The job of a source under way, or why it is not."""
    try:
        job = job_of(source, order, environment)
    except SourceError as error:
        return Outcome(source, findings=error.findings)
    except (LayoutError, UsageError) as error:
        return Outcome(source, fault=Fault(str(error), misused=True))
    except OSError as error:
        return Outcome(source, fault=Fault(f"{error.filename or 'a file'}: {error.strerror or error}"))
    try:
        return executor.submit(do, job)
    except Exception as error:  # whatever an executor raises that is closed
        return Outcome(source, fault=_lost(error))


def _outcome(future: Future[Outcome], source: SourceFile, order: Order) -> Outcome:
    try:
        outcome = future.result()
    except (CancelledError, BrokenExecutor) as error:
        return Outcome(source, fault=_lost(error))
    except Exception as error:  # whatever an executor raises where a worker is lost
        told = " ".join(str(error).split())
        message = f"{source.path}: the cluster could not build it: {type(error).__name__}: {told}"
        return Outcome(source, fault=Fault(message))
    return _seen_here(brought_home(outcome, source, order), order)


def _lost(error: BaseException) -> Fault:
    """Told once for all sources that are left."""
    return Fault(f"the cluster is gone ({type(error).__name__}); what is done is written: build again")


def _seen_here(outcome: Outcome, order: Order) -> Outcome:
    """The outcome; its errors may tell of files beside the source that did not go with it."""
    if outcome.works or not outcome.findings:
        return outcome
    try:
        read_document(outcome.source, order.layout, order.layouts)
    except SourceError as error:
        return replace(outcome, findings=error.findings)
    except (LayoutError, UsageError, OSError):
        return outcome
    return outcome
