"""The lines of a paragraph are those that were counted when it was measured."""

from __future__ import annotations

import pytest

from diptych.deck.design.slide_layouts import EMU_PER_POINT, Area
from diptych.deck.measure.fonts import Fonts
from diptych.deck.measure.heights import RESERVE, paragraph_lines
from diptych.deck.measure.lines import broken_lines, left_margin, overhang
from diptych.deck.plan.runs import plain
from diptych.deck.values import Box, Run, TextParagraph
from tests.deck.planned import LAYOUT

FONTS = Fonts(LAYOUT.theme.deck)
WORDS = "The quick brown fox – well-known to all – jumps over the lazy dog's 27 bones, and back again"
LONG = "Donaudampfschifffahrtsgesellschaftskapitaensmuetzenabzeichen"


def area(width: float, **values: object) -> Area:
    return Area("body", Box(0, 0, round(width * EMU_PER_POINT), 10**7), **values)  # type: ignore[arg-type]


def texts(paragraph: TextParagraph, place: Area, reserve: float = 0.0) -> list[str]:
    return [plain(line) for line in broken_lines(paragraph, place, FONTS, reserve)]


@pytest.mark.parametrize("width", [90, 130, 200, 333, 480, 1200])
@pytest.mark.parametrize("text", [WORDS, f"A {LONG} word", "漢字かな交じり文。" * 6, "one\ntwo\n\nthree", ""])
def test_there_are_as_many_lines_as_were_counted(text: str, width: float) -> None:
    paragraph = TextParagraph((Run(text, "en"),), 20)
    place = area(width)
    assert len(texts(paragraph, place, RESERVE)) == paragraph_lines(paragraph, place, FONTS)


@pytest.mark.parametrize("width", [130, 333])
def test_lines_hold_all_words_with_their_styles(width: float) -> None:
    half = len(WORDS) // 2
    runs = (Run(WORDS[:half], "en", bold=True), Run(WORDS[half:], "en", italic=True))
    lines = broken_lines(TextParagraph(runs, 20), area(width), FONTS)
    assert " ".join(plain(line) for line in lines).split() == WORDS.split()
    assert {(run.bold, run.italic) for line in lines for run in line} == {(True, False), (False, True)}


def test_spaces_end_no_line_but_may_begin_the_first() -> None:
    lines = texts(TextParagraph((Run("    return many words here  ", "en", code=True),), 20), area(180))
    assert len(lines) > 1
    assert lines[0].startswith("    return")
    assert all(line == line.rstrip() for line in lines)


def test_a_word_wider_than_the_line_is_broken_between_letters() -> None:
    lines = texts(TextParagraph((Run(LONG, "de"),), 20), area(120))
    assert len(lines) > 2
    assert "".join(lines) == LONG


def test_what_is_too_long_is_parted_after_a_dash_where_there_is_one() -> None:
    place = area(1.3 * FONTS.width("1925–", "body") * 20)
    assert texts(TextParagraph((Run("1925–1933", "en"),), 20), place) == ["1925–", "1933"]


def test_the_first_line_of_a_hanging_paragraph_is_longer() -> None:
    place = area(300, hang=100 * EMU_PER_POINT)
    paragraph = TextParagraph((Run("word " * 40, "en"),), 20)
    lines = texts(paragraph, place)
    assert len(lines[0]) > len(lines[1])
    assert (left_margin(paragraph, place), overhang(paragraph, place)) == (place.hang, place.hang)


def test_capitals_are_measured_and_shown_as_capitals() -> None:
    lines = texts(TextParagraph((Run("Straße und Maß", "de"),), 20), area(100, caps=True))
    assert " ".join(lines) == "STRASSE UND MASS"
    assert len(lines) > 1
