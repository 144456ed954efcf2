"""What a question prints for the learner: its instruction and its room to write."""

from __future__ import annotations

from diptych.layout.setting import Setting
from diptych.material.answers import right_options
from diptych.material.blocks import Question
from diptych.material.labels import Labels

_ESSAY_LINES = 14
_SHORT_LINES = 2
_MOST_LINES = 12


def instruction(question: Question, labels: Labels) -> str:
    """What to do with a question of this kind; empty where the question says it itself."""
    if question.kind == "multiple_choice":
        many = len(right_options(question)) > 1
        return labels("multiple_choice_many" if many else "multiple_choice")
    return labels(question.kind) if question.kind in {"matching", "ordering", "cloze"} else ""


def many_lines(count: int, setting: Setting) -> bool:
    """True for so many ruled lines that they fill more than half a page, and may run over its end."""
    return count * setting.ruling > setting.text_height / 2


def writing_lines(question: Question) -> int:
    """Ruled lines below the question: the author's number, else what kind and marks call for."""
    if question.lines >= 0:
        return question.lines
    if question.kind == "essay":
        return _ESSAY_LINES
    if question.kind == "short_answer":
        return min(max(_SHORT_LINES, question.marks + 1), _MOST_LINES)
    return 0
