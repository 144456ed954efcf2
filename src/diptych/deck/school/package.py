"""A template as a package of XML parts, read as what it is: a file by a stranger."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from lxml import etree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_STRICT = "http://purl.oclc.org/ooxml/"
_OFFICE = "application/vnd.openxmlformats-officedocument.presentationml."
_MACROS = "application/vnd.ms-powerpoint."
_KINDS = ("presentation", "template", "slideshow")
# Macros may stand in a template: they are left out of the deck.
_MAIN_TYPES = frozenset(
    (
        *(f"{_OFFICE}{kind}.main+xml" for kind in _KINDS),
        *(f"{_MACROS}{kind}.macroEnabled.main+xml" for kind in _KINDS),
    )
)
# What a template may weigh: its file, all that is packed in it, one part of XML; and how many parts.
_FILE, _UNPACKED, _PART, _PARTS = 300_000_000, 1_000_000_000, 40_000_000, 20_000
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_SAVE = "open it in a presentation program and save it as .pptx or .potx"


class TemplateError(Exception):
    """A template that cannot be used; the message says what to do."""


@dataclass(frozen=True)
class TemplatePackage:
    """The XML parts of a template by their names, and how they lead to each other."""

    name: str
    data: bytes = field(repr=False)

    def tree(self, part: str) -> Any:
        """The root of an XML part. Raises TemplateError for XML that is broken or declares entities."""
        if part not in self._trees:
            self._trees[part] = self._parsed(part)
        return self._trees[part]

    def related(self, part: str, kind: str) -> dict[str, str]:
        """The parts that `part` leads to by that kind of relation, by relation id, as far as they exist."""
        folder, base = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{base}.rels")
        if relations not in self._entries:
            return {}
        found = {}
        for one in self.tree(relations):
            if str(one.get("Type", "")).endswith(f"/{kind}") and one.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/" + folder, unquote(one.get("Target", ""))))
                found[str(one.get("Id"))] = target.lstrip("/")
        return {key: target for key, target in found.items() if target in self._entries}

    @cached_property
    def presentation(self) -> str:
        """The name of the main part. Raises TemplateError where it is none of a presentation."""
        (main, *_) = (*self.related("", "officeDocument").values(), "")
        if _STRICT.encode() in self._bytes(main or "_rels/.rels"):
            raise TemplateError(
                f"{self.name} is saved as “Strict Open XML”; {_SAVE} (PowerPoint Presentation)"
            )
        kind = self._content_type(main)
        if kind not in _MAIN_TYPES:
            raise TemplateError(f"{self.name} is not a PowerPoint presentation; {_SAVE}")
        return main

    def _content_type(self, part: str) -> str:
        for one in self.tree("[Content_Types].xml").iter(f"{_TYPES}Override"):
            if one.get("PartName", "").lstrip("/") == part:
                return str(one.get("ContentType", ""))
        return ""

    def _parsed(self, part: str) -> Any:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(self._bytes(part), parser)
        except etree.XMLSyntaxError:
            raise TemplateError(f"{self.name} is damaged: its part {part} is no XML; {_SAVE}") from None
        if getattr(root.getroottree().docinfo, "doctype", ""):
            raise TemplateError(f"{self.name} declares a document type in {part}, which no template may")
        return root

    def _bytes(self, part: str) -> bytes:
        if part not in self._entries:
            raise TemplateError(f"{self.name} is damaged: its part {part} is missing; {_SAVE}")
        if self._entries[part].file_size > _PART:
            raise TemplateError(f"{self.name} is too large: its part {part} has more than {_PART:,} bytes")
        try:
            with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
                return archive.read(self._entries[part])
        except (
            zipfile.BadZipFile,
            NotImplementedError,
            RuntimeError,
            EOFError,
            OSError,
            ValueError,
        ) as error:
            raise TemplateError(f"{self.name} is damaged ({error}); {_SAVE}") from None

    @cached_property
    def _entries(self) -> Mapping[str, zipfile.ZipInfo]:
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            return {info.filename: info for info in archive.infolist()}

    @cached_property
    def _trees(self) -> dict[str, Any]:
        return {}


def open_template(file: Path) -> TemplatePackage:
    """The package in a PPTX or POTX file.

    Raises TemplateError for other files, locked or damaged ones, and those of unreasonable size.
    """
    data = _read(file)
    if data.startswith(_OLE):
        raise TemplateError(_ole_message(file, data))
    _check_zip(file, data)
    package = TemplatePackage(str(file), data)
    package.tree(package.presentation)
    return package


def _read(file: Path) -> bytes:
    if not file.is_file():
        raise TemplateError(f"{file} is no file; name a .pptx or .potx file as the template")
    try:
        if file.stat().st_size > _FILE:
            raise TemplateError(f"{file} is too large for a template; delete its slides, films and pictures")
        return file.read_bytes()
    except OSError as error:
        raise TemplateError(f"{file} cannot be read: {error.strerror}") from None


def _ole_message(file: Path, data: bytes) -> str:
    """What an old binary file is: an encrypted presentation, or one of PowerPoint before 2007."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return f"{file} is protected by a password; save a copy without one"
    return f"{file} is in the old binary format; {_SAVE}"


def _check_zip(file: Path, data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            mimetype = archive.read("mimetype")[:80] if "mimetype" in archive.namelist() else b""
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        raise TemplateError(f"{file} is damaged, or is no presentation; {_SAVE}") from None
    if mimetype.startswith(b"application/vnd.oasis.opendocument"):
        raise TemplateError(f"{file} is an OpenDocument file; {_SAVE}")
    if len(infos) > _PARTS or sum(info.file_size for info in infos) > _UNPACKED:
        raise TemplateError(f"{file} is too large for a template; delete its slides, films and pictures")
    if not any(info.filename == "[Content_Types].xml" for info in infos):
        raise TemplateError(f"{file} is not a PowerPoint presentation; {_SAVE}")
