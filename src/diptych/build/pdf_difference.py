"""The first page, or the first object besides, in which two PDF files differ."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

import pikepdf

# Operators that show text (ISO 32000-1, table 109).
_SHOW = frozenset({"Tj", "TJ", "'", '"'})
_BOXES = ("/MediaBox", "/CropBox", "/TrimBox", "/BleedBox", "/Rotate")
# What an object is by its type or subtype (ISO 32000-1).
_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "/Image": "a picture",
        "/Form": "a drawing",
        "/Font": "a font",
        "/FontDescriptor": "a font",
        "/CIDFontType2": "a font",
        "/Metadata": "the metadata",
        "/XML": "the metadata",
        "/Filespec": "an attachment",
        "/EmbeddedFile": "an attachment",
        "/Catalog": "the catalogue",
        "/StructTreeRoot": "the tags",
        "/StructElem": "a tag",
        "/Outlines": "the bookmarks",
        "/Annot": "a link or field",
        "/Link": "a link",
        "/Widget": "a field",
    }
)
# What has no type is known by these entries.
_SIGNS: Mapping[str, str] = MappingProxyType(
    {"/PatternType": "a drawing", "/ShadingType": "a drawing", "/Length1": "a font"}
)


def pdf_difference(then: bytes, now: bytes) -> str:
    """`page 3: text differs`, or which object does; empty where only the bytes of the file do."""
    try:
        with pikepdf.open(io.BytesIO(then)) as old, pikepdf.open(io.BytesIO(now)) as new:
            return next(_differences(old, new), "")
    except (pikepdf.PdfError, RuntimeError, ValueError):
        return "it is no PDF that can be read"


def _differences(old: pikepdf.Pdf, new: pikepdf.Pdf) -> Iterator[str]:
    for number, (before, after) in enumerate(zip(old.pages, new.pages, strict=False), 1):
        for what, look in _LOOKS.items():
            if look(before) != look(after):
                yield f"page {number}: {what}"
    if len(old.pages) != len(new.pages):
        yield f"it has {len(old.pages)} pages and would have {len(new.pages)} now"
    if _flat(old.docinfo) != _flat(new.docinfo):
        yield "the metadata differ"
    yield from _objects(old, new)


def _text(page: pikepdf.Page) -> list[bytes]:
    return [one for operator, one in _operations(page) if operator in _SHOW]


def _drawing(page: pikepdf.Page) -> list[tuple[str, bytes]]:
    return [(operator, one) for operator, one in _operations(page) if operator not in _SHOW]


def _operations(page: pikepdf.Page) -> Iterator[tuple[str, bytes]]:
    for instruction in pikepdf.parse_content_stream(page):
        if isinstance(instruction, pikepdf.ContentStreamInlineImage):
            yield "BI", instruction.iimage.read_raw_bytes()
        else:
            yield str(instruction.operator), b" ".join(map(_flat, instruction.operands))


def _pictures(page: pikepdf.Page) -> list[tuple[str, bytes]]:
    drawn: Any = page.resources.get("/XObject", {})
    return [(name, _flat(drawn[name])) for name in sorted(drawn.keys())]


def _size(page: pikepdf.Page) -> list[bytes]:
    return [_flat(page.obj.get(name)) for name in _BOXES]


_LOOKS: Mapping[str, Callable[[pikepdf.Page], object]] = MappingProxyType(
    {
        "size differs": _size,
        "text differs": _text,
        "a picture differs": _pictures,
        "drawing differs": _drawing,
    }
)


def _objects(old: pikepdf.Pdf, new: pikepdf.Pdf) -> Iterator[str]:
    for number, (before, after) in enumerate(zip(old.objects, new.objects, strict=False), 1):
        if _flat(before) != _flat(after):
            yield f"{_kind(before)} (object {number}) differs"
    if len(old.objects) != len(new.objects):
        yield f"it has {len(old.objects)} objects and would have {len(new.objects)} now"


def _kind(thing: pikepdf.Object) -> str:
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for key in ("/Type", "/Subtype"):
            if kind := _KINDS.get(str(thing.get(key, ""))):
                return kind
        return next((kind for key, kind in _SIGNS.items() if key in thing), "something")
    return "something"


def _flat(thing: object) -> bytes:
    """The object as bytes; what it refers to by its number."""
    if isinstance(thing, pikepdf.Stream):
        entries = {key: value for key, value in thing.items() if key != "/Length"}
        return _flat(pikepdf.Dictionary(entries)) + _content(thing)
    if isinstance(thing, pikepdf.Object):
        return thing.unparse()
    return repr(thing).encode()


def _content(stream: pikepdf.Stream) -> bytes:
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:
        return stream.read_raw_bytes()
