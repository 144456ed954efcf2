"""One question as a QTI item."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from diptych.exchange.qti.choosing import matching, multiple_choice, ordering
from diptych.exchange.qti.elements import LANG, Element, qti
from diptych.exchange.qti.processing import EXPLANATION, FEEDBACK, outcome, response_processing
from diptych.exchange.qti.response import Task
from diptych.exchange.qti.words import Writer
from diptych.exchange.qti.writing import cloze, essay, short_answer
from diptych.material.blocks import Question
from diptych.material.document import Document

_TASKS: Mapping[str, Callable[[Question, float, Writer], Task]] = MappingProxyType(
    {
        "multiple_choice": multiple_choice,
        "matching": matching,
        "ordering": ordering,
        "short_answer": short_answer,
        "cloze": cloze,
        "essay": essay,
    }
)


@dataclass(frozen=True)
class Item:
    """A question of the package: its name there, its file, and the marks to be had."""

    identifier: str
    file: str
    worth: float
    element: Element


def item_of(question: Question, document: Document, identifier: str, file: str) -> Item:
    """The question as an item; where nothing is said of marks, it is worth one."""
    worth = float(question.marks or 1)
    element = qti(
        "assessmentItem",
        *_parts(question, document, worth),
        identifier=identifier,
        title=document.labels("question", number=document.numbering.of(question)),
        adaptive="false",
        timeDependent="false",
        **{LANG: question.lang or document.material.lang},
    )
    return Item(identifier, file, worth, element)


def _parts(question: Question, document: Document, worth: float) -> Iterator[Element]:
    writer = Writer(document.bibliography)
    task = _TASKS[question.kind](question, worth, writer)
    explained = bool(question.explanation)
    yield from (response.declaration() for response in task.responses)
    yield from _outcomes(worth, explained)
    yield qti("itemBody", *task.body)
    yield from response_processing(task.responses, worth, explained)
    if explained:
        yield _explanation(question, document, writer)


def _outcomes(worth: float, explained: bool) -> Iterator[Element]:
    yield outcome("SCORE", 0.0, normalMinimum="0.0", normalMaximum=str(worth))
    yield outcome("MAXSCORE", worth)
    if explained:
        yield qti("outcomeDeclaration", identifier=FEEDBACK, cardinality="single", baseType="identifier")


def _explanation(question: Question, document: Document, writer: Writer) -> Element:
    """Why the answer is the right one, to be shown when one has been given."""
    return qti(
        "modalFeedback",
        *writer.prose(question.explanation),
        outcomeIdentifier=FEEDBACK,
        identifier=EXPLANATION,
        showHide="show",
        title=document.labels("explanation"),
    )
