"""Handouts that are read from the right: what stands where, in which order, and how it is found again."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import page
import pikepdf
import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest

from diptych.handout.edition import Edition
from diptych.handout.press import Press
from tests.handout.printed import LAYOUT, ROOT, html_of, printed, read, tags, with_content

LESSON = ROOT / "sources" / "al-khwarizmi" / "al-khwarizmi.yaml"
WIDTH = 595.3  # of A4, in points
CONTENT = """\
title: درس قصير
lang: ar
key_terms:
  - {term: المال, definition: مربع المجهول.}
sections:
  - title: الجزء الأول
    content:
      - points: [نقطة واحدة, "كتاب [Liber *Abaci*]{lang=la} مشهور"]
      - steps: [اقرأ النص]
      - table: المدن
        header: [المدينة, السكان]
        rows: [[بغداد, 900], [البصرة, 90000]]
      - comparison: مدينتان
        columns:
          - {heading: الكوفة, points: [مدينة]}
          - {heading: دمشق, points: [عاصمة]}
      - callout: تنبيه مهم
        kind: note
      - code: print(1)
        language: python
      - question: من كتب؟
        options: [فلان, علان]
        answer: A
      - question: صل
        kind: matching
        pairs: [{left: يمين, right: شمال}, {left: أول, right: ثان}]
      - text: Some words of *another* language.
        lang: en
      - text: שלום עולם
        lang: he
"""


@dataclass(frozen=True)
class Found:
    """Where words stand: page from 0, and edges in points from the lower left corner."""

    page: int
    left: float
    bottom: float
    right: float
    top: float


def find(data: bytes, words: str) -> Found:
    """The first place of the words, as a viewer's search finds it."""
    with pdfium.PdfDocument(data) as pdf:
        for number in range(len(pdf)):
            letters = pdf[number].get_textpage()
            if place := letters.search(words, match_case=True).get_next():
                start, count = place
                boxes = [letters.get_charbox(index) for index in range(start, start + count)]
                left, bottom, right, top = zip(*boxes, strict=True)
                return Found(number, min(left), min(bottom), max(right), max(top))
    raise AssertionError(f"{words} is nowhere")


def text_of(data: bytes) -> str:
    with pdfium.PdfDocument(data) as pdf:
        return "\n".join(one.get_textpage().get_text_bounded() for one in pdf)


@cache
def lesson() -> bytes:
    return printed(CONTENT).data


def english() -> bytes:
    return printed(with_content("- text: Words.")).data


@cache
def press() -> Press:
    return Press(read(LESSON.read_text("utf-8"), LESSON.parent), LAYOUT)


@cache
def pages(edition: Edition) -> bytes:
    return press().print(edition).data


def test_text_begins_at_the_right_and_labels_hang_right_of_it() -> None:
    data = lesson()
    assert find(data, "درس قصير").right == pytest.approx(WIDTH - 51, abs=3)
    assert find(data, "المال").left > find(data, "مربع المجهول").right
    assert find(data, "السؤال 1").left > find(data, "من كتب").right


def test_markers_numbers_and_boxes_stand_right_of_what_they_belong_to() -> None:
    data = lesson()
    step, option = find(data, "اقرأ النص"), find(data, "فلان")
    with pdfium.PdfDocument(data) as pdf:
        letters = pdf[step.page].get_textpage()
        beside = letters.get_text_bounded(step.right, step.bottom - 1, step.right + 20, step.top + 1)
        assert "1" in beside
        letters = pdf[option.page].get_textpage()
        assert "أ" in letters.get_text_bounded(
            option.right, option.bottom - 1, option.right + 40, option.top + 1
        )
    assert option.right < find(data, "من كتب").right - 30


def test_the_first_column_is_the_rightmost_one() -> None:
    data = lesson()
    assert find(data, "المدينة").left > find(data, "السكان").right
    assert find(data, "الكوفة").left > find(data, "دمشق").right
    assert find(data, "يمين").left > find(data, "شمال").right


def test_digits_stand_below_each_other() -> None:
    data = lesson()
    with pdfium.PdfDocument(data) as pdf:
        table = find(data, "بغداد")
        letters = pdf[table.page].get_textpage()
        search = letters.search("900")
        ends = [letters.get_charbox(start + count - 1) for start, count in iter(search.get_next, None)]
    assert [round(end[2]) for end in ends[:1]] == [round(find(data, "90000").right)]


def test_the_page_number_stands_at_the_left_and_the_title_at_the_right() -> None:
    number = find(lesson(), "صفحة 1")
    assert number.left < 80 and number.bottom < 60
    assert find(pages(Edition()), "صفحة 2").right < WIDTH / 2


def test_programs_are_read_from_the_left() -> None:
    assert find(lesson(), "print").left < 80


def test_a_timeline_runs_from_the_right() -> None:
    data = pages(Edition())
    assert find(data, "تأسيس بغداد").left > find(data, "الترجمة اللاتينية").right


def test_words_are_found_as_they_are_written() -> None:
    text = text_of(pages(Edition()))
    sought = ["إلى الخليفة المأمون", "والمقابلة", "وقياس الأرض", "الأول", "Rosen", "علم الجبر", "جذور تعدل"]
    assert [words for words in sought if words not in text] == []


