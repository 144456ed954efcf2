"""How the marks for an item come about."""

from __future__ import annotations

from collections.abc import Sequence

from diptych.exchange.qti.elements import Element, qti
from diptych.exchange.qti.response import Response

FEEDBACK = "FEEDBACK"
# Canvas takes feedback of such a name for what is said whatever the answer was.
EXPLANATION = "general_explanation"
_TEMPLATES = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/"


def outcome(identifier: str, value: float, **bounds: str) -> Element:
    """The declaration of marks, with how many they are to begin with."""
    begins = qti("defaultValue", qti("value", str(value)))
    return qti(
        "outcomeDeclaration", begins, identifier=identifier, cardinality="single", baseType="float", **bounds
    )


def response_processing(responses: Sequence[Response], worth: float, explained: bool) -> list[Element]:
    """The `responseProcessing`; nothing where there is nothing to do.

    Where one of the standard's own templates says it all, it is named: some importers know these alone.
    """
    marked = [response for response in responses if response.right]
    if not marked and not explained:
        return []
    template = "" if explained else _template(marked, worth)
    if template:
        return [qti("responseProcessing", template=_TEMPLATES + template)]
    rules = [_score(marked)] if marked else []
    return [qti("responseProcessing", *rules, *([_feedback()] if explained else []))]


def _template(responses: Sequence[Response], worth: float) -> str:
    if len(responses) != 1:
        return ""
    if responses[0].marks:
        return "map_response"
    return "match_correct" if worth == 1 else ""


def _score(responses: Sequence[Response]) -> Element:
    if not responses[0].marks:
        name = responses[0].identifier
        right = qti("match", qti("variable", identifier=name), qti("correct", identifier=name))
        full = qti("setOutcomeValue", qti("variable", identifier="MAXSCORE"), identifier="SCORE")
        return qti("responseCondition", qti("responseIf", right, full))
    earned = [qti("mapResponse", identifier=response.identifier) for response in responses]
    return qti("setOutcomeValue", earned[0] if len(earned) == 1 else qti("sum", *earned), identifier="SCORE")


def _feedback() -> Element:
    return qti("setOutcomeValue", qti("baseValue", EXPLANATION, baseType="identifier"), identifier=FEEDBACK)
