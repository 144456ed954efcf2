"""The sections of the lesson become drafts of slides: a divider each, then one assertion a slide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from diptych.deck.plan.blocks import Panel, panels
from diptych.deck.plan.bundles import Bundle, bundles
from diptych.deck.plan.footnotes import texts_of
from diptych.deck.plan.notes import Span, speaker_notes
from diptych.deck.plan.paragraphs import Paragraphs, lines, prose
from diptych.deck.plan.runs import join
from diptych.deck.plan.studio import Draft, Studio, flowing
from diptych.deck.plan.words import full_words
from diptych.deck.values import Link, Run
from diptych.material.blocks import AnyBlock, Text
from diptych.material.model import Section

AGENDA = "agenda"


@dataclass(frozen=True)
class Scene:
    """A section and what its slides share: the footer, and the minutes that it takes.

    `carried` are notes of the section around it, which has no slide of its own to bear them.
    """

    studio: Studio
    section: Section
    footer: str
    time: Span
    carried: Paragraphs = ()
    nested: bool = False


def section_drafts(scene: Scene) -> tuple[Draft, ...]:
    """The slides of a top-level section, its divider first."""
    inside = tuple(_inside(scene))
    return (divider(scene, with_notes=not inside), *inside)


def divider(scene: Scene, with_notes: bool) -> Draft:
    """The slide that opens a section: number and title, assertion, minutes and the way back."""
    studio, section = scene.studio, scene.section
    voice = studio.voice
    number = studio.document.numbering.of(section)
    title = (Run(f"{number}. ", voice.lang), *voice.rich(section.title))
    body = lines((voice.rich(section.assertion), _time_and_way_back(scene)))
    said = prose(section.notes, voice) if with_notes else lines([voice.rich(section.assertion)])
    said = said or lines([voice.rich(section.title)])
    notes = speaker_notes(voice, scene.time, said, texts_of((section.title, section.assertion)))
    content = flowing(studio, "section", "body", body, section.place)
    return Draft(title, content, notes, notes, (divider_name(studio, section),), scene.footer, section.place)


def divider_name(studio: Studio, section: Section) -> str:
    """The name by which links call the divider of a section."""
    return f"section {studio.document.numbering.of(section)}"


def minutes_of(section: Section) -> int:
    """The minutes of a section: its own, else those of its parts together."""
    return section.minutes or sum(minutes_of(part) for part in section.sections)


def _time_and_way_back(scene: Scene) -> tuple[Run, ...]:
    labels, minutes = scene.studio.labels, minutes_of(scene.section)
    time = scene.studio.voice.label("minutes", count=minutes) if minutes else ()
    back = Run(labels("agenda"), labels.lang, link=Link(slide=AGENDA))
    return join((time, (back,)), " · ")


def _inside(scene: Scene) -> Iterator[Draft]:
    """The section's own slides, then those of the sections inside it."""
    own = tuple(_own(scene))
    yield from own
    parts = scene.section.sections
    if not own and not parts and scene.nested:
        yield _lone(scene)
    carried = () if own else _said(scene)
    start = scene.time.start
    for part in parts:
        minutes = minutes_of(part)
        time = Span(start, start + minutes) if minutes and scene.time.end else scene.time
        yield from _inside(replace(scene, section=part, time=time, carried=carried, nested=True))
        start, carried = start + minutes, ()


def _own(scene: Scene) -> Iterator[Draft]:
    """The slides of the section's blocks. Its assertion heads the first that has no title of its own."""
    said, asserted = _said(scene), False
    for bundle in bundles(scene.studio, scene.section):
        captions_head = asserted or not scene.section.assertion
        for panel in panels(scene.studio, bundle, captions_head):
            title = _title(scene, bundle, panel, captions_head)
            asserted = asserted or title == scene.studio.voice.rich(scene.section.assertion)
            yield _draft(scene, bundle, panel, title, said)
            # The answer after a question has a title of its own, and its notes are said already.
            said, bundle = (), Bundle(())


def _title(scene: Scene, bundle: Bundle, panel: Panel, captions_head: bool) -> tuple[Run, ...]:
    """The block's assertion, else its own title, else the section's assertion or title.

    Where the assertion has headed a slide already, a caption says more than its repetition.
    """
    voice, section = scene.studio.voice, scene.section
    if bundle.blocks and bundle.blocks[0].assertion:
        return voice.in_language(bundle.blocks[0].lang).rich(bundle.blocks[0].assertion)
    caption = panel.caption if captions_head else ()
    return panel.title or caption or voice.rich(section.assertion) or voice.rich(section.title)


def _draft(scene: Scene, bundle: Bundle, panel: Panel, title: tuple[Run, ...], said: Paragraphs) -> Draft:
    voice = scene.studio.voice
    noted = tuple(texts_of((bundle.blocks, bundle.prose)))
    words = (*said, *_block_notes(scene, bundle), *panel.notes)
    reminder = lines([title])
    place = bundle.blocks[0].place if bundle.blocks else scene.section.place
    return Draft(
        title,
        panel.content,
        speaker_notes(voice, scene.time, words or reminder, noted),
        speaker_notes(voice, scene.time, reminder, noted),
        tuple(block.id for block in bundle.blocks if block.id),
        scene.footer,
        place,
    )


def _block_notes(scene: Scene, bundle: Bundle) -> Paragraphs:
    """The author's notes on the blocks, then the handout's words that the slide shortens."""
    voice = scene.studio.voice
    remarks = (prose(block.notes, voice) for block in bundle.blocks)
    texts = (full_words(text, voice) for text in bundle.prose)
    shortened = (full_words(block, voice) for block in bundle.blocks if _shortened(block))
    return tuple(paragraph for group in (*remarks, *texts, *shortened) for paragraph in group)


def _shortened(block: AnyBlock) -> bool:
    return isinstance(block, Text) or bool(block.slide)


def _said(scene: Scene) -> Paragraphs:
    """The author's notes on the section; those of a part begin with its title and assertion."""
    voice, section = scene.studio.voice, scene.section
    heading = join((voice.rich(section.title, bold=True), voice.rich(section.assertion)), ": ")
    return (*scene.carried, *(lines([heading]) if scene.nested else ()), *prose(section.notes, voice))


def _lone(scene: Scene) -> Draft:
    """The slide of a part that shows nothing else: its title and its sentence."""
    voice, section = scene.studio.voice, scene.section
    body = lines([voice.rich(section.assertion) or voice.rich(section.title)])
    content = flowing(scene.studio, "statement", "body", body, section.place)
    notes = speaker_notes(voice, scene.time, _said(scene), texts_of(section.notes))
    return Draft(voice.rich(section.title), content, notes, notes, (), scene.footer, section.place)
