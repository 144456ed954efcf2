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
from typing import TYPE_CHECKING

from diptych import __version__
from diptych.build.arguments import MisusedError, parse_arguments
from diptych.build.consoles import console_for, tell_misuse
from diptych.build.process import leave, own_temporary_folder, seldom_collecting
from diptych.build.sources import UsageError, find_sources
from diptych.build.stopping import stopped_by_ctrl_c, undisturbed
from diptych.layout.error import LayoutError
from diptych.pdf.missing_library import MissingLibraryError

if TYPE_CHECKING:
    from diptych.build.console import Console
    from diptych.build.telling import Teller

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
        "merge": merge,
        "doctor": doctor,
        "watch": watch,
        "preview": preview,
    }
    try:
        with stopped_by_ctrl_c(), seldom_collecting(), own_temporary_folder():
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
        console.bug(f"{type(error).__name__}: {error}", traceback.format_exc())
        return FAULTY


def build(arguments: argparse.Namespace, console: Console) -> int:
    """Tell what is up to date; read, check, render, prove and write the works of all other sources."""
    from diptych.build.records.up_to_date import not_up_to_date

    sources = find_sources(arguments.paths)
    if arguments.shard and not (sources := arguments.shard.of(sources)):
        return nothing(arguments, console)
    stale = not_up_to_date(sources, arguments, console)
    if not stale:
        return BUILT
    from diptych.build.building import build_all

    return status(build_all(stale, arguments, console))


def nothing(arguments: argparse.Namespace, console: Console) -> int:
    """Give a part without sources its folder, with an account of no files, so that it can be merged."""
    from diptych.build.output_folder import OutputFolder

    OutputFolder(arguments.output, console.remarks).put({}, [])
    console.summary(f"part {arguments.shard} holds no source; there is nothing to build")
    return BUILT


def check(arguments: argparse.Namespace, console: Console) -> int:
    """Read and check all, and see that every slide fits; write nothing."""
    from diptych.build.building import check_all

    return status(check_all(find_sources(arguments.paths), arguments, console))


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
    from diptych.build.reports import layouts_told

    console.result(layouts_told(arguments))
    return BUILT


def report(arguments: argparse.Namespace, console: Console) -> int:
    """Tell where each text of the sources stands in the finished works; write nothing."""
    from diptych.build.reports import report_all

    return status(report_all(find_sources(arguments.paths), arguments, console))


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


def merge(arguments: argparse.Namespace, console: Console) -> int:
    """Join folders that were built by several machines, with one account of all files."""
    from diptych.build.many.merging import merge_folders
    from diptych.build.output_folder import OutputFolder

    count = merge_folders(arguments.folders, OutputFolder(arguments.output, console.remarks))
    console.result(f"{arguments.output.as_posix()}  {count:,} files of {len(arguments.folders)} folders")
    return BUILT


def watch(arguments: argparse.Namespace, console: Console) -> int:
    """Build, and build again what is touched whenever something is saved, until Ctrl-C."""
    from diptych.watching.rebuilding import rebuilding

    return rebuilding(arguments, console)


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


def status(teller: Teller) -> int:
    """What the process ends with after all that was told."""
    return MISUSED if teller.misused else FAULTY if teller.faulty else BUILT


def run() -> None:
    """Run what the command line asks for, and end with its status."""
    leave(main())


if __name__ == "__main__":
    run()
