"""The slide that opens a section, and the names by which links call it, the agenda and the reserve."""

from __future__ import annotations

from diptych.deck.measure.fit import fit_whole
from diptych.deck.plan.footnotes import texts_of
from diptych.deck.plan.notes import Span, speaker_notes
from diptych.deck.plan.paragraphs import lines, prose
from diptych.deck.plan.runs import join, linked
from diptych.deck.plan.studio import Content, Draft, Studio, placed
from diptych.deck.values import Run
from diptych.material.model import Section
from diptych.material.timing import minutes_of

# Ids hold no blanks, so that none of an author's is the same.
AGENDA = "the agenda"
BACKUP = "the backup"


def divider(studio: Studio, section: Section, footer: str, time: Span, with_notes: bool) -> Draft:
    """The slide that opens a section: number and title, assertion, minutes and the way back.

    Where it comes `with_notes`, they are the section's own.
    """
    voice = studio.voice
    minutes = minutes_of(section)
    told = voice.label("minutes", count=minutes) if minutes else ()
    content, whole = _summary(studio, section, join((told, way_back(studio)), " · "))
    assertion = lines([voice.rich(section.assertion)])
    said = prose(section.notes, voice) if with_notes else assertion
    said = said if whole or not with_notes else (*assertion, *said)
    said = said or lines([voice.rich(section.title)])
    notes = speaker_notes(voice, time, said, texts_of((section.title, section.assertion)))
    return Draft(
        called(studio, section),
        content,
        notes,
        notes,
        names=tuple(filter(None, (divider_name(studio, section), section.id))),
        footer=footer,
        place=section.place,
        shows=(studio.names.of(section),),
    )


def _summary(studio: Studio, section: Section, way: tuple[Run, ...]) -> tuple[Content, bool]:
    """What stands below the title, and whether that is all.

    A divider is one slide: where its box is too small for the assertion, that is left to the notes.
    """
    asserted = studio.voice.rich(section.assertion)
    area = studio.area("section", "body")
    for rows in ((asserted, way), (way,)):
        words = fit_whole(lines(rows), area, studio.fonts)
        if words:
            whole = len(rows) > 1 or not asserted
            return Content("section", (placed(area, words, section.place),)), whole
    return Content("section", ((),)), not asserted


def called(studio: Studio, section: Section) -> tuple[Run, ...]:
    """The number and title of a section."""
    number = Run(f"{studio.document.numbering.of(section)}. ", studio.voice.lang)
    return (number, *studio.voice.rich(section.title))


def divider_name(studio: Studio, section: Section) -> str:
    """The name by which links call the divider of a section, or its first slide where it has none."""
    return f"section {studio.document.numbering.of(section)}"


def way_back(studio: Studio) -> tuple[Run, ...]:
    """The link to the agenda."""
    return linked(studio.voice.label("agenda"), AGENDA)
