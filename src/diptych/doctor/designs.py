"""Layouts and their fonts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from diptych.doctor.diagnosis import Diagnosis
from diptych.layout.load import LayoutError, load_layout, shipped_layouts
from diptych.layout.theme import Family


def look_at_layouts(folders: Sequence[Path]) -> Iterator[Diagnosis]:
    """Whether every layout can be read, with each of its fonts."""
    names = {path.parent.name for root in (*folders, shipped_layouts()) for path in root.glob("*/theme.yaml")}
    for name in sorted(names):
        yield _layout(name, folders)


def _layout(name: str, folders: Sequence[Path]) -> Diagnosis:
    subject = f"layout {name}"
    try:
        layout = load_layout(name, folders)
    except LayoutError as error:
        return Diagnosis(subject, "ill", str(error), f"mend layouts/{name}/theme.yaml")
    files = {file for family in layout.theme.fonts.values() for file in _files(family)}
    broken = sorted(told for file in files if (told := _broken(file)))
    if broken:
        return Diagnosis(subject, "ill", "; ".join(broken), "put the font's TTF or OTF file there again")
    return Diagnosis(subject, "well", f"{len(files)} fonts")


def _files(family: Family) -> tuple[Path, ...]:
    return tuple(Path(file) for file in (family.regular, family.italic, family.bold, family.bold_italic))


def _broken(file: Path) -> str:
    """What is wrong with a font file; empty where nothing is."""
    from fontTools.ttLib import TTFont, TTLibError  # type: ignore[import-untyped]

    try:
        # TTFont leaves a broken file open.
        with file.open("rb") as stream:
            TTFont(stream, lazy=True).getBestCmap()
    except (OSError, TTLibError, KeyError) as error:
        return f"{file.name}: {error}"
    return ""
