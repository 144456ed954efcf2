"""What need not be built is told, as if it had been built now."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from diptych.build.console import Console
from diptych.build.records.freshness import Found, Freshness, words_of
from diptych.build.records.record import Record
from diptych.build.sources import SourceFile
from diptych.build.telling import Teller, Tidings


def not_up_to_date(
    sources: Sequence[SourceFile], arguments: argparse.Namespace, console: Console
) -> dict[SourceFile, float]:
    """The sources that must be built, with the seconds that they took before, or 0 where that is not known.

    Of the others it is told that they need not, with their warnings. Any build sets an account right that
    tells of files that are gone.
    """
    if arguments.force:
        return dict.fromkeys(sources, 0.0)
    teller = Teller(console, arguments.open)
    freshness = Freshness(arguments.output, words_of(vars(arguments)))
    looked = {source: freshness.look(source) for source in sources}
    if sources and not any(found.reason for found in looked.values()):
        looked[sources[0]] = Found(freshness.wrong_account, looked[sources[0]].record)
    for source, found in looked.items():
        if found.reason and arguments.verbose:
            console.progress(f"{source.name}: {found.reason}")
        elif found.record and not found.reason:
            teller.tell(_tidings(source, found.record, arguments.output))
    freshness.digests.save()
    return {
        source: found.record.seconds if found.record else 0.0
        for source, found in looked.items()
        if found.reason
    }


def _tidings(source: SourceFile, record: Record, folder: Path) -> Tidings:
    told = f"{source.path}: up to date ({record.amounts})"
    files = {folder / name: made for name, made in record.outputs.items()}
    return Tidings(source, record.findings, None, record.remarks, (told,), files)
