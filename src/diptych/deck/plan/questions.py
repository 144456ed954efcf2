"""Each question has a slide that asks, and after it a slide that answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from string import ascii_uppercase

from diptych.deck.design.slide_layouts import Area
from diptych.deck.measure.fit import fit_whole, sized
from diptych.deck.measure.heights import narrowed, paragraph_lines, text_height
from diptych.deck.plan.lists import wording
from diptych.deck.plan.paragraphs import Paragraphs, line, lines, prose, rich_list
from diptych.deck.plan.runs import Voice, join
from diptych.deck.plan.studio import Content, Studio, flowing, placed
from diptych.deck.values import Box, Run, Shape, TextParagraph, TextShape
from diptych.material.answers import matching_order, printed_order, right_options, word_bank
from diptych.material.blocks import Question
from diptych.material.findings import source_error
from diptych.material.option_letters import letter, letters_of

# An answer of no more words than this is told in bold; in longer ones bold would shout.
_SHORT = 15


def question_content(studio: Studio, question: Question) -> Content:
    """The question and what one may choose from, kept together on one slide.

    A question without options may take several slides. Raises SourceError where one with options is
    too long.
    """
    voice = studio.voice.in_language(question.lang).with_blanks()
    words = wording(question, voice, prose(question.question, voice), "")
    choices = _choices(studio, question, voice)
    if not choices:
        return _open_question(studio, question, words)
    whole = _question_and_choices(studio, question, words, choices)
    if whole is None:
        hint = "shorten it, or give a shorter wording under `slide:`"
        raise source_error(
            "the question and its options are too long for one slide",
            question.place,
            hint,
            kind="overfull-slide",
        )
    return Content("question", (whole,))


def answer_content(studio: Studio, question: Question) -> Content:
    """The question once more, the right answer in bold, and why it is right."""
    voice = studio.voice.in_language(question.lang)
    words = prose(question.question, voice)
    if question.kind != "cloze":
        words = tuple(_muted(paragraph.runs) for paragraph in words[:1])
    paragraphs = (*words, *_answer(studio, question, voice), *_explanation(question, voice))
    return flowing(studio, "answer", "body", paragraphs, question.place)


def question_title(studio: Studio, question: Question) -> tuple[Run, ...]:
    """The question's number and its marks."""
    voice, number = studio.voice, studio.document.numbering.of(question)
    label = voice.label("question", number=number)
    if not question.marks:
        return label
    marks = voice.label("marks", count=question.marks)
    return join((label, marks), " · ")


def answer_title(studio: Studio, question: Question) -> tuple[Run, ...]:
    """What the answer belongs to."""
    return studio.voice.label("answer_to", number=studio.document.numbering.of(question))


def _choices(studio: Studio, question: Question, voice: Voice) -> tuple[Paragraphs, ...]:
    """What one may choose from: one column, or two for a matching, the second lettered."""
    if question.kind == "matching":
        order = matching_order(question)
        left = rich_list((pair.left for pair in question.pairs), voice, "")
        right = rich_list((question.pairs[index].right for index in order), voice, "number")
        return (left, _lettered(studio, right))
    if question.kind == "ordering":
        return (rich_list((question.order[index] for index in printed_order(question)), voice),)
    if question.kind == "cloze" and question.word_bank:
        bank = voice.words("\u00a0·  ".join(word_bank(question)))
        return (lines([join((studio.voice.label("word_bank", bold=True), bank), voice.colon)]),)
    options = _lettered(studio, rich_list(question.options, voice, "number"))
    return (options,) if options else ()


def _lettered(studio: Studio, options: Paragraphs) -> Paragraphs:
    """Options with letters of the language's own, where programs do not count in them."""
    marks = _marks(studio)
    if not marks:
        return options
    return tuple(replace(one, mark=letter(one.number - 1, marks)) for one in options)


def _marks(studio: Studio) -> tuple[str, ...]:
    """The letters of options, unless they are those that presentation programs count in."""
    letters = letters_of(studio.labels)
    return () if letters == tuple(ascii_uppercase) else letters


def _open_question(studio: Studio, question: Question, words: Paragraphs) -> Content:
    """A question without options has the whole height of the slide."""
    area = studio.area("question", "body")
    tall = area.box._replace(height=studio.area("question", "options").box.bottom - area.box.y)
    whole = fit_whole(words, narrowed(area, tall), studio.fonts)
    if whole is None:
        return flowing(studio, "question", "body", words, question.place)
    return Content("question", (placed(area, whole, question.place, tall),))


