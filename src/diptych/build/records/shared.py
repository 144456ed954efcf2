"""What a source is made from besides the files that it names: layouts, a template, labels beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from diptych.build.records.file_digests import FileDigests
from diptych.layout.shipped import shipped_layouts

_FONTS = frozenset({".ttf", ".otf"})


@dataclass(frozen=True)
class Shared:
    """The layouts by name, nearest first, and the template of the deck, where it has one of its own."""

    layouts: tuple[str, ...]
    template: Path | None = None


def shared_digests(
    shared: Shared, folder: Path, roots: Sequence[Path], digests: FileDigests
) -> Mapping[str, str]:
    """The digests of all that can serve the source in `folder`, by what a user calls it.

    Layouts are looked for in `roots`, and then among those shipped. What is not there has an empty digest:
    it counts, too, that it is not.
    """
    found = {"labels beside the source": digests.of_tree(folder / "labels", "labels")}
    for layout, place in _layout_folders(shared.layouts, [*roots, shipped_layouts()]):
        found[f"layout {layout}"] = digests.of_tree(place, f"layout {layout}") if place else ""
    if template := shared.template:
        found[f"template {template.name}"] = digests.of(template, "")
        found["fonts beside the template"] = " ".join(_fonts_beside(template.parent, digests))
    return found


def _layout_folders(names: Sequence[str], roots: Sequence[Path]) -> Iterator[tuple[str, Path | None]]:
    """Where the layouts are found now: each in the first place that has it and did not serve yet."""
    chain: list[Path] = []
    for number, name in zip(count(1), names, strict=False):
        found = [root / name for root in roots if (root / name / "theme.yaml").is_file()]
        place = next((folder for folder in found if folder not in chain), None)
        chain += [place] if place else []
        yield (f"{name} ({number})" if names.count(name) > 1 else name), place


def _fonts_beside(folder: Path, digests: FileDigests) -> Iterator[str]:
    for place in (folder, folder / "fonts"):
        if place.is_dir():
            for path in sorted(path for path in place.iterdir() if path.suffix.casefold() in _FONTS):
                yield f"{path.name} {digests.of(path, path.name)}"
