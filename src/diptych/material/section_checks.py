"""Whether sections have titles that tell something, content below them, and time enough."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diptych.material.blocks import Comparison, Definition
from diptych.material.findings import Finding
from diptych.material.markup import Rich
from diptych.material.model import Material, Section
from diptych.material.numbering import all_blocks
from diptych.material.timing import planned_minutes

_NO_NAME = re.compile(r"(section|part|chapter|teil|abschnitt|partie)? ?\d*", re.IGNORECASE)


def check_sections(material: Material) -> Iterator[Finding]:
    """What is wrong with titles, headings and minutes, and which sections are empty."""
    yield from _check_minutes(material)
    yield from _check_headings(material)
    for section in material.sections:
        title = section.title.plain().strip()
        if title and _NO_NAME.fullmatch(title):
            message = f"the title `{title}` does not say what the section is about"
            yield Finding(section.title.place, message, "name its subject", kind="vague-heading")
    for section in _all_sections(material.sections):
        if not (section.content or section.sections or section.notes):
            message = f"the section `{section.title.plain()}` is empty: it shows its title alone"
            hint = "put blocks below `content:`, or take the section out"
            yield Finding(section.place, message, hint, kind="empty-section")


def _check_minutes(material: Material) -> Iterator[Finding]:
    planned = planned_minutes(material.sections)
    if planned and material.time_required and planned != material.time_required:
        message = f"the sections take {planned} minutes, and `time_required` is {material.time_required}"
        yield Finding(material.time_required.place, message, "change one of them", kind="time-budget")


def _check_headings(material: Material) -> Iterator[Finding]:
    """Headings are what one finds one's way by: in contents, bookmarks and sections of the deck."""
    for what, heading in _headings(material):
        if not heading.plain().strip():
            yield Finding(heading.place, f"{what} has no words", "give it some", kind="empty-heading")


def _headings(material: Material) -> Iterator[tuple[str, Rich]]:
    yield "the title", material.title
    for section in _all_sections(material.sections):
        yield "the title of this section", section.title
    for block in all_blocks(material.sections):
        if isinstance(block, Definition):
            yield "the term of this definition", block.definition
        elif isinstance(block, Comparison):
            yield from (("the heading of this column", side.heading) for side in block.columns)


def _all_sections(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _all_sections(section.sections)
