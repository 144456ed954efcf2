"""What makes a PDF unfit for those who listen to it, as far as a program can tell in little time.

The rules are failure conditions of the Matterhorn Protocol for ISO 14289-1 (PDF/UA-1); each function names
its checkpoint. What only a full validator can tell is left to the tests.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from typing import Any

# Standard structure types of ISO 32000-1, 14.8.4, that files of ours use.
_TYPES = frozenset(
    re.findall(
        r"\w+",
        """Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5
        H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot
        Ruby RB RT RP Warichu WT WP Figure Formula Form""",
    )
)
_INSIDE = {
    "LI": {"L"},
    "LBody": {"LI"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
}
_PLAIN = {"NonStruct", "Div", "Span", "Part", "Sect", "Private"}


def tagged_pdf_faults(data: bytes) -> tuple[str, ...]:
    """What is wrong with the file, each fault once, in the order of reading."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        elements = list(_elements(pdf.Root.get("/StructTreeRoot"), ""))
        found = [*_document(pdf), *_pages(pdf)]
        for rule in _RULES:
            found += rule(elements)
    return tuple(dict.fromkeys((*found, *_untagged(data))))


class _Element:
    """A structure element: its kind without the slash, the kind that it stands in, and its values."""

    def __init__(self, values: Any, parent: str) -> None:
        self.values = values
        self.kind = str(values.get("/S", "/"))[1:]
        self.parent = parent

    def text(self, key: str) -> str:
        return str(self.values.get(key, ""))


def _elements(node: Any, parent: str) -> Iterator[_Element]:
    """All elements below a node in the order of reading."""
    if node is None:
        return
    kids = node.get("/K")
    for kid in kids if _is_array(kids) else (kids,):
        if _is_element(kid):
            element = _Element(kid, parent)
            yield element
            yield from _elements(kid, parent if element.kind in _PLAIN else element.kind)


def _is_array(thing: Any) -> bool:
    import pikepdf

    return isinstance(thing, pikepdf.Array)


def _is_element(thing: Any) -> bool:
    import pikepdf

    return isinstance(thing, pikepdf.Dictionary) and "/S" in thing


def _document(pdf: Any) -> Iterator[str]:
    """Checkpoints 06, 07 and 11: a title that is shown, a language, and the claim to be PDF/UA."""
    root = pdf.Root
    if "/StructTreeRoot" not in root or not root.get("/MarkInfo", {}).get("/Marked", False):
        yield "the file has no tags"
    if not str(root.get("/Lang", "")):
        yield "the file does not tell its language"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "viewers show the file's name in place of its title"
    metadata = root.Metadata.read_bytes() if "/Metadata" in root else b""
    for told, words in ((b"<dc:title", "title"), (b"pdfuaid:part", "claim to be PDF/UA")):
        if told not in metadata:
            yield f"the metadata lack a {words}"


def _pages(pdf: Any) -> Iterator[str]:
    """Checkpoint 28: annotations in the order of the tags, tagged, described, and printed."""
    for number, page in enumerate(pdf.pages, 1):
        annotations = page.get("/Annots", ())
        if len(annotations) and str(page.get("/Tabs", "")) != "/S":
            yield f"page {number}: the tab key does not follow the order of reading"
        for annotation in annotations:
            if "/StructParent" not in annotation:
                yield f"page {number}: a link or field has no tag"
            if str(annotation.Subtype) == "/Link" and not str(annotation.get("/Contents", "")):
                yield f"page {number}: a link says nothing of where it leads"
            if str(annotation.Subtype) == "/Widget" and not _has_tooltip(annotation):
                yield f"page {number}: a field has no label"


def _has_tooltip(field: Any) -> bool:
    return bool(str(field.get("/TU", "")) or str(field.get("/Parent", {}).get("/TU", "")))


def _types(elements: list[_Element]) -> Iterator[str]:
    """Checkpoint 02: every tag is a standard one."""
    yield from (f"the tag {one.kind} is none of the standard" for one in elements if one.kind not in _TYPES)


def _pictures(elements: list[_Element]) -> Iterator[str]:
    """Checkpoints 13 and 17: pictures and formulas are described."""
    for one in elements:
        if one.kind in {"Figure", "Formula"} and not (one.text("/Alt") or one.text("/ActualText")):
            yield f"a {one.kind.lower()} has no description; give its `<img>` an `alt`"


def _headings(elements: list[_Element]) -> Iterator[str]:
    """Checkpoint 14: headings begin at the first level and skip none."""
    level = 0
    for one in elements:
        if one.kind[:1] == "H" and one.kind[1:].isdigit():
            own = int(one.kind[1:])
            if own > level + 1:
                yield f"a heading of level {own} follows one of level {level}" if level else "h1 is missing"
            level = own


def _nesting(elements: list[_Element]) -> Iterator[str]:
    """Checkpoint 09: parts of lists and tables stand where they belong."""
    for one in elements:
        if one.kind in _INSIDE and one.parent not in _INSIDE[one.kind]:
            yield f"the tag {one.kind} stands in {one.parent or 'nothing'}"


def _table_headers(elements: list[_Element]) -> Iterator[str]:
    """Checkpoint 15: a heading of a table says of which cells it is one."""
    for one in elements:
        if one.kind == "TH" and "/Scope" not in _attributes(one) and "/ID" not in one.values:
            yield "a heading of a table has no scope"


def _attributes(element: _Element) -> set[str]:
    told = element.values.get("/A")
    groups = told if _is_array(told) else (told,) if told is not None else ()
    return {key for group in groups if hasattr(group, "keys") for key in group.keys()}  # noqa: SIM118


def _notes(elements: list[_Element]) -> Iterator[str]:
    """Checkpoint 19: every note has a name of its own."""
    names = [one.text("/ID") for one in elements if one.kind == "Note"]
    if "" in names or len(set(names)) < len(names):
        yield "a note has no name of its own"


def _untagged(data: bytes) -> Iterator[str]:
    """Checkpoint 01: all text is tagged or an artifact."""
    import pypdfium2  # type: ignore[import-untyped]
    from pypdfium2 import raw as pdfium

    pdf = pypdfium2.PdfDocument(data)
    try:
        for number, page in enumerate(pdf, 1):
            # What stands in a drawing is marked by the drawing.
            texts = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=1)
            if any(pdfium.FPDFPageObj_CountMarks(text) < 1 for text in texts):
                yield f"page {number}: text without a tag"
    finally:
        pdf.close()


_RULES: tuple[Callable[[list[_Element]], Iterator[str]], ...] = (
    _types,
    _pictures,
    _headings,
    _nesting,
    _table_headers,
    _notes,
)
