"""Slides kept in reserve and slides hidden in place: there when somebody asks, and out of the way else."""

from __future__ import annotations

import pytest

from diptych.deck.values import Deck, Slide, TextShape
from tests.deck.planned import HEAD, lesson, notes, paragraphs, planned, taught, words

RESERVE = f"""{HEAD}time_required: 20 min
deck: {{build: true}}
key_points: [One., Two.]
sections:
  - title: First
    minutes: 12
    content:
      - points: [A point, "More in [the reserve](#spare)"]
  - title: If somebody asks
    assertion: Historians disagree
    minutes: 40
    backup: true
    content:
      - points: [A doubt, Another doubt]
      - question: Who says so?
        answer: Nobody.
  - title: Last
    minutes: 8
    content:
      - points: [The end, Really]
    sections:
      - title: A closer look
        id: spare
        backup: true
        minutes: 5
        content: [points: [Very close, Closer]]
        sections:
          - title: Closest
            backup: true
            content: [points: [Too close, Blurred]]
references:
  - {{id: a, title: A book, issued: 1900}}
"""


@pytest.fixture(scope="module")
def deck() -> Deck:
    return planned(RESERVE)


def reserve(deck: Deck) -> tuple[Slide, ...]:
    return deck.sections[-1].slides


def links(slide: Slide) -> dict[str, str]:
    """Where each linked stretch of the slide's text leads."""
    told = [run for shape in slide.shapes for one in paragraphs(shape) for run in one.runs]
    return {run.text: run.link.slide for run in told if run.link}


def test_the_reserve_comes_last_in_a_section_of_its_own(deck: Deck) -> None:
    assert [section.name for section in deck.sections] == ["Agenda", "First", "Last", "Summary", "Backup"]
    assert [slide.title for slide in reserve(deck)] == [
        "Backup",
        "Historians disagree",
        "Question 1",
        "Answer to question 1",
        "A closer look",
        "Closest",
    ]
    assert reserve(deck)[0].layout == "backup"


def test_all_of_the_reserve_is_hidden_and_nothing_else(deck: Deck) -> None:
    assert all(slide.hidden for slide in reserve(deck))
    assert not any(slide.hidden for section in deck.sections[:-1] for slide in section.slides)


def test_the_agenda_leads_to_the_reserve_and_skips_its_sections(deck: Deck) -> None:
    agenda = next(slide for slide in deck.slides if slide.layout == "agenda")
    assert list(links(agenda)) == ["First", "Last", "Backup"]
    assert links(agenda)["Backup"] == reserve(deck)[0].key
    entries = next(shape for shape in agenda.shapes if isinstance(shape, TextShape) and shape.name == "Body")
    assert [one.number for one in entries.paragraphs if one.bullet == "number"] == [1, 3]


def test_the_reserve_lists_what_it_holds_and_leads_back(deck: Deck) -> None:
    divider, asked = reserve(deck)[:2]
    agenda = next(slide for slide in deck.slides if slide.layout == "agenda")
    assert words(divider).splitlines() == ["Backup", "2. If somebody asks", "3.1. A closer look", "Agenda"]
    assert links(divider)["If somebody asks"] == asked.key
    assert links(divider)["A closer look"] == reserve(deck)[4].key
    assert links(divider)["Agenda"] == agenda.key


def test_a_link_to_a_section_in_reserve_leads_to_its_first_slide(deck: Deck) -> None:
    assert links(deck.sections[1].slides[1]) == {"the reserve": reserve(deck)[4].key}


def test_the_minutes_of_the_reserve_do_not_count(deck: Deck) -> None:
    first, last = deck.sections[1].slides[0], deck.sections[2].slides[0]
    assert notes(first).startswith("Minutes 0 to 12\n")
    assert notes(last).startswith("Minutes 12 to 20\n")
    assert not any("Minutes" in notes(slide) for slide in reserve(deck))
    agenda = next(slide for slide in deck.slides if slide.layout == "agenda")
    assert notes(agenda) == "Time: 20 min"


def test_the_notes_of_a_section_in_reserve_begin_with_its_title(deck: Deck) -> None:
    assert notes(reserve(deck)[1]).startswith("If somebody asks: Historians disagree")


def test_without_a_reserve_nothing_speaks_of_one() -> None:
    deck = planned(lesson("- points: [One, Two]"))
    assert not any("Backup" in words(slide) for slide in deck.slides)
    assert [section.name for section in deck.sections] == ["Agenda", "The section"]


def test_hidden_blocks_have_hidden_slides_in_their_place() -> None:
    deck = planned(
        lesson(
            "- points: [One, Two]\n"
            "- question: Why?\n  answer: Because.\n  hidden: true\n"
            "- points: [Three, Four]\n  assertion: Then"
        )
    )
    assert [(slide.title, slide.hidden) for slide in taught(deck)] == [
        ("The section", False),
        ("Question 1", True),
        ("Answer to question 1", True),
        ("Then", False),
    ]


def test_a_hidden_slide_leaves_the_assertion_to_one_that_is_shown() -> None:
    text = lesson(
        "- table: Some numbers\n  header: [A, B]\n  rows: [[1, 2]]\n  hidden: true\n- points: [One, Two]"
    ).replace("    content:", "    assertion: It matters\n    content:")
    assert [(slide.title, slide.hidden) for slide in taught(planned(text))] == [
        ("Some numbers", True),
        ("It matters", False),
    ]


def test_a_section_may_be_hidden_altogether() -> None:
    deck = planned(lesson("- points: [One, Two]\n  hidden: true"))
    assert [slide.hidden for slide in deck.sections[1].slides] == [False, True]


def test_the_agenda_tells_the_lecturer_where_minutes_and_time_differ() -> None:
    deck = planned(RESERVE.replace("time_required: 20 min", "time_required: 25 min"))
    agenda = next(slide for slide in deck.slides if slide.layout == "agenda")
    assert notes(agenda) == "Time: 20 min planned of 25"


def test_points_come_by_clicks_but_the_agenda_never_does(deck: Deck) -> None:
    built = {slide.title for slide in deck.slides for one in slide.shapes if getattr(one, "build", False)}
    assert {"First", "Historians disagree", "What to remember"} <= built
    assert not {"Agenda", "Backup", "References"} & built


@pytest.mark.parametrize(("chosen", "made"), [("fade", "fade"), ("none", "")])
def test_slides_change_as_the_author_chose(chosen: str, made: str) -> None:
    deck = planned(lesson("- points: [One, Two]", f"deck: {{transition: {chosen}}}\n"))
    assert deck.transition == made


@pytest.mark.parametrize(
    ("front", "build", "built"), [("deck: {build: true}\n", "", 0), ("", "\n  build: true", 1)]
)
def test_options_come_by_clicks_only_where_the_question_says_so(front: str, build: str, built: int) -> None:
    question = f"- question: Which?\n  options: [This, That]\n  answer: A{build}"
    asked = taught(planned(lesson(question, front)))[0]
    assert sum(getattr(one, "build", False) for one in asked.shapes) == built
