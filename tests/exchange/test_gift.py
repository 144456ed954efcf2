"""Questions as Moodle's GIFT format has them."""

from __future__ import annotations

import pytest

from diptych.exchange.gift import gift_text
from tests.handout.printed import read, with_content


def gift(content: str) -> str:
    return gift_text(read(with_content(content)))


def test_a_multiple_choice_marks_the_right_option() -> None:
    made = gift(
        "- {question: Who signed?, options: [Lenin, Chicherin], answer: B, explanation: 'He did: twice.'}"
    )
    assert "$CATEGORY: $course$/A lesson" in made
    assert (
        "::Question 1::[html]<p>Who signed?</p> {\n\t~Lenin\n\t=Chicherin\n####<p>He did\\: twice.</p>\n}"
        in made
    )


def test_several_right_options_share_the_mark() -> None:
    made = gift("- {question: Which?, kind: multiple_choice, options: [a, b, c], answer: 'A, C'}")
    assert "\t~%50%a\n\t~%-100%b\n\t~%50%c\n" in made


def test_a_matching_has_at_least_three_answers() -> None:
    pairs = "[{left: Kazan, right: tanks}, {left: Lipetsk, right: 'flight = air'}]"
    made = gift(f"- {{question: What was where?, kind: matching, pairs: {pairs}}}")
    assert "\t=Kazan -> tanks\n\t=Lipetsk -> flight \\= air\n\t= -> A\n" in made


def test_an_ordering_asks_for_places() -> None:
    made = gift("- {question: Order these., kind: ordering, order: [one, two, three]}")
    assert all(f"={word} -> {place}\n" in made for place, word in enumerate(("one", "two", "three"), 1))
    assert "= -> " not in made


def test_a_short_answer_is_compared_and_a_long_one_is_read() -> None:
    short = gift("- {question: Where?, answer: Rapallo}")
    assert "{\n\t=Rapallo\n\n}" in short
    long = gift("- {question: Why?, answer: Because both were shunned by the victors of the war.}")
    assert "####<p>Because both" in long
    assert "\t=" not in long


def test_what_a_keyboard_lacks_may_be_typed_otherwise() -> None:
    made = gift('- {question: Which years?, answer: "Lenin\'s 1922–1933"}')
    assert "\t=Lenin's 1922-1933\n\t=Lenin’s 1922–1933\n" in made


def test_an_expected_answer_and_its_explanation_are_one_feedback() -> None:
    made = gift("- {question: Discuss., kind: essay, answer: Two points., explanation: As was said.}")
    assert "####<p>Two points.</p><p>As was said.</p>" in made
    assert made.count("####") == 1


def test_a_gap_outside_a_cloze_is_not_filled() -> None:
    made = gift("- {question: 'The [treaty]{gap} of?', options: [Rapallo, Kazan], answer: A}")
    assert "treaty" not in made


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The [treaty]{gap} of Rapallo.", "The  {=treaty}  of Rapallo. "),
        ("[One]{gap}, [two]{gap}, [three]{gap}.", "<p>(1) ____, (2) ____, (3) ____.</p> {\n\t=(1) -> One\n"),
    ],
)
def test_gaps_are_asked_for(words: str, expected: str) -> None:
    assert expected in gift(f"- {{question: '{words}', kind: cloze}}")


def test_markup_and_control_characters_are_told_apart() -> None:
    made = gift("- {question: 'Is *H~2~O* {wet} = 1 & <2?', answer: 'yes: ~'}")
    assert "Is <em>H</em><em><sub>2</sub></em><em>O</em> \\{wet\\} \\= 1 &amp; &lt;2?" in made
    assert "=yes\\: \\~" in made


def test_a_lesson_without_questions_makes_no_file() -> None:
    assert gift("- points: [a, b]") == ""


def test_a_formula_stands_in_the_marks_that_moodle_knows() -> None:
    made = gift("- {question: 'What is $x^{2}$?', options: ['$4$', '$5$'], answer: A}")
    assert r"What is \\(x^\{2\}\\)?" in made
    assert r"=\\(4\\)" in made
