"""Questions whose answers are there to be chosen, in the order in which they are printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diptych.exchange.qti.elements import Element, qti
from diptych.exchange.qti.response import Response, Task
from diptych.exchange.qti.words import Writer
from diptych.material.answers import matching_order, printed_order, right_options
from diptych.material.blocks import Question

_RESPONSE = "RESPONSE"


def multiple_choice(question: Question, worth: float, writer: Writer) -> Task:
    """One option to choose, or any number of them where several are right."""
    right = right_options(question)
    several = len(right) > 1
    choices = [
        writer.rich("simpleChoice", option, identifier=_choice(index))
        for index, option in enumerate(question.options)
    ]
    response = Response(
        _RESPONSE,
        "identifier",
        "multiple" if several else "single",
        tuple(_choice(index) for index in right),
        _shares(right, len(choices), worth) if several else {},
    )
    # For QTI, 0 is no limit.
    interaction = qti("choiceInteraction", *choices, **_asks(), maxChoices="0" if several else "1")
    return Task((writer.question(question.question), interaction), (response,))


def _shares(right: Sequence[int], count: int, worth: float) -> dict[str, float]:
    """Each right option earns its share, and a wrong one costs what all of them earn."""
    return {_choice(index): worth / len(right) if index in right else -worth for index in range(count)}


def matching(question: Question, worth: float, writer: Writer) -> Task:
    """Two columns, whose pairs earn a share each."""
    order = matching_order(question)
    count = len(order)
    own = tuple(_pair(index, order.index(index)) for index in range(count))
    response = Response(
        _RESPONSE, "directedPair", "multiple", own, dict.fromkeys(_fitting(question, order), worth / count)
    )
    columns = _columns(question, order, writer)
    interaction = qti("matchInteraction", *columns, **_asks(), maxAssociations=str(count))
    return Task((writer.question(question.question), interaction), (response,))


def _fitting(question: Question, order: Sequence[int]) -> Iterator[str]:
    """All pairs that are right: where two right sides say the same, either will do."""
    said = [pair.right.plain() for pair in question.pairs]
    for left, words in enumerate(said):
        yield from (_pair(left, place) for place, index in enumerate(order) if said[index] == words)


def _columns(question: Question, order: Sequence[int], writer: Writer) -> Iterator[Element]:
    """Left sides, each for one pair, and right sides for any number: a learner may be in two minds."""
    pairs = question.pairs
    columns = [pair.left for pair in pairs], [pairs[index].right for index in order]
    for side, texts, most in zip((_left, _right), columns, ("1", "0"), strict=True):
        choices = (
            writer.rich("simpleAssociableChoice", text, identifier=side(place), matchMax=most)
            for place, text in enumerate(texts)
        )
        yield qti("simpleMatchSet", *choices)


def ordering(question: Question, worth: float, writer: Writer) -> Task:
    """Items to put into order; only the whole order is right."""
    order = printed_order(question)
    items = [
        writer.rich("simpleChoice", question.order[index], identifier=_choice(place))
        for place, index in enumerate(order)
    ]
    right = tuple(_choice(order.index(index)) for index in range(len(order)))
    interaction = qti("orderInteraction", *items, **_asks())
    response = Response(_RESPONSE, "identifier", "ordered", right)
    return Task((writer.question(question.question), interaction), (response,))


def _asks() -> dict[str, str]:
    """What every interaction says: the order is that on paper."""
    return {"responseIdentifier": _RESPONSE, "shuffle": "false"}


def _choice(place: int) -> str:
    return f"choice-{place + 1}"


def _left(place: int) -> str:
    return f"left-{place + 1}"


def _right(place: int) -> str:
    return f"right-{place + 1}"


def _pair(left: int, right: int) -> str:
    return f"{_left(left)} {_right(right)}"
