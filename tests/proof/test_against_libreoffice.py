"""What a presentation program draws of hostile decks never takes more lines than were measured."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from diptych.build.designs import DeckOptions
from diptych.build.pair import Pair
from diptych.build.reading import read_document
from diptych.build.sources import SourceFile
from diptych.deck.write.deck import write_deck
from diptych.proof.inheritance import SheetFinder
from diptych.proof.opc import OpenPackage
from diptych.proof.text_boxes import EMU_PER_POINT, Families, TextBox, text_boxes
from tests.deck.print.paper import Word, exported, exported_words
from tests.test_decks import HOSTILE

# Raised and lowered letters stand so far from the line they belong to, in sizes of its largest type.
_RAISED = 0.45
# Letters larger than this, in points, are ornaments of a slide layout.
_ORNAMENT = 72


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
@pytest.mark.parametrize("file", HOSTILE, ids=lambda file: file.stem)
def test_no_box_takes_more_lines_than_were_measured(file: Path, tmp_path: Path) -> None:
    pair = Pair(read_document(SourceFile(file, file.stem), "", []), DeckOptions())
    data = write_deck(pair.planned, pair.design)
    package, type_ = OpenPackage(data), pair.design.fonts.type
    families, finder = Families(type_.heading.name, type_.body.name, type_.code.name), SheetFinder(package)
    shown = [name for name in package.slides() if package.tree(name).get("show") != "0"]
    drawn = exported_words(exported(data, tmp_path))
    assert len(shown) == len(drawn)
    slides = [
        (number, list(text_boxes(finder.of(name), families)), words)
        for number, (name, words) in enumerate(zip(shown, drawn, strict=True), 1)
    ]
    told = [
        (number, box, line_count(words_in(box, words)), box.line_count(pair.design.fonts))
        for number, boxes, words in slides
        for box in boxes
    ]
    assert sum(lines > 0 for _, _, lines, _ in told) > 0.9 * len(told) > 5
    assert [
        f"slide {number}: `{box.name}` takes {lines} lines, measured {measured}"
        for number, box, lines, measured in told
        if lines > measured
    ] == []
    assert [
        f"slide {number}: `{word.text}` stands in no box"
        for number, boxes, words in slides
        for word in words
        if word.size < _ORNAMENT and not any(holds(box, word) for box in boxes)
    ] == []


def holds(box: TextBox, word: Word) -> bool:
    """True where the word begins inside the box."""
    left, right = box.box.x / EMU_PER_POINT - 2, box.box.right / EMU_PER_POINT
    top, bottom = box.box.y / EMU_PER_POINT, box.box.bottom / EMU_PER_POINT
    return left <= word.x <= right and top <= word.y <= bottom


def words_in(box: TextBox, words: Iterable[Word]) -> list[Word]:
    """The words that begin inside a box."""
    return [word for word in words if holds(box, word)]


def line_count(words: list[Word]) -> int:
    """How many lines the words stand on."""
    heights: list[float] = []
    largest = max((word.size for word in words), default=0.0)
    for word in words:
        if all(abs(word.y - height) > _RAISED * largest for height in heights):
            heights.append(word.y)
    return len(heights)
