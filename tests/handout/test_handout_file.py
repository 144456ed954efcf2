"""The finished PDF: its words, tags, outline and metadata, and that it is the same every time."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import outloud
import page
import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from pypdf import PdfReader

from tests.handout.printed import EVERYTHING, ROOT, all_bytes, printed, tags, with_content, words_of

LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitaensmuetzenabzeichenverordnungsdurchfuehrungsbeschluss"
TEACHERS = (
    "Secretanswer",
    "Secretpoint",
    "Zweiundvierzig",
    "Ask a first thing",
    "Block notes",
    "be printed as",
)


@pytest.fixture(scope="module")
def everything() -> bytes:
    return printed(EVERYTHING.read_text("utf-8"), EVERYTHING.parent).data


@pytest.fixture(scope="module")
def reader(everything: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(everything))


@pytest.fixture(scope="module")
def text(everything: bytes) -> str:
    return " ".join(words_of(everything))


def test_it_meets_pdf_ua_without_a_failure(everything: bytes, tmp_path: Path) -> None:
    path = tmp_path / "handout.pdf"
    path.write_bytes(everything)
    report = page.validate_pdf(str(path), profile=page.ValidationProfile.PDF_UA_1).to_dict()
    assert report["is_compliant"], report["failures"]
    assert not report["failures"]


def test_a_semantic_checker_finds_no_error(everything: bytes, tmp_path: Path) -> None:
    path = tmp_path / "handout.pdf"
    path.write_bytes(everything)
    assert outloud.check(str(path)).errors == 0


def test_nothing_of_the_teacher_is_in_any_layer_of_the_file(everything: bytes, text: str) -> None:
    layers = all_bytes(everything)
    for words in TEACHERS:
        assert words not in text
        assert words.encode() not in layers
        assert words.encode("utf-16-be") not in layers


def test_the_words_of_gaps_are_blanks_that_can_be_seen_and_heard() -> None:
    data = printed(with_content('- question: "Lions [hunt]{gap} and cows [graze]{gap}."')).data
    assert "hunt" not in " ".join(words_of(data))
    assert b"hunt" not in all_bytes(data)
    assert "Lions (1)" in words_of(data)[0]
    spoken = [tag.values["/ActualText"] for tag in tags(data) if "/ActualText" in tag.values]
    assert spoken == ["(blank 1)", "(blank 2)"]


def test_every_page_is_a4_and_tells_its_number(reader: PdfReader) -> None:
    count = len(reader.pages)
    assert count > 3
    for number, sheet in enumerate(reader.pages, 1):
        assert [round(float(side)) for side in sheet.mediabox[2:]] == [595, 842]
        assert f"Page {number} of {count}" in " ".join(sheet.extract_text().split())


def test_the_outline_follows_the_headings(reader: PdfReader) -> None:
    titles = [one.title for one in reader.outline if not isinstance(one, list)]
    assert titles[-3:] == ["Sources", "Notes", "References"]
    assert "2 Things to look at" in titles
    groups = [group for group in reader.outline if isinstance(group, list)]
    nested = [getattr(one, "title", "") for group in groups for one in group]
    assert nested == ["2.1 A part of the second section"]


def test_the_metadata_say_what_it_is_and_what_one_may_do_with_it(reader: PdfReader) -> None:
    metadata, catalog = reader.metadata, reader.root_object
    assert metadata is not None
    assert metadata.title == "Everything: a complete case"
    assert metadata.author == "Ada Alpha, Ben Beta"
    assert metadata.subject == "Testing · Course of tests · Year 10"
    assert str(metadata["/Keywords"]) == "test, example"
    assert str(catalog["/Lang"]) == "en-GB"
    xmp = reader.xmp_metadata
    assert xmp is not None
    assert xmp.dc_rights == {"x-default": "CC-BY-4.0"}
    assert "/CreationDate" not in metadata


def test_languages_inside_the_document_are_told(everything: bytes) -> None:
    assert [tag.values.get("/Lang") for tag in tags(everything)].count("de") == 3


def test_table_headers_say_what_they_head(everything: bytes) -> None:
    assert {tag.values["/Scope"] for tag in tags(everything) if tag.kind == "/TH"} == {"/Row", "/Column"}


def test_lists_say_how_they_count_and_their_items_have_bodies(everything: bytes) -> None:
    numbering = {tag.values["/ListNumbering"] for tag in tags(everything) if tag.kind == "/L"}
    assert numbering == {"/Disc", "/Decimal", "/UpperAlpha", "/None"}
    items = [tag.kids for tag in tags(everything) if tag.kind == "/LI"]
    assert set(items) == {("/Lbl", "/LBody"), ("/LBody",)}


def test_headings_skip_no_level(everything: bytes) -> None:
    levels = [int(tag.kind[2]) for tag in tags(everything) if re.fullmatch(r"/H[1-6]", tag.kind)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_links_are_printed_and_told_by_their_words(reader: PdfReader) -> None:
    links = [one.get_object() for sheet in reader.pages for one in sheet.get("/Annots", [])]
    assert len(links) > 8
    assert all(link["/F"] == 4 for link in links)
    told = {link["/Contents"] for link in links}
    assert {"link", "Toole 1992, 3", "Note 1", "Note 1: back to the text"} <= told


def test_pictures_have_their_words_and_decoration_is_none(everything: bytes) -> None:
    figures = [tag.values["/Alt"] for tag in tags(everything) if tag.kind == "/Figure"]
    pictures = [
        "A circle beside a square.",
        "A red field above a blue field.",
        "A circle beside a square, cropped.",
        "A circle and a square across the slide.",
        "QR code: https://looms.example/jacquard",
        "QR code: https://everything.example/complete",
    ]
    assert [one for one in figures if one in pictures] == pictures
    drawings = [one for one in figures if one not in pictures]
    assert any(one.startswith("The life of the engine: ") for one in drawings)
    assert all(len(one) > 20 for one in drawings)


def test_running_headers_and_footers_are_artifacts(everything: bytes) -> None:
    with pikepdf.open(io.BytesIO(everything)) as pdf:
        for sheet in pdf.pages:
            content = pikepdf.parse_content_stream(sheet)
            marks = [str(step.operands[0]) for step in content if str(step.operator) in {"BMC", "BDC"}]
            assert "/Artifact" in marks
            texts, inside = 0, ""
            for step in content:
                if str(step.operator) in {"BMC", "BDC"}:
                    inside = str(step.operands[0])
                texts += inside == "/Artifact" and str(step.operator) == "TJ"
            assert texts >= 2


def test_all_fonts_are_embedded_and_come_from_the_layout(everything: bytes) -> None:
    with pikepdf.open(io.BytesIO(everything)) as pdf:
        fonts = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/FontFile2" in one]
        names = {str(one.FontName).split("+")[1].split(",")[0] for one in fonts}
    assert names
    assert all(name.startswith(("Source-Serif-4", "Carlito", "Cousine")) for name in names), names


def test_the_bytes_are_the_same_in_another_process_and_folder(everything: bytes, tmp_path: Path) -> None:
    source = tmp_path / "elsewhere"
    source.mkdir()
    for file in filter(Path.is_file, EVERYTHING.parent.rglob("*")):
        copy = source / file.relative_to(EVERYTHING.parent)
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(file.read_bytes())
    code = (
        "import sys, pathlib, printed\n"
        "file = pathlib.Path(sys.argv[1])\n"
        "sys.stdout.buffer.write(printed.printed(file.read_text('utf-8'), file.parent).data)"
    )
    paths = os.pathsep.join([str(ROOT / "src"), str(Path(__file__).parent)])
    environment = {**os.environ, "PYTHONPATH": paths, "PYTHONHASHSEED": "99", "TZ": "Asia/Tokyo"}
    command = [sys.executable, "-c", code, str(source / EVERYTHING.name)]
    made = subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
    assert made.stdout == everything


def test_long_tables_repeat_their_head_and_long_words_stay_on_the_page() -> None:
    rows = "\n".join(f'    - ["{row}", Row number {row}, {LONG_WORD}]' for row in range(1, 61))
    content = (
        f"- table: Many rows\n  header: [No, Name, Headword]\n  rows:\n{rows}\n"
        f"- points: [{LONG_WORD}]\n- question: {LONG_WORD}\n  options: [{LONG_WORD}, b]\n  answer: B\n"
        f"- comparison: {LONG_WORD}\n  columns:\n"
        + "".join(f"    - {{heading: {LONG_WORD}, points: [{LONG_WORD}]}}\n" for _ in range(4))
    )
    made = printed(with_content(content).replace("A lesson", f"A lesson on {LONG_WORD} and other long words"))
    pages = words_of(made.data)
    with_rows = [text for text in pages if "Row number" in text]
    assert len(with_rows) >= 3
    assert all("No Name Headword" in text for text in with_rows)
    assert _outside(made.data) == []


def _outside(data: bytes) -> list[str]:
    """Characters that lie outside the margins of their page."""
    outside = []
    for sheet in pypdfium2.PdfDocument(data):
        text = sheet.get_textpage()
        for index in range(text.count_chars()):
            left, _, right, _ = text.get_charbox(index)
            if right - left > 0.1 and (left < 45 or right > 595 - 45):
                outside.append(text.get_text_range(index, 1))
    return outside
