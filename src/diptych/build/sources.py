"""Which sources there are, and how their text is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from diptych.build.encoding import encoding_finding
from diptych.material.findings import SourceError, source_error
from diptych.material.source_files import inside, is_file

MAX_BYTES = 16 * 1024 * 1024


class UsageError(Exception):
    """What was asked for cannot be done; the message says what to ask instead."""


@dataclass(frozen=True)
class SourceFile:
    """One YAML file, and the name that its works will carry."""

    path: Path
    name: str

    def data(self) -> bytes:
        """The bytes. Raises SourceError where the file is too large or cannot be read."""
        try:
            with self.path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
        except OSError as error:
            raise source_error(f"the file cannot be read: {error.strerror}", kind="file-unreadable") from None
        if len(data) > MAX_BYTES:
            raise source_error(f"the file is larger than {MAX_BYTES // 1_048_576} MB", kind="too-much")
        return data

    def read(self) -> str:
        """The text. Raises SourceError where the file is too large or is no UTF-8."""
        return text_of(self.data())


def text_of(data: bytes) -> str:
    """The text of a source. Raises SourceError where it is no UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError((encoding_finding(data, error.start),)) from None


def find_sources(paths: Iterable[Path]) -> tuple[SourceFile, ...]:
    """The sources that the paths name: YAML files, or folders in which each folder holds one.

    Raises UsageError where a path names none, or two sources would bear one name.
    """
    found: dict[str, SourceFile] = {}
    for path in paths:
        for source in _sources_at(path):
            other = found.setdefault(source.name, source)
            if other.path.resolve() != source.path.resolve():
                raise UsageError(f"{other.path} and {source.path} would both be built as `{source.name}`")
    return tuple(found[name] for name in sorted(found))


def _sources_at(path: Path) -> Iterator[SourceFile]:
    if path.is_file():
        yield SourceFile(path, path.stem)
        return
    if not path.is_dir():
        raise UsageError(f"there is no {path}; write one with `make_docs.py new NAME`")
    folders = [path] if _main_file(path) else sorted(path.iterdir())
    sources = [SourceFile(file, file.resolve().parent.name) for file in map(_main_file, folders) if file]
    if not sources:
        raise UsageError(f"{path} holds no source; write one with `make_docs.py new NAME`")
    yield from sources


def _main_file(folder: Path) -> Path | None:
    """The YAML file named like its folder, or the only one in it."""
    if not folder.is_dir():
        return None
    named = [folder / f"{folder.resolve().name}{ending}" for ending in (".yaml", ".yml")]
    for path in named:
        if _lies_in(folder, path):
            return path
    yaml = (path for path in folder.iterdir() if path.suffix in {".yaml", ".yml"})
    files = sorted(path for path in yaml if _lies_in(folder, path))
    return files[0] if len(files) == 1 else None


def _lies_in(folder: Path, path: Path) -> bool:
    """True for a file of the folder; a link to a file elsewhere is followed only where it is named itself."""
    inner = inside(folder, path.name)
    return inner is not None and is_file(inner)
