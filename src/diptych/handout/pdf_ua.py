"""PDF/UA-1 where WeasyPrint leaves it unfinished. The one module that uses its private functions.

Written for WeasyPrint 70. What is mended: the language of elements inside the document, the scope of
table headers, list bodies and the numbering of lists, words for blanks, decorative pictures, empty
elements, running headers and footers (artifacts), the words and the print flag of links, and the
licence in the XMP metadata.
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
    with _mended_tags(_margin_boxes(rendering)):
        data: bytes = rendering.write_pdf(
            pdf_variant="pdf/ua-1", custom_metadata=True, finisher=_finish_links
        )
    return data


@contextmanager
def _mended_tags(margin_boxes: set[int]) -> Iterator[None]:
    """While this lasts, WeasyPrint's tags go through `_mend`, and margin boxes are artifacts."""
    from weasyprint.pdf import stream, tags  # type: ignore[import-untyped]

    build = tags._build_box_tree
    marked = stream.Stream.marked

    def build_mended(box: Any, parent: Any, pdf: Any, *rest: Any) -> Iterator[Any]:
        if type(box).__name__ == "MarginBox":
            return
        for element in build(box, parent, pdf, *rest):
            if _mend(element, box, pdf):
                yield element

    def marked_or_artifact(self: Any, box: Any, tag: str) -> Any:
        return self.artifact() if id(box) in margin_boxes else marked(self, box, tag)

    mended = patch.object(tags, "_build_box_tree", build_mended)
    with mended, patch.object(stream.Stream, "marked", marked_or_artifact):
        yield


def _margin_boxes(rendering: Any) -> set[int]:
    """Running headers and footers: their boxes with all that is inside."""
    margins = (
        child
        for page in rendering.pages
        for child in page._page_box.children
        if type(child).__name__ == "MarginBox"
    )
    return {id(box) for margin in margins for box in margin.descendants()}


def _mend(element: Any, box: Any, pdf: Any) -> bool:
    """Mend one structure element; false where it is empty and should be left out."""
    source = getattr(box, "element", None)
    if source is not None and "::" not in box.element_tag:
        _mend_language(element, source)
        _mend_words(element, source)
        _mend_scope(element, source)
    if element["S"] == "/L":
        numbering = "/Decimal" if box.element_tag == "ol" else "/Disc"
        element["A"] = _dictionary({"O": "/List", "ListNumbering": numbering})
    if element["S"] == "/LI":
        _mend_list_item(element, pdf)
    return bool(element["K"]) or element["S"] not in ("/Div", "/NonStruct", "/Span")


def _mend_language(element: Any, source: Any) -> None:
    if source.get("lang") and source.tag not in ("html", "body"):
        element["Lang"] = _string(source.get("lang"))


def _mend_words(element: Any, source: Any) -> None:
    if source.get("data-spoken") and element["S"] == "/Span":
        element["ActualText"] = _string(source.get("data-spoken"))
    if element["S"] == "/Figure" and "Alt" not in element:
        element["S"] = "/NonStruct"


def _mend_scope(element: Any, source: Any) -> None:
    if element["S"] == "/TH" and "A" in element:
        element["A"]["Scope"] = "/Row" if source.get("scope") == "row" else "/Column"


def _mend_list_item(item: Any, pdf: Any) -> None:
    """Whatever is no label goes into one body (ISO 32000-1, table 336)."""
    kinds = [_object(pdf, kid).get("S") for kid in item["K"] if isinstance(kid, bytes)]
    if all(kind in ("/Lbl", "/LBody") for kind in kinds) and kinds.count("/LBody") < 2:
        return
    parent = {"P": item.reference, "Pg": item["Pg"]}
    body = _dictionary({"Type": "/StructElem", "S": "/LBody", "K": _array(), **parent})
    pdf.add_object(body)
    labels = [kid for kid in item["K"] if _object(pdf, kid).get("S") == "/Lbl"]
    for kid in item["K"]:
        if kid not in labels:
            _move(kid, body, pdf)
    item["K"][:] = [*labels, body.reference]


def _move(kid: Any, body: Any, pdf: Any) -> None:
    """Hang an element into the body; of another body its children."""
    moved = _object(pdf, kid)
    for one in moved["K"] if moved.get("S") == "/LBody" else [kid]:
        body["K"].append(one)
        if isinstance(one, bytes):
            _object(pdf, one)["P"] = body.reference


def _finish_links(rendering: Any, pdf: Any) -> None:
    """Links are printed, and told by their words or title."""
    for page in rendering.pages:
        for box in page._page_box.descendants():
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


def _array() -> Any:
    import pydyf

    return pydyf.Array([])


def _string(text: str) -> Any:
    import pydyf

    return pydyf.String(text)
