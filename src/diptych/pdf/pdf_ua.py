"""PDF/UA-1 where WeasyPrint leaves it unfinished. The one module that uses its private functions.

Written for WeasyPrint 70. What is mended: the language of elements inside the document, the scope of
table headers, summaries of tables, list bodies and the numbering of lists, words for blanks, decorative
pictures, empty elements, running headers and footers (artifacts), the words and the print flag of links,
and the licence in the XMP metadata.

HTML says more with attributes: what is `aria-hidden` is an artifact, `data-tag` names the structure
type of an element and `data-alt` its alternative text, `aria-label` is the summary of a table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch
from xml.sax.saxutils import escape

_Boxes = Callable[..., Iterator[Any]]
_PRINT_FLAG = 4  # ISO 32000-1, table 165
_RIGHTS = (
    '<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" rdf:about="">'
    '<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:rights>'
    "</rdf:Description></rdf:RDF>"
)


def write_pdf_ua(rendering: Any, licence: str) -> bytes:
    """The bytes of a rendered WeasyPrint document as PDF/UA-1, mended."""
    if licence:
        _add_licence(rendering.metadata, licence)
    with _mended_tags(_artifacts(rendering)):
        data: bytes = rendering.write_pdf(
            pdf_variant="pdf/ua-1", custom_metadata=True, finisher=_finish_links
        )
    return data


@contextmanager
def _mended_tags(artifacts: set[int]) -> Iterator[None]:
    """While this lasts, WeasyPrint's tags go through `_mend`, and those boxes are artifacts."""
    from weasyprint.pdf import stream, tags  # type: ignore[import-untyped]

    build = tags._build_box_tree
    marked = stream.Stream.marked

    def build_mended(box: Any, parent: Any, pdf: Any, *rest: Any) -> Iterator[Any]:
        if id(getattr(box, "_box", box)) in artifacts:
            return
        for element in build(box, parent, pdf, *rest):
            if _mend(element, box, pdf):
                yield element

    def marked_or_artifact(self: Any, box: Any, tag: str) -> Any:
        return self.artifact() if id(box) in artifacts else marked(self, box, tag)

    mended = patch.object(tags, "_build_box_tree", build_mended)
    with mended, patch.object(stream.Stream, "marked", marked_or_artifact):
        yield


def _artifacts(rendering: Any) -> set[int]:
    """Running headers and footers, and what is hidden from readers: their boxes with all that is inside."""
    hidden = (
        box
        for page in rendering.pages
        for box in page._page_box.descendants(placeholders=True)
        if type(box).__name__ == "MarginBox" or _is_hidden(box)
    )
    return {id(inner) for box in hidden for inner in box.descendants(placeholders=True)}


def _is_hidden(box: Any) -> bool:
    return box.element is not None and box.element.get("aria-hidden") == "true"


def _mend(element: Any, box: Any, pdf: Any) -> bool:
    """Mend one structure element; false where it is empty and should be left out."""
    source = getattr(box, "element", None)
    if source is not None and "::" not in box.element_tag:
        _mend_kind(element, source)
        _mend_language(element, source)
        _mend_words(element, source)
        _mend_scope(element, source)
    if element["S"] == "/L":
        numbering = "/Decimal" if box.element_tag == "ol" else "/Disc"
        element["A"] = _dictionary({"O": "/List", "ListNumbering": numbering})
    if element["S"] == "/LI":
        _mend_list_item(element, pdf)
    return bool(element["K"]) or element["S"] not in ("/Div", "/NonStruct", "/Span")


def _mend_kind(element: Any, source: Any) -> None:
    if source.get("data-tag") and element["S"] in ("/Div", "/Span"):
        element["S"] = f"/{source.get('data-tag')}"
    if source.get("data-alt"):
        element["Alt"] = _string(source.get("data-alt"))
    if source.get("aria-label") and element["S"] == "/Table":
        element["A"] = _dictionary({"O": "/Table", "Summary": _string(source.get("aria-label"))})


def _mend_language(element: Any, source: Any) -> None:
    if source.get("lang") and source.tag not in ("html", "body"):
        element["Lang"] = _string(source.get("lang"))


def _mend_words(element: Any, source: Any) -> None:
    if source.tag == "code" and element["S"] == "/NonStruct":
        element["S"] = "/Code"
    if source.get("data-spoken") and element["S"] == "/Span":
        element["ActualText"] = _string(source.get("data-spoken"))
    if element["S"] == "/Figure" and "Alt" not in element:
        element["S"] = "/NonStruct"


def _mend_scope(element: Any, source: Any) -> None:
    if element["S"] == "/TH" and "A" in element:
        element["A"]["Scope"] = "/Row" if source.get("scope") == "row" else "/Column"


def _mend_list_item(item: Any, pdf: Any) -> None:
    """Labels stand beside one body, which holds all else (ISO 32000-1, table 336)."""
    kinds = [_kind(kid, pdf) for kid in item["K"]]
    parts = [part for kid in item["K"] for part in _list_parts(kid, pdf)]
    labels = [part for part in parts if _kind(part, pdf) == "/Lbl"]
    if set(kinds) <= {"/Lbl", "/LBody"} and kinds.count("/LBody") < 2 and len(labels) == kinds.count("/Lbl"):
        return
    parent = {"P": item.reference, "Pg": item["Pg"]}
    rest = _array([part for part in parts if part not in labels])
    body = _dictionary({"Type": "/StructElem", "S": "/LBody", "K": rest, **parent})
    pdf.add_object(body)
    item["K"][:] = [*labels, body.reference]
    for part in parts:
        if isinstance(part, bytes):
            _object(pdf, part)["P"] = item.reference if part in labels else body.reference


def _list_parts(kid: Any, pdf: Any) -> list[Any]:
    """The element; of a body what it holds."""
    return list(_object(pdf, kid)["K"]) if _kind(kid, pdf) == "/LBody" else [kid]


def _kind(kid: Any, pdf: Any) -> str:
    """The structure type; empty for what is no element but content."""
    return str(_object(pdf, kid).get("S")) if isinstance(kid, bytes) else ""


def _finish_links(rendering: Any, pdf: Any) -> None:
    """Links are printed, and told by their words or title."""
    for page in rendering.pages:
        for box in page._page_box.descendants(placeholders=True):
            if (link := box.link_annotation) is not None:
                link["F"] = _PRINT_FLAG
                words = box.element.get("title") or " ".join("".join(box.element.itertext()).split())
                if words:
                    link["Contents"] = _string(words)


def _add_licence(metadata: Any, licence: str) -> None:
    """The licence as `dc:rights`, inside the one RDF element that PDF/UA readers look at."""
    generate = metadata.generate_rdf_metadata
    rights = _RIGHTS.format(escape(licence)).encode()

    def generate_with_rights(*arguments: Any) -> bytes:
        rdf: bytes = generate(*arguments)
        return rdf.replace(b"</rdf:RDF>", rights)

    metadata.generate_rdf_metadata = generate_with_rights


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def _dictionary(values: dict[str, Any]) -> Any:
    import pydyf  # type: ignore[import-untyped]

    return pydyf.Dictionary(values)


def _array(values: list[Any]) -> Any:
    import pydyf

    return pydyf.Array(values)


def _string(text: str) -> Any:
    import pydyf

    return pydyf.String(text)
