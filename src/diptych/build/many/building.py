"""Many sources are built by as many processes as there are cores, and taken in as they are done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from diptych.build.intake import taking_in
from diptych.build.many.cluster import cluster
from diptych.build.many.costs import costliest_first
from diptych.build.many.executors import answers
from diptych.build.many.pool import Pool
from diptych.build.many.progress import Progress
from diptych.build.many.worker import Answer
from diptych.build.order import Order
from diptych.build.output_folder import OutputFolder
from diptych.build.records.environment import environment
from diptych.build.records.file_digests import FileDigests
from diptych.build.sources import SourceFile
from diptych.build.telling import InOrder, Teller

# Jobs for each worker, so that none waits for the next one to come over the net.
_AHEAD = 3


def build_many(
    known: Mapping[SourceFile, float], order: Order, jobs: int, folder: OutputFolder, teller: Teller
) -> None:
    """Build all sources by so many processes; they come with the seconds that they took before.

    Raises UsageError or OSError where nothing can be written.
    """
    folder.prepare()
    progress = Progress(teller.console, len(known))
    pool = Pool(order, jobs, progress.starting, progress.show)
    take_all(pool.answers(costliest_first(known)), list(known), folder, teller, progress)


def build_on_cluster(
    known: Mapping[SourceFile, float], order: Order, address: str, folder: OutputFolder, teller: Teller
) -> None:
    """Build all sources by the workers of a Dask scheduler. Raises UsageError where that does not answer."""
    progress, sources = Progress(teller.console, len(known)), costliest_first(known)
    needed = environment(FileDigests(order.digests))
    with cluster(address) as found:
        folder.prepare()
        most = _AHEAD * found.workers
        done = answers(found.executor, sources, order, needed, most, progress.starting, progress.show)
        take_all(done, list(known), folder, teller, progress)


def take_all(
    answers: Iterable[Answer],
    sources: Sequence[SourceFile],
    folder: OutputFolder,
    teller: Teller,
    progress: Progress,
) -> None:
    """Write what comes of sources, whatever comes first, and tell of it in their order and in the end."""
    with taking_in(folder, InOrder(teller, sources).tell) as intake:
        for answer in answers:
            progress.ended(answer.outcome)
            intake.take(answer.outcome, answer.warnings)
    teller.console.summary(progress.summary())
