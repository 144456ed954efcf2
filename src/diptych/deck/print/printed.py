"""A deck on paper: the slides drawn as the presentation shows them, with notes, lines, or six on a page."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

from diptych.deck.design.design import DeckDesign
from diptych.deck.measure.fonts import Fonts
from diptych.deck.print.canvas import Canvas
from diptych.deck.print.forms import FORMS, Form, FormName
from diptych.deck.print.ink import Ink
from diptych.deck.print.pages import Pages
from diptych.deck.print.sheet import print_theme, style
from diptych.deck.print.words import place_of
from diptych.deck.values import Deck, Properties
from diptych.layout.load import Layout
from diptych.material.findings import Finding
from diptych.material.labels import Labels
from diptych.material.missing_glyphs import missing_glyphs
from diptych.material.place import Place
from diptych.material.scripts import right_to_left
from diptych.pdf.assets import Assets, sheet_address
from diptych.pdf.typeset import LoadedFonts, PdfFile, typeset

_POINTS_PER_MM = 72 / 25.4


def printed_deck(
    deck: Deck,
    design: DeckDesign,
    layout: Layout,
    labels: Labels,
    form: FormName,
    ink: Literal["colour", "grey"] = "colour",
    numbers: Collection[int] = (),
    fonts: dict[str, LoadedFonts] | None = None,
) -> PdfFile:
    """The deck as PDF/UA-1 on A4: `notes` one slide a page with the notes, `three` with ruled lines, `six`.

    Hidden slides are printed too, and marked: paper has no show to leave them out of, and numbers stay
    those of the presentation. Where `numbers` of slides are given, only these are printed; `fonts` keeps
    those that were loaded. Raises SourceError where a font lacks a character or a picture cannot be drawn,
    MissingLibraryError without Pango.
    """
    canvas = _canvas(deck, design, FORMS[form], Ink(ink == "grey"))
    html = _document(canvas, layout, labels, FORMS[form], numbers)
    assets = Assets(layout, "deck", print_theme(canvas, layout), canvas.pictures)
    return typeset(html, assets, deck.properties.license, _Places(canvas, labels), fonts=fonts)


def _canvas(deck: Deck, design: DeckDesign, form: Form, ink: Ink) -> Canvas:
    return Canvas(
        deck,
        design,
        ink,
        form.width * _POINTS_PER_MM / deck.width,
        Fonts(design.theme.deck, named_only=True),
        frozenset(slide.key for slide in deck.slides),
        design.palette,
    )


def _document(canvas: Canvas, layout: Layout, labels: Labels, form: Form, numbers: Collection[int]) -> str:
    """The whole HTML: what a viewer reads about the file, how it looks, and the pages."""
    properties = canvas.deck.properties
    back = ' dir="rtl"' if right_to_left(properties.lang) else ""
    title = f'<div class="title" aria-hidden="true">{escape(properties.title)}</div>'
    return (
        f'<!DOCTYPE html><html lang="{escape(properties.lang)}"{back}><head><meta charset="utf-8">'
        f"{_about(properties)}<style>{style(canvas, layout, labels)}</style>"
        f'<link rel="stylesheet" href="{sheet_address("deck", "print.css")}"></head>'
        f'<body class="print-{form.name}">{title}'
        f"{Pages(canvas, form, labels, numbers).html()}</body></html>"
    )


def _about(properties: Properties) -> str:
    named = [
        *(("author", author) for author in properties.authors),
        ("description", properties.description or properties.subject),
        ("keywords", ", ".join(properties.keywords)),
        ("generator", "Diptych"),
    ]
    told = "".join(f'<meta name="{name}" content="{escape(words)}">' for name, words in named if words)
    return f"<title>{escape(properties.title)}</title>{told}"


@dataclass(frozen=True)
class _Places:
    """Where words and pictures of the slides stand in the material."""

    canvas: Canvas
    labels: Labels

    def of_missing(self, characters: Sequence[str]) -> tuple[Finding, ...]:
        slides = self.canvas.deck.slides
        texts = ((char, place_of(char, slide)) for slide in slides for char in characters)
        return missing_glyphs(characters, texts, self.labels)

    def of_picture(self, path: str) -> Place:
        return self.canvas.pictures[path].place
