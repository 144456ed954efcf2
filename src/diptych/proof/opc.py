"""The package of a deck as it was written: parts, content types and relations (ECMA-376 part 2)."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"


@dataclass(frozen=True)
class Relation:
    """One relation of a part; `target` is a part's name, or an address where it is external."""

    id: str
    kind: str
    target: str
    external: bool


class OpenPackage:
    """The parts of a PPTX file by name, and their XML, parsed once."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.names = archive.namelist()
            self.parts = {name: archive.read(name) for name in self.names}
        self._trees: dict[str, Any] = {}

    def tree(self, name: str) -> Any:
        """The root element of an XML part."""
        if name not in self._trees:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
            self._trees[name] = etree.fromstring(self.parts[name], parser)
        return self._trees[name]

    def relations(self, name: str) -> tuple[Relation, ...]:
        """The relations of a part; the empty name stands for the package itself."""
        folder, base = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", f"{base}.rels")
        if rels not in self.parts:
            return ()
        return tuple(_relation(element, folder) for element in self.tree(rels).iter(_RELS))

    def related(self, name: str, kind: str) -> tuple[str, ...]:
        """The parts that a part is related to by relations of one kind (the last word of its type)."""
        return tuple(one.target for one in self.relations(name) if one.kind == kind and not one.external)

    def slides(self) -> tuple[str, ...]:
        """The slides' part names in the order of the presentation."""
        presentation = self.related("", "officeDocument")[0]
        targets = {one.id: one.target for one in self.relations(presentation)}
        ids = self.tree(presentation).iter(f"{_P}sldId")
        return tuple(targets[element.get(f"{_R}id")] for element in ids)


def package_faults(package: OpenPackage) -> Iterator[str]:
    """What is wrong with the package: doubled names and ids, dangling relations, stray or untyped parts."""
    for name, times in Counter(package.names).items():
        if times > 1:
            yield f"{name} stands in the file {times} times"
    reached = {"[Content_Types].xml"}
    waiting = [""]
    while waiting:
        name = waiting.pop()
        if name in reached:
            continue
        reached |= {name, _rels_name(name)}
        relations = package.relations(name)
        yield from _relation_faults(package, name, relations)
        waiting += [one.target for one in relations if not one.external and one.target in package.parts]
    for name in package.parts:
        if name not in reached:
            yield f"no relation leads to {name}"
    yield from _type_faults(package)


def _relation(element: Any, folder: str) -> Relation:
    external = element.get("TargetMode") == "External"
    target = element.get("Target")
    if not external:
        target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
    return Relation(element.get("Id"), element.get("Type").rpartition("/")[2], target, external)


def _rels_name(name: str) -> str:
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _relation_faults(package: OpenPackage, name: str, relations: tuple[Relation, ...]) -> Iterator[str]:
    for id_, times in Counter(one.id for one in relations).items():
        if times > 1:
            yield f"{name}: the relation {id_} stands {times} times"
    for one in relations:
        if not one.external and one.target not in package.parts:
            yield f"{name}: the relation {one.id} leads to {one.target}, which is missing"


def _type_faults(package: OpenPackage) -> Iterator[str]:
    types = package.tree("[Content_Types].xml")
    endings = {element.get("Extension").lower() for element in types.iter(f"{_TYPES}Default")}
    overrides = {element.get("PartName").lstrip("/") for element in types.iter(f"{_TYPES}Override")}
    for name in overrides - set(package.parts):
        yield f"a content type is given for {name}, which is missing"
    for name in set(package.parts) - overrides - {"[Content_Types].xml"}:
        if name.rpartition(".")[2].lower() not in endings:
            yield f"{name} has no content type"
