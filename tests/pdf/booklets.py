"""Small pages for booklets, and where things stand on the sides of a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import outloud
import pypdfium2  # type: ignore[import-untyped]

from diptych.layout.load import load_layout
from diptych.material.findings import Finding
from diptych.material.place import NOWHERE, Place
from diptych.pdf.assets import Assets
from diptych.pdf.typeset import typeset

LAYOUT = load_layout("classic")
A4, LETTER = (297.0, 210.0), (279.4, 215.9)
A5, HALF_LETTER, POINTS = "148mm 210mm", "139.7mm 215.9mm", "400pt 600pt"
# Two pages of 400 by 600 pt, in mm.
SHEET_OF_POINTS = (800 * 25.4 / 72, 600 * 25.4 / 72)
GROUND = "height: 60pt; background: linear-gradient(to right, red, blue) 3pt 5pt / 20pt 20pt"
CHAPTERS = (
    '<h1 id="start">Start</h1><p>Go to <a href="#words">words</a> or <a href="#end">the end</a>.</p>'
    f'<div style="{GROUND}"></div>',
    "<h2>Lists</h2><ul><li>first thing</li><li>second thing</li></ul><p><b>Bold</b> and <i>slanted</i></p>",
    '<h2 id="words">Words</h2><p>A <a href="https://example.org/">site</a> elsewhere.</p>'
    f'<div style="{GROUND}"></div>',
    "<h2>Table</h2><table><tr><th>Metal</th><th>Flame</th></tr><tr><td>Copper</td><td>green</td></tr></table>",
    '<h2 id="end">The end</h2><p>Back to the <a href="#start">Start</a>.</p>',
)


class Nowhere:
    """A document whose words have no place in a source."""

    def of_missing(self, characters: Sequence[str]) -> tuple[Finding, ...]:
        return tuple(Finding(NOWHERE, f"no font has `{one}`", kind="missing-glyph") for one in characters)

    def of_picture(self, path: str) -> Place:
        return NOWHERE


def pages(chapters: tuple[str, ...], size: str = A5, css: str = "") -> bytes:
    """A PDF with every chapter on a page of its own."""
    style = (
        f"@page {{ size: {size}; margin: 15mm;"
        ' @bottom-right { content: "Folio " counter(page) } }'
        f" html {{ font-family: Carlito }} section {{ break-after: page }} {css}"
    )
    body = "".join(f"<section>{chapter}</section>" for chapter in chapters)
    head = f'<title>A booklet</title><meta name="author" content="Ada Alpha"><style>{style}</style>'
    html = f'<html lang="en"><head>{head}</head><body>{body}</body></html>'
    return typeset(html, Assets(LAYOUT, "handout", LAYOUT.theme, {}), "CC-BY-4.0", Nowhere()).data


def box_of(side: Any, words: str) -> tuple[float, float, float, float]:
    """The rectangle around these words on a side."""
    text = side.get_textpage()
    start, count = text.search(words).get_next()
    boxes = [text.get_charbox(index) for index in range(start, start + count)]
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def holds(rectangle: Any, box: tuple[float, float, float, float]) -> bool:
    x0, y0, x1, y1 = (float(value) for value in rectangle)
    left, bottom, right, top = min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
    return left - 1 < box[0] and bottom - 1 < box[1] and box[2] < right + 1 and box[3] < top + 1


def errors_of(path: Path) -> list[str]:
    """What a semantic checker finds wrong in a booklet.

    It takes everything of one height for one line, also across the fold. Two running headers or footers
    side by side are then long enough to be mistaken for prose that nobody reads out. These are left out,
    and only these: artifacts that begin on the left page and end on the right one.
    """
    found = [finding for finding in outloud.check(str(path)).findings if finding.severity == "error"]
    fold = pypdfium2.PdfDocument(path)[0].get_width() / 2
    return [f"{one.rule} {one.message}" for one in found if not _is_across(one, fold)]


def _is_across(finding: Any, fold: float) -> bool:
    boxes = finding.boxes
    return finding.rule == "TAG-002" and bool(boxes) and all(box["x0"] < fold < box["x1"] for box in boxes)
