#!/usr/bin/env python3
"""Build a printed handout (PDF) and a lecture deck (PPTX) from one YAML summary of teaching material.

`python make_docs.py` builds everything in sources/ into build/. The stages, in order: find the
sources, read and check them all, render each panel, prove it, write it.
"""

from __future__ import annotations

import argparse
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from diptych import __version__
from diptych.build.arguments import MisusedError, parse_arguments
from diptych.build.console import Console
from diptych.build.consoles import console_for, tell_misuse
from diptych.build.designs import DeckOptions, deck_design
from diptych.build.judging import strictly, warnings_when_made, warnings_when_read
from diptych.build.output_folder import OutputFolder
from diptych.build.outputs import wanted_works
from diptych.build.pair import Pair
from diptych.build.progress import summary
from diptych.build.reading import Reading, read_document
from diptych.build.recorder import Recorder
from diptych.build.request import Request, request
from diptych.build.sources import UsageError, find_sources
from diptych.build.stopping import stopped_by_ctrl_c, undisturbed
from diptych.build.works import Work, render
from diptych.layout.load import LayoutError, load_layout
from diptych.material.choices import DeckChoices
from diptych.material.findings import SourceError
from diptych.pdf.weasyprint_import import MissingLibraryError

BUILT, FAULTY, MISUSED, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the verb that the arguments name; 0 all built, 1 something in a source is wrong, 2 wrong usage."""
    try:
        arguments = parse_arguments(argv, __version__)
    except MisusedError as error:
        tell_misuse(sys.argv[1:] if argv is None else argv, error.message, __version__)
        raise
    console = console_for(arguments, __version__)
    with undisturbed():
        code = outcome(arguments, console)
        console.end(code)
    return code


def outcome(arguments: argparse.Namespace, console: Console) -> int:
    """What becomes of the verb that the arguments name: its code, whatever happens."""
    verbs = {
        "build": build,
        "check": check,
        "new": new,
        "schema": schema,
        "layouts": layouts,
        "report": report,
        "verify": verify,
        "doctor": doctor,
        "watch": watch,
        "preview": preview,
    }
    try:
        with stopped_by_ctrl_c():
            return verbs[arguments.verb](arguments, console)
    except (UsageError, LayoutError, FileExistsError) as error:
        console.error(str(error))
        return MISUSED
    except MissingLibraryError as error:
        console.error(str(error))
        return FAULTY
    except OSError as error:
        console.error(f"{error.filename or 'a file'}: {error.strerror or error}")
        return FAULTY
    except KeyboardInterrupt:
        console.error("stopped; no file was left half written")
        return INTERRUPTED
    except Exception as error:
        console.bug(error, traceback.format_exc())
        return FAULTY


def build(arguments: argparse.Namespace, console: Console) -> int:
    """Read all, check all, then render, prove and write each source's works."""
    folder, recorder = OutputFolder(arguments.output, console.remarks), Recorder()
    readings, faulty = read_all(arguments, console)
    count = len(readings) + len(faulty)
    if readings:
        folder.prepare()
    built: list[Work] = []
    for done, reading in enumerate(readings):
        console.at(done, len(readings))
        works = render_all(reading, request(arguments), arguments, console)
        built += works
        if works:
            folder.put(works, recorder.build(reading, deck_options(arguments), works))
        for work in works:
            console.made(reading.source, work, arguments.output)
            if arguments.open:
                console.open(arguments.output / work.name)
        if not works:
            faulty.append(reading.source.name)
    console.sum_up(summary(count, len(built), faulty))
    return FAULTY if faulty else BUILT


def check(arguments: argparse.Namespace, console: Console) -> int:
    """Read and check all, and see that every slide fits; write nothing."""
    readings, faulty = read_all(arguments, console)
    for reading in readings:
        if render_all(reading, Request(only="deck"), arguments, console):
            console.result(f"{reading.source.path}: no errors")
        else:
            faulty.append(reading.source.name)
    return FAULTY if faulty else BUILT


def new(arguments: argparse.Namespace, console: Console) -> int:
    """Write a source to start from, which builds at once."""
    from diptych.starting.first import first_source

    for path in first_source(arguments, console):
        console.result(f"{path}  written")
    return BUILT


def schema(arguments: argparse.Namespace, console: Console) -> int:
    """Print the JSON Schema of a source, or the vocabulary as a page to read."""
    from diptych.material.schema import schema_text
    from diptych.material.vocabulary_page import vocabulary_page

    text = vocabulary_page() if arguments.markdown else schema_text()
    console.result(text.rstrip("\n"))
    return BUILT


