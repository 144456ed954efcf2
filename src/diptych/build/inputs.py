"""What a source's works are made from, each file with its digest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from diptych.build.designs import DeckOptions, chosen_template
from diptych.build.digests import Digests, digest
from diptych.build.reading import Reading
from diptych.build.sources import UsageError
from diptych.layout.load import Layout, LayoutError
from diptych.layout.theme import Family
from diptych.material.findings import SourceError
from diptych.material.languages.tags import tags_of
from diptych.pdf.assets import families

Inputs = Mapping[str, Mapping[str, str]]


def inputs_of(reading: Reading, options: DeckOptions, digests: Digests) -> Inputs:
    """The digests of all files, by `source`, `layout` and `template`, and by name in each.

    Names of the source's files are those in its folder, names of the layout's begin with the layout's.
    The digests of text and pictures are those of the bytes that were read, whatever lies there now.
    """
    fonts = set(_files(families(reading.layout.theme)))
    beside: dict[str, str] = {}
    if template := _template(reading, options):
        fonts |= set(_twins(reading.layout))
        beside = {name: digests.of(path) for name, path in _beside(template)}
    layout = {name: digests.of(path) for name, path in _layout_files(reading, fonts)}
    found = {"source": dict(_material(reading)), "layout": layout, "template": beside}
    return {kind: files for kind, files in found.items() if files}


def _material(reading: Reading) -> Iterator[tuple[str, str]]:
    yield reading.source.path.name, digest(reading.data)
    for name, data in reading.document.libraries.items():
        yield name, digest(data)
    for name, picture in reading.document.pictures.items():
        yield name, picture.sha256
    yield from reading.document.files.items()
    for name in _label_names(reading):
        path = reading.source.path.parent / "labels" / name
        if path.is_file():
            yield f"labels/{name}", digest(path.read_bytes())


def _label_names(reading: Reading) -> tuple[str, ...]:
    """The names of the files that can say labels of the language, and of English where it lacks some."""
    labels = reading.document.labels
    tags = (*tags_of(labels.lang), *(("en",) if labels.lacking else ()))
    return tuple(f"{tag}.yaml" for tag in dict.fromkeys(tags))


def _layout_files(reading: Reading, fonts: set[Path]) -> Iterator[tuple[str, Path]]:
    """What handout and deck can take from the layout and all that it extends."""
    labels = _label_names(reading)
    for name, folder in _named(reading.layout.folders):
        for path in sorted(folder.rglob("*")):
            inside = path.relative_to(folder)
            used = path in fonts or _serves(inside.parts, labels)
            if used and path.is_file():
                yield f"{name}/{inside.as_posix()}", path


def _serves(parts: tuple[str, ...], labels: tuple[str, ...]) -> bool:
    if any(part.startswith(".") for part in parts) or parts[-1].endswith("~"):
        return False
    kept_with_it = parts[0] in {"handout", "deck"} or parts == ("theme.yaml",)
    return kept_with_it or (len(parts) == 2 and parts[0] == "labels" and parts[1] in labels)


def _named(folders: tuple[Path, ...]) -> Iterator[tuple[str, Path]]:
    """The folders by name; a layout may extend another of the same name."""
    names = [folder.name for folder in folders]
    for number, folder in enumerate(folders):
        before = names[:number].count(folder.name)
        yield f"{folder.name} ({before + 1})" if before else folder.name, folder


def _template(reading: Reading, options: DeckOptions) -> Path | None:
    """The template of the deck, unless it cannot be used, which only matters to a deck."""
    try:
        return chosen_template(reading.layout, options, reading.deck_choices, reading.source.path.parent)
    except (UsageError, SourceError, LayoutError):
        return None


def _beside(template: Path) -> Iterator[tuple[str, Path]]:
    """The template, and the fonts that lie with it."""
    from diptych.deck.school.fonts import beside_template

    yield template.name, template
    for path in sorted(_files(beside_template(template.parent).values())):
        yield path.relative_to(template.parent).as_posix(), path


def _twins(layout: Layout) -> Iterator[Path]:
    """The fonts that text in the fonts of a template can be measured with."""
    from diptych.deck.school.fonts import read_twins

    return _files(read_twins(layout).families.values())


def _files(fonts: Iterable[Family]) -> Iterator[Path]:
    for family in fonts:
        yield from (family.regular, family.italic, family.bold, family.bold_italic)
