"""Decks printed from sources, and what stands where on their pages."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from diptych.build.designs import DeckOptions
from diptych.build.reading import Reading, read_document
from diptych.build.sources import SourceFile, find_sources
from diptych.deck.design.design import DeckDesign
from diptych.deck.plan.deck import plan_deck
from diptych.deck.print.forms import FORMS, MARGINS, FormName
from diptych.deck.print.printed import printed_deck
from diptych.deck.template.design import own_design
from diptych.deck.values import Deck
from diptych.layout.load import load_layout
from diptych.pdf.typeset import PdfFile
from tests.deck.planned import planned

ROOT = Path(__file__).parents[3]
# Words are gathered here as they stand from left to right; see `tests/deck/test_languages.py` for the others.
SOURCES = tuple(
    source
    for source in find_sources([ROOT / "sources", ROOT / "tests" / "cases" / "everything"])
    if "\nlang: ar\n" not in source.path.read_text("utf-8")
)
LAYOUT = load_layout("classic")
_POINTS = 72 / 25.4
# Characters this far apart, in ems, stand in different words.
_APART = 0.16


@cache
def reading_of(source: SourceFile) -> Reading:
    return read_document(source, "", [])


@cache
def deck_of(source: SourceFile, aspect: Literal["16:9", "4:3"] = "16:9") -> tuple[Deck, DeckDesign]:
    reading = reading_of(source)
    design = reading.design(DeckOptions(aspect=aspect))
    return plan_deck(reading.document, design), design


@cache
def print_of(source: SourceFile, form: FormName, ink: Literal["colour", "grey"] = "colour") -> PdfFile:
    reading, (deck, design) = reading_of(source), deck_of(source)
    return printed_deck(deck, design, reading.layout, reading.document.labels, form, ink)


def printed(
    text: str, form: FormName, ink: Literal["colour", "grey"] = "colour", folder: Path = ROOT
) -> PdfFile:
    deck = planned(text, folder=folder)
    return printed_deck(deck, own_design(LAYOUT), LAYOUT, LAYOUT.labels("en-GB"), form, ink)


@dataclass(frozen=True)
class Word:
    """A word on a slide: the left end of its baseline and its size, in points of the slide."""

    text: str
    x: float
    y: float
    size: float


@dataclass(frozen=True)
class _Window:
    """Where a slide stands on a page: left upper corner and size on the paper, and its scale."""

    x: float
    y: float
    width: float
    height: float
    scale: float

    def holds(self, x: float, y: float) -> bool:
        return -1 <= x - self.x <= self.width + 1 and -1 <= y - self.y <= self.height + 1


def drawn_words(data: bytes, deck: Deck, form: FormName = "three") -> list[list[Word]]:
    """The words of every slide of a print."""
    with pypdfium2.PdfDocument(data) as pdf:
        windows = [_window(index, deck, form) for index in range(len(deck.slides))]
        pages = [pdf[index // FORMS[form].on_page] for index in range(len(windows))]
        return [list(_words(*one)) for one in zip(pages, windows, strict=True)]


def exported_words(data: bytes) -> list[list[Word]]:
    """The words of every slide of a PDF that a presentation program wrote."""
    with pypdfium2.PdfDocument(data) as pdf:
        sizes = [page.get_size() for page in pdf]
        windows = [_Window(0, 0, width, height, 1.0) for width, height in sizes]
        return [list(_words(*one)) for one in zip(pdf, windows, strict=True)]


def lines_of(words: list[Word]) -> list[tuple[str, ...]]:
    """The words line by line: a line ends where the next word stands lower, higher or further left."""
    lines: list[list[Word]] = []
    for word in words:
        before = lines[-1][-1] if lines else None
        if before and abs(word.y - before.y) < 0.6 * word.size and word.x > before.x:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [tuple(word.text for word in line) for line in lines]


def _window(index: int, deck: Deck, form: FormName) -> _Window:
    x, y = FORMS[form].place(index)
    width = FORMS[form].width * _POINTS
    slide = deck.width / 12700
    top, left = MARGINS[0], MARGINS[3]
    return _Window(
        (left + x) * _POINTS, (top + y) * _POINTS, width, width * deck.height / deck.width, slide / width
    )


def _words(page: Any, window: _Window) -> Iterator[Word]:
    letters: list[tuple[str, float, float, float]] = []
    end = 0.0
    for char, x, y, right, size in _characters(page):
        inside = window.holds(x, y) and char.strip()
        moved = letters and (abs(y - letters[-1][2]) > 1 or not -size < x - end < _APART * size)
        if letters and (moved or not inside):
            yield _word(letters, window)
            letters = []
        if inside:
            letters.append((char, x, y, size))
            end = right
    if letters:
        yield _word(letters, window)


def _word(letters: list[tuple[str, float, float, float]], window: _Window) -> Word:
    text = "".join(letter[0] for letter in letters)
    _, x, y, size = letters[0]
    return Word(text, (x - window.x) * window.scale, (y - window.y) * window.scale, size * window.scale)


def _characters(page: Any) -> Iterator[tuple[str, float, float, float, float]]:
    """Every character: itself, left end and height of its baseline from the top, right end, size."""
    text, height = page.get_textpage(), page.get_height()
    x, y = pdfium.c_double(), pdfium.c_double()
    for index in range(text.count_chars()):
        pdfium.FPDFText_GetCharOrigin(text.raw, index, x, y)
        code = pdfium.FPDFText_GetUnicode(text.raw, index)
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(text.raw, index, matrix)
        size = pdfium.FPDFText_GetFontSize(text.raw, index) * abs(matrix.a)
        right = text.get_charbox(index, loose=True)[2]
        yield chr(code), x.value, height - y.value, right, size


def exported(deck_file: bytes, folder: Path) -> bytes:
    """The PDF that LibreOffice makes of a PPTX, with the layout's fonts in place of those it names."""
    path = folder / "deck.pptx"
    path.write_bytes(deck_file)
    fonts = folder / "fonts.conf"
    fonts.write_text(_fonts_conf(folder), "utf-8")
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation=file://{folder}/profile",
        "--convert-to",
        "pdf",
    ]
    environment = {**os.environ, "FONTCONFIG_FILE": str(fonts)}
    subprocess.run(
        [*command, "--outdir", str(folder), str(path)], env=environment, check=True, capture_output=True
    )
    return path.with_suffix(".pdf").read_bytes()


def _fonts_conf(folder: Path) -> str:
    deck = LAYOUT.theme.deck
    aliases = "".join(
        f'<alias binding="same"><family>{font.name}</family><prefer><family>'
        f"{font.measured_with.family}</family></prefer></alias>"
        for font in (deck.heading, deck.body, deck.code, deck.fallback)
    )
    fonts = deck.body.measured_with.regular.parent
    return (
        f'<?xml version="1.0"?><fontconfig><dir>{fonts}</dir><cachedir>{folder}/cache</cachedir>'
        f"{aliases}</fontconfig>"
    )
