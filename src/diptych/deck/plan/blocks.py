"""Which slides a bundle of blocks becomes: the place to tell the deck about a new kind of block."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import cast

from diptych.deck.measure.fit import fit_whole
from diptych.deck.plan.activities import activity_content
from diptych.deck.plan.bundles import Bundle, points_beside
from diptych.deck.plan.clicks import by_clicks
from diptych.deck.plan.comparisons import comparison_content
from diptych.deck.plan.figures import figure_content
from diptych.deck.plan.grids import table_caption, table_content, table_grid
from diptych.deck.plan.lists import definition_content, list_content, list_paragraphs
from diptych.deck.plan.paragraphs import Paragraphs, line, lines, prose
from diptych.deck.plan.questions import answer_content, answer_title, question_content, question_title
from diptych.deck.plan.sayings import quote_content, source_content, source_title
from diptych.deck.plan.side_by_side import side_by_side_content
from diptych.deck.plan.studio import Content, Studio
from diptych.deck.plan.timelines import timeline_content
from diptych.deck.plan.words import event_lines
from diptych.deck.values import Run
from diptych.material.blocks import (
    Activity,
    AnyBlock,
    Chart,
    Code,
    Comparison,
    Definition,
    Figure,
    Formula,
    Map,
    QrCode,
    Question,
    Quote,
    SideBySide,
    SourceExtract,
    Table,
    Timeline,
)
from diptych.material.markup import Rich

# What is put behind the headline of content that takes several slides.
_NUMBER_OF_PART = " (10/10)"


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
    heads = captions_head and _may_head(studio, bundle)
    return tuple(
        replace(
            one,
            content=by_clicks(studio, bundle.blocks, one.content),
            caption=one.caption if heads else (),
        )
        for one in _panels(studio, bundle, heads)
    )


def _may_head(studio: Studio, bundle: Bundle) -> bool:
    """False where the caption is too long for a headline, so that it stays where captions stand."""
    beside = points_beside(bundle)
    caption = _caption(studio, beside[0] if beside else bundle.blocks[0])
    room = (*caption, *studio.voice.words(_NUMBER_OF_PART))
    return not caption or fit_whole([line(room)], studio.area("content", "title"), studio.fonts) is not None


def _panels(studio: Studio, bundle: Bundle, captions_head: bool) -> tuple[Panel, ...]:
    block = bundle.blocks[0]
    headed = captions_head and not block.assertion
    beside = points_beside(bundle)
    if beside:
        return (_figure(studio, *beside, headed),)
    if isinstance(block, Definition) and not block.slide:
        return (Panel(definition_content(studio, cast("tuple[Definition, ...]", bundle.blocks))),)
    if len(bundle.blocks) > 1 and isinstance(bundle.blocks[-1], Formula):
        from diptych.deck.plan.formulas import points_and_formula

        return (Panel(points_and_formula(studio, bundle.blocks[:-1], bundle.blocks[-1])),)
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
            return (Panel(content, caption=_caption(studio, block)),)
        case Chart() | Map() | Formula():
            return (Panel(_drawn(studio, block, headed), caption=_caption(studio, block)),)
        case Timeline() if not block.slide:
            return (_timeline(studio, block, headed),)
        case Comparison() if not block.slide:
            return (_comparison(studio, block, headed),)
        case SideBySide() if not block.slide:
            return (Panel(side_by_side_content(studio, block)),)
        case Code() if not block.slide:
            return (_code(studio, block, headed),)
        case QrCode() if not block.slide:
            from diptych.deck.plan.qr import qr_content

            return (Panel(qr_content(studio, block, headed), caption=_caption(studio, block)),)
        case _:
            return (Panel(list_content(studio, (block,)), caption=_caption(studio, block)),)


def _drawn(studio: Studio, block: Chart | Map | Formula, headed: bool) -> Content:
    """What draws each kind is imported when there is one."""
    if isinstance(block, Chart):
        from diptych.deck.plan.charts import chart_content

        return chart_content(studio, block, headed)
    if isinstance(block, Map):
        from diptych.deck.plan.maps import map_content

        return map_content(studio, block, headed)
    from diptych.deck.plan.formulas import formula_content

    return formula_content(studio, block, headed)


def _code(studio: Studio, block: Code, headed: bool) -> Panel:
    from diptych.deck.plan.listings import code_content, listing_caption

    notes = listing_caption(studio.voice.in_language(block.lang), block)
    return Panel(code_content(studio, block, headed), caption=_caption(studio, block), notes=notes)


def _figure(studio: Studio, figure: Figure, others: tuple[AnyBlock, ...], headed: bool) -> Panel:
    content = figure_content(studio, figure, list_paragraphs(studio, others), headed)
    return Panel(content, caption=_caption(studio, figure))


def _question(studio: Studio, question: Question) -> tuple[Panel, ...]:
    asked = Panel(question_content(studio, question), question_title(studio, question))
    solvable = question.answer or question.pairs or question.order or question.kind == "cloze"
    if studio.document.for_students or not solvable:
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
    from diptych.deck.plan.drawn_timelines import drawn_timeline

    own = studio.speaking(block.lang)
    events = block.events or studio.document.material.timeline
    caption = own.voice.rich(block.timeline)
    name = block.timeline.plain() or studio.labels("timeline")
    below = () if headed else lines([caption])
    content = drawn_timeline(own, block, events, below) or timeline_content(
        own, (*events, *block.eras_as_events), below, name, block.place
    )
    return Panel(content, caption=caption, notes=event_lines((*block.eras_as_events, *events), own.voice))


def _comparison(studio: Studio, block: Comparison, headed: bool) -> Panel:
    """Side by side there is no room for a caption, so that it goes to the notes unless it is the headline."""
    caption = _caption(studio, block)
    notes = () if headed else lines([caption])
    return Panel(comparison_content(studio, block), caption=caption, notes=notes)


def _caption(studio: Studio, block: AnyBlock) -> tuple[Run, ...]:
    """The caption of a block, for the headline."""
    words = {
        Figure: "caption",
        Table: "table",
        Chart: "chart",
        Map: "map",
        Timeline: "timeline",
        Comparison: "comparison",
        Definition: "definition",
        Code: "caption",
        Formula: "caption",
        QrCode: "caption",
    }
    text = getattr(block, words.get(type(block), ""), Rich())
    return studio.voice.in_language(block.lang).rich(cast("Rich", text))
