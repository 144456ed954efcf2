"""Timelines in the handout: which are drawn to scale, and the events that are told in rows."""

from __future__ import annotations

from dataclasses import dataclass

from diptych.figures.drawing import Drawing
from diptych.figures.timelines.drawing import timeline_drawings
from diptych.figures.timelines.spec import is_to_scale, timeline_spec
from diptych.handout.contents import by_date
from diptych.handout.drawings import Drawings
from diptych.material.blocks import Timeline
from diptych.material.document import Document
from diptych.material.facts import Event
from diptych.material.markup import Rich

_MOST_PARTS = 3


@dataclass(frozen=True)
class PrintedTimeline:
    """A timeline as it is printed: its drawings, of which there may be none, and events for rows."""

    drawings: tuple[Drawing, ...]
    rows: tuple[Event, ...]


def printed_timeline(block: Timeline, document: Document, drawn: Drawings) -> PrintedTimeline:
    """How a timeline is printed. Raises SourceError where what is to be drawn cannot be."""
    events = block.events or document.material.timeline
    drawings = _drawings(block, events, document, drawn) if is_to_scale(block, events) else ()
    if not drawings:
        return PrintedTimeline((), by_date((*events, *block.eras_as_events)))
    # Where the drawing tells all that there is, rows would say it twice.
    told = not any(event.about or _is_marked_up(event.event) for event in events)
    return PrintedTimeline(drawings, () if told else by_date(events))


def drawn_words(text: Rich) -> str:
    """The words of a marked-up text in a drawing; gaps are left out, for a drawing has no room to write."""
    return "".join("…" if span.gap else span.text for span in text.spans if span.note is None)


def _drawings(
    block: Timeline, events: tuple[Event, ...], document: Document, drawn: Drawings
) -> tuple[Drawing, ...]:
    lang = block.lang or document.material.lang
    spec = timeline_spec(block.timeline.plain(), events, block.eras, document.labels, lang, drawn_words)
    room = (drawn.full_width, drawn.tallest)
    return timeline_drawings(spec, room, (drawn.size,), drawn.type.width, block.place, _MOST_PARTS)


def _is_marked_up(text: Rich) -> bool:
    """True where a drawing would leave something out: gaps, links, footnotes, citations."""
    return any(span.gap or span.link or span.cites or span.note is not None for span in text.spans)
