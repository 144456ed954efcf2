"""What a teacher is told beside the student's page: timings, answers, and the guide behind the pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from diptych.handout.anchors import anchor_of
from diptych.handout.contents import Part
from diptych.handout.questions import writing_lines
from diptych.handout.solutions import Solution, fits_lines, solution
from diptych.handout.words import slides as slide_words
from diptych.material.blocks import AnyBlock, Question
from diptych.material.document import Document
from diptych.material.markup import Prose
from diptych.material.model import Section
from diptych.material.names import Names
from diptych.material.option_letters import letters_of
from diptych.material.timing import minutes_of, planned_minutes


@dataclass(frozen=True)
class PlanRow:
    """One part of the lesson: its minutes, slides, and page of the student's handout; empty or 0 if none."""

    section: Section
    level: int
    minutes: int
    slides: str
    page: int


@dataclass(frozen=True)
class StudentPages:
    """What a teacher is told of the student's handout and the deck.

    `pages` is the number of pages, `pages_of` the page of each anchor, `slides` the first and last slide of
    sections by name.
    """

    pages: int = 0
    pages_of: Mapping[str, int] = field(default_factory=dict)
    slides: Mapping[str, tuple[int, int]] = field(default_factory=dict)


NOT_PRINTED = StudentPages()


@dataclass(frozen=True)
class Teaching:
    """Answers and timings of one document; `line` is the width of a ruled line in ems of what is written."""

    document: Document
    parts: tuple[Part, ...]
    student: StudentPages = NOT_PRINTED
    line: float = 40.0

    @property
    def names(self) -> Names:
        """The names of sections and blocks."""
        return Names(self.document.material.sections)

    def solution(self, question: Question) -> Solution:
        """The answer to the question; false where there is none."""
        return solution(question, letters_of(self.document.labels))

    def in_place(self, question: Question) -> bool:
        """True where the answer in words has room on the question's lines."""
        lines = writing_lines(question)
        return bool(question.answer) and 0 < lines <= 16 and fits_lines(question, self.line)

    def beside(self, section: Section, slides_told: bool) -> str:
        """The minutes of a section and its slides, unless told already, for the line above its heading."""
        labels = self.document.labels
        minutes = labels("minutes", count=minutes_of(section)) if minutes_of(section) else ""
        slides = slide_words(self.student.slides.get(self.names.of(section)), labels)
        return " · ".join(filter(None, (minutes, "" if slides_told else slides)))

    def plan(self) -> tuple[PlanRow, ...]:
        """The parts of the lesson in order."""
        return tuple(self._row(part) for part in self.parts)

    def planned_minutes(self) -> int:
        """What the parts take together."""
        return planned_minutes(self.document.material.sections)

    def explained(self) -> tuple[Question, ...]:
        """The questions that have an answer or an explanation."""
        return tuple(one for one in self.questions() if self.solution(one) or one.explanation)

    def questions(self) -> tuple[Question, ...]:
        """All questions of the handout."""
        return tuple(question for part in self.parts for question in self.questions_of(part))

    def questions_of(self, part: Part) -> tuple[Question, ...]:
        """The questions of one part."""
        return tuple(block for block in part.blocks if isinstance(block, Question))

    def marks(self) -> int:
        """All marks that can be had."""
        return sum(question.marks for question in self.questions())

    def notes(self) -> tuple[tuple[Section, tuple[Prose, ...]], ...]:
        """The sections that the author wrote speaker notes for, with theirs and those of their blocks."""
        told = ((section, tuple(_notes(section))) for section in _sections(self.document.material.sections))
        return tuple((section, notes) for section, notes in told if notes)

    def page(self, part: Section | AnyBlock) -> int:
        """The page of the student's handout on which something begins; 0 where it is not printed."""
        return self.student.pages_of.get(anchor_of(part, self.names), 0)

    def _row(self, part: Part) -> PlanRow:
        section = part.section
        slides = self.student.slides.get(self.names.of(section))
        numbers = "–".join(dict.fromkeys(map(str, slides))) if slides else ""
        return PlanRow(section, part.level, minutes_of(section), numbers, self.page(section))


def _notes(section: Section) -> Iterator[Prose]:
    yield from filter(None, (section.notes, *(block.notes for block in section.content)))


def _sections(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _sections(section.sections)
