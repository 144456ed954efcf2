"""What can be wrong with finished slides and pages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from diptych.material.kinds.kind import Kind

WORKS: Mapping[str, Kind] = MappingProxyType(
    {
        "overfull-slide": Kind(
            "Something is too large for a slide even at the smallest size.",
            "Shorten it, or give a shorter wording under `slide:`.",
        ),
        "long-slide": Kind(
            "A slide holds more words than an audience reads while it listens.",
            "Shorten it, or give a shorter wording under `slide:`.",
            warning=True,
        ),
        "page-budget": Kind(
            "The handout takes more pages than `fit` allows.",
            "Shorten what costs most, or allow more pages.",
        ),
        "overfull-card": Kind(
            "The words of a flashcard have no room on it.",
            "Shorten them.",
        ),
        "faint-words": Kind(
            "Words stand out too little from what is behind them.",
            "Choose another colour or another picture.",
            warning=True,
        ),
        "alike-in-grey": Kind(
            "Things that differ in colour look alike in print without it.",
            "Tell them apart by words as well.",
            warning=True,
        ),
        "typed-list": Kind(
            "A list has marks that were typed, so that a screen reader does not tell of it.",
            "Write it under `points:`.",
            warning=True,
        ),
        "empty-cells": Kind(
            "A table has a row or a column without words.",
            "Fill it or remove it.",
            warning=True,
        ),
        "missing-glyph": Kind(
            "No font has a character of the text.",
            "Write it in other characters, or choose a layout with a font that has it.",
        ),
        "language-without-labels": Kind(
            "The layout has no labels in the language of the source.",
            "Choose a language that it has, or add a file of labels.",
        ),
        "labels-lacking": Kind(
            "A file of labels lacks some, which are said in English.",
            "Add them to the file.",
            warning=True,
        ),
        "label-file": Kind(
            "A file of labels holds something that no layout asks for, or that cannot be filled in.",
            "Compare it with `labels/en.yaml` of the layout.",
        ),
        "layout-complaint": Kind(
            "The layout's templates or style sheets have a fault.",
            "Mend the layout.",
        ),
        "template-problem": Kind(
            "The presentation whose design is wanted cannot be used.",
            "Name another, or save it again as PPTX or POTX.",
        ),
        "lost-text": Kind(
            "A text of the source stands in no finished file.",
            "Print it in the layout, or take it out of the source.",
        ),
        "leaked-answer": Kind(
            "What is for the teacher stands in a file for students.",
            "Take it out of the template that prints it.",
        ),
        "output-options": Kind(
            "Options of an output do not go together, or two outputs would bear the same name.",
            "Leave an option out, or give one output another `name`.",
        ),
        "unknown-set": Kind(
            "The layout has no paper, size, spacing, margins or ink of this name.",
            "Write one that it has.",
        ),
    }
)
