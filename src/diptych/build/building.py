"""Sources that are not up to date are built: one here, several by as many processes as there are cores."""

from __future__ import annotations

import argparse
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing
from functools import cache

from diptych.build.console import Console
from diptych.build.intake import taking_in
from diptych.build.making import Maker
from diptych.build.many.cores import cores
from diptych.build.order import Order, deck_options, order_of
from diptych.build.outcome import Outcome
from diptych.build.output_folder import OutputFolder
from diptych.build.progress import Progress
from diptych.build.request import Request
from diptych.build.sources import SourceFile
from diptych.build.telling import Teller, Tidings, in_order


def build_all(known: Mapping[SourceFile, float], arguments: argparse.Namespace, console: Console) -> Teller:
    """Read, check, render, prove and write the works of all sources, and tell what came of them.

    Sources come with the seconds that they took before. Raises UsageError or OSError where nothing can be
    written.
    """
    teller, folder = Teller(console, arguments.open), OutputFolder(arguments.output, console.remarks)
    progress = Progress(console, len(known))
    with (
        in_order(teller, list(known)) as ordered,
        _outcomes(known, arguments, folder, progress) as outcomes,
        taking_in(folder, ordered.tell, progress.lost) as intake,
    ):
        for outcome in outcomes:
            progress.ended(outcome)
            intake.take(outcome)
    progress.end()
    return teller


def check_all(sources: Sequence[SourceFile], arguments: argparse.Namespace, console: Console) -> Teller:
    """Read and check all sources, and see that every slide fits; write nothing, and tell what is wrong."""
    teller, progress = Teller(console), Progress(console, len(sources))
    order = Order(arguments.layout, deck_options(arguments), Request(only="deck"), strict=arguments.strict)
    for outcome in _in_turn(Maker(order, console.progress, accounting=False), sources, progress):
        told = (f"{outcome.source.path}: no errors",) if outcome.works else ()
        remarks = tuple(remark for work in outcome.works for remark in work.remarks)
        teller.tell(Tidings(outcome.source, outcome.findings, outcome.fault, remarks, told))
        progress.ended(outcome)
    return teller


def _outcomes(
    known: Mapping[SourceFile, float],
    arguments: argparse.Namespace,
    folder: OutputFolder,
    progress: Progress,
) -> AbstractContextManager[Iterator[Outcome]]:
    """What comes of the sources, by whoever builds them; a second process may help with one alone."""
    jobs, order = min(arguments.jobs or cores(), len(known)), order_of(arguments)
    if arguments.cluster:
        from diptych.build.many.building import built_on_cluster

        return built_on_cluster(known, order, arguments.cluster, folder, progress)
    if jobs > 1:
        from diptych.build.many.building import built_by_many

        return closing(built_by_many(known, order, jobs, folder, progress))
    ready, beside = cache(folder.prepare), len(known) == 1 and arguments.jobs != 1
    maker = Maker(order, progress.console.progress, ready, beside=beside)
    return closing(_in_turn(maker, list(known), progress))


def _in_turn(
    maker: Maker, sources: Sequence[SourceFile], progress: Progress
) -> Generator[Outcome, None, None]:
    for source in sources:
        progress.starting(source)
        yield maker.make(source)
    maker.digests.save()
