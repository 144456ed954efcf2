"""What someone who listens to a handout meets, and no validator proves."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
import pytest
from lxml import html

from diptych.handout.edition import STUDENT
from diptych.handout.html import render_html
from tests.handout.editions import FLAGSHIP, edition_of, pair_of
from tests.handout.printed import EVERYTHING, LAYOUT

LONG = pytest.param(FLAGSHIP, id="flagship", marks=pytest.mark.slow)
SOURCES = pytest.mark.parametrize("source", [pytest.param(EVERYTHING, id="everything"), LONG])


@SOURCES
def test_it_is_read_in_the_order_of_the_source(source: Any) -> None:
    written = _written(render_html(pair_of(source).reading.document, LAYOUT))
    heard = iter(_unspaced(_heard(edition_of(STUDENT, source).data)))
    assert len(written) > 2000
    missed = next((place for place, sign in enumerate(written) if sign not in heard), None)
    assert missed is None, f"not heard in its order: {written[missed - 40 : missed + 40]}"


@SOURCES
def test_nothing_is_printed_that_is_neither_read_nor_an_artifact(source: Any) -> None:
    shown = 0
    with pikepdf.open(io.BytesIO(edition_of(STUDENT, source).data)) as pdf:
        for page in pdf.pages:
            inside: list[str] = []
            for instruction in pikepdf.parse_content_stream(page):
                operator = str(instruction.operator)
                if operator in ("BMC", "BDC"):
                    inside.append(str(instruction.operands[0]))
                elif operator == "EMC":
                    inside.pop()
                elif operator in ("Tj", "TJ"):
                    shown += 1
                    assert inside
    assert shown > 200


@SOURCES
def test_running_headers_and_footers_are_passed_over(source: Any) -> None:
    heard = _heard(edition_of(STUDENT, source).data)
    assert not re.search(r"Page \d+ of \d+", heard)


@SOURCES
def test_each_note_leads_back_to_its_call_which_leads_to_the_note(source: Any) -> None:
    with pikepdf.open(io.BytesIO(edition_of(STUDENT, source).data)) as pdf:
        elements = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one]
        notes = [str(one.ID) for one in elements if one.S == "/Note"]
        calls = [_destination(one) for one in elements if one.S == "/Reference"]
        labels = [_destination(one) for one in elements if one.S == "/Lbl" and "/Link" in _kinds(one)]
        known = [str(name) for name in pdf.Root.Names.Dests.Names[::2]]
    assert notes == [f"note:{number}" for number in range(1, len(notes) + 1)]
    assert len(notes) >= 1
    assert calls == notes
    assert labels == [name.replace("note", "call") for name in notes]
    assert {*calls, *labels} <= set(known)


def _kinds(element: Any) -> list[str]:
    return [str(kid.S) for kid in element.K if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def _destination(element: Any) -> str:
    (link,) = (kid for kid in element.K if isinstance(kid, pikepdf.Dictionary) and kid.get("/S") == "/Link")
    annotation = next(kid.Obj for kid in link.K if isinstance(kid, pikepdf.Dictionary))
    return str(annotation.get("/Dest") or annotation.A.D)


def _written(page: str) -> str:
    """The words of the HTML's body, without spaces, in the order in which they stand there.

    Formulas are outlines: what is heard of them is their alternative text.
    """
    root: Any = html.document_fromstring(page)
    for hidden in root.xpath("//*[@aria-hidden='true'] | //svg"):
        hidden.drop_tree()
    (body,) = root.xpath("//body")
    return _unspaced(body.text_content())


def _unspaced(words: str) -> str:
    """Without what the setting of lines changes."""
    return re.sub(r"[\s\u00ad-]", "", words)


@cache
def _heard(data: bytes) -> str:
    """The text of all structure elements, in the order of the structure."""
    words = _words_by_mark(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        return "".join(words[mark] for mark in _marks(pdf.Root.StructTreeRoot.K, pages, 0))


def _marks(kids: Any, pages: dict[Any, int], page: int) -> Iterator[tuple[int, int]]:
    """Page and number of every piece of marked content."""
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            yield page, kid
        elif "/S" in kid:
            here = pages[kid.Pg.objgen] if "/Pg" in kid else page
            yield from _marks(kid.get("/K", pikepdf.Array()), pages, here)


def _words_by_mark(data: bytes) -> dict[tuple[int, int], str]:
    words: dict[tuple[int, int], str] = defaultdict(str)
    pdf = pypdfium2.PdfDocument(data)
    for number, page in enumerate(pdf):
        text = page.get_textpage()
        for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            room = pdfium.FPDFTextObj_GetText(thing, text, None, 0)
            buffer = (pdfium.FPDF_WCHAR * (room // 2))()
            pdfium.FPDFTextObj_GetText(thing, text, buffer, room)
            mark = pdfium.FPDFPageObj_GetMarkedContentID(thing)
            words[number, mark] += bytes(buffer).decode("utf-16-le").rstrip("\0")
    pdf.close()
    return words
