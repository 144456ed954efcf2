"""The slide that opens a section, and the names by which links call it, the agenda and the reserve."""

from __future__ import annotations

from diptych.deck.plan.footnotes import texts_of
from diptych.deck.plan.notes import Span, speaker_notes
from diptych.deck.plan.paragraphs import lines, prose
from diptych.deck.plan.runs import join, linked
from diptych.deck.plan.studio import Draft, Studio, flowing
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
    body = lines((voice.rich(section.assertion), join((told, way_back(studio)), " · ")))
    said = prose(section.notes, voice) if with_notes else lines([voice.rich(section.assertion)])
    said = said or lines([voice.rich(section.title)])
    notes = speaker_notes(voice, time, said, texts_of((section.title, section.assertion)))
    return Draft(
        called(studio, section),
        flowing(studio, "section", "body", body, section.place),
        notes,
        notes,
        names=tuple(filter(None, (divider_name(studio, section), section.id))),
        footer=footer,
        place=section.place,
        shows=(studio.names.of(section),),
    )


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
