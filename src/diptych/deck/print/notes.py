"""Speaker notes on paper: running text with lists, bold and links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from diptych.deck.print.canvas import Canvas
from diptych.deck.print.runs import run_html
from diptych.deck.template.masters import notes_area
from diptych.deck.values import TextParagraph


def notes_html(notes: Sequence[TextParagraph], canvas: Canvas) -> str:
    """The notes as paragraphs and lists that flow; empty where there are none."""
    filled = [one for one in notes if one.runs]
    groups = groupby(filled, key=lambda one: bool(one.bullet))
    return "".join(
        _list(list(group), canvas) if listed else "".join(f"<p>{_words(one, canvas)}</p>" for one in group)
        for listed, group in groups
    )


def _list(items: Sequence[TextParagraph], canvas: Canvas) -> str:
    """A list, with what is deeper than its first item inside the item before."""
    tag, start = "ul", ""
    if items[0].bullet == "number":
        tag, start = "ol", f' start="{items[0].number}"' if items[0].number != 1 else ""
    return f"<{tag}{start}>{''.join(_items(items, canvas))}</{tag}>"


def _items(items: Sequence[TextParagraph], canvas: Canvas) -> Iterator[str]:
    heads = [index for index, one in enumerate(items) if not index or one.level <= items[0].level]
    for start, end in zip(heads, [*heads[1:], len(items)], strict=True):
        inner = _list(items[start + 1 : end], canvas) if end > start + 1 else ""
        yield f"<li>{_words(items[start], canvas)}{inner}</li>"


def _words(one: TextParagraph, canvas: Canvas) -> str:
    area = notes_area()
    # The colours of slides are made for their grounds, not for paper.
    written = (run_html(run, area, canvas, coloured=False) for run in one.runs)
    return "".join(written).replace("\n", "<br>")
