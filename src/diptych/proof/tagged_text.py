"""What stands in each named element of a tagged PDF, read by pdfium, which did not write it."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from diptych.proof.leaves import letters

_MORE = "+"  # ends the name of an element that goes on over the page
_DESCRIBED = " "  # is no name


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
            for name, text in _named(page):
                found[name.rstrip(_MORE)] += letters(text)
    finally:
        pdf.close()
    return Tagged(found, found.pop(_DESCRIBED, ""))


def _named(page: Any) -> Iterator[tuple[str, str]]:
    """The name and the text of each named element of a page, in reading order."""
    from pypdfium2 import raw as pdfium

    marked = _marked(page)
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    try:
        for index in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            element = pdfium.FPDF_StructTree_GetChildAtIndex(tree, index)
            yield from _below(element, marked) if element else ()
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _below(element: Any, marked: Mapping[int, str]) -> Iterator[tuple[str, str]]:
    from pypdfium2 import raw as pdfium

    if name := _text(partial(pdfium.FPDF_StructElement_GetID, element)):
        yield name, "".join(_words(element, marked))
    yield _DESCRIBED, _alternative(element)
    for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
        if child := pdfium.FPDF_StructElement_GetChildAtIndex(element, index):
            yield from _below(child, marked)


def _words(element: Any, marked: Mapping[int, str]) -> Iterator[str]:
    """The alternative text and the marked content of an element and of all below it."""
    from pypdfium2 import raw as pdfium

    yield _alternative(element)
    for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
        if child := pdfium.FPDF_StructElement_GetChildAtIndex(element, index):
            yield from _words(child, marked)
        else:
            yield marked.get(pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index), "")


def _alternative(element: Any) -> str:
    from pypdfium2 import raw as pdfium

    return _text(partial(pdfium.FPDF_StructElement_GetAltText, element))


def _marked(page: Any) -> Mapping[int, str]:
    """The text of each piece of marked content by its number."""
    from pypdfium2 import raw as pdfium

    found: defaultdict[int, str] = defaultdict(str)
    text = page.get_textpage()
    for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        found[pdfium.FPDFPageObj_GetMarkedContentID(one)] += _text(
            partial(pdfium.FPDFTextObj_GetText, one, text)
        )
    return found


def _text(read: Callable[[Any, int], int]) -> str:
    """What a function of pdfium gives out as UTF-16: asked for its size in bytes first."""
    size = read(None, 0)
    buffer = ctypes.create_string_buffer(size)
    read(ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")
