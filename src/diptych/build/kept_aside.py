"""A finished file that somebody has worked on since is kept beside the new one."""

from __future__ import annotations

import itertools
import os
import re
from pathlib import Path

from diptych.build.files import in_use

# The ending of a name: `.pptx`, but `.gift.txt` and `.qti.zip` as a whole.
_ENDING = re.compile(r"(?:\.gift|\.qti)?\.[^.]+$")


def keep_aside(path: Path) -> Path:
    """Give the file the first free name of `x.edited.pptx`, `x.edited-2.pptx` and so on, and tell which.

    It keeps its old name too until that is given to another, where the file system has hard links. Raises
    OSError where it cannot be kept; then it is where it was.
    """
    for number in itertools.count(1):
        aside = path.with_name(_edited(path.name, number))
        if not os.path.lexists(aside):
            try:
                return _linked(path, aside)
            except FileExistsError:
                continue
    raise AssertionError("numbers do not end")


def _edited(name: str, number: int) -> str:
    found = _ENDING.search(name)
    start = found.start() if found else len(name)
    return f"{name[:start]}.edited{f'-{number}' if number > 1 else ''}{name[start:]}"


def _linked(path: Path, aside: Path) -> Path:
    try:
        aside.hardlink_to(path)
    except FileExistsError:
        raise
    except OSError:
        _move(path, aside)
    return aside


def _move(path: Path, aside: Path) -> None:
    try:
        path.rename(aside)
    except PermissionError as error:
        raise in_use(error, path) from None
