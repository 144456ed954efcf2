"""A paragraph too long for any slide is cut where a reader would pause: between sentences, else words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from diptych.deck.plan.runs import plain
from diptych.deck.values import Run, TextParagraph

_SENTENCE_END = re.compile(r"(?<=[.!?…])[”’»\")\]]*\s+")
_SPACE = re.compile(r"\s+")


def cut_paragraph(paragraph: TextParagraph, parts: int) -> tuple[TextParagraph, ...]:
    """The paragraph in at most so many pieces of nearly equal length; only the first has its bullet."""
    text = plain(paragraph.runs)
    places = [match.end() for match in _SENTENCE_END.finditer(text)]
    if len(places) < parts - 1:
        places = [match.end() for match in _SPACE.finditer(text)]
    cuts = sorted({0, len(text), *_nearest(places, len(text), parts)})
    pieces = [replace(paragraph, runs=slice_runs(paragraph.runs, *ends)) for ends in pairwise(cuts)]
    return (*pieces[:1], *(replace(piece, bullet="") for piece in pieces[1:]))


def slice_runs(runs: Sequence[Run], start: int, end: int) -> tuple[Run, ...]:
    """The runs between two places of their text, spaces at its ends taken off."""
    pieces = list(_slices(runs, start, end))
    if pieces:
        pieces[0] = replace(pieces[0], text=pieces[0].text.lstrip())
        pieces[-1] = replace(pieces[-1], text=pieces[-1].text.rstrip())
    return tuple(piece for piece in pieces if piece.text)


def sentences(runs: Sequence[Run]) -> tuple[tuple[Run, ...], ...]:
    """The runs sentence by sentence."""
    text = plain(runs)
    cuts = [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]
    return tuple(found for ends in pairwise(cuts) if (found := slice_runs(runs, *ends)))


def _slices(runs: Sequence[Run], start: int, end: int) -> Iterator[Run]:
    position = 0
    for run in runs:
        text = run.text[max(0, start - position) : max(0, end - position)]
        position += len(run.text)
        if text:
            yield replace(run, text=text)


def _nearest(places: Sequence[int], length: int, parts: int) -> Iterator[int]:
    """For each of the even cuts the place that comes closest."""
    for part in range(1, parts):
        if places:
            yield min(places, key=lambda place: abs(place - length * part / parts))
