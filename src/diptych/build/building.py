"""Sources that are not up to date are built: one here, several by as many processes as there are cores."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from diptych.build.console import Console
from diptych.build.intake import taking_in
from diptych.build.making import Maker
from diptych.build.many.building import build_many, build_on_cluster
from diptych.build.many.cores import cores
from diptych.build.order import Order, deck_options, order_of
from diptych.build.outcome import Outcome
from diptych.build.output_folder import OutputFolder
from diptych.build.request import Request
from diptych.build.sources import SourceFile
from diptych.build.telling import Teller, Tidings


def build_all(known: Mapping[SourceFile, float], arguments: argparse.Namespace, console: Console) -> Teller:
    """Read, check, render, prove and write the works of all sources, and tell what came of them.

    Sources come with the seconds that they took before. Raises UsageError or OSError where nothing can be
    written.
    """
    sources = list(known)
    jobs = min(arguments.jobs or cores(), len(sources))
    teller, folder = Teller(console, arguments.open), OutputFolder(arguments.output, console.remarks)
    if arguments.cluster:
        build_on_cluster(known, order_of(arguments), arguments.cluster, folder, teller)
        return teller
    if jobs > 1:
        build_many(known, order_of(arguments), jobs, folder, teller)
        return teller
    with taking_in(folder, teller.tell) as intake:
        for outcome in _in_turn(sources, arguments, folder, console):
            intake.take(outcome)
    return teller


def check_all(sources: Sequence[SourceFile], arguments: argparse.Namespace, console: Console) -> Teller:
    """Read and check all sources, and see that every slide fits; write nothing, and tell what is wrong."""
    teller, order = Teller(console), Order(arguments.layout, deck_options(arguments), Request(only="deck"))
    maker = Maker(order, console.findings, console.progress)
    for source in sources:
        outcome = maker.make(source)
        told = (f"{source.path}: no errors",) if outcome.works else ()
        remarks = tuple(remark for work in outcome.works for remark in work.remarks)
        teller.tell(Tidings(source, outcome.findings, outcome.fault, remarks, told))
    return teller


def _in_turn(
    sources: Sequence[SourceFile], arguments: argparse.Namespace, folder: OutputFolder, console: Console
) -> Iterator[Outcome]:
    """What comes of the sources, made in this process; a second one may help with one alone."""
    beside = len(sources) == 1 and arguments.jobs != 1
    ready = cache(folder.prepare)
    maker = Maker(order_of(arguments), console.findings, console.progress, ready, beside=beside)
    yield from map(maker.make, sources)
    maker.digests.save()
