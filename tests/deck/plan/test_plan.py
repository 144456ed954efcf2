"""Documents become decks in which nothing is lost, nothing spills, and every slide has its own title."""

from __future__ import annotations

import pytest

from diptych.deck.design.slide_layouts import load_slide_layouts
from diptych.deck.measure.fonts import Fonts
from diptych.deck.measure.heights import narrowed, text_height
from diptych.deck.plan.runs import plain
from diptych.deck.template.design import SLIDE_SIZES
from diptych.deck.values import (
    Deck,
    LineShape,
    Picture,
    Run,
    Shape,
    TextShape,
)
from tests.deck.planned import (
    HEAD,
    LAYOUT,
    ROOT,
    body,
    inside,
    lesson,
    notes,
    paragraphs,
    planned,
    taught,
    words,
)

CASE = ROOT / "tests" / "cases" / "everything" / "everything.yaml"
REAL = [*sorted((ROOT / "sources").glob("*/*.yaml")), CASE]
SMALL_TYPE = ("caption",)


@pytest.fixture(scope="module", params=[(file, aspect) for file in REAL for aspect in SLIDE_SIZES], ids=str)
def real(request: pytest.FixtureRequest) -> Deck:
    file, aspect = request.param
    return planned(file.read_text("utf-8"), aspect, file.parent)


def test_every_slide_has_a_title_of_its_own(real: Deck) -> None:
    titles = [slide.title for slide in real.slides]
    assert all(titles)
    assert len(titles) == len(set(titles))


def test_every_slide_has_speaker_notes_and_a_key(real: Deck) -> None:
    assert all(slide.notes for slide in real.slides)
    assert len({slide.key for slide in real.slides}) == len(real.slides)


def test_sections_have_names_of_their_own(real: Deck) -> None:
    names = [section.name for section in real.sections]
    assert all(names)
    assert len(names) == len(set(names))


def test_text_is_18_points_or_larger_but_for_captions(real: Deck) -> None:
    for slide in real.slides:
        for shape in slide.shapes:
            least = 12 if isinstance(shape, TextShape) and shape.placeholder in SMALL_TYPE else 18
            assert all(one.size >= least for one in paragraphs(shape)), slide.title


def test_every_run_has_a_language(real: Deck) -> None:
    for slide in real.slides:
        told = [*slide.notes, *(one for shape in slide.shapes for one in paragraphs(shape))]
        assert all(run.lang for one in told for run in one.runs), slide.title


def test_nothing_stands_outside_the_slide(real: Deck) -> None:
    for slide in real.slides:
        for shape in slide.shapes:
            for one in inside(shape):
                if not isinstance(one, LineShape):
                    assert one.box.x >= 0 and one.box.right <= real.width, slide.title
                    assert one.box.y >= 0 and one.box.bottom <= real.height, slide.title


def test_measured_text_stays_in_its_boxes(real: Deck) -> None:
    layouts = load_slide_layouts(LAYOUT.find("deck/slide-layouts.yaml"), real.width, real.height)
    fonts = Fonts(LAYOUT.theme.deck)
    for slide in real.slides:
        for shape in slide.shapes:
            if isinstance(shape, TextShape) and shape.placeholder:
                area = narrowed(layouts[slide.layout].placeholders[shape.placeholder], shape.box)
                assert text_height(shape.paragraphs, area, fonts) <= shape.box.height, slide.title


def test_boxes_with_text_do_not_overlap(real: Deck) -> None:
    for slide in real.slides:
        flat = [one for shape in slide.shapes for one in inside(shape)]
        boxes = [one.box for one in flat if not isinstance(one, LineShape) and _has_content(one)]
        for index, one in enumerate(boxes):
            for other in boxes[index + 1 :]:
                apart_x = one.right <= other.x or other.right <= one.x
                assert apart_x or one.bottom <= other.y or other.bottom <= one.y, slide.title


def _has_content(shape: Shape) -> bool:
    return not isinstance(shape, TextShape) or bool(shape.paragraphs)


def test_links_between_slides_lead_to_slides(real: Deck) -> None:
    keys = {slide.key for slide in real.slides}
    told = [one for slide in real.slides for shape in slide.shapes for one in paragraphs(shape)]
    leads = [run.link.slide for one in told for run in one.runs if run.link and run.link.slide]
    assert leads
    assert set(leads) <= keys


