"""What must agree inside a source that is well-formed: keys, ids, answers, columns, minutes."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from diptych.material.answers import right_options
from diptych.material.blocks import (
    AnyBlock,
    Chart,
    Code,
    Comparison,
    Exercise,
    Figure,
    Map,
    NotesSpace,
    PageBreak,
    Question,
    SideBySide,
    SlideBreak,
    SourceExtract,
    Table,
    Timeline,
)
from diptych.material.charts.checks import check_chart
from diptych.material.exercises import DRAWN_FROM, LEAST, source_of
from diptych.material.fields import Node
from diptych.material.findings import Finding
from diptych.material.limits import MAX_CELLS, MAX_CHOICES, MAX_COLUMNS, MAX_ROWS
from diptych.material.links import link_problem
from diptych.material.maps.checks import check_map
from diptych.material.markup import Rich
from diptych.material.model import Material
from diptych.material.numbering import all_blocks
from diptych.material.picture_checks import check_figure
from diptych.material.program_lines import check_code
from diptych.material.section_checks import check_sections
from diptych.material.wording import listed

# What would part an id in HTML, CSS, links or file formats.
_NO_ID = re.compile(r"[\s\"'<>\\\[\](){};]")

# What holds no texts.
_PLAIN = (str, int, type)


def check(material: Material) -> tuple[Finding, ...]:
    """Every finding about the material as a whole, in the order of the file."""
    findings = [
        *_check_ids(material),
        *_check_citations_and_links(material),
        *_check_references(material),
        *check_sections(material),
    ]
    for block in all_blocks(material.sections):
        findings += _check_block(block, material)
    return tuple(sorted(findings, key=lambda finding: finding.place))


def texts_of(value: Any) -> Iterator[Rich]:
    """Every marked-up text inside a value, footnotes too, in the order of the model."""
    if isinstance(value, Rich):
        yield value
        for span in value.spans:
            if span.note:
                yield from texts_of(span.note)
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_of(item)
    elif not isinstance(value, _PLAIN) and dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from texts_of(getattr(value, field.name))


def _check_ids(material: Material) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for node in _named(material):
        name = getattr(node, "id", "")
        if _NO_ID.search(name):
            hint = "write it with letters, digits, hyphens and points"
            yield Finding(node.place, f"the id `{name}` holds what no link can name", hint, kind="bad-id")
        if name in seen:
            message = f"the id `{name}` is taken already, in line {seen[name]}"
            yield Finding(node.place, message, "choose another", kind="id-taken")
        elif name:
            seen[name] = node.place.line


def _named(value: Any) -> Iterator[Node]:
    """Every node that may carry an id."""
    if isinstance(value, tuple):
        for item in value:
            yield from _named(item)
    elif isinstance(value, Node):
        if getattr(value, "id", ""):
            yield value
        for field in dataclasses.fields(value):
            yield from _named(getattr(value, field.name))


def _check_citations_and_links(material: Material) -> Iterator[Finding]:
    keys = [reference.id for reference in material.references]
    ids = [getattr(node, "id", "") for node in _named(material)]
    for rich in texts_of(material):
        for span in rich.spans:
            for cite in span.cites:
                # What files of references hold is told with them.
                if cite.key not in keys and not material.bibliography:
                    message = f"`[@{cite.key}]` cites no entry of `references`"
                    yield Finding(rich.place, message, _closest(cite.key, keys), kind="unknown-citation")
            if span.link.startswith("#") and span.link[1:] not in ids:
                message = f"the link `{span.link}` leads to no id of this source"
                yield Finding(rich.place, message, _closest(span.link[1:], ids), kind="dead-link")


def _check_references(material: Material) -> Iterator[Finding]:
    for reference in material.references:
        problem = link_problem(reference.URL) if reference.URL else ""
        if problem:
            yield Finding(reference.place, problem, "write https://…", kind="bad-address")


def _check_block(block: AnyBlock, material: Material) -> Iterator[Finding]:
    if isinstance(block, NotesSpace | PageBreak | SlideBreak):
        for name in ("assertion", "slide", "notes"):
            if getattr(block, name):
                message = f"`{name}` has no meaning here: this block has no slide"
                yield Finding(
                    block.place, message, "give it to the block before or after", kind="key-without-effect"
                )
    if isinstance(block, Question):
        yield from _check_question(block)
    elif isinstance(block, Exercise):
        yield from _check_exercise(block, material)
    elif isinstance(block, Table):
        yield from _check_table(block)
    elif isinstance(block, Figure):
        yield from check_figure(block)
    elif isinstance(block, Map):
        yield from check_map(block, material)
    elif isinstance(block, Chart):
        yield from check_chart(block, block.lang or material.lang)
    elif isinstance(block, SourceExtract):
        ids = [source.id for source in material.sources]
        if block.source not in ids:
            message = f"`source: {block.source}` names no entry of `sources`"
            yield Finding(block.place, message, _closest(block.source, ids), kind="unknown-source")
    elif isinstance(block, Comparison) and not 2 <= len(block.columns) <= 4:
        message = f"a comparison has two to four columns, and this has {len(block.columns)}"
        yield Finding(block.place, message, kind="number-of-columns")
    elif isinstance(block, SideBySide):
        yield from _check_columns(block)
    elif isinstance(block, Code):
        yield from check_code(block)
    elif isinstance(block, Timeline) and not (block.events or block.eras or material.timeline):
        message = "there are no events: neither here nor in the document's `timeline`"
        hint = "give `events:` or `eras:` here, or `timeline:` at the top"
        yield Finding(block.place, message, hint, kind="too-few-facts")


def _check_exercise(block: Exercise, material: Material) -> Iterator[Finding]:
    known, wanted = DRAWN_FROM[block.exercise], source_of(block)
    if wanted not in known:
        message = f"`exercise: {block.exercise}` cannot be drawn from `{wanted}`"
        yield Finding(block.place, message, f"draw it from {listed(known, 'or')}", kind="exercise-facts")
        return
    count = len(getattr(material, wanted))
    if count < LEAST:
        message = f"`exercise: {block.exercise}` needs at least {LEAST} entries of `{wanted}`, not {count}"
        yield Finding(block.place, message, f"add some at the top, under `{wanted}:`", kind="too-few-facts")
    for name, least in (("count", LEAST), ("options", 2)):
        value = getattr(block, name)
        if value and value < least and not (name == "count" and block.exercise == "quiz"):
            yield Finding(
                block.place,
                f"`{name}: {value}` is too few",
                f"write {least} or more",
                kind="number-out-of-range",
            )


def _check_columns(block: SideBySide) -> Iterator[Finding]:
    count = len(block.side_by_side)
    if count not in (2, 3):
        message = f"`side_by_side` has two or three columns, and this has {count}"
        yield Finding(block.place, message, "write one list entry for each column", kind="number-of-columns")
    for column in block.side_by_side:
        if not column.text and not column.points:
            yield Finding(
                column.place, "this column has no words", "give it `text:` or `points:`", kind="empty-heading"
            )


_NEEDS = {
    "multiple_choice": ("options", 2),
    "matching": ("pairs", 2),
    "ordering": ("order", 2),
}


def _check_question(question: Question) -> Iterator[Finding]:
    for kind, (key, least) in _NEEDS.items():
        count = len(getattr(question, key))
        if question.kind == kind and count < least:
            yield Finding(
                question.place,
                f"a {kind} question needs `{key}`, at least {least} of them",
                kind="question-parts",
            )
        if count > MAX_CHOICES:
            message = f"a question has up to {MAX_CHOICES} entries of `{key}`, and this has {count:,}"
            yield Finding(question.place, message, "make several questions of it", kind="too-much")
        if question.kind != kind and count:
            message = f"`{key}` belongs to a {kind} question, and this is a {question.kind} question"
            yield Finding(question.place, message, "write each question of one kind", kind="question-parts")
    gaps = any(span.gap for paragraph in question.question.paragraphs for span in paragraph.rich.spans)
    if question.kind == "cloze" and not gaps:
        yield Finding(
            question.place, "a cloze question has no gap", "mark words so: [word]{gap}", kind="no-gaps"
        )
    if question.word_bank and question.kind != "cloze":
        yield Finding(question.place, "`word_bank` belongs to a cloze question", kind="question-parts")
    if question.kind == "multiple_choice" and question.options:
        yield from _check_answer(question)


def _check_answer(question: Question) -> Iterator[Finding]:
    if question.answer and not right_options(question):
        last = chr(ord("A") + len(question.options) - 1)
        message = f"`answer: {question.answer.plain()}` is none of the options"
        yield Finding(
            question.answer.place,
            message,
            f"write a letter from A to {last}, or several: A, C",
            kind="answer-not-an-option",
        )


def _check_table(table: Table) -> Iterator[Finding]:
    columns = len(table.header)
    rows = len(table.rows)
    if columns > MAX_COLUMNS or rows > MAX_ROWS or rows * columns > MAX_CELLS:
        hint = f"part it: up to {MAX_ROWS} rows, {MAX_COLUMNS} columns and {MAX_CELLS:,} cells"
        yield Finding(
            table.place,
            f"a table of {rows:,} rows and {columns:,} columns is too large",
            hint,
            kind="too-much",
        )
        return
    for name, values in (("align", table.align), ("widths", table.widths)):
        if values and len(values) != columns:
            message = f"`{name}` has {len(values)} entries, and the header has {columns} columns"
            yield Finding(table.place, message, "give one for each column", kind="table-shape")
    nowhere = [cell for row in table.rows for cell in row if not (cell.colspan and cell.rowspan)]
    if nowhere:
        message = "a cell covers one column and one row at least"
        yield Finding(nowhere[0].place, message, "write spans of 1 or more", kind="table-shape")
        return
    if any(width < 1 for width in table.widths):
        yield Finding(
            table.place, "a width of 0 hides a column", "give shares of 1 or more", kind="table-shape"
        )
    covered = [0] * columns
    for index, row in enumerate(table.rows, 1):
        width = sum(cell.colspan for cell in row) + sum(count > 0 for count in covered)
        if width != columns:
            place = row[0].place if row else table.place
            message = f"row {index} has {width} cells, and the header has {columns} columns"
            yield Finding(place, message, 'write "" for an empty cell', kind="table-shape")
            return
        covered = _cover(covered, row)
    if any(count > 0 for count in covered):
        yield Finding(table.place, "a `rowspan` reaches below the last row", kind="table-shape")


def _cover(covered: list[int], row: tuple[Any, ...]) -> list[int]:
    """How many rows below each column is still covered by a cell of this or an earlier row."""
    left = [max(count - 1, 0) for count in covered]
    free = [index for index, count in enumerate(covered) if count == 0]
    for cell in row:
        for _ in range(cell.colspan):
            if free:
                left[free.pop(0)] = cell.rowspan - 1
    return left


def _closest(word: str, known: list[str]) -> str:
    close = get_close_matches(word, known, n=1, cutoff=0.5)
    if close:
        return f"did you mean `{close[0]}`?"
    return f"there are {listed(known[:8], 'and')}" if known else "there are none yet"
