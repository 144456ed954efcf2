"""Whether a folder still holds what was built, and whether the same sources still give the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from diptych.build.changes import changed_inputs, changed_versions
from diptych.build.checksums import SHA256SUMS, read_checksums
from diptych.build.difference import first_difference
from diptych.build.digests import Digests, digest
from diptych.build.manifest import MANIFEST, Build, Made, Manifest, ManifestError, read_manifest
from diptych.build.rebuild import rebuild
from diptych.build.recorded_files import find_source, find_template, layout_folders
from diptych.build.sources import SourceFile, UsageError
from diptych.build.versions import versions


@dataclass(frozen=True)
class Verdict:
    """What is found of a file or a source: nothing is wrong where `fault` is empty.

    `notes` are what has changed since, which may be why.
    """

    name: str
    fault: str = ""
    notes: tuple[str, ...] = ()


def verdicts(
    folder: Path,
    named: Sequence[SourceFile],
    starting: Callable[[str], object] = lambda name: None,
) -> Iterator[Verdict]:
    """On every file that the manifest and the checksums of a folder name, built again and compared.

    `named` are sources that the user named; `starting` is told which source comes next. Raises UsageError
    where there is no manifest, or what it names is not found; LayoutError where a layout is not.
    """
    verification = _Verification(folder)
    yield from verification.of_the_rest()
    try:
        for build in verification.manifest.builds:
            starting(build.source)
            yield from verification.of_build(build, named)
    except ManifestError as error:
        raise UsageError(str(error)) from None


class _Verification:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.manifest = _manifest(folder)
        self.checksums = read_checksums(self._data(SHA256SUMS) or b"")
        self.versions = versions()
        self.digests = Digests()

    def of_the_rest(self) -> Iterator[Verdict]:
        """On what is not built: the manifest, and files that somebody added to the checksums."""
        for name in sorted({MANIFEST, *self.checksums} - self.manifest.outputs().keys()):
            yield Verdict(name, self._checked(name, self._data(name)))

    def of_build(self, build: Build, named: Sequence[SourceFile]) -> Iterator[Verdict]:
        source, template = find_source(build, named, self.folder), find_template(build, self.folder)
        again = rebuild(build, source, template, layout_folders(self.folder), self.digests)
        notes = (
            *changed_versions(build.versions, self.versions),
            *changed_inputs(build.inputs, again.inputs if again.inputs else build.inputs),
        )
        if again.fault:
            yield Verdict(str(source.path), again.fault, notes)
        for name, made in build.outputs.items():
            fault = self._checked(name, self._data(name), made)
            if not again.fault:
                fault = self._compared(name, again.works.get(name)) or fault
            if fault or not again.fault:
                yield Verdict(name, fault, notes)

    def _checked(self, name: str, data: bytes | None, made: Made | None = None) -> str:
        """What is wrong by the checksums, and by the manifest where it knows the file."""
        if data is None:
            return "is missing"
        if name not in self.checksums:
            return f"{SHA256SUMS} does not name it"
        known = {self.checksums[name], made.sha256 if made else self.checksums[name]}
        return "" if known == {digest(data)} else "was changed after it was built"

    def _compared(self, name: str, again: bytes | None) -> str:
        """What is wrong by the file that is built now."""
        data = self._data(name)
        if data is None:
            return "is missing"
        if again is None:
            return "would not be made now"
        if difference := first_difference(name, data, again):
            changed = self._checked(name, data, self.manifest.outputs()[name])
            return f"{changed or 'is built otherwise now'}: {difference}"
        return ""

    def _data(self, name: str) -> bytes | None:
        """The bytes of a file in the folder itself, if it is there."""
        path = self.folder / name
        return path.read_bytes() if path.name == name and path.is_file() else None


def _manifest(folder: Path) -> Manifest:
    try:
        return read_manifest(folder / MANIFEST)
    except ManifestError as error:
        raise UsageError(str(error)) from None
    except OSError:
        message = f"{folder} holds no {MANIFEST}: it is the folder that was built into"
        raise UsageError(f"{message}; name that") from None
