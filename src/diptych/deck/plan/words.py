"""A block's full words as paragraphs, for the speaker notes when its slide says less."""

from __future__ import annotations

from collections.abc import Iterable

from diptych.deck.plan.paragraphs import Paragraphs, item_list, line, lines, prose, rich_list, under
from diptych.deck.plan.runs import Voice, join
from diptych.deck.plan.sayings import source_facts
from diptych.deck.plan.side_by_side import column_words
from diptych.deck.values import Run
from diptych.material.blocks import (
    Activity,
    AnyBlock,
    Callout,
    Chart,
    Code,
    Comparison,
    Definition,
    Formula,
    Map,
    Points,
    QrCode,
    Question,
    Quote,
    SideBySide,
    SourceExtract,
    Steps,
    Table,
    Text,
    Timeline,
)
from diptych.material.facts import Event, Source


def full_words(block: AnyBlock, voice: Voice) -> Paragraphs:
    """Everything that the block says, as prose and lists."""
    voice = voice.in_language(block.lang)
    match block:
        case Text():
            return prose(block.text, voice)
        case Points():
            return item_list(block.points, voice)
        case Steps():
            return item_list(block.steps, voice, "number")
        case Definition():
            return under(voice.rich(block.definition, bold=True), prose(block.meaning, voice))
        case Callout():
            return (*lines([voice.rich(block.title, bold=True)]), *prose(block.callout, voice))
        case Quote():
            by = join((voice.rich(block.by), voice.rich(block.work)), voice.comma)
            return (*prose(block.quote, voice), *lines([by]))
        case Table():
            rows = ((voice.rich(cell.cell) for cell in row) for row in block.rows)
            return _rows(voice.rich(block.table), (voice.rich(head) for head in block.header), rows)
        case Timeline():
            return (*lines([voice.rich(block.timeline, bold=True)]), *event_lines(block.events, voice))
        case _:
            return _arranged(block, voice)


def event_lines(events: Iterable[Event], voice: Voice) -> Paragraphs:
    """Date, event and the sentence about it, one event a line."""
    ordered = sorted(events, key=lambda event: event.date.sort_key)
    return lines((_event_line(event, voice) for event in ordered), "bullet")


def _event_line(event: Event, voice: Voice) -> tuple[Run, ...]:
    date = voice.words(voice.document.labels.date(event.date), bold=True)
    return join((date, voice.rich(event.event), voice.rich(event.about)), " – ")


def source_words(source: Source, voice: Voice) -> Paragraphs:
    """Title, facts, head note and extract of a primary source."""
    own = voice.in_language(source.lang)
    heading = (line(voice.rich(source.title, bold=True)), *source_facts(voice, source))
    return (*heading, *prose(source.head_note, voice), *prose(source.extract, own))


def _arranged(block: AnyBlock, voice: Voice) -> Paragraphs:
    match block:
        case Comparison():
            sides = (
                under(voice.rich(side.heading, bold=True), item_list(side.points, voice))
                for side in block.columns
            )
            caption = lines([voice.rich(block.comparison, bold=True)])
            return (*caption, *(paragraph for side in sides for paragraph in side))
        case SideBySide():
            columns = (
                under(voice.rich(column.heading, bold=True), column_words(column, voice))
                for column in block.side_by_side
            )
            return tuple(paragraph for column in columns for paragraph in column if paragraph.runs)
        case Code():
            from diptych.deck.plan.listings import code_words

            return code_words(block, voice)
        case Chart():
            return _chart(block, voice)
        case Map():
            return lines([voice.rich(block.map)])
        case Formula():
            from diptych.deck.plan.formulas import formula_words

            return formula_words(block, voice)
        case QrCode():
            return lines([voice.rich(block.caption), voice.words(block.qr)])
        case Activity():
            steps = item_list(block.steps, voice, "number")
            return (line(voice.rich(block.activity, bold=True)), *prose(block.instructions, voice), *steps)
        case Question():
            return (*prose(block.question, voice), *rich_list(block.options, voice, "number"))
        case SourceExtract():
            return source_words(voice.document.source(block.source), voice)
        case _:
            return ()


def _chart(chart: Chart, voice: Voice) -> Paragraphs:
    """The caption of a chart and its data."""
    from diptych.figures.charts.spec import chart_spec
    from diptych.figures.charts.table import data_table

    table = data_table(chart_spec(chart, voice.lang, voice.document.labels))
    rows = (map(voice.words, row) for row in table.rows)
    return _rows(voice.rich(chart.chart), map(voice.words, table.header), rows)


def _rows(
    caption: tuple[Run, ...], header: Iterable[tuple[Run, ...]], rows: Iterable[Iterable[tuple[Run, ...]]]
) -> Paragraphs:
    """A table as lines of text: its caption, its column headings, and a line for each row."""
    return (
        line(caption),
        line(join(header, " | ")),
        *lines((join(row, " | ") for row in rows), "bullet"),
    )
