"""Slides kept in reserve: hidden, behind the last slide, and reached by links from the agenda."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from diptych.deck.plan.dividers import BACKUP, called, divider_name, way_back
from diptych.deck.plan.notes import Span, speaker_notes
from diptych.deck.plan.paragraphs import line, lines
from diptych.deck.plan.runs import linked
from diptych.deck.plan.sections import Scene, slides_of
from diptych.deck.plan.studio import Draft, Studio, flowing
from diptych.material.model import Section


def backup_drafts(studio: Studio) -> tuple[Draft, ...]:
    """A divider, then the slides of every section that is kept in reserve; nothing where there is none."""
    kept = tuple(kept_in_reserve(studio.document.material.sections))
    if not kept:
        return ()
    slides = (draft for section in kept for draft in _slides(studio, section))
    return tuple(replace(draft, hidden=True) for draft in (_divider(studio, kept), *slides))


def kept_in_reserve(sections: Iterable[Section]) -> Iterator[Section]:
    """The sections marked `backup`, each with all that is inside it."""
    for section in sections:
        if section.backup:
            yield section
        else:
            yield from kept_in_reserve(section.sections)


def _divider(studio: Studio, kept: tuple[Section, ...]) -> Draft:
    """The quiet slide before the reserve: what it holds, each a link, and the way back."""
    voice, material = studio.voice, studio.document.material
    title = voice.label("backup")
    entries = (linked(called(studio, section), divider_name(studio, section)) for section in kept)
    body = (*(line(entry) for entry in entries), line(way_back(studio)))
    notes = speaker_notes(voice, Span(), lines([title]), ())
    content = flowing(studio, "backup", "body", body, kept[0].place)
    return Draft(title, content, notes, notes, (BACKUP,), material.title.plain(), kept[0].place)


def _slides(studio: Studio, section: Section) -> tuple[Draft, ...]:
    """The section's slides; having no divider, the first bears its names, and its notes the title."""
    scene = Scene(studio, section, section.title.plain(), Span(), nested=True, reserve=True)
    first, *others = slides_of(scene)
    names = (*first.names, divider_name(studio, section))
    return (replace(first, names=names), *others)
