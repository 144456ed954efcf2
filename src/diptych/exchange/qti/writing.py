"""Questions whose answers are written, in a line, in gaps, or at length."""

from __future__ import annotations

from diptych.exchange.qti.elements import Element, qti
from diptych.exchange.qti.response import Response, Task
from diptych.exchange.qti.words import Writer
from diptych.exchange.questions import compared_answer, spellings
from diptych.material.answers import gap_words, word_bank
from diptych.material.blocks import Question

_RESPONSE = "RESPONSE"
# All lines of a question are equally long, so that none tells how long its word is.
_LEAST_LETTERS = 10


def short_answer(question: Question, worth: float, writer: Writer) -> Task:
    """A line to write on where a program can compare the answer, else room for more."""
    answer = compared_answer(question)
    if not answer:
        return essay(question, worth, writer)
    response = _typed(_RESPONSE, answer, worth)
    entry = qti("p", _entry(_RESPONSE, max(len(answer), _LEAST_LETTERS)))
    return Task((writer.question(question.question), entry), (response,))


def essay(question: Question, worth: float, writer: Writer) -> Task:
    """Room to write. What is expected is for the one who marks it, and is never shown to the learner.

    It stands in no `correctResponse`: Canvas would compare it with the essay, word by word.
    """
    room = qti("extendedTextInteraction", responseIdentifier=_RESPONSE)
    if question.lines > 0:
        room.set("expectedLines", str(question.lines))
    body = [writer.question(question.question), room]
    if question.answer:
        body.append(qti("rubricBlock", *writer.prose(question.answer), view="scorer"))
    return Task(tuple(body), (Response(_RESPONSE, "string"),))


def cloze(question: Question, worth: float, writer: Writer) -> Task:
    """A text with gaps to write in, or to choose a word of the bank for; each earns its share."""
    words = gap_words(question)
    share = worth / len(words)
    names = [f"{_RESPONSE}_{number}" for number in range(1, len(words) + 1)]
    if question.word_bank:
        bank = word_bank(question)
        gaps = [_menu(name, bank) for name in names]
        responses = [_chosen(name, bank.index(word), share) for name, word in zip(names, words, strict=True)]
    else:
        length = max(*map(len, words), _LEAST_LETTERS)
        gaps = [_entry(name, length) for name in names]
        responses = [_typed(name, word, share) for name, word in zip(names, words, strict=True)]
    return Task((writer.question(question.question, gaps),), tuple(responses))


def _entry(name: str, letters: int) -> Element:
    return qti("textEntryInteraction", responseIdentifier=name, expectedLength=str(letters))


def _typed(name: str, answer: str, worth: float) -> Response:
    known = spellings(answer)
    return Response(name, "string", right=known[:1], marks=dict.fromkeys(known, worth))


def _menu(name: str, bank: tuple[str, ...]) -> Element:
    choices = [qti("inlineChoice", word, identifier=_word(index)) for index, word in enumerate(bank)]
    return qti("inlineChoiceInteraction", *choices, responseIdentifier=name, shuffle="false")


def _chosen(name: str, index: int, worth: float) -> Response:
    return Response(name, "identifier", right=(_word(index),), marks={_word(index): worth})


def _word(index: int) -> str:
    return f"word-{index + 1}"
