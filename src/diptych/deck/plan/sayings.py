"""Slides of other people's words: quotations, and extracts of primary sources."""

from __future__ import annotations

from diptych.deck.measure.cut import sentences
from diptych.deck.measure.fit import demand, fit_whole
from diptych.deck.plan.credits import credit_line
from diptych.deck.plan.lists import wording
from diptych.deck.plan.paragraphs import Paragraphs, line, lines, prose
from diptych.deck.plan.runs import Voice, join
from diptych.deck.plan.studio import Content, Studio, flowing
from diptych.deck.values import Run
from diptych.material.blocks import Quote
from diptych.material.facts import Source
from diptych.material.markup import Rich
from diptych.material.place import Place


def quote_content(studio: Studio, quote: Quote) -> Content:
    """The words large, and below them whose they are; on several slides where they are many."""
    voice = studio.voice.in_language(quote.lang)
    words = wording(quote, voice, prose(quote.quote, voice), "")
    attribution = lines(
        [join((studio.voice.rich(quote.by), studio.voice.rich(quote.work)), studio.voice.comma)]
    )
    return flowing(studio, "quote", "body", words, quote.place, {"attribution": attribution})


def source_content(studio: Studio, source: Source, short: tuple[Rich, ...], place: Place) -> Content:
    """The extract, beside it what kind of document it is, below it where it comes from.

    `short` is the author's wording for the slide in place of the extract.
    """
    voice = studio.voice.in_language(source.lang)
    extract = lines(voice.rich(text) for text in short) or prose(source.extract, voice)
    fixed = {"body": _head(studio, source, place), "caption": origin_lines(studio.voice, source)}
    return flowing(studio, "source", "extract", extract, place, fixed)


def source_title(studio: Studio, source: Source) -> tuple[Run, ...]:
    """The source's letter and title: "Source A: Treaty of Rapallo"."""
    label = studio.voice.label("source", label=studio.document.numbering.source(source.id))
    return join((label, studio.voice.rich(source.title)), studio.voice.colon)


def source_facts(voice: Voice, source: Source) -> Paragraphs:
    """Kind, author and date of the document, one a line."""
    date = voice.document.labels.date(source.date) if source.date else ""
    return lines((voice.rich(source.kind), voice.rich(source.author), voice.words(date)))


def origin_lines(voice: Voice, source: Source) -> Paragraphs:
    """Provenance and credit."""
    label = voice.label("provenance", bold=True) if source.provenance else ()
    provenance = join((label, voice.rich(source.provenance)), voice.colon)
    return lines((provenance, credit_line(voice, source.credit)))


def _head(studio: Studio, source: Source, place: Place) -> Paragraphs:
    """Letter, title and facts, and as much of the head note as there is room for.

    The whole head note stands in the speaker notes.
    """
    label = studio.voice.label("source", label=studio.document.numbering.source(source.id), colour="third")
    title = join((label, studio.voice.rich(source.title, bold=True)), studio.voice.colon)
    least = (line(title), *source_facts(studio.voice, source))
    area = studio.area("source", "body")
    told = _sentences(prose(source.head_note, studio.voice))
    for count in range(len(told), -1, -1):
        if fit_whole((*least, *_paragraphs(told[:count])), area, studio.fonts):
            return (*least, *_paragraphs(told[:count]))
    return demand(least[:1], area, studio.fonts, place, "the title of this source")


def _sentences(paragraphs: Paragraphs) -> list[tuple[int, tuple[Run, ...]]]:
    """Every sentence with the number of its paragraph."""
    return [(index, runs) for index, paragraph in enumerate(paragraphs) for runs in sentences(paragraph.runs)]


def _paragraphs(told: list[tuple[int, tuple[Run, ...]]]) -> Paragraphs:
    """The sentences joined again into their paragraphs."""
    numbers = dict.fromkeys(index for index, _ in told)
    return lines(join((runs for index, runs in told if index == number), " ") for number in numbers)
