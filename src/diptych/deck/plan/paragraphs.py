"""Prose and lists of the material as paragraphs of a slide; sizes come later, by fitting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from diptych.deck.plan.runs import Voice
from diptych.deck.values import Run, TextParagraph
from diptych.material.blocks import Item
from diptych.material.markup import Paragraph, Prose, Rich

Paragraphs = tuple[TextParagraph, ...]
Bullet = Literal["", "bullet", "number"]

# Slide layouts and presentation programs know so many levels of a list well.
_DEEPEST = 3
_BULLETS: dict[str, Bullet] = {"text": "", "bullet": "bullet", "number": "number"}


def line(runs: tuple[Run, ...], bullet: Bullet = "", level: int = 0, number: int = 1) -> TextParagraph:
    """One paragraph whose size is still open."""
    return TextParagraph(runs, 0, min(level, _DEEPEST), bullet, number)


def lines(runs: Iterable[tuple[Run, ...]], bullet: Bullet = "") -> Paragraphs:
    """One paragraph for each group of runs that is not empty, numbered from 1."""
    filled = (group for group in runs if group)
    return tuple(line(group, bullet, number=number) for number, group in enumerate(filled, 1))


def rich_list(texts: Iterable[Rich], voice: Voice, bullet: Bullet = "bullet") -> Paragraphs:
    """Texts as a list."""
    return lines((voice.rich(text) for text in texts), bullet)


def item_list(items: Iterable[Item], voice: Voice, bullet: Bullet = "bullet") -> Paragraphs:
    """Points with the points below them; those below a numbered step are bulleted."""
    return tuple(_items(items, voice, bullet, 0))


def prose(text: Prose, voice: Voice, italic: bool = False) -> Paragraphs:
    """Paragraphs and lists of prose."""
    return tuple(_prose_line(paragraph, voice, italic) for paragraph in text.paragraphs)


def under(heading: tuple[Run, ...], paragraphs: Paragraphs) -> Paragraphs:
    """A heading with paragraphs one level below it, which keeps them on one slide."""
    lower = (replace(paragraph, level=min(paragraph.level + 1, _DEEPEST)) for paragraph in paragraphs)
    return (line(heading), *lower)


def _items(items: Iterable[Item], voice: Voice, bullet: Bullet, level: int) -> Iterator[TextParagraph]:
    for number, item in enumerate(items, 1):
        yield line(voice.rich(item.point), bullet, level, number)
        yield from _items(item.points, voice, "bullet", level + 1)


def _prose_line(paragraph: Paragraph, voice: Voice, italic: bool) -> TextParagraph:
    runs = voice.rich(paragraph.rich, italic=italic)
    return line(runs, _BULLETS[paragraph.kind], paragraph.level, max(1, paragraph.number))
