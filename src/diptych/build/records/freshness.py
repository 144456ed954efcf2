"""Whether what was built of a source is what would be built now."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from diptych.build.changes import changed_inputs, changed_versions
from diptych.build.checksums import SHA256SUMS, read_checksums
from diptych.build.digests import digest
from diptych.build.manifest import MANIFEST
from diptych.build.records.environment import OURS, environment
from diptych.build.records.file_digests import FileDigests
from diptych.build.records.record import Record
from diptych.build.records.shared import Shared, shared_digests
from diptych.build.records.shelf import Shelf
from diptych.build.sources import SourceFile
from diptych.build.told_path import told_path
from diptych.material.moment import VARIABLE

# Where layouts of the user's own are.
LAYOUTS = (Path("layouts"),)
# What is the same whatever the command line says of it.
_NO_MATTER = frozenset(
    {"cluster", "force", "format", "jobs", "open", "output", "paths", "quiet", "shard", "verb", "verbose"}
)


@dataclass(frozen=True)
class Found:
    """What is known of a source; `reason` is why it must be built, and empty where it need not be."""

    reason: str = ""
    record: Record | None = None


def words_of(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The words of the command line on which files depend, and the moment that the user set."""
    said = {name: _plain(value) for name, value in arguments.items() if value and name not in _NO_MATTER}
    return {**said, "moment": os.environ.get(VARIABLE, "")}


def _plain(value: Any) -> Any:
    if isinstance(value, Path):
        return value.as_posix()
    return list(value) if isinstance(value, tuple) else value


class Freshness:
    """Holds what was built into a folder against what is there now."""

    def __init__(self, output: Path, words: Mapping[str, Any]) -> None:
        self.output = output
        self.words = dict(words)
        self.shelf = Shelf(output)
        self.digests = FileDigests(self.shelf.digests)

    def look(self, source: SourceFile) -> Found:
        """What is known of the source, read anew, and whether it must be built again."""
        path, known = told_path(source.path), self.shelf.of(source.name)
        records = [one for one in known if one.path == path]
        record = next((one for one in records if one.words == self.words), None)
        if not record:
            return Found("it was not yet built so" if records else "nothing is known of it", None)
        return Found(next(self._reasons(source, record), ""), record)

    @cached_property
    def environment(self) -> dict[str, str]:
        """What makes the files now."""
        return environment(self.digests)

    def _reasons(self, source: SourceFile, record: Record) -> Iterator[str]:
        folder = source.path.parent
        files = {name: _digest(folder / name) for name in record.files}
        yield from changed_inputs({"source": record.files}, {"source": files})
        shared = Shared(record.layouts, self._template(folder, record))
        now = shared_digests(shared, folder, LAYOUTS, self.digests)
        yield from _changed(record.shared, now)
        yield from self._changed_environment(record.environment)
        for name, output in record.outputs.items():
            yield from self._fault(name, output.sha256)
        yield from self._changed_account

    def _template(self, folder: Path, record: Record) -> Path | None:
        if record.template:
            return folder / record.template
        return Path(self.words["template"]) if "template" in self.words else None

    def _changed_environment(self, then: Mapping[str, str]) -> Iterator[str]:
        if then != self.environment:
            versions = tuple(changed_versions(_versions(then), _versions(self.environment)))
            yield from versions or _changed(then, self.environment)

    def _fault(self, name: str, sha256: str) -> Iterator[str]:
        found = _digest(self.output / name)
        if found != sha256:
            yield f"{name} {'is not as it was built' if found else 'is missing'}"
        elif self._listed.get(name) != sha256:
            yield f"{SHA256SUMS} does not tell of {name}"

    @cached_property
    def _listed(self) -> dict[str, str]:
        try:
            return read_checksums((self.output / SHA256SUMS).read_bytes())
        except OSError:
            return {}

    @property
    def wrong_account(self) -> str:
        """Which file is gone of which the folder's account tells; empty where all are there."""
        gone = (name for name in self._listed if not (self.output / name).is_file())
        return next((f"{name} is gone, and {SHA256SUMS} tells of it" for name in gone), "")

    @cached_property
    def _changed_account(self) -> tuple[str, ...]:
        if self._listed.get(MANIFEST) == _digest(self.output / MANIFEST) != "":
            return ()
        return (f"{MANIFEST} is missing, or is not as it was written",)


def _digest(path: Path) -> str:
    """The digest of a file as it is now; empty where there is none. A pipe would be waited for."""
    try:
        return digest(path.read_bytes()) if path.is_file() else ""
    except OSError:
        return ""


def _versions(environment: Mapping[str, str]) -> dict[str, str]:
    """What of it has a version."""
    return {name: value for name, value in environment.items() if name not in OURS}


def _changed(then: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    for name in sorted(then.keys() | now.keys()):
        if then.get(name) != now.get(name):
            yield f"{name} has changed"
