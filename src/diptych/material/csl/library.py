"""The works that a source cites from its files of references join those that it tells itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path

from diptych.material.checks import texts_of
from diptych.material.csl.file import Item, read_file, read_items
from diptych.material.csl.item import ItemReader
from diptych.material.findings import Finding, SourceError
from diptych.material.limits import MAX_FINDINGS
from diptych.material.model import Material
from diptych.material.place import Place


@dataclass(frozen=True)
class Joined:
    """The material with the works it cites from its files, these as they were read, and what is wrong."""

    material: Material
    findings: tuple[Finding, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)


def with_library(material: Material, folder: Path) -> Joined:
    """The material with each cited work of its `bibliography`; its own `references` win over the files."""
    if not material.bibliography:
        return Joined(material)
    findings: list[Finding] = []
    files: dict[str, bytes] = {}
    library = _library(material, folder, files, findings)
    own = {reference.id for reference in material.references}
    reader = ItemReader(material.lang, findings)
    cited = {key: place for key, place in _cited(material) if key not in own}
    found = tuple(reader.reference(library[key], key) for key in cited if key in library)
    findings += _under_two_names(cited, library)
    if not findings:
        findings += _unknown(cited, library, own)
    joined = replace(material, references=(*material.references, *found))
    return Joined(joined, tuple(findings), files)


def _library(
    material: Material, folder: Path, files: dict[str, bytes], findings: list[Finding]
) -> Mapping[str, Item]:
    """Every item of the files by its id, and by its citation key where that is another."""
    items: dict[str, Item] = {}
    for path in material.bibliography:
        try:
            data = files[path.path] = read_file(folder, path)
            for item in read_items(path, data):
                findings += _add(item, items)
                if len(findings) > MAX_FINDINGS:  # to tell each line of a large file takes long
                    break
        except SourceError as error:
            findings += error.findings
    for item in tuple(items.values()):
        other = item.values.get("citation-key")
        if isinstance(other, str) and other:
            items.setdefault(other, item)
    return items


def _add(item: Item, items: dict[str, Item]) -> Iterator[Finding]:
    key = item.values.get("id")
    if not isinstance(key, str) or not key:
        yield item.finding("this work has no id", 'write `"id": "carr1951"`, the key to cite it by')
    elif key in items:
        message = f"the id `{key}` is taken already, in {_told(items[key])}"
        yield item.finding(message, "keep one of the two works, or give one another id", "id")
    else:
        items[key] = item


def _told(item: Item) -> str:
    return f"{item.file.path.path}, line {item.finding('', '').place.line}"


def _cited(material: Material) -> Iterator[tuple[str, Place]]:
    """The keys of all citations, and where each stands last."""
    for rich in texts_of(material):
        for span in rich.spans:
            for cite in span.cites:
                yield cite.key, rich.place


def _under_two_names(cited: Mapping[str, Place], library: Mapping[str, Item]) -> Iterator[Finding]:
    names: dict[int, str] = {}
    for key, place in cited.items():
        if key in library and (other := names.setdefault(id(library[key]), key)) != key:
            yield Finding(
                place,
                f"`{other}` and `{key}` are one work",
                f"cite it as `[@{other}]` everywhere",
                kind="work-cited-twice",
            )


def _unknown(cited: Mapping[str, Place], library: Mapping[str, Item], own: set[str]) -> Iterator[Finding]:
    for key, place in cited.items():
        if key not in library:
            close = get_close_matches(key, (*library, *own), n=1, cutoff=0.5)
            hint = f"did you mean `{close[0]}`?" if close else "see the ids in those files"
            yield Finding(
                place,
                f"`[@{key}]` cites no entry of `references` or of `bibliography`",
                hint,
                kind="unknown-citation",
            )
