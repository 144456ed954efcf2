"""What the handout prints, in order, and what is left for the lists behind the sections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from diptych.material.blocks import AnyBlock, SlideBreak, SourceExtract, Timeline
from diptych.material.facts import Event, Source
from diptych.material.model import Material, Section

_LOWEST_LEVEL = 6


@dataclass(frozen=True)
class Part:
    """A section that is printed, its heading's level (2 to 6), and those of its blocks that are printed."""

    section: Section
    level: int
    blocks: tuple[AnyBlock, ...]


def printed_parts(material: Material) -> tuple[Part, ...]:
    """The sections in reading order, without those that have nothing to print."""
    return tuple(_parts(material.sections, 2))


def printed_blocks(section: Section) -> tuple[AnyBlock, ...]:
    """The section's own blocks without those for the deck alone."""
    return tuple(
        block for block in section.content if block.only != "deck" and not isinstance(block, SlideBreak)
    )


def sources_left(material: Material, parts: tuple[Part, ...]) -> tuple[Source, ...]:
    """The primary sources that no section prints."""
    shown = {block.source for block in _all(parts) if isinstance(block, SourceExtract)}
    return tuple(source for source in material.sources if source.id not in shown)


def timeline_left(material: Material, parts: tuple[Part, ...]) -> tuple[Event, ...]:
    """The document's timeline, unless a section prints it."""
    shown = any(isinstance(block, Timeline) and not block.events for block in _all(parts))
    return () if shown else by_date(material.timeline)


def by_date(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events in the order in which they happened."""
    return tuple(sorted(events, key=lambda event: event.date.sort_key))


def anchors(material: Material, parts: tuple[Part, ...]) -> frozenset[str]:
    """The ids that links inside the handout can lead to."""
    named = [
        *(part.section.id for part in parts),
        *(block.id for block in _all(parts)),
        *(source.id for source in material.sources),
        *(reference.id for reference in material.references),
    ]
    return frozenset(filter(None, named))


def _all(parts: tuple[Part, ...]) -> Iterator[AnyBlock]:
    return (block for part in parts for block in part.blocks)


def _parts(sections: tuple[Section, ...], level: int) -> Iterator[Part]:
    for section in sections:
        below = tuple(_parts(section.sections, min(level + 1, _LOWEST_LEVEL)))
        blocks = printed_blocks(section)
        if blocks or below or section.assertion:
            yield Part(section, level, blocks)
            yield from below