def layouts(arguments: argparse.Namespace, console: Console) -> int:
    """Tell which slide layouts of the template serve for what, what each can hold, and what is missing."""
    from diptych.deck.school.report import layouts_report

    layout = load_layout(arguments.layout or "classic", [Path("layouts")])
    design = deck_design(layout, deck_options(arguments), DeckChoices(), Path())
    console.result(layouts_report(design).rstrip("\n"))
    return BUILT


def report(arguments: argparse.Namespace, console: Console) -> int:
    """Tell where each text of the sources stands in the finished works; write nothing."""
    from diptych.build.proving import coverage
    from diptych.proof import report as ledger_report

    readings, faulty = read_all(arguments, console)
    for reading in readings:
        try:
            entries = coverage(Pair(reading, deck_options(arguments)))
        except SourceError as error:
            console.findings(reading.source, error.findings)
            faulty.append(reading.source.name)
            continue
        console.result(ledger_report.report(reading.source.name, entries, arguments.format))
        if not all(entry.found for entry in entries):
            faulty.append(reading.source.name)
    return FAULTY if faulty else BUILT


def verify(arguments: argparse.Namespace, console: Console) -> int:
    """Tell whether what was built is as it was, and is built the same again; write nothing."""
    from diptych.build.verify import verdicts

    faulty, named = False, find_sources(arguments.sources)
    for verdict in verdicts(arguments.folder, named, console.progress):
        console.remarks(verdict.notes)
        if verdict.fault:
            console.error(f"{arguments.folder / verdict.name}: {verdict.fault}")
        else:
            console.result(f"{(arguments.folder / verdict.name).as_posix()}  same")
        faulty |= bool(verdict.fault)
    return FAULTY if faulty else BUILT


def watch(arguments: argparse.Namespace, console: Console) -> int:
    """Build, and build again what is touched whenever something is saved, until Ctrl-C."""
    from diptych.watching.rebuilding import rebuilding

    return rebuilding(arguments, console, build)


def preview(arguments: argparse.Namespace, console: Console) -> int:
    """Show handout and slides side by side in the browser, renewed as one saves, until Ctrl-C."""
    from diptych.preview.session import preview as serve

    return serve(arguments, console)


def doctor(arguments: argparse.Namespace, console: Console) -> int:
    """Tell whether this machine has all that a build needs, and how to mend what it lacks."""
    from diptych.doctor.examination import examination

    diagnoses = list(examination(arguments.output, [Path("layouts")]))
    for one in diagnoses:
        console.result(one.line())
    return FAULTY if any(one.state == "ill" for one in diagnoses) else BUILT


def deck_options(arguments: argparse.Namespace) -> DeckOptions:
    """What the command line says of the deck."""
    return DeckOptions(arguments.template, arguments.aspect, arguments.scheme)


def read_all(arguments: argparse.Namespace, console: Console) -> tuple[list[Reading], list[str]]:
    """Every source that can be built, and the names of others; the console tells what is wrong."""
    sources = find_sources(arguments.paths)
    readings, faulty = [], []
    for done, source in enumerate(sources):
        console.at(done, len(sources))
        console.progress(f"{source.name}: reading")
        try:
            reading = read_document(source, arguments.layout, [Path("layouts")])
        except SourceError as error:
            console.findings(source, error.findings)
            faulty.append(source.name)
            continue
        console.findings(source, strictly(warnings_when_read(reading), arguments.strict))
        readings.append(reading)
    return readings, faulty


def render_all(
    reading: Reading, request: Request, arguments: argparse.Namespace, console: Console
) -> list[Work]:
    """A source's works, proved; none where it has a fault, which never stops the other sources."""
    options = deck_options(arguments)

    def stage(name: str) -> None:
        console.progress(f"{reading.source.name}: {name}")

    try:
        wanted = wanted_works(request, reading.handout_choices, reading.outputs)
        works = list(render(reading, wanted, options, stage))
    except SourceError as error:
        console.findings(reading.source, error.findings)
        return []
    except (LayoutError, UsageError, MissingLibraryError, OSError):
        raise
    except Exception as error:
        console.bug(error, traceback.format_exc(), str(reading.source.path))
        return []
    found = warnings_when_made(reading, works, options)
    console.findings(reading.source, strictly(found, arguments.strict))
    for work in works:
        console.remarks(work.remarks)
    return [] if arguments.strict and (found or warnings_when_read(reading)) else works


if __name__ == "__main__":
    raise SystemExit(main())
