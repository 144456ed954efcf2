"""A paragraph too long for any slide is cut where a reader would pause: between sentences, else words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from diptych.deck.measure.sentences import sentence_starts
from diptych.deck.plan.runs import plain
from diptych.deck.values import Run, TextParagraph

# Spaces at which lines may break; in Chinese and Japanese, which set none, the comma.
_SPACE = re.compile(r"[ \t\n\u2000-\u2006\u2008-\u200b]+|[、，；]")
_WORD = re.compile(r"\S+")
# A sentence's end is taken where it is no further from an even cut than this share of a piece.
_NEAR = 0.5


def cut_paragraph(paragraph: TextParagraph, parts: int) -> tuple[TextParagraph, ...]:
    """The paragraph in at most so many pieces of nearly equal length; only the first has its bullet."""
    text = plain(paragraph.runs)
    cuts = sorted({0, len(text), *_cuts(text, parts)})
    pieces = [replace(paragraph, runs=slice_runs(paragraph.runs, *ends)) for ends in pairwise(cuts)]
    return (*pieces[:1], *(replace(piece, bullet="") for piece in pieces[1:]))


def slice_runs(runs: Sequence[Run], start: int, end: int) -> tuple[Run, ...]:
    """The runs between two places of their text, spaces at its ends taken off."""
    pieces = list(run_slices(runs, start, end))
    if pieces:
        pieces[0] = replace(pieces[0], text=pieces[0].text.lstrip())
        pieces[-1] = replace(pieces[-1], text=pieces[-1].text.rstrip())
    return tuple(piece for piece in pieces if piece.text)


def sentences(runs: Sequence[Run]) -> tuple[tuple[Run, ...], ...]:
    """The runs sentence by sentence."""
    text = plain(runs)
    cuts = [0, *sentence_starts(text), len(text)]
    return tuple(found for ends in pairwise(cuts) if (found := slice_runs(runs, *ends)))


def first_words(paragraphs: Sequence[TextParagraph], count: int) -> tuple[TextParagraph, ...]:
    """The paragraphs up to so many words."""
    kept: list[TextParagraph] = []
    for paragraph in paragraphs:
        ends = [match.end() for match in _WORD.finditer(plain(paragraph.runs))][:count]
        if ends:
            kept.append(replace(paragraph, runs=slice_runs(paragraph.runs, 0, ends[-1])))
        count -= len(ends)
    return tuple(kept)


def run_slices(runs: Sequence[Run], start: int, end: int) -> Iterator[Run]:
    """The runs between two places of their text, as they stand there."""
    position = 0
    for run in runs:
        text = run.text[max(0, start - position) : max(0, end - position)]
        position += len(run.text)
        if text:
            yield replace(run, text=text)


def _cuts(text: str, parts: int) -> Iterator[int]:
    """For each of the even cuts the nearest sentence, else the nearest word, else the place itself."""
    starts, spaces = sentence_starts(text), [match.end() for match in _SPACE.finditer(text)]
    piece = len(text) / parts
    for part in range(1, parts):
        even = round(piece * part)
        for places, near in ((starts, _NEAR), (spaces, 1.0)):
            nearest = min(places, key=lambda place: abs(place - even), default=None)
            if nearest is not None and abs(nearest - even) <= near * piece:
                yield nearest
                break
        else:
            yield even