def test_pictures_are_not_distorted_and_have_words_or_are_decorative(real: Deck) -> None:
    for slide in real.slides:
        for shape in slide.shapes:
            if isinstance(shape, Picture):
                assert shape.decorative != bool(shape.alt)
                assert not shape.svg or shape.data.startswith(b"\x89PNG")


def test_a_question_is_followed_by_its_answer() -> None:
    question = "- question: Who signed?\n  kind: multiple_choice\n  options: [Wirth, Rathenau]\n  answer: B"
    asked, answered = taught(planned(lesson(f"{question}\n  explanation: He was minister.")))
    assert (asked.layout, answered.layout) == ("question", "answer")
    assert [plain(one.runs) for one in body(asked, "options")] == ["Wirth", "Rathenau"]
    assert "B." in words(answered)
    assert "He was minister." in words(answered)
    assert "He was minister." not in words(asked) + notes(asked)


def test_gaps_are_open_in_the_question_and_bold_in_the_answer() -> None:
    asked, answered = taught(
        planned(lesson("- question: At [Rapallo]{gap} they signed.\n  kind: cloze\n  word_bank: false"))
    )
    assert "Rapallo" not in words(asked) + notes(asked)
    assert Run("Rapallo", "en-GB", bold=True) in body(answered)[0].runs


def test_the_right_sides_of_a_matching_are_mixed() -> None:
    pairs = "\n".join(f"    - {{left: Left {n}, right: Right {n}}}" for n in range(5))
    asked, answered = taught(planned(lesson(f"- question: Match.\n  kind: matching\n  pairs:\n{pairs}")))
    order = [plain(one.runs) for one in body(asked, "options")]
    assert sorted(order) == [f"Right {n}" for n in range(5)] != order
    assert "Left 3 – Right 3" in words(answered)


def test_prose_goes_to_the_notes_and_its_short_wording_to_the_slide() -> None:
    (slide,) = taught(planned(lesson("- text: The full story^[Told twice.].\n  slide: [In short]")))
    assert "In short" in words(slide)
    assert "The full story" in notes(slide)
    assert "Told twice." in notes(slide)


def test_a_section_of_prose_alone_shows_the_first_sentences() -> None:
    (slide,) = taught(planned(lesson("- text: |\n    First one. More of it.\n\n    Second one. Yet more.")))
    assert [plain(one.runs) for one in body(slide)] == ["First one.", "Second one."]
    assert "More of it." in notes(slide)


def test_what_is_for_the_handout_alone_is_nowhere_in_the_deck() -> None:
    blocks = "- points: [Shown]\n- text: Kept back\n  only: handout\n- notes_space: 3\n- page_break"
    deck = planned(lesson(blocks))
    assert all("Kept back" not in words(slide) + notes(slide) for slide in deck.slides)


def test_a_slide_break_parts_points_that_would_share_a_slide() -> None:
    assert len(taught(planned(lesson("- points: [a, b]\n- points: [c, d]")))) == 1
    assert len(taught(planned(lesson("- points: [a, b]\n- slide_break\n- points: [c, d]")))) == 2


def test_minutes_are_counted_through_the_sections() -> None:
    text = (
        HEAD
        + "sections:\n"
        + "".join(f"  - {{title: Part {n}, minutes: 10, content: [{{points: [a, b]}}]}}\n" for n in (1, 2))
    )
    last = planned(text).sections[2].slides[-1]
    assert notes(last).splitlines()[0] == "Minutes 10 to 20"


def test_the_agenda_leads_to_the_dividers_and_back() -> None:
    deck = planned(lesson("- points: [a, b]"))
    agenda = next(slide for slide in deck.slides if slide.layout == "agenda")
    section = deck.sections[1].slides[0]
    assert [run.link.slide for run in body(agenda)[0].runs if run.link] == [section.key]
    assert [run.link.slide for one in body(section) for run in one.runs if run.link] == [agenda.key]


def test_different_slides_with_equal_titles_are_told_apart() -> None:
    slides = taught(planned(lesson("- points: [a]\n  assertion: Same\n- points: [b]\n  assertion: Same")))
    assert [slide.title for slide in slides] == ["Same (1/2)", "Same (2/2)"]
