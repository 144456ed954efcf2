"""Citations become footnotes, for styles that cite in notes: in full first, then short."""

from __future__ import annotations

import dataclasses
from dataclasses import replace
from typing import Any, TypeVar

from diptych.material.citing.bibliography import Bibliography
from diptych.material.citing.chicago_notes import ChicagoNotes
from diptych.material.citing.parts import Spans, in_row, said, whole_sentence, with_capital
from diptych.material.markup import Cite, Rich, Span
from diptych.material.model import Material

Value = TypeVar("Value")


def with_cited_notes(material: Material, bibliography: Bibliography) -> Material:
    """The material with every citation as a footnote; inside footnotes it stands in the text.

    The first note on a work, in the order of the source, is full, the others are short.
    """
    style = ChicagoNotes(bibliography.labels, bibliography.names)
    return _Notes(bibliography, style, set()).changed(material)


@dataclasses.dataclass(frozen=True)
class _Notes:
    bibliography: Bibliography
    style: ChicagoNotes
    known: set[str]

    def changed(self, value: Value) -> Value:
        """The value, with the citations in all its texts changed."""
        if isinstance(value, Rich):
            return self._rich(value)  # type: ignore[return-value]
        if isinstance(value, tuple) and type(value) is tuple:
            return tuple(self.changed(item) for item in value)  # type: ignore[return-value]
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            return self._node(value)  # type: ignore[no-any-return]
        return value

    def _node(self, node: Any) -> Any:
        old = {field.name: getattr(node, field.name) for field in dataclasses.fields(node) if field.init}
        new = {name: self.changed(value) for name, value in old.items()}
        differing = {name: value for name, value in new.items() if value is not old[name]}
        return replace(node, **differing) if differing else node

    def _rich(self, rich: Rich) -> Rich:
        if not any(span.cites or span.note for span in rich.spans):
            return rich
        spans = (self._span(span, rich) for span in rich.spans)
        return replace(rich, spans=_behind_marks(tuple(spans)))

    def _span(self, span: Span, rich: Rich) -> Span:
        if span.note:
            return replace(span, note=self._inside(span.note))
        if not span.cites:
            return span
        note = whole_sentence(with_capital(self._note(span.cites)), self.style.labels)
        return replace(span, cites=(), note=Rich(note, rich.place))

    def _inside(self, note: Rich) -> Rich:
        """A footnote of the author's own, in which works are named in the text."""
        spans: list[Span] = []
        for span in note.spans:
            spans += self._note(span.cites) if span.cites else (span,)
        return replace(note, spans=tuple(spans))

    def _note(self, cites: tuple[Cite, ...]) -> Spans:
        return in_row((self._work(cite) for cite in cites), "; ")

    def _work(self, cite: Cite) -> Spans:
        again = cite.key in self.known
        self.known.add(cite.key)
        named = not cite.without_author
        note = self.style.note(self.bibliography.of(cite.key), cite.locator, again=again, named=named)
        return (*said(f"{cite.prefix} "), *note) if cite.prefix else note


def _behind_marks(spans: Spans) -> Spans:
    """Notes are called behind the mark that ends a clause, without a blank before them (14.26)."""
    row = list(spans)
    for place, span in enumerate(row):
        if not span.note or not place:
            continue
        before = row[place - 1]
        mark = ""
        if place + 1 < len(row) and row[place + 1].text[:1] in tuple(".,;:!?"):
            mark = row[place + 1].text[0]
            row[place + 1] = replace(row[place + 1], text=row[place + 1].text[1:])
        row[place - 1] = replace(before, text=before.text.rstrip() + mark)
    return tuple(span for span in row if span.text or span.note or span.cites)
