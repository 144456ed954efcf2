"""Questions for learning platforms in Moodle's GIFT format, with their answers.

GIFT knows no ordering and no text with several gaps; both become matchings, of places or of numbers
with words. (docs.moodle.org, "GIFT format")
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from html import escape
from string import ascii_uppercase

from diptych.exchange.questions import compared_answer, questions_of, spellings
from diptych.material.answers import gap_words, printed_order, right_options
from diptych.material.blocks import Question
from diptych.material.document import Document
from diptych.material.markup import Prose, Rich, Span

_CONTROL = str.maketrans({char: f"\\{char}" for char in "\\~=#{}:"})
# Moodle wants so many answers to choose from in a matching.
_LEAST_ANSWERS = 3


def gift_text(document: Document) -> str:
    """All questions of the document as one GIFT file; empty where it has none."""
    questions = questions_of(document)
    if not questions:
        return ""
    category = document.material.title.plain().replace("/", "//")
    entries = (_entry(question, document) for question in questions)
    return f"$CATEGORY: $course$/{category}\n\n" + "\n\n".join(entries) + "\n"


def _entry(question: Question, document: Document) -> str:
    title = _plain(document.labels("question", number=document.numbering.of(question)))
    feedback = _feedback(question)
    if question.kind == "cloze":
        return f"::{title}::[html]{_cloze(question, feedback)}"
    asked = _html(_numbered(question.question))
    return f"::{title}::[html]{asked} {{\n{_answers(question)}{feedback}\n}}"


def _answers(question: Question) -> str:
    match question.kind:
        case "multiple_choice":
            return _lines(_options(question))
        case "matching":
            return _lines(_pairs([(_rich(pair.left), pair.right.plain()) for pair in question.pairs]))
        case "ordering":
            items = [(_rich(question.order[index]), str(index + 1)) for index in printed_order(question)]
            return _lines(_pairs(items))
        case _:
            return _lines(f"={_plain(words)}" for words in spellings(compared_answer(question)))


def _feedback(question: Question) -> str:
    """The explanation; before it, where a teacher reads what is written, the answer that is expected."""
    read = question.kind in {"short_answer", "essay"} and not compared_answer(question)
    told = (_html(question.answer) if read else "") + _html(question.explanation)
    return f"####{told}" if told else ""


def _options(question: Question) -> Iterator[str]:
    """The right option, or of several right ones their shares; wrong ones cost what those earn."""
    right = right_options(question)
    for index, option in enumerate(question.options):
        words = _rich(option)
        if len(right) == 1:
            yield f"{'=' if index in right else '~'}{words}"
        else:
            share = 100 / len(right) if index in right else -100
            yield f"~%{share:.5g}%{words}"


def _pairs(pairs: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The pairs, and as many wrong answers as Moodle needs."""
    yield from (f"={left} -> {_plain(right)}" for left, right in pairs)
    yield from (f"= -> {letter}" for letter in ascii_uppercase[: max(0, _LEAST_ANSWERS - len(pairs))])


def _cloze(question: Question, feedback: str) -> str:
    words = gap_words(question)
    if len(words) == 1:
        before, after = _around_gap(question.question)
        known = " ".join(f"={_plain(word)}" for word in spellings(words[0]))
        return f"{before} {{{known}{feedback}}} {after}"
    pairs = _lines(_pairs([(f"({number})", word) for number, word in enumerate(words, 1)]))
    return f"{_html(_numbered(question.question))} {{\n{pairs}{feedback}\n}}"


def _around_gap(prose: Prose) -> tuple[str, str]:
    spans = [span for paragraph in prose.paragraphs for span in (*paragraph.rich.spans, Span(" "))]
    place = next(index for index, span in enumerate(spans) if span.gap)
    return _spans(spans[:place]), _spans(spans[place + 1 :])


def _numbered(prose: Prose) -> Prose:
    """The text with its gaps as numbers in parentheses."""
    count = 0
    paragraphs = []
    for paragraph in prose.paragraphs:
        spans = []
        for span in paragraph.rich.spans:
            count += span.gap
            spans.append(Span(f"({count}) ____") if span.gap else span)
        paragraphs.append(replace(paragraph, rich=Rich(tuple(spans))))
    return Prose(tuple(paragraphs))


def _lines(entries: Iterable[str]) -> str:
    return "".join(f"\t{entry}\n" for entry in entries)


def _html(prose: Prose) -> str:
    """The paragraphs as HTML on one line; an item of a list keeps its number or bullet."""
    return "".join(
        f"<p>{_plain(_mark(one.kind, one.number))}{_rich(one.rich)}</p>" for one in prose.paragraphs
    )


def _mark(kind: str, number: int) -> str:
    return {"bullet": "• ", "number": f"{number}. "}.get(kind, "")


def _rich(text: Rich) -> str:
    return _spans(text.spans)


def _spans(spans: Iterable[Span]) -> str:
    return "".join(_span(span) for span in spans)


def _span(span: Span) -> str:
    words = escape(f"\\({span.formula}\\)" if span.formula else span.text, quote=False)
    for tag, wanted in (
        ("code", span.code),
        ("sub", span.position == "sub"),
        ("sup", span.position == "super"),
        ("em", span.emphasis),
        ("strong", span.strong),
    ):
        words = f"<{tag}>{words}</{tag}>" if wanted and words else words
    return words.translate(_CONTROL).replace("\n", " ")


def _plain(words: str) -> str:
    return words.translate(_CONTROL).replace("\n", " ")
