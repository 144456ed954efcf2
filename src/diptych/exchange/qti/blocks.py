"""Paragraphs and lists as XHTML. QTI's numbered lists begin with 1; others say their numbers themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, takewhile

from diptych.exchange.qti.elements import Element, qti
from diptych.material.markup import Paragraph, Rich

Write = Callable[[Rich], Iterable[Element | str]]


def blocks(paragraphs: Sequence[Paragraph], write: Write) -> list[Element]:
    """Every paragraph as `p`, neighbouring items as one list; `write` writes what stands inside."""
    made: list[Element] = []
    for is_list, group in groupby(paragraphs, _in_list):
        row = list(group)
        made += _lists(row, write) if is_list else [qti("p", *write(one.rich)) for one in row]
    return made


def _in_list(paragraph: Paragraph) -> bool:
    return paragraph.kind != "text" or paragraph.level > 0


def _lists(paragraphs: Sequence[Paragraph], write: Write) -> Iterator[Element]:
    for numbered, group in groupby(_items(paragraphs), lambda item: item[0].kind == "number"):
        items = list(group)
        first = items[0][0].number
        if numbered and first != 1:
            yield from (qti("div", f"{item[0].number}. ", *_inside(item, write)) for item in items)
        else:
            yield qti("ol" if numbered else "ul", *(qti("li", *_inside(item, write)) for item in items))


def _items(paragraphs: Sequence[Paragraph]) -> Iterator[Sequence[Paragraph]]:
    """The items of the outermost list, each with what stands below it."""
    level = paragraphs[0].level
    starts = [index for index, one in enumerate(paragraphs) if one.kind != "text" and one.level <= level]
    for start, end in zip(starts, [*starts[1:], len(paragraphs)], strict=True):
        yield paragraphs[start:end]


def _inside(item: Sequence[Paragraph], write: Write) -> Iterator[Element | str]:
    """An item's words, its further lines, and the lists below it."""
    yield from write(item[0].rich)
    lines = list(takewhile(lambda one: one.kind == "text", item[1:]))
    for line in lines:
        yield qti("br")
        yield from write(line.rich)
    below = item[1 + len(lines) :]
    if below:
        yield from _lists(below, write)
