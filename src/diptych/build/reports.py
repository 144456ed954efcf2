"""What is told of sources and templates without writing anything."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from diptych.build.console import Console
from diptych.build.designs import deck_design
from diptych.build.order import deck_options
from diptych.build.pair import Pair
from diptych.build.reading import read_document
from diptych.build.records.freshness import LAYOUTS
from diptych.build.sources import SourceFile
from diptych.build.telling import Teller, Tidings
from diptych.layout.load import load_layout
from diptych.material.choices import DeckChoices
from diptych.material.findings import SourceError


def report_all(sources: Sequence[SourceFile], arguments: argparse.Namespace, console: Console) -> Teller:
    """Tell where each text of the sources stands in the finished works.

    Raises LayoutError or UsageError where the layout or template will not do.
    """
    teller = Teller(console)
    for source in sources:
        console.progress(f"{source.name}: reading")
        try:
            told, complete = _report(source, arguments, console)
        except SourceError as error:
            teller.tell(Tidings(source, error.findings))
            continue
        console.result(told)
        teller.faulty |= not complete
    return teller


def layouts_told(arguments: argparse.Namespace) -> str:
    """Which slide layouts of the template serve for what. Raises LayoutError or UsageError."""
    from diptych.deck.school.report import layouts_report

    layout = load_layout(arguments.layout or "classic", LAYOUTS)
    design = deck_design(layout, deck_options(arguments), DeckChoices(), Path())
    return layouts_report(design).rstrip("\n")


def _report(source: SourceFile, arguments: argparse.Namespace, console: Console) -> tuple[str, bool]:
    """The table of one source, and whether nothing is lost. Raises SourceError."""
    from diptych.build.proving import coverage
    from diptych.proof import report as ledger_report

    reading = read_document(source, arguments.layout, LAYOUTS)
    console.findings(source, reading.warnings)
    entries = coverage(Pair(reading, deck_options(arguments)))
    told = ledger_report.report(source.name, entries, arguments.format)
    return told, all(entry.found for entry in entries)
