"""Where the files lie today that a manifest names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from diptych.build.digests import digest
from diptych.build.manifest import Build
from diptych.build.sources import SourceFile, UsageError

# How deep under a folder a file is looked for of which only the name is known.
_DEPTHS = ("", "*/", "*/*/")


def find_source(build: Build, named: Sequence[SourceFile], folder: Path) -> SourceFile:
    """The source of a build in `folder`: of those the user named, else where it lay.

    Raises UsageError where it is not found, or there are several of its name.
    """
    for source in named:
        if source.name == build.source:
            return source
    known = build.inputs.get("source", {}).get(Path(build.path).name, "")
    return SourceFile(_found(build.path, known, folder), build.source)


def find_template(build: Build, folder: Path) -> Path | None:
    """The template that the command line named; none where it named none. Raises UsageError."""
    path = build.design.get("template", "")
    if not path:
        return None
    return _found(path, build.inputs.get("template", {}).get(Path(path).name, ""), folder)


def layout_folders(folder: Path) -> list[Path]:
    """Where layouts of the user's own may be: here, and beside the folder of finished files."""
    places = (Path("layouts"), folder.absolute().parent / "layouts")
    return list({place.resolve(): place for place in reversed(places)}.values())[::-1]


def _found(path: str, known: str, folder: Path) -> Path:
    """From here or from beside the folder of finished files; of several, the one of the known digest."""
    candidates = list({file.resolve(): file for file in _candidates(path, folder)}.values())
    same = [file for file in candidates if known and digest(file.read_bytes()) == known]
    if same or len(candidates) == 1:
        return (same or candidates)[0]
    what = "several files of the name" if candidates else "no"
    raise UsageError(
        f"there is {what} {path} to build again; name its folder: make_docs.py verify {folder} FOLDER"
    )


def _candidates(path: str, folder: Path) -> Iterator[Path]:
    plain = Path(path)
    if plain.is_absolute() or ".." in plain.parts:
        return
    for base in (Path(), folder.absolute().parent):
        if (base / plain).is_file():
            yield base / plain
    if len(plain.parts) == 1:
        for depth in _DEPTHS:
            yield from (
                file for file in sorted(folder.absolute().parent.glob(depth + path)) if file.is_file()
            )
