"""Folders of finished files, each built by another machine, become one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from diptych.build.digests import digest
from diptych.build.manifest import MANIFEST, Build, Manifest, ManifestError, read_manifest
from diptych.build.output_folder import OutputFolder
from diptych.build.records.shelf import Shelf
from diptych.build.sources import UsageError

_MOST_BYTES = 128_000_000  # read at a time


def merge_folders(folders: Iterable[Path], output: OutputFolder) -> int:
    """Put all files of the folders into one, with one account of them, and tell how many they are.

    Raises UsageError where a folder has no account, a file is not as that tells, or two folders hold
    different files of one name, before anything is written; OSError where one cannot be read or written.
    """
    manifests = {folder: _manifest(folder) for folder in folders}
    _see_that_they_agree(manifests)
    for folder, manifest in manifests.items():
        _see_that_all_is_there(folder, manifest)
    output.put({}, [])
    for folder, manifest in manifests.items():
        for builds in _some_at_a_time(manifest):
            output.put({name: (folder / name).read_bytes() for name in _names(builds)}, builds)
        for source in {build.source for build in manifest.builds}:
            for record in reversed(Shelf(folder).of(source)):
                Shelf(output.path).put(source, record)
    return len({name for manifest in manifests.values() for name in manifest.outputs()})


def _manifest(folder: Path) -> Manifest:
    try:
        return read_manifest(folder / MANIFEST)
    except ManifestError as error:
        raise UsageError(str(error)) from None
    except OSError:
        raise UsageError(f"{folder} holds no {MANIFEST}: name folders that were built into") from None


def _see_that_they_agree(manifests: dict[Path, Manifest]) -> None:
    seen: dict[str, tuple[str, Path]] = {}
    for folder, manifest in manifests.items():
        for name, made in manifest.outputs().items():
            sha256, other = seen.setdefault(name, (made.sha256, folder))
            if sha256 != made.sha256:
                raise UsageError(f"{other / name} and {folder / name} are not the same; keep one of them")


def _see_that_all_is_there(folder: Path, manifest: Manifest) -> None:
    for name, made in manifest.outputs().items():
        try:
            found = digest((folder / name).read_bytes())
        except FileNotFoundError:
            raise UsageError(f"{folder / name} is missing; build it again") from None
        if found != made.sha256:
            raise UsageError(f"{folder / name} is not as it was built; build it again")


def _some_at_a_time(manifest: Manifest) -> Iterator[list[Build]]:
    """The builds, no two of one source together, and not too many bytes."""
    builds: dict[str, Build] = {}
    size = 0
    for build in manifest.builds:
        if size > _MOST_BYTES or build.source in builds:
            yield list(builds.values())
            builds, size = {}, 0
        builds[build.source] = build
        size += sum(made.size for made in build.outputs.values())
    if builds:
        yield list(builds.values())


def _names(builds: Iterable[Build]) -> Iterator[str]:
    return (name for build in builds for name in build.outputs)
