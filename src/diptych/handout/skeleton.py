"""What of a block is given to learners who write the rest themselves: the less, the better they remember.

Outlines that say little help more than those that say much (Bellinger and DeCaro 2019, Quarterly Journal of
Experimental Psychology 72).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from diptych.material.blocks import (
    Activity,
    AnyBlock,
    Callout,
    Cell,
    Chart,
    Code,
    Comparison,
    Definition,
    Figure,
    Formula,
    Map,
    NotesSpace,
    Points,
    QrCode,
    Quote,
    SideBySide,
    SourceExtract,
    Steps,
    Table,
    Text,
    Timeline,
)
from diptych.material.document import Document
from diptych.material.markup import Paragraph, Prose, Rich, Span

_SENTENCE = re.compile(r"(?<![\s.]\w)[.!?…][\"'’”»)]*\s+(?=[^\W\d_a-zà-ÿа-я])")
_NOTHING = Rich()
_SHORTEST = 25  # characters: less is hardly a sentence, but an abbreviation


@dataclass(frozen=True)
class Skeleton:
    """What is printed of a block, and the ruled lines after it.

    `head` and `label` (a name in the labels, with `values`) stand above, `points` one by one below, each
    with as many lines as `after_each` says. `headings` are those of columns to fill. `whole` is a block to
    print by its own template.
    """

    label: str = ""
    values: dict[str, str] = field(default_factory=dict)
    head: Rich = Rich()
    points: tuple[Rich, ...] = ()
    numbered: bool = False
    after_each: int = 0
    headings: tuple[Rich, ...] = ()
    whole: AnyBlock | None = None
    lines: int = 2


def skeleton(block: AnyBlock, document: Document) -> Skeleton | None:
    """The skeleton of a block; none of questions and of what only parts pages."""
    points = block.slide
    match block:
        case Text():
            return _listed(points or tuple(_gist(block.text, block.assertion)))
        case Points():
            return _listed(points or tuple(item.point for item in block.points))
        case Steps():
            return Skeleton(points=tuple(item.point for item in block.steps), numbered=True)
        case Callout(kind="warning"):
            return Skeleton(whole=block, lines=0)
        case Callout():
            given = points or (() if block.title else tuple(_gist(block.callout, block.assertion)))
            return Skeleton(label=block.kind, head=block.title, points=given, lines=2)
        case Definition():
            return Skeleton(label="term", head=block.definition, lines=3)
        case SourceExtract():
            source = document.source(block.source)
            letter = {"label": document.numbering.source(source.id)}
            return Skeleton(label="source", values=letter, head=source.title, points=points, lines=4)
        case Activity():
            return Skeleton(label="activity", head=block.activity, lines=max(block.lines, 2))
        case NotesSpace():
            return Skeleton(head=block.prompt, lines=block.notes_space)
        case Comparison():
            rows = max(len(column.points) for column in block.columns)
            headings = tuple(column.heading for column in block.columns)
            return Skeleton(head=block.comparison, headings=headings, lines=rows + 1)
        case SideBySide():
            return _columns(block)
        case Formula():
            return Skeleton(whole=block, lines=1)
        case Figure() | Chart() | Map() | Table() | Timeline() | Quote() | Code() | QrCode():
            return Skeleton(
                whole=_lean(block, document), lines=0 if isinstance(block, Table | Timeline) else 2
            )
    return None


def bare(text: Rich) -> Rich:
    """The words without footnotes, citations and links, which a page for notes has no room for."""
    kept: list[Span] = []
    for span in text.spans:
        if span.note is None and not span.cites:
            kept.append(replace(span, link=""))
        elif kept and kept[-1].text.endswith((" ", "\u00a0")):
            kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return replace(text, spans=tuple(kept))


def bare_prose(prose: Prose) -> Prose:
    """The same of several paragraphs."""
    return replace(prose, paragraphs=tuple(replace(one, rich=bare(one.rich)) for one in prose.paragraphs))


def _listed(points: tuple[Rich, ...]) -> Skeleton:
    """Points with room below each, and more where they are few."""
    return Skeleton(points=points, after_each=2 if len(points) < 4 else 1, lines=1)


def _columns(block: SideBySide) -> Skeleton:
    """The headings of columns with room below; where they have none, what each begins with."""
    if all(column.heading for column in block.side_by_side):
        rows = max(len(column.points) or 3 for column in block.side_by_side)
        return Skeleton(headings=tuple(column.heading for column in block.side_by_side), lines=rows + 1)
    points = ((*_gist(column.text), *(item.point for item in column.points)) for column in block.side_by_side)
    return _listed(tuple(one for group in points for one in group))


def _lean(
    block: Figure | Chart | Map | Table | Timeline | Quote | Code | QrCode, document: Document
) -> AnyBlock:
    """Without what learners can write themselves: all but a table's first column, what events were about."""
    match block:
        case Figure():
            return block if block.size == "small" else replace(block, size="medium")
        case Table():
            return replace(block, rows=tuple(_first_cells(block)), credit=None)
        case Timeline():
            events = block.events or document.material.timeline
            return replace(block, events=tuple(replace(one, about=Rich()) for one in events))
    return block


def _first_cells(table: Table) -> Iterator[tuple[Cell, ...]]:
    """The rows with all cells empty but those of the first column."""
    covered = 0
    for row in table.rows:
        kept, covered = (0, covered - 1) if covered else (1, row[0].rowspan - 1 if row else 0)
        empty = (replace(cell, cell=Rich()) for cell in row[kept:])
        yield (*row[:kept], *empty)


def _gist(prose: Prose, assertion: Rich = _NOTHING) -> Iterator[Rich]:
    """What prose comes to: its assertion, else the first sentence of each paragraph and the points of lists.

    Paragraphs with gaps are given whole: their author has marked what is to be written.
    """
    gaps = [paragraph for paragraph in prose.paragraphs if any(span.gap for span in paragraph.rich.spans)]
    if assertion and not gaps:
        yield assertion
        return
    for paragraph in prose.paragraphs:
        if paragraph in gaps:
            yield paragraph.rich
        elif paragraph.level == 0 and not (gaps and assertion):
            yield _opening(paragraph)


def _opening(paragraph: Paragraph) -> Rich:
    """The first sentence of a paragraph; the whole of an item of a list."""
    words = paragraph.rich
    if paragraph.kind != "text":
        return words
    ends = (match.end() for match in _SENTENCE.finditer(words.plain()) if match.end() > _SHORTEST)
    return _cut(words, next(ends, len(words.plain())))


def _cut(text: Rich, length: int) -> Rich:
    """The first so many characters."""
    spans: list[Span] = []
    for span in text.spans:
        if length <= 0:
            break
        spans.append(
            replace(span, text=span.text[:length].rstrip() if length < len(span.text) else span.text)
        )
        length -= len(span.text)
    return replace(text, spans=tuple(spans))
