"""Which questions a learning platform gets, and which answers it can compare by itself."""

from __future__ import annotations

from diptych.material.blocks import Question
from diptych.material.document import Document
from diptych.material.numbering import all_blocks

# A longer answer is no short answer that a program could compare.
_SHORT_ANSWER_WORDS = 5
# What keyboards lack, and what is typed in its place.
_TYPED = str.maketrans(
    dict.fromkeys("’‘‚", "'")
    | dict.fromkeys("“”„", '"')
    | dict.fromkeys("–—", "-")
    | dict.fromkeys("\u00a0\u202f", " ")
)


def questions_of(document: Document) -> list[Question]:
    """All questions of the document, in the order of their numbers."""
    return [block for block in all_blocks(document.material.sections) if isinstance(block, Question)]


def compared_answer(question: Question) -> str:
    """The answer that a program compares with what is typed; empty where a teacher reads it."""
    words = question.answer.plain().strip()
    short = question.kind == "short_answer" and len(words.split()) <= _SHORT_ANSWER_WORDS
    return words if short else ""


def spellings(words: str) -> tuple[str, ...]:
    """The words as a keyboard types them, then as they are printed where that differs; none of none."""
    return tuple(dict.fromkeys((words.translate(_TYPED), words))) if words else ()
