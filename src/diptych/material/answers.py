"""What the right answer to a question is, worked out once for both panels."""

from __future__ import annotations

import re
from string import ascii_uppercase

from diptych.material.blocks import Question
from diptych.material.order import mixed


def right_options(question: Question) -> tuple[int, ...]:
    """Indices of the right options of a multiple choice; none where the answer names no option.

    The answer may be letters (`B`, `A, C`) or the words of one option.
    """
    answer = question.answer.plain().strip()
    words = [option.plain() for option in question.options]
    if answer in words:
        return (words.index(answer),)
    letters = [letter for letter in re.split(r"[\s,;]+|\band\b", answer) if letter]
    known = ascii_uppercase[: len(words)]
    if not letters or not all(len(letter) == 1 and letter in known for letter in letters):
        return ()
    return tuple(sorted({known.index(letter) for letter in letters}))


def names_options(question: Question) -> bool:
    """True where the answer to a multiple choice is told in letters, not in the words of an option."""
    told = question.answer.plain().strip() in {option.plain() for option in question.options}
    return question.kind == "multiple_choice" and not told and bool(right_options(question))


def gap_words(question: Question) -> tuple[str, ...]:
    """The words that belong in the gaps of a cloze, in order."""
    return tuple(
        span.text for paragraph in question.question.paragraphs for span in paragraph.rich.spans if span.gap
    )


def matching_order(question: Question) -> tuple[int, ...]:
    """The order in which the right sides of a matching are printed, as indices of its pairs."""
    return mixed([pair.right.plain() for pair in question.pairs])


def printed_order(question: Question) -> tuple[int, ...]:
    """The order in which the items of an ordering are printed, as indices of the right order."""
    return mixed([item.plain() for item in question.order])


def word_bank(question: Question) -> tuple[str, ...]:
    """The missing words of a cloze in mixed order, each once."""
    words = tuple(dict.fromkeys(gap_words(question)))
    return tuple(words[index] for index in mixed(words))
