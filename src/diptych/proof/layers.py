"""All that a finished file says in any layer: pages, notes, descriptions, metadata, fields, attachments."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree

from diptych.proof.opc import OpenPackage

_XML = (".xml", ".rels", ".svg")


class Layer(NamedTuple):
    """Where a text stands in a file, and the text."""

    where: str
    text: str


def pdf_layers(data: bytes) -> Iterator[Layer]:
    """Pages as pdfium reads them, every string of every object, metadata and attachments."""
    yield from _pages(data)
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        yield Layer("its metadata, outline or structure", "\n".join(_strings(pdf)))
        if "/Metadata" in pdf.Root:
            yield Layer("its metadata", pdf.Root.Metadata.read_bytes().decode("utf-8", "replace"))
        for name, attached in pdf.attachments.items():
            content = attached.get_file().read_bytes()
            yield Layer(f"its attachment {name}", content.decode("utf-8", "replace"))


def package_layers(package: OpenPackage) -> Iterator[Layer]:
    """Every part of a PPTX that holds text, and workbooks inside it."""
    for name, data in package.parts.items():
        yield from _part(name, data)


def _pages(data: bytes) -> Iterator[Layer]:
    import pypdfium2  # type: ignore[import-untyped]

    pdf = pypdfium2.PdfDocument(data)
    try:
        for number, page in enumerate(pdf, 1):
            yield Layer(f"page {number}", page.get_textpage().get_text_range())
    finally:
        pdf.close()


def _strings(pdf: Any) -> Iterator[str]:
    for thing in pdf.objects:
        yield from _in_object(thing)


def _in_object(thing: Any) -> Iterator[str]:
    """The strings of one object, without those of others that it refers to."""
    import pikepdf

    if isinstance(thing, pikepdf.String):
        yield str(thing)
    elif isinstance(thing, pikepdf.Array):
        for item in thing:
            if not (isinstance(item, pikepdf.Object) and item.is_indirect):
                yield from _in_object(item)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for _, value in thing.items():
            if not (isinstance(value, pikepdf.Object) and value.is_indirect):
                yield from _in_object(value)


def _part(name: str, data: bytes) -> Iterator[Layer]:
    if name.endswith(_XML):
        yield Layer(name, "\n".join(_words(data)))
    elif name.endswith((".xlsx", ".docx", ".pptx")):
        with zipfile.ZipFile(io.BytesIO(data)) as inner:
            for one in inner.namelist():
                yield from _part(f"{name}/{one}", inner.read(one))


def _words(data: bytes) -> Iterator[str]:
    """Paragraphs as one text each, then all other texts and the values of attributes."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    for element in etree.fromstring(data, parser).iter():
        if isinstance(element.tag, str) and element.tag.endswith("}p"):
            yield "".join(map(str, element.itertext()))
        elif element.text and element.text.strip():
            yield element.text
        yield from (value for value in map(str, element.attrib.values()) if " " in value or value.isalpha())
