"""Cues beside the notes of a Cornell page: the questions that they answer, the terms that they explain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from math import ceil

from diptych.handout.skeleton import Skeleton, bare, skeleton
from diptych.handout.solutions import solution
from diptych.layout.setting import Setting
from diptych.material.answers import right_options
from diptych.material.blocks import AnyBlock, Definition, Question, SourceExtract
from diptych.material.checks import texts_of
from diptych.material.document import Document
from diptych.material.facts import Term
from diptych.material.line_ends import width_in_letters
from diptych.material.markup import Prose, Rich, Span
from diptych.material.option_letters import letters_of

# Lines kept free below a question for its answer, by what its kind is likely to need.
_ANSWER_LINES = {"multiple_choice": 3, "short_answer": 5, "essay": 3, "cloze": 0}
_MOST_ANSWER_LINES = 6
# Of the body's size: the type of cues and its lines. `cornell.css` says the same.
CUE_SIZE, CUE_LINE = 0.91, 1.3
# A printed block that is no text takes about so many lines.
_LINES_OF_A_BLOCK = 10


@dataclass(frozen=True)
class Row:
    """One row of a Cornell page: a block's skeleton, and the cues at its left.

    `lines` are the ruled lines at its end: as many as the skeleton wants, or the cues are high, which
    are `least_lines`.
    """

    block: AnyBlock | None = None
    given: Skeleton = field(default_factory=Skeleton)
    terms: tuple[Term, ...] = ()
    question: Question | None = None
    lines: int = 2
    least_lines: int = 0


@dataclass(frozen=True)
class Cues:
    """Finds the cues of one document; `width` is that of their column in mm.

    They stand `beside` the notes or above them.
    """

    document: Document
    setting: Setting
    width: float
    beside: bool = True

    def rows(self, blocks: Iterable[AnyBlock], told: set[str]) -> tuple[Row, ...]:
        """The rows of a part; `told` are the terms that were cues on the page before, and becomes more.

        A question stands beside what it follows, or has a row of its own where a cue stands there already.
        """
        rows: list[Row] = []
        for block in blocks:
            if isinstance(block, Question):
                beside = rows.pop() if rows and rows[-1].question is None and not rows[-1].terms else Row()
                rows.append(replace(beside, question=block))
            elif given := skeleton(block, self.document):
                rows.append(Row(block, given, tuple(self._terms(block, told)), lines=given.lines))
        return tuple(map(self._with_room, rows))

    def answer_lines(self, question: Question) -> int:
        """How many lines of small type are kept free for the answer."""
        parts = len(question.pairs) or len(question.order)
        lines = min(_ANSWER_LINES.get(question.kind, 2 * parts), _MOST_ANSWER_LINES)
        return lines if self.beside else ceil(lines / 2)

    def answer(self, question: Question) -> tuple[Rich, ...]:
        """The answer in words, a paragraph each; none where it has no room or there is none."""
        words = tuple(bare(one) for one in _answer(question))
        return words if self._lines(words) <= self.answer_lines(question) else ()

    def answered_elsewhere(self, question: Question) -> bool:
        """True where the guide has an answer for which there is no room here."""
        if question.kind == "cloze" or self.answer(question):
            return False
        return bool(solution(question, letters_of(self.document.labels)))

    def _terms(self, block: AnyBlock, told: set[str]) -> Iterator[Term]:
        texts = self._words(block)
        for term in self.document.material.key_terms:
            name = term.term.plain()
            defined = isinstance(block, Definition) and block.definition.plain().lower() == name.lower()
            if name not in told and _speaks_of(texts, name):
                told.add(name)
                if not defined:
                    yield term

    def _words(self, block: AnyBlock) -> str:
        source = self.document.source(block.source) if isinstance(block, SourceExtract) else ()
        told = (replace(block, notes=Prose()), source)
        return "\n".join(text.plain() for text in texts_of(told))

    def _with_room(self, row: Row) -> Row:
        least = self._needed(row) if self.beside else 0
        if row.given.headings:
            least = max(least, row.given.lines)
        return replace(row, lines=max(row.lines, least), least_lines=least)

    def _needed(self, row: Row) -> int:
        """How many ruled lines make the notes of a row as high as its cues."""
        words = [Rich((Span(term.term.plain()),)) for term in row.terms]
        lines = self._lines(words)
        if row.question:
            asked = (one.rich for one in row.question.question.paragraphs)
            lines += 1 + self._lines(asked) + self.answer_lines(row.question)
        cues = self.setting.led(lines * CUE_SIZE * CUE_LINE)
        return max(0, ceil((cues - self._height(row.given)) / self.setting.ruling))

    def _height(self, given: Skeleton) -> float:
        """About how high what is printed of a block becomes, in mm, without the lines at its end."""
        if given.whole:
            return _LINES_OF_A_BLOCK * self.setting.line
        printed = len(given.points) + bool(given.head)
        return printed * self.setting.line + len(given.points) * given.after_each * self.setting.ruling

    def _lines(self, texts: Iterable[Rich]) -> int:
        room = max(1.0, self.setting.characters(self.width, "heading", CUE_SIZE) * 0.9)
        return sum(ceil(max(1, width_in_letters(text.plain())) / room) for text in texts)


def _speaks_of(words: str, term: str) -> bool:
    """True where the term stands in the words, be it in the plural or another case."""
    return bool(re.search(rf"(?<!\w){re.escape(term)}\w{{0,2}}(?!\w)", words, re.IGNORECASE))


def _answer(question: Question) -> Iterator[Rich]:
    """What is right, in words that need no letters of options beside them."""
    match question.kind:
        case "multiple_choice":
            yield from (question.options[index] for index in right_options(question))
        case "matching":
            yield from (Rich((*pair.left.spans, Span(" – "), *pair.right.spans)) for pair in question.pairs)
        case "ordering":
            for number, item in enumerate(question.order, 1):
                yield Rich((Span(f"{number} "), *item.spans))
        case "cloze":
            return
        case _:
            yield from (paragraph.rich for paragraph in question.answer.paragraphs)
