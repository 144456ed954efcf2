"""Programs on slides: words set off, lines numbered and emphasised, and what the program writes."""

from __future__ import annotations

import io
from itertools import pairwise
from typing import Any

import pytest
from pptx import Presentation

from diptych.deck.plan.runs import plain
from diptych.deck.template.design import own_design
from diptych.deck.values import LineShape, Run, Slide, TextShape
from diptych.deck.write.deck import write_deck
from diptych.layout.ink import contrast
from diptych.layout.load import load_layout
from tests.deck.plan.test_listings import listing, shape
from tests.deck.planned import LAYOUT, lesson, planned, taught, words

PROGRAM = """def half(items):
    middle = len(items) // 2  # rounded down

    if items[middle] == "x":
        return middle
    return None"""
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def runs(slide: Slide) -> dict[str, Run]:
    return {run.text.strip(): run for line in shape(slide).paragraphs for run in line.runs}


def file_of(text: str) -> Any:
    return Presentation(io.BytesIO(write_deck(planned(text), own_design(LAYOUT))))


def test_keywords_strings_comments_and_numbers_look_different_without_colour_too() -> None:
    found = runs(taught(planned(lesson(listing(PROGRAM, "  language: python\n"))))[0])
    assert found["def"].bold and not found["def"].italic
    assert found["# rounded down"].italic and not found["# rounded down"].bold
    assert found["half"].bold and found["half"].italic
    looks = [found[word].colour for word in ("def", "half", "# rounded down", '"x"', "2")]
    assert len(set(looks)) == 5
    assert all(looks)


@pytest.mark.parametrize("layout", ["classic", "primary"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_colour_of_a_program_can_be_read_on_both_its_grounds(layout: str, scheme: str) -> None:
    theme = load_layout(layout).theme
    colours = theme.in_scheme(scheme).colours
    roles = [style.colour for style in theme.code.values()]
    assert len(roles) == 5
    for role in roles:
        assert contrast(colours[role], colours["soft"]) >= 4.5
        assert contrast(colours[role], colours["paper"]) >= 4.5


@pytest.mark.parametrize("language", ["", "language: text", "language: none", "language: pseudocode"])
def test_without_a_language_nothing_is_set_off(language: str) -> None:
    more = f"  {language}\n" if language else ""
    found = runs(taught(planned(lesson(listing(PROGRAM, more))))[0])
    assert found
    assert not any(run.bold or run.italic or run.colour for run in found.values())


def test_lines_are_numbered_by_the_program_and_copied_without_numbers() -> None:
    (*_, slide) = file_of(lesson(listing(PROGRAM, "  line_numbers: 98\n"))).slides
    text = next(one.text_frame for one in slide.shapes if one.name == "Listing 1")
    assert [one.rstrip() for one in text.text.split("\n")] == PROGRAM.split("\n")
    numbers = [one._p.find(f"{A}pPr/{A}buAutoNum") for one in text.paragraphs]
    assert len(numbers) == 6
    assert all(one.get("type") == "arabicPlain" and one.get("startAt") == "98" for one in numbers)


def test_numbers_run_on_over_slides_and_can_be_left_out() -> None:
    long = "\n".join(f"step_{number}()" for number in range(40))
    slides = taught(planned(lesson(listing(long))))
    assert len(slides) > 2
    told = [line.number for slide in slides for line in shape(slide).paragraphs]
    assert told == list(range(1, 41))
    for slide in taught(planned(lesson(listing(long, "  line_numbers: false\n")))):
        assert not any(line.bullet for line in shape(slide).paragraphs)


def test_emphasised_lines_have_a_band_and_a_bar_exactly_behind_them() -> None:
    (slide,) = taught(planned(lesson(listing(PROGRAM, "  emphasise: 2, 4-5\n"))))
    words = shape(slide)
    pitch = round(words.paragraphs[0].size * 1.2 * 12700)
    bands = [one for one in slide.shapes if isinstance(one, TextShape) and one.name == "Emphasis"]
    bars = [one for one in slide.shapes if isinstance(one, LineShape) and one.name == "Emphasis bar"]
    top = words.box.y + words.inset
    assert [(one.box.y, one.box.bottom) for one in bands] == [
        (top + pitch, top + 2 * pitch),
        (top + 3 * pitch, top + 5 * pitch),
    ]
    assert [(one.start[1], one.end[1]) for one in bars] == [(one.box.y, one.box.bottom) for one in bands]
    assert slide.shapes.index(bands[0]) < slide.shapes.index(words)
    assert all(one.decorative and one.fill == "paper" for one in bands)


def test_lines_of_programs_stand_at_an_exact_distance() -> None:
    (*_, slide) = file_of(lesson(listing(PROGRAM))).slides
    text = next(one.text_frame for one in slide.shapes if one.name == "Listing 1")
    exact = [one._p.find(f"{A}pPr/{A}lnSpc/{A}spcPts") for one in text.paragraphs]
    assert len(exact) == 6
    assert len({one.get("val") for one in exact}) == 1


def test_what_a_program_writes_stands_below_it_or_on_a_slide_of_its_own() -> None:
    (slide,) = taught(planned(lesson(listing(PROGRAM, "  output: |\n    half of it\n"))))
    boxes = [one.box for one in slide.shapes if isinstance(one, TextShape) and one.paragraphs][1:]
    assert "Output\nhalf of it" in words(slide)
    assert all(before.bottom <= after.y for before, after in pairwise(boxes))
    much = "".join(f"    row {number}\n" for number in range(10))
    first, second = taught(planned(lesson(listing(PROGRAM, f"  output: |\n{much}"))))
    assert "row 0" not in words(first)
    assert "row 0" in words(second) and "row 9" in words(second)


def test_programs_run_from_left_to_right_in_every_language() -> None:
    (*_, slide) = file_of(lesson(listing(PROGRAM, "  lang: he\n"))).slides
    text = next(one for one in slide.shapes if one.name == "Listing 1")
    assert 'rtl="1"' not in text._element.xml
    assert plain(shape(taught(planned(lesson(listing(PROGRAM))))[0]).paragraphs[0].runs) == "def half(items):"
