"""Which slides a bundle of blocks becomes: the place to tell the deck about a new kind of block."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from diptych.deck.plan.activities import activity_content
from diptych.deck.plan.bundles import Bundle, points_beside
from diptych.deck.plan.comparisons import comparison_content
from diptych.deck.plan.figures import figure_content
from diptych.deck.plan.grids import table_caption, table_content, table_grid
from diptych.deck.plan.lists import definition_content, list_content, list_paragraphs
from diptych.deck.plan.paragraphs import Paragraphs, lines, prose
from diptych.deck.plan.questions import answer_content, answer_title, question_content, question_title
from diptych.deck.plan.sayings import quote_content, source_content, source_title
from diptych.deck.plan.studio import Content, Studio
from diptych.deck.plan.timelines import timeline_content
from diptych.deck.plan.words import event_lines
from diptych.deck.values import Run
from diptych.material.blocks import (
    Activity,
    AnyBlock,
    Comparison,
    Definition,
    Figure,
    Question,
    Quote,
    SourceExtract,
    Table,
    Timeline,
)
from diptych.material.markup import Rich


@dataclass(frozen=True)
class Panel:
    """Content with what heads it where its author gave no assertion.

    A `title` stands before the section's assertion, a `caption` after it. `notes` are words of the
    block that its slide leaves out.
    """

    content: Content
    title: tuple[Run, ...] = ()
    caption: tuple[Run, ...] = ()
    notes: Paragraphs = ()


def panels(studio: Studio, bundle: Bundle, captions_head: bool) -> tuple[Panel, ...]:
    """The slides of a bundle. `captions_head` tells that a caption will be the headline.

    Raises SourceError where something fits on no slide.
    """
    block = bundle.blocks[0]
    headed = captions_head and not block.assertion
    beside = points_beside(bundle)
    if beside:
        return (_figure(studio, *beside, headed),)
    if isinstance(block, Definition) and not block.slide:
        return (Panel(definition_content(studio, cast("tuple[Definition, ...]", bundle.blocks))),)
    if len(bundle.blocks) > 1:
        return (Panel(list_content(studio, bundle.blocks)),)
    return _one(studio, block, headed)


def _one(studio: Studio, block: AnyBlock, headed: bool) -> tuple[Panel, ...]:
    voice = studio.voice.in_language(block.lang)
    match block:
        case Question():
            return _question(studio, block)
        case Quote():
            return (Panel(quote_content(studio, block)),)
        case SourceExtract():
            return (_source(studio, block),)
        case Activity():
            content = activity_content(studio, block, named=not block.assertion)
            return (Panel(content, voice.rich(block.activity)),)
        case Table() if not block.slide:
            content = table_content(studio, table_grid(studio, block), table_caption(studio, block, headed))
            return (Panel(content, caption=voice.rich(block.table)),)
        case Timeline() if not block.slide:
            return (_timeline(studio, block, headed),)
        case Comparison() if not block.slide:
            return (_comparison(studio, block, headed),)
        case _:
            return (Panel(list_content(studio, (block,)), caption=_caption(studio, block)),)


def _figure(studio: Studio, figure: Figure, others: tuple[AnyBlock, ...], headed: bool) -> Panel:
    content = figure_content(studio, figure, list_paragraphs(studio, others), headed)
    return Panel(content, caption=studio.voice.in_language(figure.lang).rich(figure.caption))


def _question(studio: Studio, question: Question) -> tuple[Panel, ...]:
    asked = Panel(question_content(studio, question), question_title(studio, question))
    if not (question.answer or question.pairs or question.order or question.kind == "cloze"):
        return (asked,)
    notes = prose(question.explanation, studio.voice.in_language(question.lang))
    return (asked, Panel(answer_content(studio, question), answer_title(studio, question), notes=notes))


def _source(studio: Studio, block: SourceExtract) -> Panel:
    source = studio.document.source(block.source)
    content = source_content(studio, source, block.slide, block.place)
    # The head note may have been cut short beside the extract.
    notes = () if block.slide else prose(source.head_note, studio.voice)
    return Panel(content, caption=source_title(studio, source), notes=notes)


def _timeline(studio: Studio, block: Timeline, headed: bool) -> Panel:
    own = studio.speaking(block.lang)
    events = block.events or studio.document.material.timeline
    caption = own.voice.rich(block.timeline)
    name = block.timeline.plain() or studio.labels("timeline")
    below = () if headed else lines([caption])
    content = timeline_content(own, events, below, name, block.place)
    return Panel(content, caption=caption, notes=event_lines(events, own.voice))


def _comparison(studio: Studio, block: Comparison, headed: bool) -> Panel:
    """Side by side there is no room for a caption, so that it goes to the notes unless it is the headline."""
    caption = studio.voice.in_language(block.lang).rich(block.comparison)
    notes = () if headed else lines([caption])
    return Panel(comparison_content(studio, block), caption=caption, notes=notes)


def _caption(studio: Studio, block: AnyBlock) -> tuple[Run, ...]:
    """The caption of a block whose slide shows points in place of what it holds."""
    words = {Table: "table", Timeline: "timeline", Comparison: "comparison", Definition: "definition"}
    text = getattr(block, words.get(type(block), ""), Rich())
    return studio.voice.in_language(block.lang).rich(cast("Rich", text))
