"""What does not fit goes to a smaller size, then to further slides, then becomes an error with its line."""

from __future__ import annotations

import pytest

from diptych.deck.plan.runs import plain
from diptych.deck.values import (
    Group,
    TableShape,
)
from diptych.material.findings import SourceError
from tests.deck.planned import body, lesson, planned, taught, words


def test_a_long_list_goes_to_further_slides_and_keeps_its_numbers() -> None:
    steps = "\n".join(f"    - Step {n} says what to do with some care and attention." for n in range(1, 31))
    slides = taught(planned(lesson(f"- steps:\n{steps}")))
    assert len(slides) > 1
    assert [slide.title for slide in slides] == [
        f"The section ({part}/{len(slides)})" for part in range(1, len(slides) + 1)
    ]
    assert [one.number for slide in slides for one in body(slide)] == list(range(1, 31))
    lengths = [len(body(slide)) for slide in slides]
    assert max(lengths) - min(lengths) <= 1
    assert len({one.size for slide in slides for one in body(slide)}) == 1


def test_a_point_is_not_parted_from_the_points_below_it() -> None:
    points = "\n".join(f"    - point: Point {n}\n      points: [one below, another below]" for n in range(12))
    slides = taught(planned(lesson(f"- points:\n{points}")))
    assert len(slides) > 1
    assert all(body(slide)[0].level == 0 for slide in slides)


def test_a_long_table_repeats_its_header() -> None:
    rows = "\n".join(f"    - [Row {number}, some words, {number}]" for number in range(60))
    slides = taught(planned(lesson(f"- table: Long\n  header: [Name, Words, Number]\n  rows:\n{rows}")))
    tables = [shape for slide in slides for shape in slide.shapes if isinstance(shape, TableShape)]
    assert len(tables) > 3
    heads = {plain(table.rows[0][0].paragraphs[0].runs) for table in tables if table.rows[0][0]}
    assert heads == {"Name"}
    assert sum(len(table.rows) - 1 for table in tables) == 60
    assert all(sum(table.heights) == table.box.height for table in tables)


def test_rows_that_a_cell_joins_stay_on_one_slide() -> None:
    rows = "\n".join(
        f"    - [{{cell: Group {n}, rowspan: 3}}, first]\n    - [second]\n    - [third]" for n in range(10)
    )
    slides = taught(planned(lesson(f"- table: Joined\n  header: [A, B]\n  rows:\n{rows}")))
    tables = [shape for slide in slides for shape in slide.shapes if isinstance(shape, TableShape)]
    assert len(tables) > 1
    assert all((len(table.rows) - 1) % 3 == 0 for table in tables)


def test_events_stand_in_order_and_their_flags_never_overlap() -> None:
    events = "\n".join(f"    - {{date: {1930 - n}, event: Something of note happened}}" for n in range(20))
    slides = taught(planned(lesson(f"- timeline: Long ago\n  events:\n{events}")))
    groups = [shape for slide in slides for shape in slide.shapes if isinstance(shape, Group)]
    assert len(groups) > 2
    told = " ".join(group.alt for group in groups)
    years = [told.index(f"{year}:") for year in range(1911, 1931)]
    assert years == sorted(years)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (f"- table: T\n  header: [A, B]\n  rows:\n    - [x, y]\n    - [x, {'much ' * 600}]", 10),
        (f"- points: [a, b]\n  assertion: {'assertion ' * 60}", 7),
        (f"- question: {'Why? ' * 200}\n  kind: multiple_choice\n  options: [a, b]\n  answer: A", 6),
    ],
    ids=["a row", "a headline", "a question"],
)
def test_what_fits_on_no_slide_is_an_error_with_its_line(content: str, line: int) -> None:
    with pytest.raises(SourceError) as caught:
        planned(lesson(content))
    assert [finding.place.line for finding in caught.value.findings] == [line]
    assert caught.value.findings[0].hint


def test_a_title_of_200_words_is_an_error_and_one_of_30_is_not() -> None:
    with pytest.raises(SourceError, match="too long"):
        planned(lesson("- points: [a]").replace("A lesson", "word " * 200))
    assert planned(lesson("- points: [a]").replace("A lesson", "word " * 30)).slides


def test_very_long_words_quotes_and_points_find_room() -> None:
    quote = "\n".join(f"    Line {n} of a quotation that goes on without an end in sight." for n in range(40))
    long_point = "So it goes on. " * 150
    content = f"- points: [{'x' * 90}]\n- quote: |\n{quote}\n- points: [{long_point}]"
    told = "".join(words(slide) for slide in taught(planned(lesson(content))))
    assert "x" * 90 in told
    assert all(f"Line {n} of" in told for n in range(40))
    assert told.count("So it goes on.") == 150
