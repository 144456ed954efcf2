"""What can be wrong with the parts of a lesson, and with warnings that are allowed."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from diptych.material.kinds.kind import Kind

LESSONS: Mapping[str, Kind] = MappingProxyType(
    {
        "empty-heading": Kind(
            "A title or heading has no words, or none that tell anything.",
            "Give it some.",
        ),
        "vague-heading": Kind(
            "A title does not say what its section is about.",
            "Name the subject of the section.",
            warning=True,
        ),
        "empty-section": Kind(
            "A section has a title and nothing below it.",
            "Give it content, or remove it.",
            warning=True,
        ),
        "time-budget": Kind(
            "The minutes of the sections do not make up the time of the lesson.",
            "Change the one or the other.",
            warning=True,
        ),
        "number-of-columns": Kind(
            "The block has more or fewer columns than fit side by side.",
            "Use two or three, for a comparison two to four.",
        ),
        "table-shape": Kind(
            "The rows, spans or columns of a table do not agree.",
            "Give every row as many cells as the header has.",
        ),
        "too-few-facts": Kind(
            "There are too few facts to make this from.",
            "Add some under the keys that the message names.",
        ),
        "exercise-facts": Kind(
            "An exercise cannot be drawn from this kind of fact.",
            "Draw it from one that the message names.",
        ),
        "question-parts": Kind(
            "The parts of a question do not make one of any kind.",
            "Give it the keys of one kind of question.",
        ),
        "answer-not-an-option": Kind(
            "The right answer is none of the options.",
            "Write the letter of the right option.",
        ),
        "no-gaps": Kind(
            "Nothing is marked as a gap.",
            "Mark words so: [word]{gap}.",
        ),
        "unknown-allowance": Kind(
            "`allow` names no warning; errors cannot be allowed.",
            "Write the name that stands in brackets behind the warning.",
        ),
        "allowance-without-reason": Kind(
            "A warning is allowed without a reason.",
            "Say why it is meant, in a few words.",
        ),
        "unused-allowance": Kind(
            "A warning is allowed that does not occur any more.",
            "Take it out of `allow`.",
            warning=True,
        ),
    }
)
