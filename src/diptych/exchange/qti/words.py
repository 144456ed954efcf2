"""Marked-up text becomes the XHTML that QTI allows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from diptych.exchange.qti.elements import Element, maker
from diptych.material.citing.bibliography import Bibliography
from diptych.material.markup import Prose, Rich, Span

_BLANK = "____"


@dataclass(frozen=True)
class Writer:
    """Writes texts for a place without footnotes: notes and citations stand in parentheses."""

    bibliography: Bibliography

    def rich(self, tag: str, text: Rich, **attributes: str) -> Element:
        """One paragraph as an element of that name."""
        return self._filled(tag, self._inline(text.spans), attributes)

    def prose(self, prose: Prose) -> list[Element]:
        """Paragraphs and lists; words that were gaps are there to be read."""
        return _Blocks(self._inline).blocks(prose.paragraphs)

    def question(self, prose: Prose, gaps: Iterable[Element] = ()) -> Element:
        """The words of a question as one `div`, as Canvas wants it, with what fills its gaps in turn."""
        filling = iter(gaps)

        def inline(spans: Iterable[Span]) -> Iterator[Element | str]:
            for span in spans:
                if span.gap:
                    yield next(filling, _BLANK)
                else:
                    yield from self._inline((span,))

        return maker().div(*_Blocks(inline).blocks(prose.paragraphs))

    def plain(self, text: Rich) -> str:
        """The words alone, for elements that hold no others."""
        return "".join(self.rich("p", text).itertext())

    def _filled(self, tag: str, parts: Iterable[Element | str], attributes: dict[str, str]) -> Element:
        return maker()(tag, *parts, **attributes)

    def _inline(self, spans: Iterable[Span]) -> Iterator[Element | str]:
        for span in spans:
            if span.note is not None:
                yield from self._aside(span.note)
            elif span.cites:
                yield from self._inline(self.bibliography.short(span.cites).spans)
            else:
                yield _styled(span)

    def _aside(self, note: Rich) -> Iterator[Element | str]:
        yield " ("
        yield from self._inline(note.spans)
        yield ")"