def test_passages_in_another_direction_keep_their_order() -> None:
    data = lesson()
    latin, more = find(data, "Liber"), find(data, "Abaci")
    assert latin.right < more.left
    assert find(data, "كتاب").left > more.right and latin.left > find(data, "مشهور").right
    some, other = find(data, "Some"), find(data, "another")
    assert some.left < 60 and some.right < other.left
    assert find(data, "שלום").left > find(data, "עולם").right


def test_the_file_says_that_it_is_read_from_the_right() -> None:
    with pikepdf.open(io.BytesIO(lesson())) as pdf:
        assert pdf.Root.ViewerPreferences.Direction == pikepdf.Name.R2L
        assert str(pdf.Root.Lang) == "ar"
    with pikepdf.open(io.BytesIO(english())) as pdf:
        assert "/Direction" not in pdf.Root.ViewerPreferences


def test_tags_tell_the_words_in_reading_order_and_their_languages() -> None:
    found = tags(lesson())
    told = [tag.values["/ActualText"] for tag in found if "/ActualText" in tag.values]
    assert {"مربع المجهول.", "שלום עולם"} <= set(told)
    assert {tag.values["/Lang"] for tag in found if "/Lang" in tag.values} >= {"la", "en", "he"}


def test_only_the_fonts_that_a_document_needs_are_in_it() -> None:
    def fonts(data: bytes) -> set[str]:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            names = [str(one.FontName) for one in pdf.objects if _describes_font(one)]
        return {name.partition("+")[2].partition("-")[0] for name in names}

    assert {"Vazirmatn", "Frank"} <= fonts(lesson())
    assert not {"Vazirmatn", "Frank"} & fonts(english())


def _describes_font(thing: object) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor"


@pytest.mark.parametrize("spacing", ["standard", "dyslexia"])
def test_letters_that_join_are_never_set_apart(spacing: str) -> None:
    setting = LAYOUT.setting(spacing=spacing, lang="ar")
    assert setting.type.letter_spacing == 0
    assert LAYOUT.setting(spacing="dyslexia").type.letter_spacing > 0
    assert not setting.type.hyphens and not setting.type.italics


def test_the_gutter_is_at_the_right_of_the_first_page() -> None:
    bound = find(pages(Edition(margins="bound")), "الخوارزمي وعلم الجبر")
    assert WIDTH - bound.right > WIDTH - find(pages(Edition()), "الخوارزمي وعلم الجبر").right + 15


def test_a_booklet_is_bound_at_the_right() -> None:
    first = find(pages(Edition(paper="a5-booklet")), "صفحة 1 من")
    with pdfium.PdfDocument(pages(Edition(paper="a5-booklet"))) as pdf:
        assert first.page == 0 and first.right < pdf[0].get_width() / 2


def test_the_cues_of_cornell_pages_stand_at_the_right() -> None:
    data = pages(Edition(form="cornell"))
    cue, note = find(data, "ماذا سمى"), find(data, "تأسيس بغداد")
    assert cue.left > WIDTH * 0.6 and note.right < WIDTH * 0.7


def test_cards_begin_at_the_right_and_their_backs_at_the_left() -> None:
    data = pages(Edition(form="flashcards"))
    assert find(data, "الجبر").page == 0
    assert find(data, "المقابلة").right < WIDTH / 2 < find(data, "الجذر").left
    back = find(data, "إزالة الحد المطروح")
    assert back.page == 1 and back.right < WIDTH / 2


EDITIONS = [
    Edition(),
    Edition(edition="answers"),
    Edition(form="cornell"),
    Edition(form="organiser"),
    Edition(form="flashcards"),
    Edition(form="exit-slips"),
    Edition(form="cloze", paper="a5", size="large-print"),
]


@pytest.mark.slow
@pytest.mark.parametrize("edition", EDITIONS, ids=lambda one: f"{one.form}-{one.edition}-{one.size}")
def test_every_form_of_the_arabic_lesson_is_accessible(edition: Edition, tmp_path: Path) -> None:
    file = tmp_path / "handout.pdf"
    file.write_bytes(pages(edition))
    found = page.validate_pdf(str(file), profile=page.ValidationProfile.PDF_UA_1).to_dict()
    assert found["is_compliant"], found["failures"]


def test_addresses_and_names_with_signs_are_read_from_the_left() -> None:
    html = html_of(_arabic("text: انظر https://example.org/a?b=1. ثم C++ وغيرها"))
    assert '<span dir="ltr">https://example.org/a?b=1</span>' in html
    assert '<span dir="ltr">C++</span>' in html


def test_a_gap_for_a_latin_word_stands_where_the_line_has_it() -> None:
    html = html_of(_arabic("question: 'زار [London]{gap} أمس'"))
    assert 'class="gap' in html
    assert '<span dir="ltr"><span class="gap' not in html


def _arabic(block: str) -> str:
    return f"title: درس\nlang: ar\nsections:\n  - title: جزء\n    content:\n      - {block}\n"
