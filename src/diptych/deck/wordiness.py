"""How many words an audience has to read on a slide."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.deck.values import Group, Shape, Slide, TableShape, TextParagraph, TextShape

# Guides for teachers advise 40 words and less; from so many on, people read and no longer listen.
MOST_WORDS = 60


def words_shown(slide: Slide) -> int:
    """The words of the slide's texts and tables; its title and lines of programs are not counted."""
    texts = (one for shape in slide.shapes[1:] for one in _paragraphs(shape))
    lines = ("".join(run.text for run in one.runs) for one in texts if not one.verbatim)
    return sum(any(map(str.isalnum, word)) for line in lines for word in line.split())


def _paragraphs(shape: Shape) -> Iterator[TextParagraph]:
    if isinstance(shape, TextShape):
        yield from shape.paragraphs
    elif isinstance(shape, Group):
        for one in shape.shapes:
            yield from _paragraphs(one)
    elif isinstance(shape, TableShape):
        for cell in (cell for row in shape.rows for cell in row if cell):
            yield from cell.paragraphs
