"""Slides of points: points, steps, the short wording of prose, remarks; and slides of definitions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from diptych.deck.design.slide_layouts import Area
from diptych.deck.measure.cut import sentences
from diptych.deck.measure.fit import fits_comfortably
from diptych.deck.plan.paragraphs import Bullet, Paragraphs, item_list, line, prose, rich_list, under
from diptych.deck.plan.runs import Voice, join
from diptych.deck.plan.studio import Content, Studio, flowing
from diptych.deck.reading import reads_back
from diptych.deck.values import Run, TextParagraph
from diptych.material.blocks import AnyBlock, Callout, Definition, Points, Steps, Text
from diptych.material.facts import Term
from diptych.material.markup import Paragraph
from diptych.material.place import Place
from diptych.material.scripts import right_to_left

CALLOUT_COLOURS = {"warning": "second", "note": "accent", "example": "fourth", "tip": "third"}


def list_content(studio: Studio, blocks: Sequence[AnyBlock]) -> Content:
    """Point-like blocks on one slide, or on as many as they need; a remark alone stands in a box."""
    paragraphs, place = list_paragraphs(studio, blocks), blocks[0].place
    if all(isinstance(block, Callout) for block in blocks):
        return flowing(studio, _ground_of(studio, blocks), "body", paragraphs, place)
    return flowing(studio, "content", "body", _without_lone_bullet(paragraphs), place)


def _ground_of(studio: Studio, blocks: Sequence[AnyBlock]) -> str:
    """The slide layout of remarks: that of their kind where they are of one kind and it has one."""
    kinds = {block.kind for block in blocks if isinstance(block, Callout)}
    own = kinds.pop() if len(kinds) == 1 else ""
    return own if own in studio.layouts.layouts else "definition"


def share_a_slide(studio: Studio, blocks: Sequence[AnyBlock], area: Area | None = None) -> bool:
    """True where the blocks fit into the area (a slide's whole body) together without being squeezed."""
    room = area or studio.area("content", "body")
    return fits_comfortably(list_paragraphs(studio, blocks), room, studio.fonts)


def list_paragraphs(studio: Studio, blocks: Iterable[AnyBlock]) -> Paragraphs:
    """The paragraphs of point-like blocks, one block below the other."""
    return tuple(paragraph for block in blocks for paragraph in _paragraphs(studio, block))


def wording(block: AnyBlock, voice: Voice, own: Paragraphs, bullet: Bullet = "bullet") -> Paragraphs:
    """The author's short wording for the slide as points, else the block's own paragraphs."""
    return rich_list(block.slide, voice, bullet) if block.slide else own


def definition_content(studio: Studio, blocks: Sequence[Definition]) -> Content:
    """Definitions: each term, and below it what it means."""
    paragraphs = [paragraph for block in blocks for paragraph in _definition(studio, block)]
    return flowing(studio, "definition", "body", paragraphs, blocks[0].place)


def terms_content(studio: Studio, terms: Sequence[Term], place: Place) -> Content:
    """The key terms of the lesson, each with its meaning below it."""
    paragraphs = [paragraph for term in terms for paragraph in _term(studio, term)]
    return flowing(studio, "definition", "body", paragraphs, place)


def _without_lone_bullet(paragraphs: Paragraphs) -> Paragraphs:
    """A bullet tells one point from another: where there is but one, it tells nothing."""
    return (replace(paragraphs[0], bullet=""),) if len(paragraphs) == 1 else paragraphs


def _paragraphs(studio: Studio, block: AnyBlock) -> Paragraphs:
    voice = studio.voice.in_language(block.lang)
    if isinstance(block, Text):
        return wording(block, voice, _first_sentences(block, voice))
    if isinstance(block, Points):
        return wording(block, voice, item_list(block.points, voice))
    if isinstance(block, Steps):
        return wording(block, voice, item_list(block.steps, voice, "number"), "number")
    if isinstance(block, Callout):
        return _callout(block, voice)
    return rich_list(block.slide, voice)


def _first_sentences(block: Text, voice: Voice) -> Paragraphs:
    """What a slide can say of prose for which its author gave no shorter wording."""
    return tuple(_first_sentence(paragraph, voice) for paragraph in block.text.paragraphs)


def _first_sentence(paragraph: Paragraph, voice: Voice) -> TextParagraph:
    runs = sentences(voice.rich(paragraph.rich))[0]
    bullet: Bullet = "number" if paragraph.kind == "number" else "bullet"
    return line(runs, bullet, paragraph.level, max(1, paragraph.number))


def _callout(block: Callout, voice: Voice) -> Paragraphs:
    colour = CALLOUT_COLOURS[block.kind]
    title = voice.rich(block.title, bold=True, colour=colour)
    kind = voice.label(block.kind, bold=True, colour=colour)
    # A warning says that it is one in words, not by its colour alone.
    heading = title if title and block.kind == "note" else join((kind, title), voice.colon)
    return (line(heading), *wording(block, voice, prose(block.callout, voice)))


def _definition(studio: Studio, block: Definition) -> Paragraphs:
    voice = studio.voice.in_language(block.lang)
    heading = voice.rich(block.definition, bold=True, colour="accent")
    return _headed(studio, heading, wording(block, voice, prose(block.meaning, voice)))


def _term(studio: Studio, term: Term) -> Paragraphs:
    voice = studio.voice
    heading = voice.in_language(term.lang).rich(term.term, bold=True, colour="accent")
    return _headed(studio, heading, (line(voice.rich(term.definition)),))


def _headed(studio: Studio, heading: tuple[Run, ...], meaning: Paragraphs) -> Paragraphs:
    """A term above its meaning, on the side where the deck's lines begin, whichever way it is read itself."""
    first, *rest = under(heading, meaning)
    against = reads_back(first, studio.labels.lang) != right_to_left(studio.labels.lang)
    return (replace(first, align="end") if against else first, *rest)
