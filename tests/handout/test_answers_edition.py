"""The answers alone: every question with its number and its answer, and nothing else of the lesson."""

from __future__ import annotations

from pathlib import Path

import page
import pytest

from diptych.handout.edition import Edition
from tests.handout.editions import FLAGSHIP, edition_of, pair_of
from tests.handout.printed import EVERYTHING, words_of

ANSWERS = Edition("answers")


@pytest.mark.parametrize("path", [EVERYTHING, FLAGSHIP], ids=lambda path: path.stem)
def test_every_question_has_its_answer(path: Path) -> None:
    from diptych.material.blocks import Question
    from diptych.material.numbering import all_blocks

    words = " ".join(words_of(edition_of(ANSWERS, path).data))
    document = pair_of(path).reading.document
    asked = [one for one in all_blocks(document.material.sections) if isinstance(one, Question)]
    assert len(asked) >= 5
    for question in asked:
        assert f"Question {document.numbering.of(question)}" in words
        for span in (span for paragraph in question.answer.paragraphs for span in paragraph.rich.spans):
            assert not span.text.strip() or span.text.split()[0] in words


def test_options_are_told_by_letter_and_words() -> None:
    assert "B Lovelace" in " ".join(words_of(edition_of(ANSWERS).data))


def test_gaps_of_the_text_are_listed_by_their_numbers() -> None:
    words = " ".join(words_of(edition_of(ANSWERS).data))
    assert "Gaps in the text (1) hidden" in words


def test_the_lesson_itself_is_left_out() -> None:
    words = " ".join(words_of(edition_of(ANSWERS, FLAGSHIP).data))
    assert "pariah" not in words.lower()
    assert "two outcasts" in words.lower()


@pytest.mark.parametrize("path", [EVERYTHING, FLAGSHIP], ids=lambda path: path.stem)
def test_it_is_a_sound_tagged_file(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "answers.pdf"
    file.write_bytes(edition_of(ANSWERS, path).data)
    report = page.validate_pdf(str(file), profile=page.ValidationProfile.PDF_UA_1).to_dict()
    assert report["is_compliant"], report["failures"]
