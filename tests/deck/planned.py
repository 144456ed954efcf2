"""Decks planned from a few lines of YAML, and what stands on their slides."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from diptych.deck.plan.deck import plan_deck
from diptych.deck.plan.runs import plain
from diptych.deck.template.design import own_design
from diptych.deck.values import (
    Deck,
    Group,
    Shape,
    Slide,
    TableShape,
    TextParagraph,
    TextShape,
)
from diptych.layout.load import load_layout
from diptych.material.prepare import prepare
from diptych.material.reader import read_material

ROOT = Path(__file__).parents[2]
LAYOUT = load_layout("classic")
HEAD = "title: A lesson\nlang: en-GB\n"


def planned(text: str, aspect: str = "16:9", folder: Path = ROOT) -> Deck:
    material = read_material(text)
    return plan_deck(prepare(material, folder, LAYOUT.labels(material.lang)), own_design(LAYOUT, aspect))


def lesson(content: str, front: str = "") -> str:
    """A lesson of one section; `content` is its list of blocks."""
    blocks = "".join(f"      {row}\n" for row in content.strip("\n").splitlines())
    return f"{HEAD}{front}sections:\n  - title: The section\n    content:\n{blocks}"


def taught(deck: Deck) -> list[Slide]:
    """The slides of the first section, without its divider."""
    return list(deck.sections[1].slides[1:])


def paragraphs(shape: Shape) -> Iterator[TextParagraph]:
    match shape:
        case TextShape():
            yield from shape.paragraphs
        case Group():
            for inner in shape.shapes:
                yield from paragraphs(inner)
        case TableShape():
            for row in shape.rows:
                for cell in row:
                    yield from cell.paragraphs if cell else ()


def words(slide: Slide) -> str:
    return "\n".join(plain(one.runs) for shape in slide.shapes for one in paragraphs(shape))


def notes(slide: Slide) -> str:
    return "\n".join(plain(one.runs) for one in slide.notes)


def body(slide: Slide, placeholder: str = "body") -> tuple[TextParagraph, ...]:
    found = (one for one in slide.shapes if isinstance(one, TextShape) and one.placeholder == placeholder)
    return next(found).paragraphs


def inside(shape: Shape) -> tuple[Shape, ...]:
    """The shape, or the shapes of a group."""
    return shape.shapes if isinstance(shape, Group) else (shape,)
