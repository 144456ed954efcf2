"""A template without its slides, and without what its authors, their machines and their shows left in it.

Only what the masters and slide layouts need is kept. That a slide list alone is cut is not enough:
sections, custom shows, tags and comments would name slides that are gone, and PowerPoint offers a repair.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from lxml import etree

from diptych.deck.write.ooxml import NAMESPACES, P, R, attribute, part
from diptych.deck.write.opc import content_types, relations, zip_parts

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_PML = "application/vnd.openxmlformats-officedocument.presentationml"
_THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
_MAIN = "ppt/presentation.xml"
# What a presentation leads to that a deck of ours needs as well.
_KEPT_OF_ALL = frozenset({"slideMaster", "handoutMaster", "theme", "tableStyles", "font"})
# What masters and slide layouts lead to that has no place in a deck of ours.
_LEFT = frozenset(
    {
        *(
            "slide",
            "notesSlide",
            "notesMaster",
            "tags",
            "customXml",
            "control",
            "comments",
            "printerSettings",
        ),
        *("vbaProject", "presProps", "viewProps", "activeXControlBinary", "customXmlProps"),
    }
)
_KEPT_CHILDREN = (
    "sldMasterIdLst",
    "handoutMasterIdLst",
    "sldSz",
    "notesSz",
    "embeddedFontLst",
    "defaultTextStyle",
)
# These hold nothing but references to what is left out.
_HOLDERS = frozenset({"custDataLst", "controls", "custData"})


def emptied(template: bytes, notes_master: bytes, notes_theme: bytes) -> bytes:
    """The template as a presentation without slides, with this notes master and its theme."""
    with zipfile.ZipFile(io.BytesIO(template)) as archive:
        found = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    return _Emptying(found, _types(found["[Content_Types].xml"])).package(notes_master, notes_theme)


@dataclass(frozen=True)
class _Relation:
    id: str
    kind: str
    target: str
    external: bool
    type: str


class _Emptying:
    """One template on its way: `found` are its parts, `files` those that are kept."""

    def __init__(self, found: Mapping[str, bytes], types: Mapping[str, str]) -> None:
        self.found, self.types = found, types
        self.files: dict[str, bytes] = {}
        self.kinds: dict[str, str] = {}

    def package(self, notes_master: bytes, notes_theme: bytes) -> bytes:
        (main,) = [one.target for one in self._relations("") if one.kind == "officeDocument"]
        kept = [one for one in self._relations(main) if one.kind in _KEPT_OF_ALL]
        for one in kept:
            self._keep(one.target)
        notes = self._add_notes_master(notes_master, notes_theme)
        extra = {
            "presProps": self._add(
                "ppt/presProps.xml", part(f"<p:presentationPr {NAMESPACES}/>"), "presProps"
            ),
            "viewProps": self._add("ppt/viewProps.xml", part(f"<p:viewPr {NAMESPACES}/>"), "viewProps"),
            "notesMaster": notes,
        }
        self._add_presentation(main, kept, extra)
        self._add("_rels/.rels", relations([(f"{_office()}/officeDocument", _MAIN)]))
        return zip_parts({"[Content_Types].xml": content_types(self.kinds), **self.files})

    def _keep(self, name: str) -> None:
        """The part and all that it needs, without what it says of things left out."""
        waiting = [name]
        while waiting:
            name = waiting.pop()
            if name in self.files:
                continue
            own = list(self._relations(name))
            kept = [one for one in own if self._is_kept(one)]
            gone = {one.id for one in own} - {one.id for one in kept}
            self.files[name] = _without(self.found[name], gone) if gone else self.found[name]
            self.kinds[name] = self.types.get(name, "") or self.types.get(_ending(name), "application/xml")
            if kept:
                self.files[_rels_name(name)] = _rels(kept, name)
            waiting += [one.target for one in kept if not one.external]

    def _is_kept(self, one: _Relation) -> bool:
        return one.kind not in _LEFT and (one.external or one.target in self.found)

    def _add(self, name: str, data: bytes, kind: str = "") -> str:
        self.files[name] = data
        if kind:
            self.kinds[name] = f"{_PML}.{kind}+xml"
        return name

    def _add_notes_master(self, master: bytes, theme: bytes) -> str:
        """Our notes master with a theme of its own: those of templates are often broken or missing."""
        theme_name = self._free("ppt/theme/theme{}.xml")
        self._add(theme_name, theme)
        self.kinds[theme_name] = _THEME
        name = self._add("ppt/notesMasters/notesMaster1.xml", master, "notesMaster")
        target = posixpath.relpath(theme_name, "ppt/notesMasters")
        self.files[_rels_name(name)] = relations([(f"{_office()}/theme", target)])
        return name

    def _free(self, pattern: str) -> str:
        taken = {name.casefold() for name in self.files}
        return next(name for name in map(pattern.format, range(1, 100_000)) if name.casefold() not in taken)

    def _add_presentation(self, main: str, kept: list[_Relation], extra: Mapping[str, str]) -> None:
        """The main part: masters, sizes, embedded fonts and text defaults, in the order of the schema."""
        root = etree.fromstring(self.found[main], _parser())
        taken = {one.id for one in kept if one.target in self.files}
        ids = {kind: _free_id(taken, number) for number, kind in enumerate(extra, 1)}
        for child in list(root):
            if etree.QName(child).localname not in _KEPT_CHILDREN:
                root.remove(child)
        for name in (
            "firstSlideNum",
            "showSpecialPlsOnTitleSld",
            "bookmarkIdSeed",
            "removePersonalInfoOnSave",
        ):
            root.attrib.pop(name, None)
        masters = root.find(f"{{{P}}}sldMasterIdLst")
        notes = f'<p:notesMasterId r:id="{ids["notesMaster"]}"/>'
        listed = f"<p:notesMasterIdLst {NAMESPACES}>{notes}</p:notesMasterIdLst>"
        masters.addnext(etree.fromstring(listed))
        added = [
            _Relation(ids[kind], kind, target, False, f"{_office()}/{kind}") for kind, target in extra.items()
        ]
        self._add(_MAIN, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
        self.kinds[_MAIN] = f"{_PML}.presentation.main+xml"
        self.files[_rels_name(_MAIN)] = _rels(
            [*(one for one in kept if one.target in self.files), *added], _MAIN
        )

    def _relations(self, name: str) -> Iterator[_Relation]:
        rels = _rels_name(name)
        if rels not in self.found:
            return
        folder = posixpath.dirname(name)
        for element in etree.fromstring(self.found[rels], _parser()).iter(_RELATION):
            kind = element.get("Type", "")
            external = element.get("TargetMode") == "External"
            target = element.get("Target", "")
            if not external:
                target = posixpath.normpath(posixpath.join("/" + folder, unquote(target))).lstrip("/")
            yield _Relation(element.get("Id", ""), kind.rpartition("/")[2], target, external, kind)


def _without(xml: bytes, ids: set[str]) -> bytes:
    """The part without the elements that refer to these relations."""
    root = etree.fromstring(xml, _parser())
    for element in list(root.iter()):
        if isinstance(element.tag, str) and any(
            key.startswith(f"{{{R}}}") and value in ids for key, value in element.attrib.items()
        ):
            _remove(element)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _remove(element: Any) -> None:
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    if etree.QName(parent).localname in _HOLDERS and not len(parent):
        _remove(parent)


def _types(xml: bytes) -> dict[str, str]:
    """Content types by part name, and by ending where a part has none of its own."""
    root = etree.fromstring(xml, _parser())
    endings = {
        f".{one.get('Extension', '').casefold()}": one.get("ContentType", "")
        for one in root.iter(f"{_TYPES}Default")
    }
    names = {
        one.get("PartName", "").lstrip("/"): one.get("ContentType", "")
        for one in root.iter(f"{_TYPES}Override")
    }
    return {**endings, **names}


def _rels(kept: list[_Relation], name: str) -> bytes:
    folder = posixpath.dirname(name)
    entries = "".join(
        f'<Relationship Id="{attribute(one.id)}" Type="{attribute(one.type)}"'
        f' Target="{attribute(one.target if one.external else posixpath.relpath(one.target, folder))}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if one.external else ''}/>"
        for one in kept
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return part(f'<Relationships xmlns="{space}">{entries}</Relationships>')


def _rels_name(name: str) -> str:
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _ending(name: str) -> str:
    return f".{name.rpartition('.')[2].casefold()}"


def _free_id(taken: set[str], number: int) -> str:
    """An id of a relation that is not taken; it is from then on."""
    name = next(one for one in (f"rIdD{count}" for count in range(number, 10_000)) if one not in taken)
    taken.add(name)
    return name


def _office() -> str:
    return "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _parser() -> Any:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
