"""Paragraphs and lists become HTML. A list item holds text and lists only, as tagged PDF requires."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from markupsafe import Markup

from diptych.material.blocks import Item
from diptych.material.markup import Paragraph, Prose, Rich

Write = Callable[[Rich], Markup]


def prose_html(prose: Prose, write: Write) -> Markup:
    """Every paragraph as `<p>`, neighbouring items as one list."""
    parts = [
        _list(list(group), write) if is_list else Markup("").join(_paragraph(one, write) for one in group)
        for is_list, group in groupby(prose.paragraphs, _in_list)
    ]
    return Markup("\n").join(parts)


def items_html(items: Sequence[Item], tag: str, write: Write) -> Markup:
    """Points as a list, those below them as lists inside; `tag` is `ul` or `ol`."""
    entries = Markup("").join(
        Markup("<li>{}{}</li>").format(
            write(item.point), items_html(item.points, "ul", write) if item.points else ""
        )
        for item in items
    )
    return Markup("<{0}>{1}</{0}>").format(Markup(tag), entries)


def _in_list(paragraph: Paragraph) -> bool:
    return paragraph.kind != "text" or paragraph.level > 0


def _paragraph(paragraph: Paragraph, write: Write) -> Markup:
    return Markup("<p>{}</p>").format(write(paragraph.rich))


def _list(paragraphs: list[Paragraph], write: Write) -> Markup:
    """Lists of one level; a change of kind begins a new list."""
    level = paragraphs[0].level
    lists: list[tuple[Paragraph, list[Markup]]] = []
    position = 0
    while position < len(paragraphs):
        first = paragraphs[position]
        end = _end_of_item(paragraphs, position, level)
        item = Markup("<li>{}{}</li>").format(
            write(first.rich), _below(paragraphs[position + 1 : end], write)
        )
        if not lists or lists[-1][0].kind != first.kind:
            lists.append((first, []))
        lists[-1][1].append(item)
        position = end
    return Markup("").join(_tagged(first, items) for first, items in lists)


def _end_of_item(paragraphs: list[Paragraph], position: int, level: int) -> int:
    end = position + 1
    while end < len(paragraphs) and (paragraphs[end].level > level or paragraphs[end].kind == "text"):
        end += 1
    return end


def _below(paragraphs: list[Paragraph], write: Write) -> Markup:
    """What follows an item's first words: further lines, then lists."""
    lines = Markup("")
    while paragraphs and paragraphs[0].kind == "text":
        lines += Markup("<br>{}").format(write(paragraphs[0].rich))
        paragraphs = paragraphs[1:]
    return lines + _list(paragraphs, write) if paragraphs else lines


def _tagged(first: Paragraph, items: list[Markup]) -> Markup:
    joined = Markup("").join(items)
    if first.kind != "number":
        return Markup("<ul>{}</ul>").format(joined)
    start = Markup(' start="{}"').format(first.number) if first.number != 1 else Markup("")
    return Markup("<ol{}>{}</ol>").format(start, joined)
