"""Editions of a handout, each printed once, and what stands where on their pages."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]

from diptych.build.designs import DeckOptions
from diptych.build.pair import Pair
from diptych.build.reading import read_document
from diptych.build.sources import SourceFile
from diptych.handout.edition import Edition
from diptych.pdf.typeset import PdfFile
from tests.handout.printed import EVERYTHING, ROOT

FLAGSHIP = ROOT / "sources" / "soviet-german-cooperation" / "soviet-german-cooperation.yaml"


@cache
def pair_of(path: Path) -> Pair:
    """The works of a source, each made once."""
    return Pair(read_document(SourceFile(path, path.stem), "", []), DeckOptions())


def edition_of(edition: Edition, path: Path = EVERYTHING) -> PdfFile:
    """The file of an edition."""
    return pair_of(path).press.print(edition)


def glyphs(data: bytes, page: int) -> Counter[tuple[str, int, int]]:
    """Every character of a page, counted from 0, with the place of its lower left corner in half points."""
    pdf = pypdfium2.PdfDocument(data)
    text = pdf[page].get_textpage()
    found: Counter[tuple[str, int, int]] = Counter()
    for index in range(text.count_chars()):
        character = text.get_text_range(index, 1)
        if character.strip():
            left, bottom, _, _ = text.get_charbox(index, loose=True)
            found[character, round(left * 2), round(bottom * 2)] += 1
    pdf.close()
    return found


def lines_of(page: Any) -> list[list[dict[str, Any]]]:
    """The words of a page of pdfplumber's, in lines from the top, each from the left."""
    words = sorted(page.extract_words(), key=lambda word: word["bottom"])
    lines: list[list[dict[str, Any]]] = []
    for word in words:
        if lines and word["bottom"] - lines[-1][-1]["bottom"] < 2.5:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda word: word["x0"]) for line in lines]
