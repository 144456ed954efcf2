"""A CSL-JSON file becomes items that know where they stand; what they say is read when they are cited."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from diptych.material.finding_names import FindingName
from diptych.material.findings import Finding, SourceError, source_error
from diptych.material.place import Place
from diptych.material.scalars import FilePath
from diptych.material.source_files import FileKind, read_named

LIBRARY = FileKind(
    "library", (".json",), 16 * 1024 * 1024, "export only the collection that this lesson needs"
)
_SPACE = re.compile(r"[ \t\r\n]*")
# Zotero's web service wraps the list.
_WRAPPED = re.compile(r'[ \t\r\n]*\{[ \t\r\n]*"items"[ \t\r\n]*:')
_BEGIN = 'a file of references begins with `[` and holds one {"id": …, "type": …} for each work'
_EXPORT = "export the library again as CSL-JSON, or mend this line"


@dataclass(frozen=True)
class Item:
    """One work of a file, as it was written: `values` are texts, lists and mappings, never numbers."""

    file: JsonFile
    start: int
    end: int
    values: dict[str, object]

    def finding(self, message: str, hint: str, field: str = "") -> Finding:
        """What is wrong with it, at the line of the field, or where the item begins."""
        at = self.file.text.find(f'"{field}"', self.start, self.end) if field else -1
        return self.file.finding(max(at, self.start), message, hint, "reference-entry")


@dataclass(frozen=True)
class JsonFile:
    """The text of a file, and the path by which the source names it."""

    path: FilePath
    text: str

    def finding(self, offset: int, message: str, hint: str, kind: FindingName = "reference-file") -> Finding:
        """What is wrong at this character."""
        before = self.text.rfind("\n", 0, offset) + 1
        line = self.text.count("\n", 0, offset) + 1
        end = self.text.find("\n", before)
        excerpt = self.text[before : end if end >= 0 else None]
        place = Place(line, offset - before + 1)
        return Finding(place, message, hint, self.path.path, excerpt, kind=kind)


def read_file(folder: Path, path: FilePath) -> bytes:
    """What a file in the source's folder holds.

    Raises SourceError where there is no such file, it lies outside the folder, or is larger than 16 MB.
    """
    return read_named(folder, path.path, path.place, LIBRARY)


def read_items(path: FilePath, data: bytes) -> Iterator[Item]:
    """The items of a file. Raises SourceError where it is no UTF-8, no JSON, or no list of works."""
    file = JsonFile(path, _text(path, data))
    decoder = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str)
    wrapped = _WRAPPED.match(file.text)
    at = _after_space(file.text, wrapped.end() if wrapped else 0)
    if file.text[at : at + 1] != "[":
        raise SourceError((file.finding(at, "this is no list of references", _BEGIN),))
    at = _after_space(file.text, at + 1)
    while file.text[at : at + 1] != "]":
        item = _item(file, decoder, at)
        yield item
        at = _next(file, item.end)
    if not wrapped and _after_space(file.text, at + 1) < len(file.text):
        after = _after_space(file.text, at + 1)
        raise SourceError((file.finding(after, "something stands behind the end of the list", _EXPORT),))


def _item(file: JsonFile, decoder: json.JSONDecoder, at: int) -> Item:
    try:
        values, end = decoder.raw_decode(file.text, at)
    except json.JSONDecodeError as error:
        message = f"this is no JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        raise SourceError((file.finding(error.pos, message, _EXPORT),)) from None
    except RecursionError:
        raise SourceError((file.finding(at, "this is nested too deep", _EXPORT),)) from None
    if not isinstance(values, dict):
        raise SourceError((file.finding(at, "each work is a mapping in braces", _BEGIN),))
    return Item(file, at, end, values)


def _next(file: JsonFile, end: int) -> int:
    """Where the next item begins, or the list ends."""
    at = _after_space(file.text, end)
    mark = file.text[at : at + 1]
    following = _after_space(file.text, at + 1)
    if mark == "]":
        return at
    if mark != "," or file.text[following : following + 1] in {"", "]"}:
        message = (
            "the list of works breaks off here" if not mark else "a comma parts works, and `]` ends the list"
        )
        raise SourceError((file.finding(min(at, len(file.text) - 1), message, _EXPORT),))
    return following


def _after_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _text(path: FilePath, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise source_error(
            f"`{path.path}` is not UTF-8 text", path.place, "save it as UTF-8", kind="not-utf-8"
        ) from None
