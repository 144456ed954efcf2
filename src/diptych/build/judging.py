"""Which warnings are told: those that nobody allows, and allowances that allow nothing any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from diptych.build.designs import DeckOptions
from diptych.build.reading import Reading
from diptych.build.works import Work
from diptych.material.allowances import Allowance, remaining, unused
from diptych.material.findings import Finding
from diptych.material.model import Section

# What is looked for as soon as a source is read.
_WHEN_READ = frozenset(
    {"vague-heading", "empty-section", "time-budget", "picture-cropped", "chart-hard-to-read"}
)
# What depends on the ink of a print: no one build can tell that it does not occur.
_SOMETIMES = frozenset({"alike-in-grey"})


def warnings_when_read(reading: Reading) -> tuple[Finding, ...]:
    """What is told of a source before anything is made of it."""
    allowances = [*allowances_of(reading)]
    early = (one for one in allowances if one.name in _WHEN_READ)
    return _ordered((*remaining(allowances, reading.warnings), *unused(early, reading.warnings)))


def warnings_when_made(reading: Reading, works: Sequence[Work], options: DeckOptions) -> tuple[Finding, ...]:
    """What is told of a source's works; of links only where nothing was told of them before."""
    found = [one for work in works for one in work.warnings]
    if any(one.kind == "vague-link" for one in reading.warnings):
        found = [one for one in found if one.kind != "vague-link"]
    allowances = [*allowances_of(reading)]
    told = remaining(allowances, found)
    if not _all_was_made(works, options):
        return _ordered(told)
    late = (one for one in allowances if one.name not in _WHEN_READ | _SOMETIMES)
    return _ordered((*told, *unused(late, (*reading.warnings, *found))))


def strictly(findings: Iterable[Finding], strict: bool) -> tuple[Finding, ...]:
    """The findings; where one is strict, warnings among them are errors."""
    return tuple(replace(one, strict=strict) for one in findings)


def allowances_of(reading: Reading) -> Iterator[Allowance]:
    """Every allowance of the source: the document's, those of sections and of blocks."""
    material = reading.document.material
    yield from material.allow
    yield from _in_sections(material.sections)


def _in_sections(sections: tuple[Section, ...]) -> Iterator[Allowance]:
    for section in sections:
        yield from section.allow
        yield from (one for block in section.content for one in block.allow)
        yield from _in_sections(section.sections)


def _all_was_made(works: Sequence[Work], options: DeckOptions) -> bool:
    """True where handout and deck were made as the source has them."""
    made = {work.wanted.work for work in works if work.wanted}
    return made >= {"handout", "deck"} and options == DeckOptions()


def _ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(dict.fromkeys(findings), key=lambda one: one.place))
