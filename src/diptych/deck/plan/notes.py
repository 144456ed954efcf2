"""Speaker notes: the time first, then the author's notes, the handout's words, and footnotes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from diptych.deck.plan.footnotes import notes_in
from diptych.deck.plan.paragraphs import line
from diptych.deck.plan.runs import Voice
from diptych.deck.values import Run, TextParagraph
from diptych.material.markup import Rich

NOTES_SIZE = 12.0


@dataclass(frozen=True)
class Span:
    """The minutes of the lesson that something takes; both 0 where the author gives none."""

    start: int = 0
    end: int = 0


def speaker_notes(
    voice: Voice, time: Span, paragraphs: Sequence[TextParagraph], noted: Iterable[Rich]
) -> tuple[TextParagraph, ...]:
    """The notes of one slide; `noted` are the texts whose footnotes belong to it."""
    found = (*time_line(voice, time), *paragraphs, *_footnotes(voice, noted))
    return tuple(_sized(paragraph) for paragraph in found)


def note(runs: tuple[Run, ...]) -> TextParagraph:
    """One paragraph of notes."""
    return _sized(line(runs))


def time_line(voice: Voice, time: Span) -> tuple[TextParagraph, ...]:
    """The line "minutes 12 to 20", where times are given."""
    if not time.end:
        return ()
    words = voice.document.labels("minute_span", start=time.start, end=time.end)
    return (line((Run(words[:1].upper() + words[1:], voice.document.labels.lang, bold=True),)),)


def _footnotes(voice: Voice, texts: Iterable[Rich]) -> Iterable[TextParagraph]:
    for note in notes_in(texts):
        mark = Run(str(voice.marks[note]), voice.lang, position="super")
        yield line((mark, Run(" ", voice.lang), *voice.rich(note)))


def _sized(paragraph: TextParagraph) -> TextParagraph:
    return replace(paragraph, size=NOTES_SIZE, space_before=0.0)
