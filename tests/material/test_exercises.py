"""Exercises drawn from facts: always the same for a seed, complete, and without answers for learners."""

from __future__ import annotations

import pytest

from diptych.layout.load import load_layout
from diptych.material.answers import matching_order, right_options, word_bank
from diptych.material.blocks import Question
from diptych.material.document import Document
from diptych.material.findings import SourceError
from diptych.material.numbering import all_blocks
from tests.deck.planned import planned, words
from tests.handout.printed import printed, read, words_of

FACTS = """title: A lesson
lang: en-GB
key_terms:
  - {term: reparations, definition: Payments for war damage.}
  - {term: pariah, definition: Somebody whom the others shun.}
  - {term: treaty, definition: A contract between states.}
  - {term: cadre, definition: The core of a trained army.}
  - {term: treaty port, definition: A harbour opened by contract.}
people:
  - {name: Georgy Chicherin, role: Commissar of foreign affairs, about: Signed at Rapallo.}
  - {name: Walther Rathenau, role: Foreign minister}
  - {name: Hans von Seeckt, role: Head of the army.}
places:
  - {name: Lipetsk, about: A flying school.}
  - {name: Kazan, about: A tank school.}
  - {name: Saratov, about: A gas school.}
timeline:
  - {date: 1926-04-24, event: Treaty of Berlin}
  - {date: 1922-04-16, event: Treaty of Rapallo}
  - {date: 1933, event: The schools close}
  - {date: 1925, event: The flying school opens}
sections:
  - title: Part
    content:
"""


def drawn(exercise: str) -> list[Question]:
    """The questions of one exercise."""
    questions = [
        block for block in all_blocks(document(exercise).material.sections) if isinstance(block, Question)
    ]
    assert questions
    return questions


def document(exercise: str) -> Document:
    return read(f"{FACTS}      - {{{exercise}}}\n")


def test_a_matching_pairs_every_term_with_its_meaning() -> None:
    (question,) = drawn("exercise: matching")
    assert len(question.pairs) == 5
    assert ("pariah", "Somebody whom the others shun.") in [
        (p.left.plain(), p.right.plain()) for p in question.pairs
    ]
    assert matching_order(question) != tuple(range(5))


def test_an_ordering_is_right_in_order_of_time() -> None:
    (question,) = drawn("exercise: ordering")
    assert [item.plain() for item in question.order] == [
        "Treaty of Rapallo", "The flying school opens", "Treaty of Berlin", "The schools close",
    ]  # fmt: skip


def test_who_am_i_asks_for_names_and_offers_them_in_mixed_order() -> None:
    (question,) = drawn("exercise: who_am_i")
    assert set(word_bank(question)) == {"Georgy Chicherin", "Walther Rathenau", "Hans von Seeckt"}
    assert "Commissar of foreign affairs. Signed at Rapallo. – Georgy Chicherin" in question.question.plain()


@pytest.mark.parametrize("facts", ["key_terms", "people", "places", "timeline"])
def test_a_quiz_has_one_right_option_among_different_ones(facts: str) -> None:
    questions = drawn(f"exercise: quiz, from: {facts}, options: 3")
    assert len(questions) >= 3
    for question in questions:
        assert len(right_options(question)) == 1
        assert len({option.plain() for option in question.options}) == 3


def test_right_answers_of_a_quiz_do_not_all_stand_in_one_place() -> None:
    assert len({right_options(question) for question in drawn("exercise: quiz")}) > 1


def test_every_question_of_a_quiz_has_a_number_of_its_own() -> None:
    made = document("exercise: quiz")
    questions = [block for block in all_blocks(made.material.sections) if isinstance(block, Question)]
    assert [made.numbering.of(question) for question in questions] == ["1", "2", "3", "4", "5"]


def test_the_seed_decides_what_is_chosen() -> None:
    chosen = {
        tuple(pair.left.plain() for pair in drawn(f"exercise: matching, count: 3, seed: {seed}")[0].pairs)
        for seed in range(1, 9)
    }
    assert len(chosen) > 2
    again = [drawn("exercise: matching, count: 3, seed: 4")[0].pairs for _ in range(2)]
    assert again[0] == again[1]


def test_the_handout_asks_and_does_not_answer() -> None:
    made = " ".join(words_of(printed(f"{FACTS}      - {{exercise: quiz, count: 3}}\n").data))
    assert "What does this mean:" in made
    assert "Answer" not in made


def test_the_deck_answers_after_it_asked() -> None:
    deck = planned(f"{FACTS}      - {{exercise: cloze}}\n")
    asked = next(slide for slide in deck.slides if slide.layout == "question")
    answered = next(slide for slide in deck.slides if slide.layout == "answer")
    assert "Which term is meant?" in words(asked)
    assert "Payments for war damage.\xa0– reparations" in words(answered)


@pytest.mark.parametrize(
    ("exercise", "message"),
    [
        ("exercise: ordering, from: people", "cannot be drawn from `people`"),
        ("exercise: matching, count: 2", "`count: 2` is too few"),
        ("exercise: quiz, options: 1", "`options: 1` is too few"),
        ("exercise: riddle", "`exercise` cannot be `riddle`"),
    ],
)
def test_what_cannot_be_drawn_is_told_with_its_place(exercise: str, message: str) -> None:
    with pytest.raises(SourceError) as raised:
        document(exercise)
    (finding,) = raised.value.findings
    assert message in finding.message
    assert finding.place.line == FACTS.count("\n") + 1


def test_too_few_facts_are_told() -> None:
    facts = "key_terms: [{term: a, definition: b}]"
    few = f"title: T\n{facts}\nsections: [{{title: S, content: [{{exercise: matching}}]}}]"
    with pytest.raises(SourceError) as raised:
        read(few)
    assert "needs at least 3 entries of `key_terms`, not 1" in raised.value.findings[0].message


def test_every_shipped_language_has_the_words() -> None:
    layout = load_layout("classic")
    languages = layout.languages()
    assert len(languages) > 5
    assert all(layout.labels(lang)("who_am_i") for lang in languages)
