"""Headlines of slides that go on: told apart by words of their own where there are such, else by numbers."""

from __future__ import annotations

import pytest

from tests.deck.planned import HEAD, lesson, planned, taught

EVENTS = "\n".join(f"    - {{date: '{year}', event: Event of {year}}}" for year in range(1900, 1910))
WORDS = "a rather long sentence that says one thing, then another, and at last a third which nobody expected"


def references(families: list[str]) -> str:
    listed = "\n".join(
        f"  - {{id: r{number}, title: A book on a matter that needs a long title to be told from others,"
        f" author: [{{family: {family}, given: Given Name}}], issued: {1900 + number},"
        " publisher: A publisher with a long name, publisher-place: A town with a long name}"
        for number, family in enumerate(families)
    )
    return f"{HEAD}references:\n{listed}\nsections:\n  - title: S\n    content: [points: [One, Two]]\n"


def test_parts_of_a_timeline_tell_the_years_that_they_cover() -> None:
    titles = [
        slide.title for slide in taught(planned(lesson(f"- timeline: What happened\n  events:\n{EVENTS}")))
    ]
    assert titles == ["What happened (1900–1904)", "What happened (1905–1909)"]


def test_a_timeline_on_one_slide_tells_no_years() -> None:
    few = "\n".join(EVENTS.splitlines()[:3])
    titles = [
        slide.title for slide in taught(planned(lesson(f"- timeline: What happened\n  events:\n{few}")))
    ]
    assert titles == ["What happened"]


def test_parts_of_one_year_are_told_apart_by_numbers() -> None:
    events = "\n".join(f"    - {{date: 1900-0{month}, event: Event {month}}}" for month in range(1, 10))
    titles = [slide.title for slide in taught(planned(lesson(f"- timeline: One year\n  events:\n{events}")))]
    assert titles == ["One year (1/2)", "One year (2/2)"]


def test_two_timelines_of_one_title_are_told_apart_by_numbers() -> None:
    one = f"- timeline: The years\n  events:\n{EVENTS}"
    titles = [slide.title for slide in taught(planned(lesson(f"{one}\n{one}")))]
    assert titles == [f"The years ({number}/4)" for number in (1, 2, 3, 4)]


def test_parts_of_the_references_tell_their_letters() -> None:
    families = ["Adams", "Brown", "Cohen", "Dupont", "Eco", "Fisher", "Goethe", "Hardy", "Ibsen", "Joyce"]
    titles = [slide.title for slide in planned(references(families)).slides if slide.layout == "references"]
    assert len(titles) > 1
    assert titles[0].startswith("References (A–")
    assert titles[-1].endswith("–J)") or titles[-1] == "References (J)"


@pytest.mark.parametrize("family", ["王", "Adams"])
def test_references_that_no_letter_tells_apart_are_numbered(family: str) -> None:
    titles = [
        slide.title for slide in planned(references([family] * 10)).slides if slide.layout == "references"
    ]
    count = len(titles)
    assert count > 1
    assert titles == [f"References ({number}/{count})" for number in range(1, count + 1)]


def test_points_that_go_on_are_numbered() -> None:
    points = "\n".join(f"    - Point {number} {WORDS}" for number in range(12))
    titles = [slide.title for slide in taught(planned(lesson(f"- points:\n{points}")))]
    count = len(titles)
    assert count > 1
    assert titles == [f"The section ({number}/{count})" for number in range(1, count + 1)]
