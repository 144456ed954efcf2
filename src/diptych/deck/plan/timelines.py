"""Slides of timelines: a line, a mark for each event, and flags above and below that never overlap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from diptych.deck.design.slide_layouts import EMU_PER_POINT, Area, Insets
from diptych.deck.measure.balance import divide
from diptych.deck.measure.fit import demand
from diptych.deck.measure.heights import narrowed, text_height
from diptych.deck.plan.paragraphs import Paragraphs, line
from diptych.deck.plan.runs import plain
from diptych.deck.plan.studio import Content, Studio, placed
from diptych.deck.values import Box, Group, LineShape, Shape, TextShape
from diptych.material.dates import Date, Moment
from diptych.material.facts import Event
from diptych.material.findings import SourceError, source_error
from diptych.material.place import Place

# More flags than these crowd a slide, however short their words.
_MOST = 6
_MARK = 13 * EMU_PER_POINT
_STEM_GAP = 8 * EMU_PER_POINT
_COLUMN_GAP = 20 * EMU_PER_POINT
_LINE_GAP = 16 * EMU_PER_POINT
_CAPTION_GAP = 20 * EMU_PER_POINT


def timeline_content(
    studio: Studio, events: Sequence[Event], caption: Paragraphs, name: str, place: Place
) -> Content:
    """The events in the order of their dates, on as few slides as will do."""
    region, area = studio.area("timeline", "timeline"), studio.area("timeline", "caption")
    if not caption:
        region = narrowed(region, region.box._replace(height=area.box.bottom - region.box.y))
    words = demand(caption, area, studio.fonts, place, "the caption") if caption else ()
    ordered = sorted(events, key=lambda event: event.date.sort_key)
    drawings = _drawings(studio, ordered, region, name)
    parts: tuple[tuple[Shape, ...], ...] = tuple(
        (drawing, *placed(area, words, place, _below(area, drawing))) for drawing, _ in drawings
    )
    return Content("timeline", parts, tuple(years for _, years in drawings))


def _below(area: Area, drawing: Group) -> Box:
    """The caption's place close below the drawing, where slides have the caption below at all."""
    if area.box.y < drawing.box.bottom:
        return area.box
    return area.box._replace(y=min(area.box.y, drawing.box.bottom + _CAPTION_GAP))


def _drawings(
    studio: Studio, events: Sequence[Event], region: Area, name: str
) -> tuple[tuple[Group, str], ...]:
    """The events split evenly, all slides in the largest size that needs no more slides; with their years."""
    plans = [_Plan(studio, tuple(events), region, size, name) for size in region.sizes]
    fewest = plans[-1].ranges(0)
    if fewest is None:
        raise plans[-1].too_long()
    roomy = [replace(plan, full=True) for plan in plans]
    for plan in (*roomy, *plans):
        ranges = plan.ranges(len(fewest))
        if ranges:
            return tuple(
                (plan.drawing(start, end), years_of(studio, events[start:end])) for start, end in ranges
            )
    return ()


@dataclass(frozen=True)
class _Plan:
    """One timeline in one size of type."""

    studio: Studio
    events: tuple[Event, ...]
    region: Area
    size: float
    name: str
    full: bool = False

    def ranges(self, parts: int) -> list[tuple[int, int]] | None:
        """The events of each slide."""

        def cost(start: int, end: int) -> float | None:
            if end - start > _MOST or not self._fits(start, end):
                return None
            return (1 - (end - start) / _MOST) ** 2

        return divide(len(self.events), cost, parts)

    def drawing(self, start: int, end: int) -> Group:
        """The group of one slide: line, then each event's stem, mark and flag."""
        box = self.region.box
        middle = box.y + box.height // 2
        shapes: list[TextShape | LineShape] = [
            LineShape("Line", (box.x, middle), (box.right, middle), "accent", 2 * EMU_PER_POINT)
        ]
        for index in range(end - start):
            shapes.extend(self._flag(self.events[start + index], index, end - start))
        words = "; ".join(told(self.studio, event) for event in self.events[start:end])
        alt = f"{self.name}: {words}"
        return Group(self.name, _extent(box, shapes), tuple(shapes), alt, self.events[start].place)

    def too_long(self) -> SourceError:
        """The error for an event that is too long even alone."""
        longest = max(self.events, key=lambda event: len(event.event.plain()))
        return source_error(
            "this event is too long for a timeline", longest.place, "shorten `event:`", kind="overfull-slide"
        )

    def _fits(self, start: int, end: int) -> bool:
        room = self.region.box.height // 2 - _LINE_GAP
        area = self._area(end - start)
        texts = (self._words(event) for event in self.events[start:end])
        return all(text_height(text, area, self.studio.fonts) <= room for text in texts)

    def _area(self, count: int) -> Area:
        """Where the words of one flag stand, when so many share the slide."""
        box = Box(0, 0, 2 * self._step(count) - _STEM_GAP - _COLUMN_GAP, 0)
        return narrowed(self.region, box, Insets())

    def _step(self, count: int) -> int:
        return self.region.box.width // (count + 1)

    def _words(self, event: Event) -> Paragraphs:
        voice = self.studio.voice
        date = voice.words(self.studio.labels.date(event.date), bold=True, colour="second")
        rows = (date, voice.rich(event.event, bold=self.full), voice.rich(event.about) if self.full else ())
        return tuple(replace(line(runs), size=self.size) for runs in rows if runs)

    def _flag(self, event: Event, index: int, count: int) -> tuple[TextShape | LineShape, ...]:
        """Stem, mark and words; every second flag hangs below the line."""
        area, words = self._area(count), self._words(event)
        height = text_height(words, area, self.studio.fonts)
        middle = self.region.box.y + self.region.box.height // 2
        x = self.region.box.x + index * self._step(count) + _MARK // 2
        y = middle + _LINE_GAP if index % 2 else middle - _LINE_GAP - height
        end = y + height if index % 2 else y
        mark = Box(x - _MARK // 2, middle - _MARK // 2, _MARK, _MARK)
        box = Box(x + _STEM_GAP, y, area.box.width, height)
        return (
            LineShape("Stem", (x, middle), (x, end), "accent"),
            TextShape("Mark", mark, (), geometry="ellipse", fill="accent", decorative=True),
            TextShape("Event", box, words, anchor="top", inset=0, place=event.place),
        )


def _extent(room: Box, shapes: Sequence[TextShape | LineShape]) -> Box:
    """The part of the room, from top to bottom, that the shapes take."""
    boxes = [shape.box for shape in shapes if isinstance(shape, TextShape)]
    top, bottom = min(box.y for box in boxes), max(box.bottom for box in boxes)
    return room._replace(y=top, height=bottom - top)


def told(studio: Studio, event: Event) -> str:
    """Date and event in one line of plain words."""
    return f"{studio.labels.date(event.date)}: {plain(studio.voice.rich(event.event))}"


def years_of(studio: Studio, events: Sequence[Event]) -> str:
    """The first and the last year in which these events begin or end, or the only one."""
    ends = (end for event in events for end in (event.date.start, event.date.end) if end)
    years = sorted({end.year for end in ends})
    first, last = Moment(years[0]), Moment(years[-1])
    return studio.labels.date(Date("", first, last, interval=first != last))
