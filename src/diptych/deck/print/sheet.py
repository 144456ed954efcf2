"""The style of a print: fonts, colours and paper for the layout's sheet, and how slides are drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from diptych.deck.print.canvas import Canvas
from diptych.deck.print.forms import MARGINS, PAPER
from diptych.layout.load import Layout
from diptych.layout.theme import Family, Theme
from diptych.material.labels import Labels
from diptych.material.scripts import COMPLEX, EAST_ASIAN, script_of_language
from diptych.pdf.assets import families
from diptych.pdf.page_number import page_number_css

_OTHER = COMPLEX | EAST_ASIAN
# Everything on a slide has its place, and no line breaks but where the deck breaks it. Text inside a
# line has no height of its own, so that no font and no raised letter moves the lines apart.
_DRAWN = """
.slide { position: relative; overflow: hidden; hyphens: manual; orphans: 1; widows: 1 }
.slide div[style*="left:"], .slide p, .slide h1 > span, .slide img, .slide [data-tag="Lbl"] {
  position: absolute; display: block; box-sizing: border-box; margin: 0 }
.slide .crop { overflow: hidden }
.slide p, .slide h1 > span, .slide [data-tag="Lbl"] { white-space: pre; text-align: start }
.slide p > *, .slide h1 > span > * { line-height: 0 }
.slide h1, .slide ul, .slide ol, .slide li { margin: 0; padding: 0; list-style: none; font-size: 10pt }
.slide table { border-collapse: separate; border-spacing: 0; font-size: 10pt }
.slide th, .slide td { padding: 0; text-align: start; font-weight: normal }
.slide em { font-style: italic } .slide strong { font-weight: bold }
.slide code { font-family: var(--deck-code); font-size: 1em }
.slide sub, .slide sup { font-size: 0.66em }
.slide sup { vertical-align: 0.45em } .slide sub { vertical-align: -0.38em }
.slide a { color: inherit; text-decoration: underline }
"""


def print_theme(canvas: Canvas, layout: Layout) -> Theme:
    """The layout's theme with the type of the deck's design: what a print needs fonts for."""
    return replace(layout.theme, deck=canvas.design.theme.deck)


def style(canvas: Canvas, layout: Layout, labels: Labels) -> str:
    """The rules that come before the layout's own sheet `deck/print.css`."""
    theme = print_theme(canvas, layout)
    values = "; ".join(f"{name}: {value}" for name, value in _properties(canvas, theme))
    width, height = PAPER
    margins = " ".join(f"{margin:g}mm" for margin in MARGINS)
    page, number = f"size: {width:g}mm {height:g}mm; margin: {margins}", page_number_css(labels)
    return (
        f":root {{ {values} }}\n"
        f"@page {{ {page}; @bottom-right {{ content: {number} }} }}\n"
        f"@page from-right {{ @bottom-left {{ content: {number} }} }}\n{_DRAWN}"
    )


def _properties(canvas: Canvas, theme: Theme) -> Iterator[tuple[str, str]]:
    """Colours of the paper as the ink allows, families of the paper and of the slides."""
    for role, colour in theme.colours.items():
        yield f"--{role}", canvas.ink.colour(colour)
    scripts = _script_families(canvas, theme)
    yield "--text", _stack(theme.handout.text, scripts, theme)
    yield "--heading", _stack(theme.handout.heading, scripts, theme)
    for role in ("heading", "body", "code", "fallback"):
        yield f"--deck-{role}", _stack(canvas.family(role), scripts, theme)


def _script_families(canvas: Canvas, theme: Theme) -> list[Family]:
    """The families of scripts that Latin ones lack; that of the deck's own language first.

    Where the deck is measured with none, that of the handout's headings stands in for it.
    """
    fonts, own = theme.deck.scripts, script_of_language(canvas.deck.properties.lang)
    printed = {name: one.heading for name, one in theme.handout.scripts.items()}
    named = [script for script in sorted(fonts, key=lambda one: one != own) if script in _OTHER]
    families_of = (fonts[script].measured_with or printed.get(script) for script in named)
    return [family for family in families_of if family is not None]


def _stack(first: Family, scripts: list[Family], theme: Theme) -> str:
    """The CSS list of families: this one, those of other scripts, then all that the theme has."""
    return ", ".join(f'"{one.family}"' for one in dict.fromkeys([first, *scripts, *families(theme)]))
