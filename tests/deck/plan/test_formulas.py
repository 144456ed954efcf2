"""Formulas in the deck: pictures with words where they stand alone, runs in texts, never in notes."""

from __future__ import annotations

import io

import pytest
from lxml import etree
from pptx import Presentation

from diptych.deck.plan.deck import plan_deck
from diptych.deck.plan.runs import plain
from diptych.deck.template.design import own_design
from diptych.deck.values import Picture, Run, Slide, TextShape
from diptych.deck.write.deck import write_deck
from diptych.material.findings import SourceError
from tests.deck.planned import LAYOUT, body, lesson, notes, planned, taught, words
from tests.handout.printed import read

QUADRATIC = r"""
- formula: x = \frac{-b \pm \sqrt{b^2-4ac}}{2a}
  number: true
  where:
    - {symbol: a, meaning: the first coefficient}
"""


def picture(slide: Slide) -> Picture:
    (found,) = [one for one in slide.shapes if isinstance(one, Picture)]
    return found


def runs(slide: Slide) -> list[Run]:
    return [run for paragraph in body(slide) for run in paragraph.runs]


def test_a_formula_is_a_vector_picture_with_pixels_and_words() -> None:
    (slide,) = taught(planned(lesson(QUADRATIC)))
    found = picture(slide)
    assert found.svg.startswith(b"<svg") and found.data.startswith(b"\x89PNG")
    assert found.alt.startswith("x equals the fraction minus b plus or minus")
    ratio = found.box.width / found.box.height
    drawing = etree.fromstring(found.svg)
    width, height = (float(drawing.get(side, "0")) for side in ("width", "height"))
    assert ratio == pytest.approx(width / height, rel=0.01)


def test_its_number_stands_at_the_right_and_its_symbols_below() -> None:
    (slide,) = taught(planned(lesson(QUADRATIC)))
    found = picture(slide)
    texts = {one.name: one for one in slide.shapes if isinstance(one, TextShape)}
    assert texts["Number"].box.x > found.box.right
    assert texts["Meanings"].box.y > found.box.bottom
    assert "a – the first coefficient" in words(slide)


def test_points_that_lead_to_a_formula_share_its_slide() -> None:
    (slide,) = taught(planned(lesson("- points: [Square it, Add it]\n- formula: a^2 + b^2 = c^2")))
    assert "Square it" in words(slide)
    assert picture(slide).alt == "a squared plus b squared equals c squared"


def test_in_a_text_letters_are_italic_and_scripts_raised_or_lowered() -> None:
    (slide,) = taught(planned(lesson("- points: ['So $x_1 = 2^n$ holds', Two]")))
    found = {run.text: run for run in runs(slide)}
    assert found["x"].italic and found["n"].italic and found["n"].position == "super"
    assert found["1"].position == "sub" and not found["1"].italic


def test_what_cannot_be_runs_is_written_on_the_line() -> None:
    (slide,) = taught(planned(lesson(r"- points: ['The slope $\frac{y_2-y_1}{x_2-x_1}$', Two]")))
    assert "(y2 − y1)/(x2 − x1)" in plain(runs(slide)).replace("\u00a0", " ")


def test_notes_hold_formulas_as_words_alone() -> None:
    deck = planned(lesson(r"- text: With $\sqrt{2}$ one sees it." "\n" "- points: [One, Two]"))
    (slide,) = taught(deck)
    assert "With √2 one sees it." in notes(slide)
    presentation = Presentation(io.BytesIO(write_deck(deck, own_design(LAYOUT, "16:9"))))
    xml = [one.notes_slide._element.xml for one in presentation.slides if one.has_notes_slide]
    assert xml
    assert all("math" not in one and "<p:pic>" not in one for one in xml)


def test_on_dark_ground_a_formula_is_light() -> None:
    document = read(lesson("- formula: a = b"))
    design = own_design(LAYOUT, "16:9", "dark")
    slides = plan_deck(document, design).slides
    (found,) = [one for slide in slides for one in slide.shapes if isinstance(one, Picture)]
    assert design.theme.colours["ink"].encode() in found.svg
    assert design.theme.colours["ink"] != LAYOUT.theme.colours["ink"]


def test_a_formula_that_no_slide_holds_is_an_error() -> None:
    terms = "+".join("abcdefgh" for _ in range(40))
    with pytest.raises(SourceError, match="too large for a slide"):
        planned(lesson(rf"- formula: \sqrt{{{terms}}}"))
