"""Text is measured with the fonts' own widths, and never as smaller than it is."""

from __future__ import annotations

import pytest

from diptych.deck.design.slide_layouts import EMU_PER_POINT, Area, Insets
from diptych.deck.measure.cut import cut_paragraph, sentences, slice_runs
from diptych.deck.measure.fonts import Fonts
from diptych.deck.measure.heights import paragraph_lines, text_height
from diptych.deck.measure.wrap import line_count, words
from diptych.deck.plan.runs import plain
from diptych.deck.values import Box, Run, TextParagraph
from diptych.layout.load import load_layout

INCH = 914_400


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts(load_layout("classic").theme.deck)


def area(width: float, height: float = 4, **more: object) -> Area:
    return Area("body", Box(0, 0, int(width * INCH), int(height * INCH)), **more)  # type: ignore[arg-type]


def paragraph(text: str, size: float = 20, **more: object) -> TextParagraph:
    return TextParagraph((Run(text, "en"),), size, **more)  # type: ignore[arg-type]


def test_a_width_is_that_of_the_wider_of_family_and_fallback(fonts: Fonts) -> None:
    named = fonts.type.body.measured_with.regular
    fallback = fonts.type.fallback.measured_with.regular
    width = fonts.width("Rapallo", "body")
    assert width == max(fonts.faces[named].width("Rapallo"), fonts.faces[fallback].width("Rapallo"))


def test_bold_text_is_measured_with_the_bold_face(fonts: Fonts) -> None:
    assert fonts.width("Rapallo", "body", bold=True) > fonts.width("Rapallo", "body")


def test_only_the_faces_that_are_needed_are_read() -> None:
    fresh = Fonts(load_layout("classic").theme.deck)
    fresh.width("x", "body")
    assert len(fresh.faces) == 2


def test_characters_that_a_font_lacks_still_take_room(fonts: Fonts) -> None:
    assert fonts.width("軍", "body") == 1.0
    assert fonts.width("\u0301", "body") < 0.4


def test_lines_break_at_spaces_dashes_and_between_chinese_characters(fonts: Fonts) -> None:
    def parts(text: str) -> int:
        return len(words([Run(text, "en")], "body", fonts))

    assert parts("one two") == 2
    assert parts("well-known fact") == 3
    assert parts("no\u00a0break") == 1
    assert parts("1934–1937") == 1
    assert parts("国民党。") == 3


def test_a_word_in_two_styles_stays_one_word(fonts: Fonts) -> None:
    assert len(words([Run("un", "en"), Run("break", "en", bold=True), Run("able", "en")], "body", fonts)) == 1


def test_a_word_wider_than_the_line_is_broken_by_letters(fonts: Fonts) -> None:
    long_word = words([Run("a" * 90, "en")], "body", fonts)
    assert line_count(long_word, 10) >= 5


def test_a_narrower_line_never_takes_fewer_lines(fonts: Fonts) -> None:
    text = words([Run("The treaty of Rapallo was signed at Easter " * 5, "en")], "body", fonts)
    counts = [line_count(text, width) for width in range(60, 4, -1)]
    assert counts == sorted(counts)


def test_the_height_is_lines_spaces_and_insets(fonts: Fonts) -> None:
    box = area(8, insets=Insets(0, 1000, 0, 500))
    one = text_height([paragraph("short")], box, fonts)
    assert one == 24 * EMU_PER_POINT + 1500
    two = text_height([paragraph("short"), paragraph("short", space_before=6)], box, fonts)
    assert two == one + 30 * EMU_PER_POINT


def test_levels_and_bullets_narrow_the_line(fonts: Fonts) -> None:
    text = "The treaty of Rapallo was signed at Easter and it surprised the powers"
    box = area(3, indent=INCH // 2)
    flat, deep = (paragraph(text, level=level, bullet="bullet") for level in (0, 2))
    assert paragraph_lines(deep, box, fonts) > paragraph_lines(flat, box, fonts)


def test_runs_are_cut_without_losing_style_or_words() -> None:
    runs = (Run("One ", "en"), Run("bold", "en", bold=True), Run(" end.", "en"))
    assert slice_runs(runs, 4, 8) == (Run("bold", "en", bold=True),)
    cut = cut_paragraph(TextParagraph((Run("A b c. D e f. G h i.", "en"),), 20, bullet="bullet"), 2)
    assert " ".join(plain(piece.runs) for piece in cut) == "A b c. D e f. G h i."
    assert [piece.bullet for piece in cut] == ["bullet", ""]


def test_sentences_end_at_their_full_stops() -> None:
    found = sentences((Run("First. Second! Third", "en"),))
    assert [plain(one) for one in found] == ["First.", "Second!", "Third"]
