"""The verb `watch`: builds all, then what each change touches, until it is stopped."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from diptych.build.console import Console
from diptych.watching.watch import changes


def watch(arguments: argparse.Namespace, console: Console, build: Callable[[list[Path]], int]) -> int:
    """Build what changes, each time telling what came of it; the code of the last build."""
    code = 0
    for change in changes(arguments.paths, Path("layouts")):
        if change.problem:
            console.error(change.problem)
        elif change.touched:
            code = build([source.path for source in change.touched])
            console.progress(f"watching {len(change.sources)} sources; Ctrl-C ends")
    return code
