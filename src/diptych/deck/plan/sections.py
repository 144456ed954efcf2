"""The sections of the lesson become drafts of slides: a divider each, then one assertion a slide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from diptych.deck.plan.blocks import Panel, panels
from diptych.deck.plan.bundles import Bundle, bundles
from diptych.deck.plan.dividers import divider
from diptych.deck.plan.footnotes import texts_of
from diptych.deck.plan.notes import Span, speaker_notes
from diptych.deck.plan.paragraphs import Paragraphs, lines, prose
from diptych.deck.plan.runs import join, plain
from diptych.deck.plan.studio import Draft, Studio, flowing
from diptych.deck.plan.words import full_words
from diptych.deck.values import Run
from diptych.material.blocks import AnyBlock, Text
from diptych.material.model import Section
from diptych.material.place import NOWHERE, Place
from diptych.material.timing import minutes_of


@dataclass(frozen=True)
class Scene:
    """A section and what its slides share: the footer, and the minutes that it takes.

    `carried` are notes of the section around it, which has no slide of its own to bear them. A `nested`
    scene has no divider, so that its notes begin with its title. One in `reserve` shows all that is inside.
    """

    studio: Studio
    section: Section
    footer: str
    time: Span
    carried: Paragraphs = ()
    nested: bool = False
    reserve: bool = False


def section_drafts(scene: Scene) -> tuple[Draft, ...]:
    """The slides of a top-level section, its divider first."""
    inside = tuple(_inside(scene))
    return (divider(scene.studio, scene.section, scene.footer, scene.time, with_notes=not inside), *inside)


def slides_of(scene: Scene) -> tuple[Draft, ...]:
    """The slides of a section without a divider: at least one, which bears the section's id."""
    first, *others = _inside(scene)
    return (replace(first, names=tuple(filter(None, (*first.names, scene.section.id)))), *others)


def _inside(scene: Scene) -> Iterator[Draft]:
    """The section's own slides, then those of the sections inside it that are not kept in reserve."""
    own = tuple(_own(scene))
    yield from own
    inner = scene.section.sections
    parts = inner if scene.reserve else [part for part in inner if not part.backup]
    if not own and not parts and scene.nested:
        yield _lone(scene)
    carried = () if own else _said(scene)
    start = scene.time.start
    for part in parts:
        minutes = minutes_of(part)
        time = Span(start, start + minutes) if minutes and scene.time.end else scene.time
        yield from slides_of(replace(scene, section=part, time=time, carried=carried, nested=True))
        start, carried = start + minutes, ()


def _own(scene: Scene) -> Iterator[Draft]:
    """The slides of the section's blocks. Its assertion heads the first that has no title of its own."""
    said, asserted = _said(scene), False
    for bundle in bundles(scene.studio, scene.section):
        hidden = bundle.blocks[0].hidden
        # What is hidden leaves the section's assertion to a slide that is shown.
        captions_head = asserted or hidden or not scene.section.assertion
        question, *answer = panels(scene.studio, bundle, captions_head)
        title = _title(scene, bundle, question, captions_head)
        asserted = asserted or title == scene.studio.voice.rich(scene.section.assertion)
        yield replace(_draft(scene, bundle, question, title, said), hidden=hidden)
        for panel in answer:
            yield replace(_answer(scene, bundle, panel), hidden=hidden)
        said = ()


def _title(scene: Scene, bundle: Bundle, panel: Panel, captions_head: bool) -> tuple[Run, ...]:
    """The block's assertion, else its own title, else the section's assertion or title.

    Where the assertion has headed a slide already, a caption says more than its repetition.
    """
    voice, section, block = scene.studio.voice, scene.section, bundle.blocks[0]
    if block.assertion:
        return voice.in_language(block.lang).rich(block.assertion)
    caption = panel.caption if captions_head else ()
    return panel.title or caption or voice.rich(section.assertion) or voice.rich(section.title)


def _place_of(title: tuple[Run, ...], scene: Scene, bundle: Bundle) -> Place:
    """Where the words of a title stand that is not the block's own."""
    section, block = scene.section, bundle.blocks[0]
    for rich in (block.assertion, section.assertion, section.title):
        if rich and plain(scene.studio.voice.rich(rich)) == plain(title):
            return rich.place
    return NOWHERE


def _draft(scene: Scene, bundle: Bundle, panel: Panel, title: tuple[Run, ...], said: Paragraphs) -> Draft:
    voice, names = scene.studio.voice, scene.studio.names
    noted = tuple(texts_of((bundle.blocks, bundle.prose)))
    words = (*said, *_block_notes(scene, bundle), *panel.notes)
    reminder = lines([title])
    return Draft(
        title,
        panel.content,
        speaker_notes(voice, scene.time, words or reminder, noted),
        speaker_notes(voice, scene.time, reminder, noted),
        tuple(block.id for block in bundle.blocks if block.id),
        scene.footer,
        bundle.blocks[0].place,
        shows=tuple(names.of(node) for node in (*bundle.blocks, *bundle.prose, scene.section)),
        headed_by=_place_of(title, scene, bundle),
    )


def _answer(scene: Scene, bundle: Bundle, panel: Panel) -> Draft:
    """The slide after a question's: the author's notes on the question are said already."""
    names, question = scene.studio.names, bundle.blocks[0]
    said = panel.notes or lines([panel.title])
    notes = speaker_notes(scene.studio.voice, scene.time, said, texts_of(question))
    shows = (names.of(question), names.of(scene.section))
    return Draft(panel.title, panel.content, notes, notes, (), scene.footer, question.place, shows=shows)


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
    heading = join((voice.rich(section.title, bold=True), voice.rich(section.assertion)), voice.colon)
    return (*scene.carried, *(lines([heading]) if scene.nested else ()), *prose(section.notes, voice))


def _lone(scene: Scene) -> Draft:
    """The slide of a part that shows nothing else: its title and its sentence."""
    voice, section, names = scene.studio.voice, scene.section, scene.studio.names
    body = lines([voice.rich(section.assertion) or voice.rich(section.title)])
    content = flowing(scene.studio, "statement", "body", body, section.place)
    notes = speaker_notes(voice, scene.time, _said(scene), texts_of(section.notes))
    title = voice.rich(section.title)
    shows = (names.of(section),)
    return Draft(title, content, notes, notes, (), scene.footer, section.place, shows=shows)
