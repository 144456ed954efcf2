"""The verb `new`: asks what is not said, and writes."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from diptych.build.console import Console
from diptych.material.schema import schema_text
from diptych.starting.answers import Answers, asked
from diptych.starting.converting import draft_from
from diptych.starting.names import checked_name, name_from
from diptych.starting.starter import SCHEMA_FILE, starter_files, write_new
from diptych.starting.writing import remainders, source_text

SOURCES = Path("sources")


def first_source(arguments: argparse.Namespace, console: Console) -> tuple[Path, ...]:
    """Write a new source and give the paths of its files; questions are asked on a terminal only.

    Raises UsageError where an answer will not do, FileExistsError where there is such a source.
    """
    if arguments.name:
        checked_name(arguments.name)
    if arguments.begun:
        return _converted(arguments, console)
    known = Answers(arguments.title, arguments.lang, arguments.level, arguments.minutes)
    if not arguments.yes and sys.stdin.isatty() and sys.stderr.isatty():
        known = asked(known, arguments.name, _ask, console.error)
    name = arguments.name or name_from(known.title)
    return write_new(starter_files(name, known.completed(name), SOURCES), SOURCES / name, Path())


def _converted(arguments: argparse.Namespace, console: Console) -> tuple[Path, ...]:
    """Write the source of a file that somebody has, and tell where something is left to be done."""
    draft = draft_from(arguments.begun)
    draft.title = arguments.title or draft.title
    draft.lang = arguments.lang or draft.lang
    name = arguments.name or name_from(draft.title)
    text = source_text(draft)
    path = SOURCES / name / f"{name}.yaml"
    pictures = {path.parent / where: data for where, data in draft.pictures.items()}
    schema = {SOURCES / SCHEMA_FILE: schema_text().encode()}
    written = write_new({path: text.encode(), **pictures, **schema}, SOURCES / name, Path())
    if left := remainders(text):
        lines = ", ".join(map(str, left[:20])) + (" …" if len(left) > 20 else "")
        console.remarks([f"{path}: something is left to be done at line {lines}"])
    return written


def _ask(question: str) -> str:
    """The line that is typed; the question goes to standard error, where all but results goes."""
    sys.stderr.write(question)
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise KeyboardInterrupt
    return line
