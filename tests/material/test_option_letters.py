"""Options are lettered as schools of the language letter them, alike in both panels and in answers."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pptx import Presentation

from diptych.deck.plan.deck import plan_deck
from diptych.deck.template.design import own_design
from diptych.deck.write.deck import write_deck
from diptych.exchange.gift import gift_text
from diptych.handout.edition import Edition
from diptych.handout.html import render_html
from diptych.layout.load import load_layout
from diptych.material.answers import right_options
from diptych.material.blocks import Question
from diptych.material.document import Document
from diptych.material.findings import SourceError
from diptych.material.numbering import all_blocks
from diptych.material.prepare import prepare
from diptych.material.reader import read_material
from diptych.proof.leaves import leaves_of

LAYOUT = load_layout("classic")
LESSON = """\
title: "1"
lang: {lang}
sources: [{{id: s, title: "9", extract: "9"}}]
sections:
  - title: "1"
    content:
      - question: "1?"
        options: ["11", "22", "33", "44"]
        answer: "{answer}"
      - source: s
"""


def document(lang: str, answer: str) -> Document:
    return prepare(read_material(LESSON.format(lang=lang, answer=answer)), Path(), LAYOUT.labels(lang))


def question(read: Document) -> Question:
    return next(one for one in all_blocks(read.material.sections) if isinstance(one, Question))


@pytest.mark.parametrize(
    ("lang", "answer", "right"),
    [
        ("en", "B", (1,)),
        ("en", "B and D", (1, 3)),
        ("ar", "ب", (1,)),
        ("ar", "B", (1,)),
        ("ar", "ا، د", (0, 3)),
        ("he", "ב'", (1,)),
        ("ja", "イ", (1,)),
        ("ja", "ア、ウ", (0, 2)),
        ("ja", "Ｂ", (1,)),
        ("ru", "Б", (1,)),
        ("ru", "В и Г", (2, 3)),
        ("zh", "Ａ、Ｃ", (0, 2)),
    ],
)
def test_an_answer_names_options_by_the_letters_of_the_language_or_by_latin_ones(
    lang: str, answer: str, right: tuple[int, ...]
) -> None:
    assert right_options(question(document(lang, answer))) == right


def test_an_answer_that_names_no_option_is_an_error() -> None:
    with pytest.raises(SourceError, match="none of the options"):
        document("ar", "ي")


@pytest.mark.parametrize(("lang", "mark"), [("ar", "ب"), ("he", "ב"), ("ja", "イ"), ("ru", "Б"), ("fr", "B")])
def test_handout_key_and_deck_have_the_same_letters(lang: str, mark: str) -> None:
    read, own = document(lang, mark), own_design(LAYOUT, lang=lang)
    assert f'<span class="letter" data-tag="Lbl">{mark}</span> 22' in render_html(read, LAYOUT)
    assert f'<span class="letter">{mark}</span> 22' in render_html(read, LAYOUT, edition=Edition("answers"))
    deck = io.BytesIO(write_deck(plan_deck(read, own), own))
    shown = [shape.text_frame.text for slide in Presentation(deck).slides for shape in slide.placeholders]
    assert any(text.endswith((f"{mark}  22", f"{mark}.  22")) for text in shown), shown


def test_sources_have_the_letters_of_the_language() -> None:
    assert document("ja", "ア").numbering.source("s") == "ア"
    assert document("de", "A").numbering.source("s") == "A"


def test_files_for_other_programs_know_the_right_option() -> None:
    assert "=22" in gift_text(document("ar", "ب"))


def test_letters_that_stand_for_options_are_no_words_to_look_for() -> None:
    leaves = leaves_of(document("ja", "ア、ウ").material)
    assert leaves
    assert not [leaf for leaf in leaves if leaf.path.endswith("answer")]
