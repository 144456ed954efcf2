"""Drafts become slides: titles told apart, keys given, links led to the slides they mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from diptych.deck.measure.heights import narrowed
from diptych.deck.measure.phrases import balanced
from diptych.deck.plan.footers import footer_text
from diptych.deck.plan.links import relinked
from diptych.deck.plan.runs import plain
from diptych.deck.plan.studio import Draft, Studio
from diptych.deck.plan.titles import numbered_titles, title_shape
from diptych.deck.values import Run, Shape, Slide, SlideSection, TextShape

NamedDrafts = Sequence[tuple[str, Sequence[Draft]]]


def finished_sections(studio: Studio, named: NamedDrafts) -> tuple[SlideSection, ...]:
    """The deck's sections with finished slides, in order; sections without slides are left out."""
    drafts = [draft for _, group in named for draft in group]
    titles = list(numbered_titles(studio, drafts))
    slides = iter(_slides(studio, drafts, titles))
    groups = [(name, [next(slides) for draft in group for _ in draft.content.parts]) for name, group in named]
    names = _unique([name for name, group in groups if group])
    filled = (tuple(group) for _, group in groups if group)
    return tuple(SlideSection(name, group) for name, group in zip(names, filled, strict=True))


def _slides(
    studio: Studio, drafts: Sequence[Draft], titles: Sequence[tuple[tuple[Run, ...], ...]]
) -> Iterator[Slide]:
    keys = {name: f"slide-{number}" for number, draft in enumerate(drafts, 1) for name in draft.names}
    for number, (draft, own) in enumerate(zip(drafts, titles, strict=True), 1):
        for part, title in enumerate(own):
            slide = _slide(studio, draft, part, title, max(own, key=lambda runs: len(plain(runs))))
            key = f"slide-{number}" + (f"-{part + 1}" if part else "")
            yield relinked(replace(slide, key=key), keys)


def _slide(
    studio: Studio, draft: Draft, part: int, title: tuple[Run, ...], longest: tuple[Run, ...]
) -> Slide:
    heading, layout = title_shape(studio, draft, title, longest), draft.content.layout
    return Slide(
        key="",
        layout=layout,
        title=plain(title).replace("\u00a0", " "),
        shapes=tuple(_balanced(studio, layout, one) for one in (heading, *draft.content.parts[part])),
        notes=draft.later_notes if part else draft.notes,
        footer=footer_text(studio, layout, draft.footer),
        hidden=draft.hidden,
        shows=draft.shows,
        place=draft.place,
    )


def _balanced(studio: Studio, layout: str, one: Shape) -> Shape:
    """The shape, with words in the type of headlines broken into lines of like length."""
    if not isinstance(one, TextShape) or not one.placeholder:
        return one
    area = studio.area(layout, one.placeholder)
    if area.font != "heading":
        return one
    placed = narrowed(area, one.box)
    return replace(one, paragraphs=tuple(balanced(each, placed, studio.fonts) for each in one.paragraphs))


def _unique(names: Sequence[str]) -> list[str]:
    """The names with a number behind those that came before: sections are told apart by name."""
    found: list[str] = []
    for name in names:
        count, one = 1, name
        while one in found:
            count += 1
            one = f"{name} ({count})"
        found.append(one)
    return found
