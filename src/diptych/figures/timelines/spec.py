"""What a drawn timeline shows, in words and years, before anybody knows how large it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from diptych.figures.drawing import DataTable
from diptych.material.blocks import Era, Timeline
from diptych.material.dates import Date, Moment
from diptych.material.facts import Event
from diptych.material.labels import Labels
from diptych.material.markup import Rich

# Fewer events need no scale, and more are no picture.
_FEWEST, _MOST = 2, 40


@dataclass(frozen=True)
class Entry:
    """An event or era: when as its readers write it, what, and the date itself; and which one in the row."""

    when: str
    what: str
    date: Date
    number: int = 0

    @property
    def lasts(self) -> bool:
        """True where it goes on for a time."""
        return self.date.interval


@dataclass(frozen=True)
class TimelineSpec:
    """Events and eras in the order of their beginning; `name` is what the timeline is called.

    `within` is from which year to which it goes where it is one part of several.
    """

    name: str
    events: tuple[Entry, ...]
    eras: tuple[Entry, ...]
    labels: Labels
    lang: str
    within: tuple[float, float] | None = None

    @property
    def content(self) -> tuple[object, ...]:
        """All that the drawing shows and tells."""
        shown = (self.name, self.events, self.eras, self.lang, self.within)
        return (*shown, self.labels.lang, self.labels.texts)

    @property
    def moments(self) -> tuple[Moment, ...]:
        """All beginnings and ends that are known."""
        dates = (entry.date for entry in (*self.events, *self.eras))
        return tuple(moment for date in dates for moment in (date.start, date.end) if moment)

    def parts(self, count: int) -> tuple[TimelineSpec, ...]:
        """The timeline in so many parts one after the other, with about as many events each."""
        if count == 1:
            return (self,)
        cuts = [round(number * len(self.events) / count) for number in range(count + 1)]
        groups = [self.events[start:end] for start, end in pairwise(cuts)]
        starts = [_position(group[0].date) for group in groups]
        last = max(moment.until for moment in self.moments)
        ranges = pairwise([*starts, last])
        return tuple(self._part(group, within) for group, within in zip(groups, ranges, strict=True))

    def _part(self, events: tuple[Entry, ...], within: tuple[float, float]) -> TimelineSpec:
        """Events with the eras that fall into their years."""
        eras = (era for era in self.eras if _touches(era.date, within))
        last = max(_position(event.date) for event in events)
        return replace(self, events=events, eras=tuple(eras), within=(within[0], max(within[1], last)))

    @property
    def alt(self) -> str:
        """Eras and events in a row, for those who do not see them."""
        told = (f"{entry.when}: {entry.what}" for entry in (*self.eras, *self.events))
        return f"{self.name}: {'; '.join(told)}" if self.name else "; ".join(told)

    @property
    def table(self) -> DataTable:
        """When and what, line by line."""
        rows = tuple((entry.when, entry.what) for entry in (*self.eras, *self.events))
        return DataTable((self.labels("day"), self.labels("event")), rows)


def timeline_spec(
    name: str,
    events: Iterable[Event],
    eras: Iterable[Era],
    labels: Labels,
    lang: str,
    words: Callable[[Rich], str],
) -> TimelineSpec:
    """The timeline of these events; `words` tells a marked-up text as it may be shown."""
    told = [Entry(labels.date(one.date), words(one.event), one.date) for one in events]
    bands = [Entry(labels.date(one.date), words(one.era), one.date) for one in eras]
    return TimelineSpec(name, _ordered(told), _ordered(bands), labels, lang)


def is_to_scale(block: Timeline, events: Sequence[Event]) -> bool:
    """Whether a timeline is drawn to scale: where its author says so, else where something in it lasts."""
    if block.to_scale:
        return block.to_scale == "true"
    lasting = bool(block.eras) or any(event.date.interval for event in events)
    return lasting and len(events) + len(block.eras) >= _FEWEST and len(events) <= _MOST


def _ordered(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    ordered = sorted(_in_calendar(entries), key=lambda entry: entry.date.sort_key)
    return tuple(replace(entry, number=number) for number, entry in enumerate(ordered))


def _in_calendar(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Without those whose date is words alone, such as "forthcoming"."""
    return (entry for entry in entries if entry.date.start or entry.date.end)


def _position(date: Date) -> float:
    known = date.start or date.end
    return known.position if known else 0.0


def _touches(date: Date, within: tuple[float, float]) -> bool:
    before = date.end is not None and date.end.position <= within[0]
    after = date.start is not None and date.start.position >= within[1]
    return not before and not after
