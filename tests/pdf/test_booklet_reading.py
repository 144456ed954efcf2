"""A booklet is read as its pages were: tags, links and bookmarks follow them to the sheets."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest

from diptych.pdf.booklet import booklet_order, imposed
from tests.pdf.booklets import A4, CHAPTERS, box_of, holds, pages


@pytest.fixture(scope="module")
def small() -> bytes:
    return pages(CHAPTERS)


@pytest.fixture(scope="module")
def booklet(small: bytes) -> bytes:
    return imposed(small, A4)


def test_it_is_read_in_the_order_of_the_pages(small: bytes, booklet: bytes) -> None:
    read = list(_read(booklet))
    assert len(read) > 25
    assert read == list(_read(small))


def test_every_marked_content_leads_back_to_its_element(booklet: bytes) -> None:
    with pikepdf.open(io.BytesIO(booklet)) as pdf:
        rows = dict(pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree).items())
        found = 0
        for side in pdf.pages:
            for number, element in enumerate(rows.pop(int(side.obj.StructParents))):
                assert number in list(element.K)
                assert element.Pg.objgen == side.objgen
                found += 1
            for link in side.get("/Annots", []):
                assert str(rows.pop(int(link.StructParent)).S) == "/Link"
        assert found > 25
        assert not rows


def _read(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The kind of every element and what is drawn for it, in reading order."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        drawn = {sheet.objgen: _drawn(sheet) for sheet in pdf.pages}
        yield from _read_below(pdf.Root.StructTreeRoot.K, None, drawn)


def _read_below(kids: Any, parent: Any, drawn: dict[Any, dict[int, bytes]]) -> Iterator[tuple[str, bytes]]:
    for kid in kids:
        if isinstance(kid, int):
            yield str(parent.S), drawn[parent.Pg.objgen][kid]
        elif "/S" in kid:
            yield str(kid.S), b""
            yield from _read_below(kid.get("/K", []), kid, drawn)


def _drawn(sheet: pikepdf.Page) -> dict[int, bytes]:
    """What is shown within every marked content of a page; each has a number of its own."""
    shown: dict[int, bytes] = {}
    number = -1
    for step in pikepdf.parse_content_stream(sheet):
        operator = str(step.operator)
        if operator in {"BDC", "BMC"}:
            number = int(step.operands[1].get("/MCID", -1)) if operator == "BDC" else -1
            assert number not in shown
            if number >= 0:
                shown[number] = b""
        if operator == "TJ" and number in shown:
            shown[number] += step.operands[0].unparse()
    return shown


def test_links_lie_over_their_words_and_lead_to_the_right_place(booklet: bytes) -> None:
    sides = pypdfium2.PdfDocument(booklet)
    targets = {"words": (3, "Words"), "the end": (5, "The end"), "Start": (1, "Start")}
    with pikepdf.open(io.BytesIO(booklet)) as pdf:
        named = dict(pikepdf.NameTree(pdf.Root.Names.Dests).items())
        links = [(index, link) for index, side in enumerate(pdf.pages) for link in side.get("/Annots", [])]
        assert sorted(str(link.Contents) for _, link in links) == sorted([*targets, "site"])
        for index, link in links:
            words = str(link.Contents)
            assert holds(link.Rect, box_of(sides[index], words))
            assert link.P.objgen == pdf.pages[index].objgen
            if words in targets:
                _assert_leads(named[str(link.Dest)], *targets[words], pdf, sides)


def test_bookmarks_lead_to_the_right_half(booklet: bytes) -> None:
    sides = pypdfium2.PdfDocument(booklet)
    titles = ["Start", "Lists", "Words", "Table", "The end"]
    with pikepdf.open(io.BytesIO(booklet)) as pdf:
        bookmarks = list(_bookmarks(pdf.Root.Outlines))
        assert [str(one.Title) for one in bookmarks] == titles
        for number, one in enumerate(bookmarks, 1):
            _assert_leads(one.Dest, number, str(one.Title), pdf, sides)


def _bookmarks(parent: Any) -> Iterator[Any]:
    below = parent.get("/First")
    while below is not None:
        yield below
        yield from _bookmarks(below)
        below = below.get("/Next")


def _assert_leads(destination: Any, number: int, words: str, pdf: pikepdf.Pdf, sides: Any) -> None:
    """The destination is just above these words, on the half of the page with that number."""
    order = booklet_order(5)
    side = next(index for index, numbers in enumerate(order) if number in numbers)
    assert destination[0].objgen == pdf.pages[side].objgen
    left, _, _, top = box_of(sides[side], words)
    assert (left > sides[side].get_width() / 2) == (order[side][1] == number)
    assert left - 50 < float(destination[2]) <= left + 1
    assert top - 1 <= float(destination[3]) < top + 40
