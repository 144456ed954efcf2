"""Runs of text as HTML: emphasis, code, raised and lowered text, colours, languages and links."""

from __future__ import annotations

from html import escape

from diptych.deck.design.colours import LIGHT_TEXT
from diptych.deck.design.slide_layouts import Area
from diptych.deck.print.canvas import Canvas
from diptych.deck.values import Link, Run

# From here on are letters that the fonts of Latin ones lack.
_OTHER_FONTS = "\u0590"


def run_html(run: Run, area: Area, canvas: Canvas, coloured: bool = True) -> str:
    """One run without line breaks; unless it is `coloured`, the layout's sheet says its colours.

    `<a>` never holds elements, as tagged PDF requires.
    """
    address = link_address(run.link, canvas)
    colour = run.colour or (_link_colour(area.colour) if address else "")
    colour = colour if coloured else ""
    words = escape(run.text)
    if address:
        words = f'<a href="{escape(address)}">{words}</a>'
    words = _styled(run, area, words)
    look = f' style="color:{canvas.colour(colour)}"' if colour else ""
    lang = f' lang="{escape(run.lang)}"' if run.lang not in ("", canvas.deck.properties.lang) else ""
    # Inside an element letters of other fonts, taller than those of the line's own, do not move lines apart.
    return (
        f"<span{lang}{look}>{words}</span>"
        if look or lang or max(run.text, default="") >= _OTHER_FONTS
        else words
    )


def link_address(link: Link | None, canvas: Canvas) -> str:
    """Where a link leads in the print: a web address, or a slide; empty where there is no such slide."""
    if link is None:
        return ""
    return link.url or (f"#{link.slide}" if link.slide in canvas.keys else "")


def _styled(run: Run, area: Area, words: str) -> str:
    """Emphasis in text that is italic already stands upright."""
    upright = ' style="font-style:normal"' if area.italic else ""
    position = {"sub": "sub", "super": "sup"}.get(run.position, "")
    for tag, wanted, look in (
        ("code", run.code, ""),
        (position, bool(position), ""),
        ("em", run.italic, upright),
        ("strong", run.bold, ""),
    ):
        if wanted:
            words = f"<{tag}{look}>{words}</{tag}>"
    return words


def _link_colour(text_colour: str) -> str:
    return text_colour if text_colour in LIGHT_TEXT else "accent"
