"""Program listings on slides: editable lines with all their spaces, cut where a reader would pause."""

from __future__ import annotations

import io

import pytest
from pptx import Presentation

from diptych.deck.measure.fonts import Fonts
from diptych.deck.measure.heights import narrowed, text_height
from diptych.deck.plan.runs import plain
from diptych.deck.template.design import SLIDE_SIZES, own_design
from diptych.deck.values import Slide, TextShape
from diptych.deck.write.deck import write_deck
from tests.deck.planned import LAYOUT, lesson, notes, planned, taught, words

SHORT = 'def double(n):\n    return n + n  # "as typed" -- so...\n'


def listing(code: str, more: str = "") -> str:
    lines = "".join(f"    {row}\n" if row else "\n" for row in code.strip("\n").split("\n"))
    return f"- code: |\n{lines}{more}"


def program(functions: int, lines: int = 6) -> str:
    inner = "".join(f"    step_{number}()\n" for number in range(lines))
    return "\n".join(f"def part_{number}():\n{inner}" for number in range(functions))


def shape(slide: Slide) -> TextShape:
    return next(
        one
        for one in slide.shapes
        if isinstance(one, TextShape) and any(run.code for line in one.paragraphs for run in line.runs)
    )


def shown(slide: Slide) -> list[str]:
    return [plain(line.runs) for line in shape(slide).paragraphs]


def test_every_line_is_a_paragraph_with_its_spaces_as_typed() -> None:
    (slide,) = taught(planned(lesson(listing(SHORT))))
    assert slide.layout == "code"
    assert shown(slide) == SHORT.strip("\n").split("\n")
    assert all(run.code for line in shape(slide).paragraphs for run in line.runs)


def test_number_and_caption_stand_below_and_the_caption_in_the_notes() -> None:
    (slide,) = taught(planned(lesson(listing(SHORT, "  caption: Twice\n  assertion: Doubling is adding"))))
    assert "Listing\u00a01. Twice" in words(slide)
    assert "Twice" in notes(slide)


def test_a_caption_that_heads_the_slide_is_not_said_twice() -> None:
    (slide,) = taught(planned(lesson(listing(SHORT, "  caption: Twice"))))
    assert slide.title == "Twice"
    assert words(slide).count("Twice") == 1


@pytest.mark.parametrize("aspect", SLIDE_SIZES)
def test_a_long_listing_goes_on_to_further_slides_with_titles_of_their_own(aspect: str) -> None:
    code = program(8)
    slides = taught(planned(lesson(listing(code, "  caption: Eight parts")), aspect))
    assert len(slides) >= 4
    assert len({slide.title for slide in slides}) == len(slides)
    told = [line for slide in slides for line in shown(slide)]
    assert [line for line in told if line.strip()] == [line for line in code.split("\n") if line]


def test_cuts_are_made_at_blank_lines_where_there_are_some() -> None:
    slides = taught(planned(lesson(listing(program(9, 4)))))
    assert len(slides) == 5
    assert all(shown(slide)[0].startswith("def part_") for slide in slides)


def test_no_slide_begins_or_ends_with_a_blank_line_or_holds_one_line_alone() -> None:
    straight = "\n".join(f"step_{number}()" for number in range(40))
    for code in (program(9), program(3, 17), straight):
        slides = taught(planned(lesson(listing(code))))
        assert len(slides) > 1
        for slide in slides:
            assert shown(slide)[0]
            assert shown(slide)[-1]
            assert len(shown(slide)) > 1


def test_a_slide_does_not_end_with_the_head_of_a_block() -> None:
    for slide in taught(planned(lesson(listing(program(12, 3).replace("\n\n", "\n"))))):
        assert not shown(slide)[-1].endswith(":")


@pytest.mark.parametrize("aspect", SLIDE_SIZES)
@pytest.mark.parametrize("long", ["word " * 40, "x" * 200], ids=["words", "one word"])
def test_lines_that_are_too_long_go_on_to_the_right_of_their_beginning(aspect: str, long: str) -> None:
    (slide,) = taught(planned(lesson(listing(f"if it:\n    {long.strip()}\n    stop()")), aspect))
    first, second, third = shape(slide).paragraphs
    assert (first.hang, third.hang) == (0, 0)
    assert second.hang > 4 * 0.6 * second.size * 12700
    assert min(line.size for line in shape(slide).paragraphs) >= 18


@pytest.mark.parametrize("aspect", SLIDE_SIZES)
def test_listings_stay_inside_their_frame(aspect: str) -> None:
    layouts, fonts = own_design(LAYOUT, aspect).layouts, Fonts(LAYOUT.theme.deck)
    area = layouts["code"].regions["code"]
    for code in (SHORT, program(8), "y = " + "value + " * 60 + "0"):
        slides = taught(planned(lesson(listing(code)), aspect))
        assert slides
        for slide in slides:
            box = shape(slide).box
            assert text_height(
                shape(slide).paragraphs, narrowed(area, box, area.insets.__class__()), fonts
            ) <= (box.height)


def test_one_size_holds_for_a_whole_listing() -> None:
    slides = taught(planned(lesson(listing(program(8)))))
    assert len({line.size for slide in slides for line in shape(slide).paragraphs}) == 1


def test_a_short_wording_replaces_the_listing_which_goes_to_the_notes() -> None:
    (slide,) = taught(planned(lesson(listing(SHORT, "  slide: [Doubling is adding]"))))
    assert slide.layout == "content"
    assert "Doubling is adding" in words(slide)
    assert "    return n + n" in notes(slide)


def test_spaces_are_in_the_file_and_nobody_checks_the_spelling_of_programs() -> None:
    data = write_deck(planned(lesson(listing(SHORT))), own_design(LAYOUT))
    slide = Presentation(io.BytesIO(data)).slides[-1]
    texts = [one.text_frame.text for one in slide.shapes if one.has_text_frame]
    assert SHORT.strip("\n") in texts
    xml = slide.part.blob.decode("utf-8")
    assert 'noProof="1"' in xml
    assert "Courier New" in xml
