"""Many sources are built by as many processes as there are cores, or by the machines of a cluster."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from contextlib import closing, contextmanager

from diptych.build.many.cluster import cluster
from diptych.build.many.costs import costliest_first
from diptych.build.many.executors import outcomes
from diptych.build.many.pool import Pool
from diptych.build.order import Order
from diptych.build.outcome import Outcome
from diptych.build.output_folder import OutputFolder
from diptych.build.progress import Progress
from diptych.build.records.environment import environment
from diptych.build.records.file_digests import FileDigests
from diptych.build.sources import SourceFile

# Jobs for each worker, so that none waits for the next one to come over the net.
_AHEAD = 3


def built_by_many(
    known: Mapping[SourceFile, float], order: Order, jobs: int, folder: OutputFolder, progress: Progress
) -> Generator[Outcome, None, None]:
    """What comes of sources that so many processes build; they come with the seconds that they took before.

    Raises UsageError or OSError where nothing can be written.
    """
    folder.prepare()
    with closing(Pool(order, jobs, progress).outcomes(costliest_first(known))) as outcomes:
        yield from outcomes


@contextmanager
def built_on_cluster(
    known: Mapping[SourceFile, float], order: Order, address: str, folder: OutputFolder, progress: Progress
) -> Iterator[Iterator[Outcome]]:
    """What comes of all sources, built by the workers of a Dask scheduler.

    Raises UsageError where that does not answer, and what `built_by_many` does.
    """
    needed = environment(FileDigests(order.digests))
    with cluster(address, needed) as found:
        folder.prepare()
        if not found.workers():
            waiting = f"{address} has no worker yet; this waits for one: dask worker {address} --nthreads 1"
            progress.console.remarks([waiting])
        sources = costliest_first(known)
        most, shown = lambda: _AHEAD * max(1, found.workers()), (progress.starting, progress.show)
        with closing(outcomes(found.executor, sources, order, needed, most, *shown)) as done:
            yield done
