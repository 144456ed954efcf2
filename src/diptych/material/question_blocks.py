"""Blocks to work with: questions, exercises, activities, room for notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diptych.material.block import Block, Item
from diptych.material.fields import Node, key
from diptych.material.markup import Prose, Rich


@dataclass(frozen=True, kw_only=True)
class Pair(Node):
    """Two things that belong together."""

    left: Rich = key("What is given.", example="Kazan")
    right: Rich = key("What belongs to it.", example="tanks")


QuestionKind = Literal["multiple_choice", "short_answer", "matching", "ordering", "cloze", "essay"]


@dataclass(frozen=True, kw_only=True)
class Question(Block):
    """A task for the learner. The answer is for the teacher and for the slide after the question."""

    question: Prose = key("The question; gaps for a cloze: `[word]{gap}`.", example="Who signed at Rapallo?")
    kind: QuestionKind = key("What sort of question it is.", default="short_answer")
    options: tuple[Rich, ...] = key(
        "The options of a multiple choice.", example=["Lenin", "Chicherin"], default=()
    )
    pairs: tuple[Pair, ...] = key("The pairs of a matching; printed in mixed order.", default=())
    order: tuple[Rich, ...] = key(
        "The items of an ordering, in the right order; printed mixed.",
        example=["Plan", "Write", "Read it again"],
        default=(),
    )
    word_bank: bool = key("True to print the missing words of a cloze in mixed order.", default=False)
    answer: Prose = key(
        "The answer; of a multiple choice the letters: `B` or `A, C`.", example="B", default=Prose()
    )
    explanation: Prose = key(
        "Why this is the answer.", example="Chicherin was commissar of foreign affairs.", default=Prose()
    )
    marks: int = key("Marks to be had.", example=2, default=0)
    lines: int = key("Ruled lines to write on; by default what the kind needs.", example=4, default=-1)


ExerciseKind = Literal["matching", "ordering", "who_am_i", "cloze", "quiz"]
FactsName = Literal["", "key_terms", "people", "places", "timeline"]


@dataclass(frozen=True, kw_only=True)
class Exercise(Block):
    """Questions drawn from facts that the source tells once."""

    exercise: ExerciseKind = key("What sort of questions to draw.")
    drawn_from: FactsName = key(
        "Which facts to draw them from; by default what suits the kind.",
        example="people",
        default="",
        name="from",
    )
    count: int = key("How many facts to choose; by default all, up to eight.", example=6, default=0)
    seed: int = key("Another number gives another choice and order.", example=2, default=1)
    options: int = key("How many options a question of a quiz has.", example=3, default=4)
    word_bank: bool = key("False to leave out the missing words of a cloze.", default=True)
    marks: int = key("Marks to be had for each question.", example=1, default=0)


@dataclass(frozen=True, kw_only=True)
class Activity(Block):
    """Something the class does."""

    activity: Rich = key("What it is called.", example="Think, pair, share")
    instructions: Prose = key(
        "What to do.", example="Think for two minutes, then tell your neighbour.", default=Prose()
    )
    steps: tuple[Item, ...] = key("What to do, in order.", default=())
    minutes: int = key("How long it takes.", example=10, default=0)
    grouping: Rich = key("Who works with whom.", example="in pairs", default=Rich())
    materials: tuple[Rich, ...] = key(
        "What is needed.", example=["a sheet of paper", "three pens"], default=()
    )
    lines: int = key("Ruled lines to write on.", example=6, default=0)


@dataclass(frozen=True, kw_only=True)
class NotesSpace(Block):
    """Ruled lines to write on; in the handout only."""

    notes_space: int = key("How many lines.", example=5)
    prompt: Rich = key("What to write.", example="What surprised you?", default=Rich())
