"""All questions as one QTI test."""

from __future__ import annotations

from collections.abc import Sequence

from diptych.exchange.qti.elements import Element, qti
from diptych.exchange.qti.item import Item
from diptych.exchange.qti.processing import outcome
from diptych.material.document import Document


def assessment_test(items: Sequence[Item], document: Document, identifier: str) -> Element:
    """The `assessmentTest`: one section, questions in their order, free to go back and forth.

    The section is invisible, for Canvas makes a question of a visible title. Items count marks themselves,
    so the sum takes no weights; Canvas reads from these what a question is worth.
    """
    section = qti(
        "assessmentSection",
        *(_reference(item) for item in items),
        identifier="section",
        title=document.labels("questions"),
        visible="false",
    )
    # Explanations are feedback, which items of a test show only where the test says so.
    control = qti("itemSessionControl", showFeedback="true")
    part = qti(
        "testPart",
        control,
        section,
        identifier="part",
        navigationMode="nonlinear",
        submissionMode="individual",
    )
    total = qti("sum", qti("testVariables", variableIdentifier="SCORE"))
    return qti(
        "assessmentTest",
        outcome("SCORE", 0.0),
        outcome("MAXSCORE", sum(item.worth for item in items)),
        part,
        qti("outcomeProcessing", qti("setOutcomeValue", total, identifier="SCORE")),
        identifier=identifier,
        title=document.material.title.plain(),
    )


def _reference(item: Item) -> Element:
    weight = qti("weight", identifier="MARKS", value=str(item.worth))
    return qti("assessmentItemRef", weight, identifier=item.identifier, href=item.file)
