"""How long the parts of a lesson take in class."""

from __future__ import annotations

from collections.abc import Iterable

from diptych.material.model import Section


def minutes_of(section: Section) -> int:
    """The minutes of a section: its own, else those of its parts together; none where it is in reserve."""
    if section.backup:
        return 0
    return section.minutes or planned_minutes(section.sections)


def planned_minutes(sections: Iterable[Section]) -> int:
    """The minutes of all these sections."""
    return sum(minutes_of(section) for section in sections)