def _question_and_choices(
    studio: Studio, question: Question, words: Paragraphs, choices: Sequence[Paragraphs]
) -> tuple[Shape, ...] | None:
    """The choices close below the question, each in the largest size that lets both fit; None if none."""
    body, options = studio.area("question", "body"), studio.area("question", "options")
    gap = options.box.y - body.box.bottom
    for size in _without_short_lines(studio, words, body):
        asked = sized(words, size, body)
        box = body.box._replace(height=text_height(asked, body, studio.fonts))
        top = box.bottom + gap
        below = options.box._replace(y=top, height=max(0, options.box.bottom - top))
        columns = _fit_columns(studio, options, below, choices)
        if columns:
            return (*placed(body, asked, question.place, box), *_place(options, columns, question))
    return None


def _without_short_lines(studio: Studio, words: Paragraphs, area: Area) -> Iterable[float]:
    """The sizes of the area, but the largest where the next saves the line that a few last words have."""
    counts = [_lines(studio, words, size, area) for size in area.sizes[:2]]
    return area.sizes[1:] if len(counts) > 1 and counts[1] < counts[0] else area.sizes


def _lines(studio: Studio, words: Paragraphs, size: float, area: Area) -> int:
    return sum(paragraph_lines(one, area, studio.fonts) for one in sized(words, size, area))


def _fit_columns(
    studio: Studio, options: Area, room: Box, choices: Sequence[Paragraphs]
) -> list[tuple[Box, Paragraphs]] | None:
    """Every column with its box, all in one size of type."""
    boxes = _boxes(room, len(choices))
    for size in _without_short_lines(studio, choices[0], narrowed(options, boxes[0])):
        filled = [sized(column, size, options) for column in choices]
        pairs = list(zip(boxes, filled, strict=True))
        if all(text_height(text, narrowed(options, box), studio.fonts) <= box.height for box, text in pairs):
            return pairs
    return None


def _boxes(room: Box, count: int) -> list[Box]:
    gap = room.width // 20
    width = (room.width - gap * (count - 1)) // count
    return [room._replace(x=room.x + index * (width + gap), width=width) for index in range(count)]


def _place(
    options: Area, columns: Sequence[tuple[Box, Paragraphs]], question: Question
) -> Iterable[TextShape]:
    """The last column stands in the placeholder, which letters it; one before it in a shape of its own."""
    for box, text in columns[:-1]:
        yield TextShape("Items", box, text, anchor="top", place=question.place)
    for box, text in columns[-1:]:
        yield from placed(options, text, question.place, box)


def _answer(studio: Studio, question: Question, voice: Voice) -> Paragraphs:
    """The solution, and what its author says of it in words."""
    said = prose(question.answer, voice)
    match question.kind:
        case "matching":
            pairs = ((voice.rich(pair.left), voice.rich(pair.right, bold=True)) for pair in question.pairs)
            return (*lines((join(pair, " – ") for pair in pairs), "bullet"), *said)
        case "ordering":
            return (*rich_list(question.order, voice, "number"), *said)
        case "multiple_choice" if right := right_options(question):
            return tuple(_right_option(studio, question, index, voice) for index in right)
        case "cloze":
            return said
    if len(question.answer.plain().split()) > _SHORT:
        return said
    return tuple(replace(one, runs=_bold(one.runs)) for one in said)


def _right_option(studio: Studio, question: Question, index: int, voice: Voice) -> TextParagraph:
    mark = letter(index, _marks(studio)) if _marks(studio) else f"{letter(index)}."
    lettered = studio.voice.words(mark, bold=True, colour="fourth")
    return line(join((lettered, voice.rich(question.options[index], bold=True)), "  "))


def _explanation(question: Question, voice: Voice) -> Paragraphs:
    if not question.explanation:
        return ()
    first, *rest = prose(question.explanation, voice)
    label = voice.label("explanation", bold=True, colour="fourth")
    return (replace(first, runs=join((label, first.runs), voice.colon)), *rest)


def _muted(runs: Sequence[Run]) -> TextParagraph:
    return line(tuple(replace(run, colour="muted") for run in runs))


def _bold(runs: Sequence[Run]) -> tuple[Run, ...]:
    return tuple(replace(run, bold=True) for run in runs)
