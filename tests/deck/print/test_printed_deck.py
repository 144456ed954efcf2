"""The printed deck as a file: tags, bookmarks, forms, notes, and that it is the same every time."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import outloud
import page
import pikepdf
import pytest
from pypdf import PdfReader

from diptych.deck.print.forms import FormName
from diptych.deck.print.printed import printed_deck
from diptych.deck.template.design import own_design
from diptych.deck.values import Deck, SlideSection
from diptych.material.findings import SourceError
from tests.deck.planned import lesson, planned
from tests.deck.print.paper import LAYOUT, SOURCES, deck_of, print_of, printed
from tests.handout.printed import tags, words_of

EVERYTHING = next(source for source in SOURCES if source.name == "everything")
LABELS = LAYOUT.labels("en-GB")
LIST = lesson("- points: [First, {point: Second, points: [Deeper, Deepest]}, Third]")
TABLE = lesson("""
- table: Ions
  header: [Ion, Colour]
  header_column: true
  rows: [[Sodium, yellow], [Copper, green]]
""")


def printed_values(deck: Deck, form: FormName) -> bytes:
    return printed_deck(deck, own_design(LAYOUT), LAYOUT, LABELS, form).data


def outline(data: bytes) -> list[tuple[int, str, int]]:
    """Depth, title and page of every bookmark."""
    reader = PdfReader(io.BytesIO(data))

    def below(items: Any, depth: int) -> list[tuple[int, str, int]]:
        found = []
        for item in items:
            if isinstance(item, list):
                found += below(item, depth + 1)
            else:
                found.append((depth, item.title, (reader.get_destination_page_number(item) or 0) + 1))
        return found

    return below(reader.outline, 1)


@pytest.mark.parametrize("form", ["notes", "three", "six"])
def test_it_meets_pdf_ua_without_a_failure(form: FormName, tmp_path: Path) -> None:
    path = tmp_path / "slides.pdf"
    path.write_bytes(print_of(EVERYTHING, form).data)
    report = page.validate_pdf(str(path), profile=page.ValidationProfile.PDF_UA_1).to_dict()
    assert report["is_compliant"], report["failures"]
    assert not report["failures"]


def test_a_semantic_checker_finds_no_error(tmp_path: Path) -> None:
    path = tmp_path / "slides.pdf"
    path.write_bytes(print_of(EVERYTHING, "notes").data)
    # A small table with heads of columns and of rows has more heads than data, and rightly so.
    errors = [one.rule for one in outloud.check(str(path)).findings if one.severity == "error"]
    assert [rule for rule in errors if rule != "TBL-010"] == []


@pytest.mark.parametrize(("form", "on_page"), [("notes", 1), ("three", 3), ("six", 6)])
def test_each_form_has_so_many_slides_on_a_page(form: FormName, on_page: int) -> None:
    deck, _ = deck_of(EVERYTHING)
    print_ = print_of(EVERYTHING, form)
    assert print_.pages == -(-len(deck.slides) // on_page)
    assert print_.pages == len(PdfReader(io.BytesIO(print_.data)).pages)


@pytest.mark.parametrize("form", ["notes", "six"])
def test_every_slide_is_a_heading_and_a_bookmark_below_its_section(form: FormName) -> None:
    deck, _ = deck_of(EVERYTHING)
    data = print_of(EVERYTHING, form).data
    expected = []
    for section in deck.sections:
        expected.append((1, section.name))
        expected += [(2, slide.title) for slide in section.slides]
    assert [(depth, title) for depth, title, _ in outline(data)] == expected
    assert [tag.kind for tag in tags(data)].count("/H1") == len(deck.slides)


@pytest.mark.parametrize(("form", "on_page"), [("notes", 1), ("three", 3)])
def test_every_page_says_section_title_and_number(form: FormName, on_page: int) -> None:
    deck, _ = deck_of(EVERYTHING)
    names = [section.name for section in deck.sections for _ in section.slides]
    pages = words_of(print_of(EVERYTHING, form).data)
    for index, words in enumerate(pages):
        assert names[index * on_page] in words
        assert deck.properties.title in words
        assert f"Page {index + 1} of {len(pages)}" in words


def test_a_list_is_tagged_as_a_list_with_its_bullets_as_labels() -> None:
    found = tags(printed(LIST, "three").data)
    items = [tag for tag in found if tag.kind == "/LI"]
    assert len([tag for tag in items if tag.kids == ("/Lbl", "/LBody")]) == len(items) >= 5
    nested = [tag for tag in found if tag.kind == "/LBody" and "/L" in tag.kids]
    assert len(nested) == 1


def test_a_table_has_heads_with_their_scope_and_a_summary() -> None:
    found = tags(printed(TABLE, "three").data)
    scopes = [tag.values["/Scope"] for tag in found if tag.kind == "/TH"]
    assert scopes == ["/Column", "/Column", "/Row", "/Row"]
    (table,) = (tag for tag in found if tag.kind == "/Table")
    assert "Ion, Colour" in table.values["/Summary"]


def test_pictures_and_timelines_are_figures_with_their_alternative_text() -> None:
    found = tags(print_of(EVERYTHING, "three").data)
    told = [tag.values.get("/Alt", "") for tag in found if tag.kind == "/Figure"]
    assert len(told) >= 2
    assert all(told)


def test_footers_and_slide_numbers_are_no_part_of_what_is_read() -> None:
    with pikepdf.open(io.BytesIO(print_of(EVERYTHING, "notes").data)) as pdf:
        numbers = [_artifact_texts(page) for page in pdf.pages]
    assert sum(numbers) >= len(numbers)


def _artifact_texts(page: pikepdf.Page) -> int:
    """How many artifacts of a page show text."""
    inside, count = False, 0
    for one in pikepdf.parse_content_stream(page):
        if str(one.operator) in ("BMC", "BDC"):
            inside = str(one.operands[0]) == "/Artifact"
        count += inside and str(one.operator) in ("Tj", "TJ")
    return count


def test_notes_stand_below_their_slide_as_text_with_lists_and_bold() -> None:
    text = lesson(
        "- points: [A point]\n  notes: |\n    Say **this** first.\n\n    - Then that\n    - And more\n"
    )
    words = " ".join(words_of(printed(text, "notes").data))
    assert "Notes" in words
    assert "Say this first." in words
    assert "Then that" in words
    assert "Notes" not in " ".join(words_of(printed(text, "three").data))


def test_long_notes_run_on_to_a_page_that_says_so() -> None:
    long = "\n\n".join(f"    Paragraph {number}. " + "Many words follow here. " * 12 for number in range(12))
    deck = planned(lesson(f"- points: [A point]\n  notes: |\n{long}\n"))
    data = printed_values(deck, "notes")
    pages = words_of(data)
    number = next(number for number, slide in enumerate(deck.slides, 1) if "Paragraph 0" in str(slide.notes))
    continued = [words for words in pages if f"Slide {number} (continued)" in words]
    assert len(pages) == len(deck.slides) + 1
    assert len(continued) == 1
    assert "Paragraph 11" in continued[0]


def test_a_hidden_slide_is_printed_and_marked() -> None:
    deck = planned(LIST)
    first, *others = deck.sections
    slides = tuple(replace(slide, hidden=number == 0) for number, slide in enumerate(first.slides))
    hidden = replace(deck, sections=(SlideSection(first.name, slides), *others))
    for form in ("notes", "three", "six"):
        words = " ".join(words_of(printed_values(hidden, form)))
        assert words.count("hidden in the show") == 1


def test_links_lead_to_slides_and_out_of_the_file() -> None:
    data = printed(lesson('- points: ["See [the site](https://example.org)"]'), "three").data
    reader = PdfReader(io.BytesIO(data))
    notes = [one.get_object() for page in reader.pages for one in page.get("/Annots", [])]
    assert "https://example.org" in [note["/A"]["/URI"] for note in notes if "/URI" in note.get("/A", {})]
    assert all(note["/F"] == 4 and note["/Contents"] for note in notes)
    assert any("/Dest" in note or "/D" in note.get("/A", {}) for note in notes)


def test_the_file_says_its_title_language_and_licence() -> None:
    with pikepdf.open(io.BytesIO(print_of(EVERYTHING, "six").data)) as pdf:
        deck, _ = deck_of(EVERYTHING)
        assert str(pdf.Root.Lang) == deck.properties.lang
        assert pdf.open_metadata().get("dc:title") == deck.properties.title
        assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_the_same_deck_gives_the_same_bytes() -> None:
    for form in ("notes", "three", "six"):
        assert printed(LIST, form).data == printed(LIST, form).data


def test_a_character_that_no_font_has_is_told_with_its_place() -> None:
    with pytest.raises(SourceError) as caught:
        printed(lesson("- points: [Rain 🌧]"), "six")
    assert "🌧" in caught.value.findings[0].message
    assert caught.value.findings[0].place.line > 0
