"""The verb `new`: asks what is not said, and writes."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from diptych.build.console import Console
from diptych.starting.answers import Answers, asked
from diptych.starting.names import checked_name, name_from
from diptych.starting.starter import starter_files, write_new

SOURCES = Path("sources")


def first_source(arguments: argparse.Namespace, console: Console) -> tuple[Path, ...]:
    """Write a new source and give the paths of its files; questions are asked on a terminal only.

    Raises UsageError where an answer will not do, FileExistsError where there is such a source.
    """
    known = Answers(arguments.title, arguments.lang, arguments.level, arguments.minutes)
    if arguments.name:
        checked_name(arguments.name)
    if not arguments.yes and sys.stdin.isatty() and sys.stderr.isatty():
        known = asked(known, arguments.name, _ask, console.error)
    name = arguments.name or name_from(known.title)
    return write_new(starter_files(name, known.completed(name), SOURCES), SOURCES / name, Path())


def _ask(question: str) -> str:
    """The line that is typed; the question goes to standard error, where all but results goes."""
    sys.stderr.write(question)
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise KeyboardInterrupt
    return line
