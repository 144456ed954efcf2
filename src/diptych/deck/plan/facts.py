"""The slides after the last section: people, places, dates, sources, errors, summary, references."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from unicodedata import normalize

from diptych.deck.plan.clicks import points_by_clicks
from diptych.deck.plan.dividers import way_back
from diptych.deck.plan.footnotes import texts_of
from diptych.deck.plan.grids import misconceptions_grid, people_grid, places_grid, table_content
from diptych.deck.plan.notes import Span, speaker_notes
from diptych.deck.plan.paragraphs import Paragraphs, line, lines, prose, rich_list
from diptych.deck.plan.sayings import source_content, source_title
from diptych.deck.plan.studio import Content, Draft, Studio, flowing
from diptych.deck.plan.timelines import timeline_content
from diptych.deck.plan.words import event_lines
from diptych.deck.values import Run, TextShape
from diptych.material.blocks import SourceExtract, Timeline
from diptych.material.facts import Reference
from diptych.material.markup import Rich
from diptych.material.numbering import all_blocks
from diptych.material.place import Place


def fact_drafts(studio: Studio, footer: str) -> tuple[Draft, ...]:
    """The slides of the facts that no section shows, then errors, summary and references."""
    rooms = (_people, _places, _timeline, _sources, _misconceptions, _summary, _references)
    return tuple(draft for room in rooms for draft in room(studio, footer))


def _people(studio: Studio, footer: str) -> Iterator[Draft]:
    people = studio.document.material.people
    if people:
        content = table_content(studio, people_grid(studio, people, people[0].place))
        named = lines((studio.voice.rich(person.name) for person in people), "bullet")
        yield _draft(studio, studio.voice.label("people"), content, footer, people[0].place, named, people)


def _places(studio: Studio, footer: str) -> Iterator[Draft]:
    places = studio.document.material.places
    if places:
        content = table_content(studio, places_grid(studio, places, places[0].place))
        named = lines((studio.voice.rich(place.name) for place in places), "bullet")
        yield _draft(studio, studio.voice.label("places"), content, footer, places[0].place, named, places)


def _timeline(studio: Studio, footer: str) -> Iterator[Draft]:
    """The document's own timeline, unless a block shows it."""
    material = studio.document.material
    blocks = (block for block in all_blocks(material.sections) if isinstance(block, Timeline))
    if material.timeline and all(block.events for block in blocks):
        place, name = material.timeline[0].place, studio.labels("timeline")
        content = timeline_content(studio, material.timeline, (), name, place)
        notes = event_lines(material.timeline, studio.voice)
        title = studio.voice.label("timeline")
        yield _draft(studio, title, content, footer, place, notes, material.timeline)


def _sources(studio: Studio, footer: str) -> Iterator[Draft]:
    material = studio.document.material
    blocks = all_blocks(material.sections)
    shown = {block.source for block in blocks if isinstance(block, SourceExtract)}
    for source in material.sources:
        if source.id not in shown:
            content = source_content(studio, source, (), source.place)
            notes = prose(source.head_note, studio.voice)
            title = source_title(studio, source)
            yield _draft(studio, title, content, footer, source.place, notes, source)


def _misconceptions(studio: Studio, footer: str) -> Iterator[Draft]:
    beliefs = studio.document.material.misconceptions
    if beliefs:
        content = table_content(studio, misconceptions_grid(studio, beliefs, beliefs[0].place))
        notes = lines((studio.voice.rich(one.response) for one in beliefs), "bullet")
        title = studio.voice.label("misconceptions")
        yield _draft(studio, title, content, footer, beliefs[0].place, notes, beliefs)


def _summary(studio: Studio, footer: str) -> Iterator[Draft]:
    material, voice = studio.document.material, studio.voice
    if material.key_points:
        place = material.key_points[0].place
        body = (*rich_list(material.key_points, voice), line(way_back(studio)))
        content = points_by_clicks(studio, flowing(studio, "summary", "body", body, place))
        notes = lines([voice.rich(material.central_question)])
        yield _draft(studio, voice.label("key_points"), content, footer, place, notes, material.key_points)


def _references(studio: Studio, footer: str) -> Iterator[Draft]:
    entries, voice = studio.document.bibliography.entries, studio.voice
    if entries:
        place = entries[0][0].place
        listed = [line(voice.rich(text)) for _, text in entries]
        content = flowing(studio, "references", "body", listed, place)
        content = replace(content, part_names=_initials(entries, content))
        yield _draft(studio, voice.label("references"), content, footer, place, (), entries)


def _initials(entries: Sequence[tuple[Reference, Rich]], content: Content) -> tuple[str, ...]:
    """From which letter to which the works on each slide go; none where that tells them not apart."""
    texts = [[shape for shape in part if isinstance(shape, TextShape)] for part in content.parts]
    counts = [sum(len(shape.paragraphs) for shape in shapes) for shapes in texts]
    if sum(counts) != len(entries):
        return ()
    letters = iter([_initial(text) for _, text in entries])
    groups = [[next(letters) for _ in range(count)] for count in counts]
    if not all(all(group) and group == sorted(group) for group in groups):
        return ()
    return tuple("–".join(dict.fromkeys((group[0], group[-1]))) for group in groups)


def _initial(text: Rich) -> str:
    """The letter by which an entry is looked up; none in scripts without capitals."""
    first = next((character for character in text.plain() if character.isalnum()), "")
    letter = normalize("NFD", first)[:1].upper()
    return letter if letter != letter.lower() else ""


def _draft(
    studio: Studio,
    title: tuple[Run, ...],
    content: Content,
    footer: str,
    place: Place,
    notes: Paragraphs,
    noted: object,
) -> Draft:
    said = speaker_notes(studio.voice, Span(), notes or lines([title]), texts_of(noted))
    return Draft(title, content, said, said, footer=footer, place=place)
