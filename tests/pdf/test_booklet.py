"""Small pages become a booklet: in the order of folding, looking as they did, read and linked as before."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import outloud
import page
import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader

from diptych.pdf.booklet import booklet_order, imposed
from tests.pdf.booklets import (
    A4,
    A5,
    CHAPTERS,
    HALF_LETTER,
    LETTER,
    POINTS,
    SHEET_OF_POINTS,
    box_of,
    errors_of,
    holds,
    pages,
)


@pytest.fixture(scope="module")
def small() -> bytes:
    return pages(CHAPTERS)


@pytest.fixture(scope="module")
def booklet(small: bytes) -> bytes:
    return imposed(small, A4)


def halves(data: bytes) -> list[tuple[str, str]]:
    """The words on the left and on the right of every side."""
    found = []
    for side in pypdfium2.PdfDocument(data):
        width, height = side.get_size()
        text = side.get_textpage()
        bounds = ((0, 0, width / 2, height), (width / 2, 0, width, height))
        left, right = (" ".join(text.get_text_bounded(*one).split()) for one in bounds)
        found.append((left, right))
    return found


def test_pages_stand_in_the_order_of_folding() -> None:
    assert booklet_order(8) == ((8, 1), (2, 7), (6, 3), (4, 5))
    assert booklet_order(0) == ()


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, [(0, 1), (0, 0)]),
        (2, [(0, 1), (2, 0)]),
        (4, [(4, 1), (2, 3)]),
        (5, [(0, 1), (2, 0), (0, 3), (4, 5)]),
        (9, [(0, 1), (2, 0), (0, 3), (4, 9), (8, 5), (6, 7)]),
    ],
)
def test_blank_pages_at_the_end_make_a_multiple_of_four(count: int, expected: list[tuple[int, int]]) -> None:
    data = imposed(pages(tuple(f"<p>Leaf {number}</p>" for number in range(1, count + 1))), A4)
    words = [tuple(f"Leaf {number} Folio {number}" if number else "" for number in side) for side in expected]
    assert halves(data) == words


@pytest.mark.parametrize(("size", "sheet"), [(A5, A4), (HALF_LETTER, LETTER)])
def test_sheets_have_their_size_and_pages_meet_in_the_fold(size: str, sheet: tuple[float, float]) -> None:
    before = pages(tuple(f"<h1>Chapter {word}</h1><p>Words of it</p>" for word in "abcd"), size)
    after = imposed(before, sheet)
    width, height = (length * 72 / 25.4 for length in sheet)
    page_width = pypdfium2.PdfDocument(before)[0].get_width()
    for side, (left, right) in zip(pypdfium2.PdfDocument(after), booklet_order(4), strict=True):
        assert side.get_size() == pytest.approx((width, height), abs=0.01)
        expected = [x + width / 2 - page_width for x in _lefts(before, left)]
        expected += [x + width / 2 for x in _lefts(before, right)]
        assert len(expected) > 20
        text = side.get_textpage()
        assert sorted(_glyph_lefts(text)) == pytest.approx(sorted(expected), abs=0.05)


def _lefts(data: bytes, number: int | None) -> list[float]:
    assert number is not None
    return _glyph_lefts(pypdfium2.PdfDocument(data)[number - 1].get_textpage())


def _glyph_lefts(text: Any) -> list[float]:
    """The left edge of all characters that are seen."""
    boxes = ((text.get_charbox(index), text.get_text_range(index, 1)) for index in range(text.count_chars()))
    return [box[0] for box, character in boxes if character.strip()]


def test_every_half_looks_as_its_page_did() -> None:
    before = pages((*CHAPTERS, '<p style="position: absolute; left: -80pt">Cut off here</p>'), POINTS)
    _assert_alike(before, imposed(before, SHEET_OF_POINTS))


def test_one_name_may_mean_two_things_on_two_pages() -> None:
    with pikepdf.open(io.BytesIO(pages(("<p>one</p>", "<p>two</p>"), POINTS))) as pdf:
        for sheet, colour in zip(pdf.pages, ("1 0 0", "0 0 1"), strict=True):
            form = {"/Subtype": pikepdf.Name.Form, "/BBox": pikepdf.Array([0, 0, 100, 100])}
            drawing = pdf.make_stream(f"{colour} rg 0 0 100 100 re f".encode(), form)
            own = {**dict(sheet.resources.items()), "/XObject": pikepdf.Dictionary(Drawing=drawing)}
            sheet.obj.Resources = pikepdf.Dictionary(own)
            sheet.contents_add(b"/Artifact BMC /Drawing Do EMC")
        out = io.BytesIO()
        pdf.save(out)
    _assert_alike(out.getvalue(), imposed(out.getvalue(), SHEET_OF_POINTS))


def _assert_alike(before: bytes, after: bytes) -> None:
    """Pages of 400 by 600 pt are to the pixel what they were; marks in the fold are left out."""
    originals = [_picture(one) for one in pypdfium2.PdfDocument(before)]
    for side, numbers in zip(pypdfium2.PdfDocument(after), booklet_order(len(originals)), strict=True):
        picture = _picture(side)
        for index, number in enumerate(numbers):
            half = picture.crop((401 * index, 0, 401 * index + 399, 600))
            original = originals[number - 1] if number else Image.new("RGB", (400, 600), "white")
            assert ImageChops.difference(half, original.crop((index, 0, index + 399, 600))).getbbox() is None


def _picture(sheet: Any) -> Image.Image:
    picture: Image.Image = sheet.render(scale=1).to_pil().convert("RGB")
    return picture


def test_a_page_that_lies_on_its_side_is_turned_with_its_head_to_the_left() -> None:
    css = "@page wide { size: 210mm 148mm } .wide { page: wide }"
    words = '<p>Headline</p><p>Lastline <a href="#wide">there</a></p><h1 id="wide">Target</h1>'
    wide = f'<div class="wide">{words}</div>'
    data = imposed(pages(("<p>First</p>", wide), css=css), A4)
    side = pypdfium2.PdfDocument(data)[1]
    head, last, target = (box_of(side, words) for words in ("Headline", "Lastline", "Target"))
    assert 0 < head[0] < head[2] < last[0] < last[2] < target[0] < side.get_width() / 2
    assert head[3] - head[1] > head[2] - head[0]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (link,) = pdf.pages[1].Annots
        assert holds(link.Rect, box_of(side, "there"))
        place = pdf.Root.Names.Dests.Names[1]
        assert place[0].objgen == pdf.pages[1].objgen
        assert float(place[2]) <= target[0]


def test_it_meets_pdf_ua_without_a_failure(booklet: bytes, tmp_path: Path) -> None:
    path = tmp_path / "booklet.pdf"
    path.write_bytes(booklet)
    report = page.validate_pdf(str(path), profile=page.ValidationProfile.PDF_UA_1).to_dict()
    assert report["is_compliant"], report["failures"]
    assert not report["failures"]
    assert outloud.check(str(path)).errors == 0


def test_running_lines_side_by_side_are_all_that_a_checker_complains_of(tmp_path: Path) -> None:
    css = '@page { @top-left { content: "How the test is done" } }'
    path = tmp_path / "running.pdf"
    path.write_bytes(imposed(pages(("<h1>One</h1>", "<p>two</p>", "<p>three</p>"), css=css), A4))
    assert outloud.check(str(path)).errors == 1
    assert errors_of(path) == []


def test_metadata_and_language_stay_and_printers_are_told_how_to_turn(small: bytes, booklet: bytes) -> None:
    with pikepdf.open(io.BytesIO(small)) as before, pikepdf.open(io.BytesIO(booklet)) as after:
        assert after.Root.Metadata.read_bytes() == before.Root.Metadata.read_bytes()
        assert str(after.docinfo["/Title"]) == "A booklet"
        assert str(after.Root.Lang) == "en"
        assert bool(after.Root.MarkInfo.Marked)
        preferences = after.Root.ViewerPreferences
        assert bool(preferences.DisplayDocTitle)
        told = str(preferences.Duplex), str(preferences.PrintScaling)
        assert told == ("/DuplexFlipShortEdge", "/None")


def test_nothing_of_the_small_pages_is_left(small: bytes) -> None:
    with pikepdf.open(io.BytesIO(small)) as pdf:
        pdf.Root.PageLabels = pikepdf.Dictionary(Nums=[0, pikepdf.Dictionary(S=pikepdf.Name.r)])
        pdf.save(labelled := io.BytesIO())
    data = imposed(labelled.getvalue(), A4)
    assert len(data) < len(small) * 1.1
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert "/PageLabels" not in pdf.Root
        kinds = [str(one.get("/Type")) for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
        assert kinds.count("/Page") == len(pdf.pages) == 4


def test_the_same_pages_make_the_same_bytes(small: bytes, booklet: bytes) -> None:
    assert imposed(small, A4) == booklet
    assert PdfReader(io.BytesIO(booklet)).trailer["/ID"]


def test_marks_in_the_fold_are_no_content(booklet: bytes) -> None:
    with pikepdf.open(io.BytesIO(booklet)) as pdf:
        for side in pdf.pages:
            steps = [(str(step.operator), list(step.operands)) for step in pikepdf.parse_content_stream(side)]
            start = max(index for index, (operator, _) in enumerate(steps) if operator == "BDC")
            assert steps[start][1][0] == "/Artifact"
            ends = [operands for operator, operands in steps[start:] if operator in {"m", "l"}]
            fold, top = float(side.mediabox[2]) / 2, float(side.mediabox[3])
            assert [float(across) for across, _ in ends] == pytest.approx([fold] * 4, abs=0.01)
            assert [float(up) for _, up in ends] == pytest.approx([0, 20, top, top - 20], abs=0.01)


def test_what_cannot_be_a_booklet_is_refused(small: bytes) -> None:
    with pytest.raises(ValueError, match=r"a page of 210\.0 × 297\.0 mm does not fit .* 148\.5 × 210\.0 mm"):
        imposed(pages(("<p>Large</p>",), "A4"), A4)
    for entry, words in (("/AcroForm", "form fields"), ("/OCProperties", "layers"), ("", "no tags")):
        with pikepdf.open(io.BytesIO(small)) as pdf:
            if entry:
                pdf.Root[entry] = pikepdf.Dictionary()
            else:
                del pdf.Root.StructTreeRoot
            pdf.save(changed := io.BytesIO())
        with pytest.raises(ValueError, match=words):
            imposed(changed.getvalue(), A4)
