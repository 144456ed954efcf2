"""Spaces, signs, slants and sides that a language has its own way with, on slides."""

from __future__ import annotations

import re
from pathlib import Path

from diptych.deck.measure.upright import upright_runs
from diptych.deck.plan.deck import plan_deck
from diptych.deck.plan.runs import plain
from diptych.deck.reading import set_apart
from diptych.deck.template.design import own_design
from diptych.deck.values import Deck, TextParagraph, TextShape
from diptych.layout.load import load_layout
from diptych.material.prepare import prepare
from diptych.material.reader import read_material

LAYOUT = load_layout("classic")


def planned(lang: str, front: str, content: str = "", title: str = "1") -> Deck:
    text = (
        f"title: '1'\nlang: {lang}\n{front}sections:\n  - title: '{title}'\n    content:\n      - {content}\n"
    )
    source = prepare(read_material(text), Path(), LAYOUT.labels(lang))
    return plan_deck(source, own_design(LAYOUT, lang=lang))


def paragraphs(deck: Deck) -> list[TextParagraph]:
    shapes = (shape for slide in deck.slides for shape in slide.shapes if isinstance(shape, TextShape))
    return [one for shape in shapes for one in shape.paragraphs]


def one_with(deck: Deck, words: str) -> TextParagraph:
    return next(one for one in paragraphs(deck) if words in plain(one.runs))


def test_no_line_ends_inside_french_guillemets_or_before_a_unit() -> None:
    deck = planned("fr", "", "points: ['« mot » ; 5 km', b]")
    assert plain(one_with(deck, "mot").runs) == "«\u202fmot\u202f»\u202f; 5\u00a0km"


def test_what_leads_in_ends_with_the_colon_of_the_language() -> None:
    question = "{question: 1?, options: ['1', '2'], answer: A, explanation: '99'}"
    for lang, told in (("fr", "\u00a0: 99"), ("ja", "：99"), ("de", ": 99")):
        assert plain(one_with(planned(lang, "", question), "99").runs).endswith(told)


def test_names_and_works_are_parted_by_the_comma_of_the_language() -> None:
    quote = "{quote: '1', by: '77', work: '88'}"
    for lang, told in (("ja", "77、88"), ("ar", "77، 88"), ("de", "77, 88")):
        assert plain(one_with(planned(lang, "", quote), "77").runs) == told


def test_a_title_with_a_formula_is_one_style_on_the_agenda() -> None:
    deck = planned("en", "", "points: [a, b]", title="Solve $x^2 = 1$")
    agenda = next(slide for slide in deck.slides if slide.layout == "agenda")
    linked = [run for shape in agenda.shapes if isinstance(shape, TextShape) for one in shape.paragraphs
              for run in one.runs if run.link]  # fmt: skip
    assert plain(linked) == "Solve x² = 1"
    assert {(run.italic, run.position) for run in linked} == {(False, "")}


def test_letters_of_a_formula_slant_in_italic_text_too() -> None:
    runs = one_with(planned("en", "", "{quote: 'Thus $E = 2m$'}"), "Thus").runs
    shown = {run.text: run.italic for run in upright_runs(runs, italic=True)}
    # In italic text a run that is `italic` stands upright.
    assert (shown["E"], shown["m"]) == (False, False)
    assert all(italic for text, italic in shown.items() if re.search(r"[=2]", text))


def test_a_note_after_a_power_is_no_part_of_it() -> None:
    words = plain(one_with(planned("en", "", "points: ['$x^2$^[note]', b]"), "x").runs)
    assert words == "x2\u20091"


def test_a_term_stands_on_the_side_where_lines_begin() -> None:
    arabic = planned("ar", "key_terms: [{term: Blitz, lang: de, definition: خاطفة}]\n", "points: [ا, ب]")
    english = planned("en", "key_terms: [{term: שלום, lang: he, definition: peace}]\n", "points: [a, b]")
    assert one_with(arabic, "Blitz").align == "end"
    assert one_with(english, "שלום").align == "end"
    assert one_with(english, "peace").align == "start"


def test_numbers_stay_outside_of_links_that_are_read_from_the_right() -> None:
    deck = planned("ar", "", "points: [ا, ب]", title="من 1871 إلى 1914")
    agenda = next(slide for slide in deck.slides if slide.layout == "agenda")
    entries = [one for shape in agenda.shapes if isinstance(shape, TextShape) for one in shape.paragraphs]
    parts = set_apart(next(one for one in entries if "1871" in plain(one.runs)), "ar")
    assert "".join(run.text for run in parts if run.link) == "منإلى"
    assert "1871" in plain(parts)
