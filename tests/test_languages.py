"""One lesson in every language that is shipped: no English word of ours stands in either panel."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation

from diptych.deck.plan.deck import plan_deck
from diptych.deck.template.design import own_design
from diptych.deck.write.deck import write_deck
from diptych.handout.edition import Edition
from diptych.handout.html import render_html
from diptych.layout.load import load_layout
from diptych.material.document import Document
from diptych.material.prepare import prepare
from diptych.material.reader import read_material
from tests.handout.printed import printed, words_of

LAYOUT = load_layout("classic")
LANGUAGES = tuple("zh-TW" if lang == "zh-Hant" else lang for lang in LAYOUT.languages() if lang != "en")
OTHER_SCRIPTS = ("ar", "he", "ja", "ru", "zh", "zh-TW")
ENGLISH = LAYOUT.labels("en")
# The lesson's own words are 123 and the like, so that every letter is one of the layout's.
LESSON = """\
title: "123"
lang: {lang}
date: 1922-04-16
version: "1"
course: "1"
time_required: 45
central_question: "1?"
learning_objectives: ["1"]
prior_knowledge: ["1"]
key_terms: [{{term: "11", definition: "12"}}, {{term: "21", definition: "22"}}]
people: [{{name: "31", role: "32", dates: 1870/1924, about: "33"}}]
places: [{{name: "41", about: "42"}}]
timeline: [{{date: 1922-04, event: "51"}}, {{date: "-0043", event: "52"}}, {{date: 1934/.., event: "53"}}]
misconceptions: [{{misconception: "61", response: "62"}}]
key_points: ["71"]
sources: [{{id: s, title: "81", date: 1922~, extract: "82", provenance: "83"}}]
sections:
  - title: "1"
    assertion: "2"
    minutes: 12
    content:
      - text: '1 "2 ''3'' 4" 5.'
      - table: "1"
        header: ["1", "2"]
        rows: [["3", "4"]]
      - callout: "1"
        kind: warning
      - callout: "1"
        kind: tip
      - definition: "1"
        meaning: "2"
      - activity: "1"
        minutes: 5
        materials: ["1"]
        instructions: "1"
      - question: "1?"
        options: ["1", "2"]
        answer: A
        marks: 2
        explanation: "1"
      - question: "1?"
        answer: "1"
        marks: 1
      - question: "1?"
        pairs: [{{left: "1", right: "2"}}, {{left: "3", right: "4"}}]
      - chart: "1"
        alt: "1"
        kind: bar
        categories: ["1", "3"]
        series: [{{name: "4", values: [2, 3]}}]
    notes: "1"
"""
PAGE = """\
title: "1"
lang: {lang}
date: 1922-04-16
sections: [{{title: "1", content: [text: '1 "2 ''3'' 4"']}}]
"""


@cache
def lesson(lang: str) -> Document:
    material = read_material(LESSON.format(lang=lang))
    return prepare(material, Path(), LAYOUT.labels(material.lang))


@cache
def handout(lang: str) -> tuple[str, ...]:
    """All words of the teacher's handout, and those that screen readers read."""
    html = render_html(lesson(lang), LAYOUT, edition=Edition("teacher"))
    tree: Any = etree.fromstring(html.encode(), etree.HTMLParser())
    for element in tree.xpath("//style | //script | //head/meta | //code"):
        element.getparent().remove(element)
    found = tree.xpath("//text() | //@alt | //@title | //@aria-label")
    return tuple(text for one in found if (text := " ".join(str(one).split())))


@cache
def deck(lang: str) -> tuple[str, ...]:
    """All words of the deck: on slides, in notes, and those that screen readers read."""
    own = own_design(LAYOUT, lang=lang)
    slides = Presentation(io.BytesIO(write_deck(plan_deck(lesson(lang), own), own))).slides
    return tuple(word for slide in slides for part in (slide, slide.notes_slide) for word in _words(part))


def _words(part: Any) -> Iterator[str]:
    root = part._element
    for paragraph in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}p"):
        yield "".join(str(text) for text in paragraph.xpath(".//a:t/text()"))
    yield from (str(one) for one in root.xpath("//@descr"))


@pytest.mark.parametrize("lang", OTHER_SCRIPTS)
def test_both_panels_are_without_latin_letters_in_other_scripts(lang: str) -> None:
    for words in (handout(lang), deck(lang)):
        assert any(not text.isascii() for text in words)
        # Choices bear letters, centuries Roman numerals.
        left = [text for text in words if re.search(r"[a-z]{2}|[A-Z]{3}", text)]
        assert left == []


@pytest.mark.parametrize("lang", [lang for lang in LANGUAGES if lang not in OTHER_SCRIPTS])
def test_no_label_stands_in_english_in_a_language_that_has_its_own(lang: str) -> None:
    own = LAYOUT.labels(lang)
    english = {one for one in ENGLISH.texts if len(one) > 3} - set(own.texts)
    assert len(english) > 100
    for words in (handout(lang), deck(lang)):
        assert english.isdisjoint(words)
        assert not any(month in " ".join(words) for month in set(ENGLISH.months) - set(own.months))


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("de", "1 „2 ‚3‘ 4“ 5"),
        ("fr", "1 «\u202f2 “3” 4\u202f» 5"),
        ("ru", "1 «2 „3“ 4» 5"),
        ("es", "1 «2 “3” 4» 5"),
        ("ja", "1 「2 『3』 4」 5"),
        ("zh", "1 “2 ‘3’ 4” 5"),
        ("zh-TW", "1 「2 『3』 4」 5"),
        ("ar", "1 «2 “3” 4» 5"),
        ("he", "1 ״2 ׳3׳ 4״ 5"),
    ],
)
def test_quotations_in_quotations_have_the_marks_of_the_language_in_both_panels(lang: str, said: str) -> None:
    for words in (handout(lang), deck(lang)):
        assert any("".join(said.split()) in "".join(text.split()) for text in words)


@pytest.mark.parametrize(
    ("lang", "minutes", "marks"),
    [
        ("ru", ("45 минут", "5 минут", "12 минут"), ("2 балла", "1 балл")),
        ("ar", ("45 دقيقة", "5 دقائق", "12 دقيقة"), ("درجتان", "درجة واحدة")),
        ("ja", ("45分", "5分", "12分"), ("2点", "1点")),
        ("de", ("45 Min.", "5 Min.", "12 Min."), ("2 Punkte", "1 Punkt")),
    ],
)
def test_numbers_stand_in_their_plural_forms_in_both_panels(
    lang: str, minutes: tuple[str, ...], marks: tuple[str, ...]
) -> None:
    on_paper, on_slides = " ".join(handout(lang)), " ".join(deck(lang))
    for told in minutes:
        assert told in on_paper
        assert told in on_slides
    for told in marks:
        assert told in on_paper
        assert told in on_slides


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("de", ("Seite 1 von 1", "16. April 1922", "1 „2 ‚3‘ 4“")),
        ("ru", ("Страница 1 из 1", "16 апреля 1922 г.", "1 «2 „3“ 4»")),
        ("ja", ("1／1ページ", "1922年4月16日", "1 「2 『3』 4」")),
        pytest.param("zh-TW", ("第1頁，共1頁", "1922年4月16日", "1 「2 『3』 4」"), marks=pytest.mark.slow),
    ],
)
def test_the_printed_page_tells_date_and_number_in_its_language(lang: str, said: tuple[str, ...]) -> None:
    page = words_of(printed(PAGE.format(lang=lang)).data)[0]
    for told in said:
        assert "".join(told.split()) in "".join(page.split())
