"""What Microsoft's accessibility checker, and a reader without sight, would find in a finished deck.

The rules are those of Microsoft's "Rules for the Accessibility Checker", and of the guides that go beyond
it: link texts that make sense alone, real lists, and an order of reading that follows the eye.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from diptych.deck.values import Box
from diptych.material.finding_names import FindingName
from diptych.proof.boxes import box_of
from diptych.proof.inheritance import A, P, SheetFinder, Sheets, placeholder
from diptych.proof.opc import OpenPackage
from diptych.proof.slides import R
from diptych.proof.text_boxes import name_of

_P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_DEFAULT_NAME = re.compile(r"\s*|(default|untitled) section", re.IGNORECASE)
_FILE_NAME = re.compile(r"\s*\S+(\s\S+)?\.(png|jpe?g|svg|gif|webp|tiff?|bmp|emf|wmf|heic)\s*", re.IGNORECASE)
_NEEDLESS = re.compile(
    r"(an? )?(image|picture|photo|graphic|screenshot) of\b|(ein )?(bild|foto) (von|der|des)\b"
    r"|(une )?(image|photo) (de|du|des)\b|(una )?(imagen|foto) de\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"((click )?here|this|(this )?link|(read )?more|hier( klicken)?|mehr|(cliquez )?ici|lien|aquí|aqui|enlace"
    r"|(clicca )?qui|здесь|тут|klik hier)\W*",
    re.IGNORECASE,
)
_TYPED_MARK = re.compile(r"\s*([•▪◦‣∙]|[-*]\s)")
# Guides advise 150 characters, and more for pictures that teach; beyond these nobody listens to the end.
_LONGEST_ALT = 400
_FURNITURE = ("ftr", "sldNum", "dt")
_Rule = Callable[[Sheets], Iterator[str]]


class Fault(NamedTuple):
    """What is wrong on a slide (from 1), and how its author mends it."""

    slide: int
    words: str
    hint: str
    kind: FindingName


def author_faults(package: OpenPackage) -> list[Fault]:
    """What the author's own words break: file names for descriptions, names that tell nothing."""
    numbers = {name: number for number, name in enumerate(package.slides(), 1)}
    undescribed = (
        Fault(
            number,
            f"the description of `{name_of(shape)}` is a file name",
            "say what it shows in `alt:`",
            "file-name-as-alt-text",
        )
        for name, number in numbers.items()
        for shape, text in _described(package.tree(name))
        if _FILE_NAME.fullmatch(text)
    )
    return [*undescribed, *_nameless_sections(package)]


def author_remarks(package: OpenPackage) -> list[Fault]:
    """What the author could word better for those who do not see the slide."""
    rules: tuple[tuple[_Rule, str, FindingName], ...] = (
        (_pictures, "say in a sentence or two what one learns from it", "alt-text-wording"),
        (_links, "make the name of what it leads to the link", "vague-link"),
        (_typed_lists, "write them under `points:`, without marks", "typed-list"),
        (_empty_cells, "fill it, or take it out", "empty-cells"),
    )
    return [
        Fault(number, words, hint, kind)
        for rule, hint, kind in rules
        for number, words in _found(package, (rule,))
    ]


def accessibility_faults(package: OpenPackage) -> list[tuple[int, str]]:
    """What makes the deck harder to use than need be, with the slide's number from 1; the remarks too."""
    rules = (_silent_forms, _undeclared_spans, _reading_order, _unfilled)
    remarks = ((one.slide, one.words) for one in author_remarks(package))
    return [*remarks, *_found(package, rules), *_unsaid(package)]


def _found(package: OpenPackage, rules: Sequence[_Rule]) -> list[tuple[int, str]]:
    finder = SheetFinder(package)
    return [
        (number, fault)
        for number, name in enumerate(package.slides(), 1)
        for rule in rules
        for fault in rule(finder.of(name))
    ]


def _nameless_sections(package: OpenPackage) -> Iterator[Fault]:
    presentation = package.tree(package.related("", "officeDocument")[0])
    ids = [one.get("id") for one in presentation.iter(f"{P}sldId")]
    for section in presentation.iter(f"{_P14}section"):
        first = next(section.iter(f"{_P14}sldId"), None)
        if _DEFAULT_NAME.fullmatch(section.get("name", "")):
            number = ids.index(first.get("id")) + 1 if first is not None else 1
            told = f"`{section.get('name')}` is no name for a section"
            yield Fault(number, told, "name the section for what it teaches", "empty-heading")


def _described(tree: Any) -> Iterator[tuple[Any, str]]:
    """Every picture, table and group with its alternative text."""
    for shape in tree.iter(f"{P}pic", f"{P}graphicFrame", f"{P}grpSp"):
        properties = next(shape.iter(f"{P}cNvPr"), None)
        if properties is not None:
            yield shape, properties.get("descr", "")


def _pictures(sheets: Sheets) -> Iterator[str]:
    for shape, text in _described(sheets.slide):
        if shape.tag != f"{P}pic":
            continue
        if len(text) > _LONGEST_ALT:
            yield f"`{name_of(shape)}` is described in {len(text)} characters; {_LONGEST_ALT} are enough"
        if _NEEDLESS.match(text):
            yield f"the description of `{name_of(shape)}` need not say that it is a picture"


