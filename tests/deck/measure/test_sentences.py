"""Sentences end where a reader would say so, in every language that there are labels for."""

from __future__ import annotations

import pytest

from diptych.deck.measure.cut import cut_paragraph, first_words, sentences
from diptych.deck.plan.runs import plain
from diptych.deck.values import Run, TextParagraph


def parts(text: str) -> list[str]:
    return [plain(one) for one in sentences((Run(text, "en"),))]


def paragraph(text: str) -> TextParagraph:
    return TextParagraph((Run(text, "en"),), 20, bullet="bullet")


@pytest.mark.parametrize(
    "sentence",
    [
        "Dr. Smith met Prof. Jones in St. Petersburg.",
        "J. R. R. Tolkien wrote of it.",
        "The U.S. Army came.",
        "It stands on p. 12 of vol. 3 here.",
        "Am 16. April 1922 unterschrieben sie.",
        "Im 19. Jahrhundert kam z. B. Rathenau.",
        "Er kam usw. und ging.",
        "“Stop!” he cried.",
        "М. И. Калинин и тов. Чичерин подписали.",
        "« Non ! » dit-il.",
    ],
)
def test_a_full_stop_inside_a_sentence_ends_none(sentence: str) -> None:
    assert parts(f"{sentence} Then it was over.") == [sentence, "Then it was over."]


def test_sentences_without_spaces_between_them_end_too() -> None:
    assert parts("これは文です。次の文です。終わり") == ["これは文です。", "次の文です。", "終わり"]


def test_words_such_as_no_end_a_sentence_where_no_number_follows() -> None:
    assert parts("Was it so? No. It was not.") == ["Was it so?", "No.", "It was not."]
    assert parts("See no. 5. It helps.") == ["See no. 5. It helps."]


def test_a_paragraph_is_cut_between_sentences_not_between_words() -> None:
    cut = cut_paragraph(paragraph("A sentence of some length. " * 9), 4)
    assert len(cut) == 4
    assert all(plain(piece.runs).endswith(".") for piece in cut)
    assert [piece.bullet for piece in cut] == ["bullet", "", "", ""]


def test_one_endless_sentence_does_not_tear_its_neighbours() -> None:
    text = "Short one. " * 10 + "and on " * 100 + "end. " + "Short again. " * 10
    cut = cut_paragraph(paragraph(text.strip()), 3)
    assert len(cut) == 3
    assert " ".join(plain(piece.runs) for piece in cut) == text.strip()
    assert plain(cut[0].runs).startswith("Short one. " * 10)
    assert plain(cut[2].runs).endswith("Short again. " * 9 + "Short again.")


@pytest.mark.parametrize("text", ["x" * 300, "日本語の文章は空白なしで続く" * 20, "no\u00a0break\u00a0" * 30])
def test_text_without_a_place_to_cut_is_cut_evenly_all_the_same(text: str) -> None:
    cut = cut_paragraph(paragraph(text), 3)
    assert len(cut) == 3
    lengths = [len(plain(piece.runs)) for piece in cut]
    assert max(lengths) - min(lengths) <= 2


def test_the_first_words_of_several_paragraphs() -> None:
    kept = first_words([paragraph("one two three"), paragraph("four five")], 4)
    assert [plain(one.runs) for one in kept] == ["one two three", "four"]
