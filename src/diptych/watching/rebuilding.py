"""The verb `watch`: builds all, then what each change touches, until it is stopped."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from diptych.build.console import Console
from diptych.build.sources import SourceFile, UsageError
from diptych.layout.load import LayoutError
from diptych.watching.watch import changes

Build = Callable[[argparse.Namespace, Console], int]


def rebuilding(arguments: argparse.Namespace, console: Console, build: Build) -> int:
    """Build what changes, each time telling what came of it; the code of the last build."""
    code = 0
    for change in changes(arguments.paths, Path("layouts")):
        if change.problem:
            console.error(change.problem)
        elif change.touched:
            code = _built(
                argparse.Namespace(**{**vars(arguments), "paths": _paths(change.touched)}), console, build
            )
    return code


def _paths(sources: tuple[SourceFile, ...]) -> list[Path]:
    """The files; the folder of a source that is named like it and not like its file."""
    return [one.path if one.name == one.path.stem else one.path.parent for one in sources]


def _built(arguments: argparse.Namespace, console: Console, build: Build) -> int:
    """The code of a build; what would end the program is told, and waits to be mended."""
    try:
        return build(arguments, console)
    except (UsageError, LayoutError, OSError) as error:
        console.error(str(error))
        return 2
