"""Marked-up text becomes the XHTML that QTI allows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from diptych.exchange.qti.blocks import blocks
from diptych.exchange.qti.elements import LANG, Element, qti
from diptych.exchange.qti.mathml import mathml
from diptych.material.citing.bibliography import Bibliography
from diptych.material.formulas.reader import read_formula
from diptych.material.markup import Prose, Rich, Span

_BLANK = "____"


@dataclass(frozen=True)
class Writer:
    """Writes texts for a place that has no footnotes: notes and citations stand in parentheses."""

    bibliography: Bibliography

    def rich(self, tag: str, text: Rich, **attributes: str) -> Element:
        """One paragraph as an element of that name."""
        return qti(tag, *self._inline(text), **attributes)

    def prose(self, prose: Prose) -> list[Element]:
        """Paragraphs and lists. Where they have gaps, the words stand in them."""
        return blocks(prose.paragraphs, self._inline)

    def question(self, prose: Prose, gaps: Iterable[Element] = ()) -> Element:
        """The words of a question, its gaps filled with the elements in turn, then with blanks.

        All is one `div`: Canvas looks for the question in such elements next below the body.
        """
        filling = iter(gaps)

        def asked(text: Rich) -> Iterator[Element | str]:
            for span in text.spans:
                if span.gap:
                    yield next(filling, _BLANK)
                else:
                    yield from self._span(span)

        return qti("div", *blocks(prose.paragraphs, asked))

    def _inline(self, text: Rich) -> Iterator[Element | str]:
        for span in text.spans:
            yield from self._span(span)

    def _span(self, span: Span) -> Iterator[Element | str]:
        if span.note is not None:
            yield from (" (", *self._inline(span.note), ")")
        elif span.cites:
            yield from self._inline(self.bibliography.short(span.cites))
        else:
            yield _styled(span)


def _styled(span: Span) -> Element | str:
    if span.formula and not span.gap:
        return mathml(read_formula(span.formula), span.spoken)
    words: Element | str = span.text
    for tag, wanted in (
        ("code", span.code),
        ("sub", span.position == "sub"),
        ("sup", span.position == "super"),
        ("em", span.emphasis),
        ("strong", span.strong),
    ):
        words = qti(tag, words) if wanted else words
    # What a link inside the document leads to is not in the package.
    if span.link and not span.link.startswith("#"):
        words = qti("a", words, href=span.link)
    return qti("span", words, **{LANG: span.lang}) if span.lang else words
