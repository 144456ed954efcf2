"""Columns on slides: side by side in one size, and in parallel where they need several slides."""

from __future__ import annotations

import pytest

from diptych.deck.plan.runs import plain
from diptych.deck.template.design import SLIDE_SIZES
from diptych.deck.values import Slide, TextShape
from tests.deck.planned import lesson, notes, planned, taught, words


def columns(*each: str, more: str = "") -> str:
    return "- side_by_side:\n" + "".join(f"    - {one}\n" for one in each) + more


def points(name: str, count: int, heading: str = "") -> str:
    listed = ", ".join(
        f"Point {number} of {name} which is told in some words" for number in range(1, count + 1)
    )
    return f"{{{f'heading: {heading}, ' if heading else ''}points: [{listed}]}}"


def shapes(slide: Slide) -> dict[str, TextShape]:
    return {one.placeholder: one for one in slide.shapes if isinstance(one, TextShape) and one.placeholder}


def told(slide: Slide, placeholder: str) -> list[str]:
    found = shapes(slide).get(placeholder)
    return [plain(one.runs) for one in found.paragraphs] if found else []


@pytest.mark.parametrize(
    ("count", "heading", "layout"),
    [
        (2, "", "two-columns"),
        (3, "", "three-columns"),
        (2, "Head", "comparison"),
        (3, "Head", "comparison-3"),
    ],
)
def test_the_slide_layout_has_room_for_the_columns_and_their_headings(
    count: int, heading: str, layout: str
) -> None:
    (slide,) = taught(planned(lesson(columns(*(points(f"c{n}", 2, heading) for n in range(count))))))
    assert slide.layout == layout
    assert all(f"Point 2 of c{n}" in words(slide) for n in range(count))


def test_columns_are_read_one_after_the_other() -> None:
    (slide,) = taught(planned(lesson(columns(points("one", 2, "First"), points("two", 2, "Second")))))
    order = [one.placeholder for one in slide.shapes if isinstance(one, TextShape)]
    assert order == ["title", "heading1", "body1", "heading2", "body2"]


def test_prose_stands_without_bullets_above_points() -> None:
    (slide,) = taught(planned(lesson(columns("{text: Some prose., points: [A point]}", "{points: [B, C]}"))))
    assert [one.bullet for one in shapes(slide)["left"].paragraphs] == ["", "bullet"]


def test_a_column_without_a_heading_stands_beside_one_that_has_one() -> None:
    (slide,) = taught(planned(lesson(columns("{points: [A, B]}", "{heading: Two, points: [C, D]}"))))
    assert slide.layout == "comparison"
    assert told(slide, "heading1") == []
    assert told(slide, "heading2") == ["Two"]


@pytest.mark.parametrize("aspect", SLIDE_SIZES)
def test_columns_of_equally_many_points_keep_their_rows_together(aspect: str) -> None:
    block = columns(*(points(name, 12, name) for name in ("one", "two", "three")))
    slides = taught(planned(lesson(block), aspect))
    assert len(slides) > 1
    for slide in slides:
        numbers = [[line.split()[1] for line in told(slide, f"body{n}")] for n in (1, 2, 3)]
        assert numbers[0] == numbers[1] == numbers[2]
        assert len(numbers[0]) > 1
        assert told(slide, "heading1") == ["one"]


@pytest.mark.parametrize("counts", [(12, 12, 12), (14, 3), (20, 9, 1), (2, 2)])
def test_all_columns_of_all_slides_have_one_size(counts: tuple[int, ...]) -> None:
    slides = taught(planned(lesson(columns(*(points(f"c{n}", count) for n, count in enumerate(counts))))))
    sizes = {
        line.size
        for slide in slides
        for key, shape in shapes(slide).items()
        if key != "title"
        for line in shape.paragraphs
    }
    assert len(sizes) == 1
    assert min(sizes) >= 18


def test_nothing_is_lost_when_columns_are_of_different_length() -> None:
    slides = taught(planned(lesson(columns(points("long", 20), points("mid", 9), points("short", 1)))))
    for key, count in (("first", 20), ("second", 9), ("third", 1)):
        lines = [line for slide in slides for line in told(slide, key)]
        assert [int(line.split()[1]) for line in lines] == list(range(1, count + 1))


def test_points_below_points_stay_with_them() -> None:
    deep = "{point: Upper, points: [Lower one, Lower two, Lower three]}"
    block = columns(f"{{points: [{', '.join([deep] * 7)}]}}", "{points: [Beside]}")
    slides = taught(planned(lesson(block)))
    assert len(slides) > 1
    assert all(told(slide, "left")[0] == "Upper" for slide in slides if told(slide, "left"))


def test_prose_longer_than_a_slide_goes_on() -> None:
    long = " ".join(f"This is sentence {n} of a long text." for n in range(1, 90))
    slides = taught(planned(lesson(columns(f"{{text: {long}}}", "{text: Short.}"))))
    assert len(slides) > 1
    assert "sentence 89" in words(slides[-1])


def test_a_short_wording_replaces_the_columns_which_go_to_the_notes() -> None:
    block = columns("{heading: Left, points: [A, B]}", "{text: Prose.}", more="  slide: [In short]")
    (slide,) = taught(planned(lesson(block)))
    assert slide.layout == "content"
    assert all(word in notes(slide) for word in ("Left", "A", "Prose."))


def test_points_come_click_by_click_where_the_author_says_so() -> None:
    block = columns("{points: [A, B]}", "{text: Prose stays.}", more="  build: true")
    (slide,) = taught(planned(lesson(block)))
    assert shapes(slide)["left"].build
    assert not shapes(slide)["right"].build
    (unbuilt,) = taught(planned(lesson(columns("{points: [A, B]}", "{points: [C]}"))))
    assert not any(one.build for one in shapes(unbuilt).values())


def test_the_whole_deck_may_come_point_by_point_but_for_prose_and_lone_points() -> None:
    front = "deck: {build: true}\n"
    (listed,) = taught(planned(lesson("- points: [A, B]", front)))
    (alone,) = taught(planned(lesson("- points: [A]", front)))
    (prose,) = taught(planned(lesson("- text: |\n    First one. More.\n\n    Second one. More.", front)))
    assert shapes(listed)["body"].build
    assert not shapes(alone)["body"].build
    assert not shapes(prose)["body"].build


def test_the_options_of_a_question_come_click_by_click() -> None:
    question = "- question: Which?\n  options: [One, Two]\n  answer: A\n  build: true"
    asked = taught(planned(lesson(question)))[0]
    assert shapes(asked)["options"].build
    assert not shapes(asked)["body"].build
