"""Decks in languages of other scripts: direction, fonts, lines and characters in the finished files."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pytest
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator
from pptx import Presentation

from diptych.deck.design.design import DeckDesign
from diptych.deck.plan.deck import plan_deck
from diptych.deck.print.printed import printed_deck
from diptych.deck.template.design import own_design
from diptych.deck.values import Deck
from diptych.deck.write.deck import write_deck
from diptych.layout.load import load_layout
from diptych.material.document import Document
from diptych.material.findings import SourceError
from diptych.material.prepare import prepare
from diptych.material.reader import read_material
from diptych.proof.accessibility import accessibility_faults
from diptych.proof.deck import faint_words, fit_faults, lint_package
from diptych.proof.finished_text import slide_letters
from diptych.proof.leaves import leaves_of
from diptych.proof.opc import OpenPackage
from tests.deck.school.designs import design_of
from tests.deck.school.templates import office

CASES = Path(__file__).parents[1] / "cases" / "languages"
NAMES = sorted(path.stem for path in CASES.glob("*.yaml"))
LAYOUT = load_layout("classic")
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


@cache
def document(name: str) -> Document:
    return read((CASES / f"{name}.yaml").read_text("utf-8"))


def read(text: str) -> Document:
    material = read_material(text)
    known = material.lang if material.lang in LAYOUT.languages() else "en"
    return prepare(material, CASES, replace(LAYOUT.labels(known), lang=material.lang))


def design(lang: str) -> DeckDesign:
    return own_design(LAYOUT, lang=lang)


@cache
def made(name: str) -> tuple[Deck, DeckDesign, bytes]:
    source = document(name)
    own = design(source.material.lang)
    deck = plan_deck(source, own)
    return deck, own, write_deck(deck, own)


def slides(name: str) -> list[Any]:
    return list(Presentation(io.BytesIO(made(name)[2])).slides)


def elements(name: str, tag: str) -> Iterator[Any]:
    for slide in slides(name):
        yield from slide._element.iter(f"{A}{tag}")


def text_of(paragraph: Any) -> str:
    return "".join(one.text or "" for one in paragraph.iter(f"{A}t"))


def run_with(name: str, words: str) -> Any:
    """The properties of the first run that holds the words."""
    return next(run.find(f"{A}rPr") for run in elements(name, "r") if words in (run.findtext(f"{A}t") or ""))


def paragraph_with(name: str, words: str) -> Any:
    return next(one for one in elements(name, "p") if words in text_of(one))


@pytest.mark.parametrize("name", NAMES)
def test_a_deck_in_any_script_has_room_contrast_and_a_reading_order(name: str) -> None:
    deck, own, data = made(name)
    package = OpenPackage(data)
    assert len(deck.slides) > 3
    assert lint_package(package) == []
    assert fit_faults(package, own.fonts) == []
    assert faint_words(package) == []
    assert accessibility_faults(package) == []


@pytest.mark.parametrize("name", ["arabic", "japanese", "mixed"])
def test_its_file_is_valid_open_xml(name: str, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(made(name)[2])
    assert OpenXmlValidator(FileFormat.MICROSOFT_365).validate(path).errors == []


@pytest.mark.parametrize("name", NAMES)
def test_every_text_of_the_source_stands_in_the_deck(name: str) -> None:
    package = OpenPackage(made(name)[2])
    whole = "".join(slide.slide + slide.notes for slide in slide_letters(package))
    leaves = leaves_of(document(name).material)
    assert len(leaves) > 5
    for leaf in leaves:
        if leaf.path != "lang":
            assert all(stretch in whole for stretch in leaf.stretches), leaf.path


@pytest.mark.parametrize("name", ["arabic", "hebrew"])
def test_paragraphs_that_run_back_begin_at_the_right(name: str) -> None:
    count = 0
    for paragraph in elements(name, "p"):
        if re.search(r"[\u05d0-\u064a]", text_of(paragraph)) and "print(" not in text_of(paragraph):
            properties = paragraph.find(f"{A}pPr")
            assert properties.get("rtl") == "1"
            assert properties.get("algn") in ("r", "ctr")
            count += 1
    assert count > 30


def test_slide_layouts_of_our_own_stand_the_other_way_round() -> None:
    usual, back = design("en").layouts, design("ar").layouts
    assert len(usual.layouts) > 20
    for key, layout in usual.layouts.items():
        for name, area in layout.placeholders.items():
            other = back[key].placeholders[name]
            assert other.box.x == usual.width - area.box.right
            assert other.box.y == area.box.y


def test_a_tick_is_no_tick_any_more_once_it_is_turned_over() -> None:
    usual, back = (
        [one.box for one in design(lang).layouts["answer"].decorations if one.sign] for lang in ("en", "ar")
    )
    assert len(usual) == 2
    assert [box[2:] for box in usual] == [box[2:] for box in back]


def test_columns_of_tables_follow_each_other_from_the_right() -> None:
    tables = list(elements("arabic", "tbl"))
    assert tables
    assert all(table.find(f"{A}tblPr").get("rtl") == "1" for table in tables)


def test_what_is_compared_begins_at_the_right() -> None:
    deck, _, _ = made("arabic")
    (slide,) = (slide for slide in deck.slides if slide.layout == "comparison")
    first, second = (one for one in slide.shapes if getattr(one, "placeholder", "").startswith("body"))
    assert first.box.x > second.box.x  # type: ignore[union-attr]


def test_the_line_of_progress_fills_from_the_right() -> None:
    deck, own, _ = made("arabic")
    (line,) = (one for one in deck.slides[-1].shapes if one.name == "Progress")
    assert line.start[0] > line.end[0]  # type: ignore[union-attr]
    assert line.start[0] < own.layouts.width / 2  # type: ignore[union-attr]


def test_programs_run_from_left_to_right_in_every_language() -> None:
    properties = paragraph_with("arabic", "print(").find(f"{A}pPr")
    assert (properties.get("rtl"), properties.get("algn")) == ("0", "l")


def test_signs_stay_with_the_words_that_they_belong_to() -> None:
    words = text_of(paragraph_with("arabic", "NATO"))
    assert "C++\u200e" in words
    assert re.search(r"\u05dd!\u200f", text_of(paragraph_with("mixed", "Hebrew")))
    assert "303\u00a0000" in {text_of(one) for one in elements("hebrew", "p")}


def test_passages_say_their_language_in_the_form_that_office_knows() -> None:
    assert run_with("mixed", "浮世絵").get("lang") == "ja-JP"
    assert run_with("mixed", "بيت").get("lang") == "ar-SA"
    assert run_with("arabic", "Constantinople").get("lang") == "en"
    assert run_with("mixed", "浮世絵").find(f"{A}ea").get("typeface") == "Yu Gothic"
    assert run_with("mixed", "真理").find(f"{A}ea").get("typeface") == "Microsoft YaHei"


def test_a_theme_names_a_font_for_every_script_it_is_asked_for() -> None:
    with zipfile.ZipFile(io.BytesIO(made("japanese")[2])) as package:
        theme = etree.fromstring(package.read("ppt/theme/theme1.xml"))
    assert {one.get("typeface") for one in theme.iter(f"{A}ea")} == {"Yu Gothic"}
    scripts = {one.get("script") for one in theme.iter(f"{A}font")}
    assert scripts >= {"Jpan", "Hans", "Hant", "Hang", "Arab", "Hebr"}


@pytest.mark.parametrize("name", ["arabic", "hebrew", "japanese", "chinese"])
def test_scripts_without_italics_have_none(name: str) -> None:
    slanted = [run for run in elements(name, "r") if run.find(f"{A}rPr").get("i") == "1"]
    assert not any(re.search(r"[\u0590-\uffef]", run.findtext(f"{A}t") or "") for run in slanted)
    layouts = own_design(LAYOUT, lang=document(name).material.lang).layouts.layouts.values()
    assert not any(area.italic for layout in layouts for area in layout.placeholders.values())


def test_what_is_emphasised_in_them_is_bold() -> None:
    assert run_with("japanese", "版元").get("b") == "1"
    assert run_with("arabic", "كبيرة").get("b") == "1"


def test_a_japanese_quotation_in_an_english_deck_stands_upright() -> None:
    assert run_with("mixed", "春はあけぼの").get("i") == "0"


def test_lines_of_tall_scripts_stand_at_one_distance_in_every_font() -> None:
    spacing = paragraph_with("japanese", "寺子屋の広がり").find(f"{A}pPr/{A}lnSpc/{A}spcPts")
    size = run_with("japanese", "寺子屋の広がり").get("sz")
    assert int(spacing.get("val")) == pytest.approx(1.44 * int(size))
    assert paragraph_with("russian", "Указ").find(f"{A}pPr/{A}lnSpc") is None


def test_headlines_without_spaces_are_broken_between_phrases() -> None:
    title = slides("japanese")[0].shapes.title.text
    assert title == "江戸時代の町人文化は\vどのように花開いたのか"


def test_no_printed_line_begins_with_what_never_does() -> None:
    deck, own, _ = made("japanese")
    data = printed_deck(deck, own, LAYOUT, document("japanese").labels, "three").data
    with pypdfium2.PdfDocument(data) as pdf:
        lines = "\n".join(page.get_textpage().get_text_range() for page in pdf).splitlines()
    assert len(lines) > 30
    assert not [line for line in lines if line[:1] in "、。」』）ー・っゃゅょ" and line]


@pytest.mark.parametrize(("char", "code"), [("𒀀", "U+12000"), ("🌧", "U+1F327")])
def test_a_character_that_no_font_has_is_told_with_its_code_and_line(char: str, code: str) -> None:
    points = f"  - points:\n    - one\n    - two {char}\n"
    lesson = f"title: A\nlang: en\nsections:\n- title: B\n  content:\n{points}"
    with pytest.raises(SourceError) as caught:
        plan_deck(read(lesson), design("en"))
    (finding,) = caught.value.findings
    assert code in finding.message
    assert char in finding.message
    assert finding.place.line == 8


def test_a_script_without_a_font_is_told_once() -> None:
    lesson = "title: A\nlang: en\nsections:\n- title: B\n  content:\n  - points: [ሀ ለ ሐ መ ሠ ረ]\n"
    with pytest.raises(SourceError) as caught:
        plan_deck(read(lesson), design("en"))
    (finding,) = caught.value.findings
    assert "U+1200" in finding.message


def test_columns_of_a_schools_template_are_filled_from_the_right(tmp_path: Path) -> None:
    own = design_of(office(), tmp_path)
    assert own.layouts["two-columns"].placeholders["left"].box.x < own.layouts.width / 2
    back = design_of(office(), tmp_path, lang="ar")
    assert back.layouts["two-columns"].placeholders["left"].box.x > back.layouts.width / 2
    deck = plan_deck(document("arabic"), back)
    package = OpenPackage(write_deck(deck, back))
    assert fit_faults(package, back.fonts) == []
    (slide,) = (slide for slide in deck.slides if slide.layout == "comparison")
    first, second = (one for one in slide.shapes if getattr(one, "placeholder", "").startswith("body"))
    assert first.box.x > second.box.x  # type: ignore[union-attr]


@pytest.mark.parametrize("form", ["notes", "six"])
def test_slides_in_hebrew_are_printed_from_the_right(form: Any) -> None:
    deck, own, _ = made("hebrew")
    data = printed_deck(deck, own, LAYOUT, document("hebrew").labels, form).data
    with pypdfium2.PdfDocument(data) as pdf:
        page = pdf[0]
        text = page.get_textpage()
        start = text.get_text_range().index(deck.slides[0].title[:8])
        left, _, right, _ = text.get_charbox(start)
        assert right > page.get_width() * 0.55
        assert left < page.get_width()
