"""What the right answers are as they stand on the page: the letters, numbers and words to write."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from diptych.handout.questions import writing_lines
from diptych.material.answers import gap_words, matching_order, printed_order, right_options
from diptych.material.blocks import Question
from diptych.material.line_ends import width_in_letters
from diptych.material.markup import Prose
from diptych.material.option_letters import letter

# Of a ruled line of 8.2 mm about half is taken by a line of print, of so many ems.
_PRINT_LINES_PER_RULE = 1.75
_EM_A_CHARACTER = 0.5


@dataclass(frozen=True)
class Solution:
    """The answer to one question.

    `marks` are what is written in the places for it, in the order of the page: letters of a matching,
    numbers of an ordering, words of a cloze. `right` are the indices of right options. `words` is an
    answer in words.
    """

    marks: tuple[str, ...] = ()
    right: tuple[int, ...] = ()
    words: Prose = Prose()

    def __bool__(self) -> bool:
        """True where there is an answer."""
        return bool(self.marks or self.right or self.words)


def solution(question: Question, letters: tuple[str, ...]) -> Solution:
    """The answer to the question, with the language's `letters`; false where its author gave none."""
    match question.kind:
        case "multiple_choice":
            return Solution(right=right_options(question))
        case "matching":
            order = matching_order(question)
            marks = tuple(letter(order.index(index), letters) for index in range(len(question.pairs)))
            return Solution(marks, words=question.answer)
        case "ordering":
            return Solution(tuple(str(index + 1) for index in printed_order(question)), words=question.answer)
        case "cloze":
            return Solution(gap_words(question), words=question.answer)
        case _:
            return Solution(words=question.answer)


def fits_lines(question: Question, width: float) -> bool:
    """True where the answer in words has room on the question's ruled lines, which are `width` ems wide."""
    needed = sum(_print_lines(question.answer, width / _EM_A_CHARACTER))
    return needed <= int(writing_lines(question) * _PRINT_LINES_PER_RULE)


def _print_lines(prose: Prose, characters: float) -> Iterator[int]:
    return (ceil(width_in_letters(paragraph.rich.plain()) / characters) for paragraph in prose.paragraphs)
