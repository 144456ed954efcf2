"""The folders that are read and written."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from diptych.build.sources import UsageError, find_sources
from diptych.doctor.diagnosis import Diagnosis

# A build of many lessons stays below this.
LEAST_ROOM = 100_000_000


def look_at_folders(output: Path) -> Iterator[Diagnosis]:
    """Whether there are sources, and room for what is built from them."""
    yield _sources()
    yield _writable(
        "output folder", output, "choose another with -o FOLDER, or allow yourself to write there"
    )
    yield _writable(
        "folder for temporary files",
        Path(tempfile.gettempdir()),
        "set the variable TMPDIR to a folder in which you may write",
    )
    yield _room(output)


def _sources() -> Diagnosis:
    try:
        found = find_sources([Path("sources")])
    except UsageError as error:
        return Diagnosis("sources", "note", str(error), "python make_docs.py new my-lesson")
    return Diagnosis("sources", "well", f"{len(found)} in sources/")


def _writable(subject: str, folder: Path, mend: str) -> Diagnosis:
    """Whether a file can be written there, or in the first folder above it that exists."""
    there = _existing(folder)
    try:
        with tempfile.TemporaryFile(dir=there):
            return Diagnosis(subject, "well", str(folder))
    except OSError as error:
        return Diagnosis(subject, "ill", f"{folder}: {error.strerror or error}", mend)


def _room(folder: Path) -> Diagnosis:
    free = shutil.disk_usage(_existing(folder)).free
    if free < LEAST_ROOM:
        return Diagnosis("room", "ill", f"{free / 1e6:.0f} MB", "make room on this disk")
    return Diagnosis("room", "well", f"{free / 1e9:.1f} GB")


def _existing(folder: Path) -> Path:
    return next(one for one in (folder, *folder.absolute().parents) if one.is_dir())
