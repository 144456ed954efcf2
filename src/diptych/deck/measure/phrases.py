"""Headlines in Chinese and Japanese are broken into lines of like length, between phrases if there are any.

These languages set no spaces, so that programs break their lines after any character and may leave one alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from diptych.deck.design.slide_layouts import Area
from diptych.deck.measure.balance import divide
from diptych.deck.measure.cut import run_slices
from diptych.deck.measure.fonts import Fonts
from diptych.deck.measure.heights import paragraph_lines, paragraph_words, room_for
from diptych.deck.measure.wrap import Word
from diptych.deck.plan.runs import plain
from diptych.deck.values import Run, TextParagraph
from diptych.material.phrases import end_at

_LETTER = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]")
# What a line end costs there, where empty room costs its share of the line squared.
_AT_MARK, _AT_PHRASE, _ANYWHERE = 0.0, 0.03, 0.12


def balanced(paragraph: TextParagraph, area: Area, fonts: Fonts) -> TextParagraph:
    """The paragraph with line breaks that make its lines alike; as it is in other scripts or on one line."""
    text = plain(paragraph.runs)
    if paragraph.bullet or "\n" in text or len(_LETTER.findall(text)) * 2 < len(text):
        return paragraph
    count = paragraph_lines(paragraph, area, fonts)
    if count < 2:
        return paragraph
    found = _cuts(text, paragraph_words(paragraph, area, fonts), room_for(paragraph, area), count)
    return replace(paragraph, runs=tuple(_broken(paragraph.runs, found))) if found else paragraph


def _cuts(text: str, words: Sequence[Word], room: float, count: int) -> list[int]:
    """Where the lines but the last end, in characters; nothing where no such lines fit."""
    places = [0, *accumulate(word.length for word in words)]

    def cost(start: int, end: int) -> float | None:
        width = sum(word.width + word.space for word in words[start:end]) - words[end - 1].space
        if width > room:
            return None
        return (1 - width / room) ** 2 + _price(text, places[end])

    ranges = divide(len(words), cost, count) or []
    return [places[end] for _, end in ranges[:-1]]


def _price(text: str, place: int) -> float:
    prices = {"mark": _AT_MARK, "phrase": _AT_PHRASE, "": _ANYWHERE}
    return prices[end_at(text, place)]


def _broken(runs: Sequence[Run], cuts: Sequence[int]) -> Iterator[Run]:
    """The runs with a line break after each cut."""
    ends = [0, *cuts, len(plain(runs))]
    for start, end in pairwise(ends):
        *first, last = run_slices(runs, start, end)
        yield from first
        yield replace(last, text=f"{last.text.rstrip()}\n") if end != ends[-1] else last
