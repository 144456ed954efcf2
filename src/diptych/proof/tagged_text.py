"""What stands in each named element of a tagged PDF, read by pdfium, which did not write it."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple

from diptych.proof.leaves import letters

_MORE = "+"  # ends the name of an element that goes on over the page
_DESCRIBED = " "  # is no name
_USUAL = 256  # units of UTF-16 that hold most texts


class Tagged(NamedTuple):
    """The letters and digits in each named element, with all that is inside it, and of alternative texts."""

    named: Mapping[str, str]
    described: str


def tagged_letters(data: bytes) -> Tagged:
    """What the tags of the file hold."""
    import pypdfium2  # type: ignore[import-untyped]

    found: defaultdict[str, str] = defaultdict(str)
    pdf = pypdfium2.PdfDocument(data)
    try:
        for page in pdf:
            read_tags(page, page.get_textpage(), found)
    finally:
        pdf.close()
    return tagged(found)


def tagged(found: Mapping[str, str]) -> Tagged:
    """What was found in all pages together."""
    return Tagged(
        {name: told for name, told in found.items() if name != _DESCRIBED}, found.get(_DESCRIBED, "")
    )


def read_tags(page: Any, text: Any, found: dict[str, str]) -> None:
    """Adds what the elements of a page hold, in reading order; `text` is what pdfium reads on it."""
    from pypdfium2 import raw as pdfium

    marked = _marked(page, text)
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    try:
        for index in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            if element := pdfium.FPDF_StructTree_GetChildAtIndex(tree, index):
                _read(element, marked, found)
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _read(element: Any, marked: Mapping[int, str], found: dict[str, str]) -> str:
    """The alternative text and the marked content of an element and of all below it."""
    from pypdfium2 import raw as pdfium

    described = _alternative(element)
    found[_DESCRIBED] += letters(described)
    parts = [described]
    for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
        if child := pdfium.FPDF_StructElement_GetChildAtIndex(element, index):
            parts.append(_read(child, marked, found))
        else:
            parts.append(marked.get(pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index), ""))
    words = "".join(parts)
    if name := _text(partial(pdfium.FPDF_StructElement_GetID, element)):
        found[name.rstrip(_MORE)] += letters(words)
    return words


def _alternative(element: Any) -> str:
    from pypdfium2 import raw as pdfium

    return _text(partial(pdfium.FPDF_StructElement_GetAltText, element))


def _marked(page: Any, text: Any) -> Mapping[int, str]:
    """The text of each piece of marked content by its number."""
    from pypdfium2 import raw as pdfium

    found: defaultdict[int, str] = defaultdict(str)
    for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        found[pdfium.FPDFPageObj_GetMarkedContentID(one)] += _text(
            partial(pdfium.FPDFTextObj_GetText, one, text)
        )
    return found


def _text(read: Callable[[Any, int], int]) -> str:
    """What a function of pdfium gives out as UTF-16; it tells the size in bytes that it needs."""
    units = _USUAL
    while True:
        buffer = (ctypes.c_ushort * units)()
        needed = read(buffer, 2 * units)
        if needed <= 2 * units:
            return bytes(buffer)[:needed].decode("utf-16-le").rstrip("\0")
        units = (needed + 1) // 2
