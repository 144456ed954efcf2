"""Items, test and manifest as one zip, the form in which platforms import them.

Built after IMS QTI 2.1 and IMS Content Packaging 1.1. (1edtech.org, "QTI Implementation Guide 2.1")
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Mapping
from zipfile import ZipFile, ZipInfo

from diptych.exchange.qti.assessment import assessment_test
from diptych.exchange.qti.elements import Element, file_bytes
from diptych.exchange.qti.item import Item, item_of
from diptych.exchange.qti.manifest import manifest
from diptych.exchange.questions import questions_of
from diptych.material.document import Document

_TEST = "assessment.xml"
_UNIX, _READABLE = 3, 0o644 << 16


def qti_package(document: Document) -> tuple[bytes, int]:
    """The zip with all questions of the document and their number; no bytes where it has none.

    The same document gives the same bytes.
    """
    name = _name(document)
    items = tuple(_items(document, name))
    if not items:
        return b"", 0
    test = assessment_test(items, document, name)
    files = {_TEST: test, "imsmanifest.xml": manifest(items, name, _TEST)}
    return _zip(files | {item.file: item.element for item in items}), len(items)


def _name(document: Document) -> str:
    """What tells the package from others: platforms take equal names for the same question, mended."""
    title = document.material.title.plain()
    return f"lesson-{hashlib.sha256(title.encode()).hexdigest()[:12]}"


def _items(document: Document, name: str) -> Iterator[Item]:
    questions = questions_of(document)
    width = len(str(len(questions)))
    for question in questions:
        number = document.numbering.of(question)
        yield item_of(question, document, f"{name}-question-{number}", f"question-{number:0>{width}}.xml")


def _zip(files: Mapping[str, Element]) -> bytes:
    """The files as they are: what one machine compresses, another would compress otherwise."""
    data = io.BytesIO()
    with ZipFile(data, "w") as package:
        for name in sorted(files):
            entry = ZipInfo(name)
            entry.create_system, entry.external_attr = _UNIX, _READABLE
            package.writestr(entry, file_bytes(files[name]))
    return data.getvalue()