def _silent_forms(sheets: Sheets) -> Iterator[str]:
    """Forms without words that are neither described nor marked as decoration; groups speak for theirs."""
    for shape in sheets.slide.iterfind(f"{P}cSld/{P}spTree/{P}sp"):
        properties = next(shape.iter(f"{P}cNvPr"))
        decorative = any(mark.get("val") == "1" for mark in properties.iter(_DECORATIVE))
        if (
            placeholder(shape) is None
            and not _words(shape)
            and not decorative
            and not properties.get("descr")
        ):
            yield f"`{name_of(shape)}` is neither described nor marked as decoration"


def _links(sheets: Sheets) -> Iterator[str]:
    for paragraph in sheets.slide.iter(f"{A}p"):
        for target, runs in groupby(paragraph.iterfind(f"{A}r"), _target):
            text = "".join(run.findtext(f"{A}t") or "" for run in runs).strip()
            if target and _VAGUE.fullmatch(text):
                yield f"the link `{text}` does not say where it leads"


def _target(run: Any) -> str:
    """The id of what a run links to; empty where it is no link."""
    link = run.find(f"{A}rPr/{A}hlinkClick")
    return "" if link is None else str(link.get(f"{R}id", ""))


def _typed_lists(sheets: Sheets) -> Iterator[str]:
    """Points whose marks were typed: a screen reader does not tell of a list."""
    for body in sheets.slide.iter(f"{P}txBody"):
        rows = [_words(one) for one in body.iterfind(f"{A}p") if not _is_code(one)]
        typed = [bool(_TYPED_MARK.match(row)) for row in rows]
        row = next((row for row, pair in zip(rows, pairwise(typed), strict=False) if all(pair)), "")
        if row:
            yield f"the list that begins `{row[:30]}` has typed marks in place of `points:`"


def _empty_cells(sheets: Sheets) -> Iterator[str]:
    for rows in _tables(sheets):
        words = [[_words(cell) or _is_covered(cell) for cell in row] for row in rows]
        if any(not any(row) for row in words):
            yield "a table has an empty row"
        if any(not any(column) for column in zip(*words, strict=False)):
            yield "a table has an empty column"


def _undeclared_spans(sheets: Sheets) -> Iterator[str]:
    """Cells that span others which are not marked as covered."""
    for rows in _tables(sheets):
        places = [
            (line, column)
            for down, row in enumerate(rows)
            for across, cell in enumerate(row)
            if not _is_covered(cell)
            for line in range(down, down + int(cell.get("rowSpan", "1")))
            for column in range(across, across + int(cell.get("gridSpan", "1")))
            if (line, column) != (down, across)
        ]
        covered = {
            (line, i) for line, row in enumerate(rows) for i, one in enumerate(row) if _is_covered(one)
        }
        if sorted(places) != sorted(covered):
            yield "a table has cells that span others which are not marked as covered"


def _tables(sheets: Sheets) -> Iterator[list[list[Any]]]:
    """The cells of every table, row by row."""
    for table in sheets.slide.iter(f"{A}tbl"):
        yield [list(row.iterfind(f"{A}tc")) for row in table.iterfind(f"{A}tr")]


def _is_covered(cell: Any) -> bool:
    return bool(cell.get("hMerge") or cell.get("vMerge"))


def _reading_order(sheets: Sheets) -> Iterator[str]:
    """Shapes that are read before what stands right above them; anything read after footer and number."""
    shapes = [one for one in sheets.slide.iterfind(f"{P}cSld/{P}spTree/*") if _is_read(one)]
    last = [_is_furniture(one) for one in shapes]
    if last != sorted(last):
        yield f"`{name_of(shapes[last.index(True)])}` is read before the slide's own words"
    body = [(one, box) for one in shapes if not _is_furniture(one) and (box := box_of(one, sheets))]
    for (before, low), (after, high) in pairwise(body):
        if not _is_title(before) and high.bottom <= low.y and _in_one_column(low, high):
            yield f"`{name_of(before)}` is read before `{name_of(after)}`, which stands above it"


def _unfilled(sheets: Sheets) -> Iterator[str]:
    for shape in sheets.slide.iterfind(f"{P}cSld/{P}spTree/{P}sp"):
        if placeholder(shape) is not None and not _words(shape):
            yield f"the placeholder `{name_of(shape)}` is left empty"


def _unsaid(package: OpenPackage) -> Iterator[tuple[int, str]]:
    for number, name in enumerate(package.slides(), 1):
        if not any(_words(package.tree(one)) for one in package.related(name, "notesSlide")):
            yield number, "the slide has no speaker notes"


def _is_read(shape: Any) -> bool:
    properties = next(shape.iter(f"{P}cNvPr"), None)
    if properties is None or shape.tag in (f"{P}nvGrpSpPr", f"{P}cxnSp"):
        return False
    decorative = any(mark.get("val") == "1" for mark in properties.iter(_DECORATIVE))
    return not decorative and (shape.tag != f"{P}sp" or bool(_words(shape)))


def _is_furniture(shape: Any) -> bool:
    return _kind(shape) in _FURNITURE


def _is_title(shape: Any) -> bool:
    return _kind(shape) in ("title", "ctrTitle")


def _kind(shape: Any) -> str:
    mark = placeholder(shape)
    return "" if mark is None else str(mark.get("type", "obj"))


def _is_code(paragraph: Any) -> bool:
    return any(one.get("noProof") == "1" for one in paragraph.iter(f"{A}rPr"))


def _in_one_column(one: Box, other: Box) -> bool:
    """True where one stands mostly above or below the other."""
    shared = min(one.right, other.right) - max(one.x, other.x)
    return shared > min(one.width, other.width) / 2


def _words(element: Any) -> str:
    return "".join(text.text or "" for text in element.iter(f"{A}t")).strip()
