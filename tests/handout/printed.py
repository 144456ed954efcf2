"""Handouts made from a few lines of YAML, and what stands in their files."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
from pypdf import PdfReader

from diptych.handout.html import render_html
from diptych.handout.pdf import render_pdf
from diptych.layout.load import Layout, load_layout
from diptych.material.document import Document
from diptych.material.prepare import prepare
from diptych.material.reader import read_material
from diptych.pdf.typeset import PdfFile

ROOT = Path(__file__).parents[2]
EVERYTHING = ROOT / "tests" / "cases" / "everything" / "everything.yaml"
LAYOUT = load_layout("classic")
HEAD = "title: A lesson\nlang: en-GB\n"


def read(text: str, folder: Path = ROOT, layout: Layout = LAYOUT) -> Document:
    material = read_material(text)
    return prepare(material, folder, layout.labels(material.lang))


def html_of(text: str, folder: Path = ROOT, layout: Layout = LAYOUT) -> str:
    """The HTML without our own names of sections and blocks."""
    return re.sub(r' (id="diptych:|data-block=")[^"]*"', "", render_html(read(text, folder, layout), layout))


def html_of_content(content: str) -> str:
    """The HTML of one section with these blocks."""
    return html_of(with_content(content))


def with_content(content: str) -> str:
    indented = content.strip("\n").replace("\n", "\n      ")
    return f"{HEAD}sections:\n  - title: Part\n    content:\n      {indented}\n"


def printed(text: str, folder: Path = ROOT, layout: Layout = LAYOUT) -> PdfFile:
    document = read(text, folder, layout)
    return render_pdf(render_html(document, layout), document, layout)


def words_of(data: bytes) -> list[str]:
    """The text of every page."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(data)).pages]


def all_bytes(data: bytes) -> bytes:
    """Every stream of the file unpacked, and every object as it is written."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        parts = []
        for thing in pdf.objects:
            parts.append(thing.unparse())
            if isinstance(thing, pikepdf.Stream):
                parts.append(thing.read_bytes())
        return b"\n".join(parts)


@dataclass(frozen=True)
class Tag:
    """A structure element: its kind, its entries and attributes as text, and the kinds of its children."""

    kind: str
    values: dict[str, str]
    kids: tuple[str, ...]


def tags(data: bytes) -> list[Tag]:
    """Every structure element in reading order."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return list(_below(pdf.Root.StructTreeRoot.K))


def _below(kids: Any) -> Iterator[Tag]:
    for kid in _elements(kids):
        inside = kid.get("/K", [])
        values = {**dict(kid.items()), **dict(kid.get("/A", {}).items())}
        texts = {key: str(value) for key, value in values.items() if key not in {"/K", "/P", "/Pg", "/A"}}
        yield Tag(str(kid.S), texts, tuple(str(one.S) for one in _elements(inside)))
        yield from _below(inside)


def _elements(kids: Any) -> Iterator[Any]:
    for kid in kids if isinstance(kids, (pikepdf.Array, list)) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
