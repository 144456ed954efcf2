"""Links without words, `[](#id)`, get those of what they lead to: "equation (3)", "Figure 2"."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from diptych.material.blocks import Chart, Code, Figure, Formula, Map, Question, Table
from diptych.material.checks import texts_of
from diptych.material.fields import Node
from diptych.material.findings import Finding
from diptych.material.labels import Labels
from diptych.material.markup import Span
from diptych.material.model import Material, Section
from diptych.material.numbering import Numbering, all_blocks

Value = TypeVar("Value")
_LABELS: tuple[tuple[type[Node], str], ...] = (
    (Formula, "equation"),
    (Figure, "figure"),
    (Chart, "figure"),
    (Map, "figure"),
    (Table, "table"),
    (Code, "listing"),
    (Question, "question"),
)


def with_references(material: Material, numbering: Numbering, labels: Labels) -> Material:
    """The material with words in every link that had none and leads to something with a number or title."""
    named = dict(_named(material, numbering, labels))
    return _Filler(named).changed(material)


def check_references(material: Material, numbering: Numbering, labels: Labels) -> Iterator[Finding]:
    """Links without words that lead to what has neither number nor title."""
    named = dict(_named(material, numbering, labels))
    for text in texts_of(material):
        for span in text.spans:
            if _is_open(span) and span.link[1:] not in named:
                message = f"the link `[]({span.link})` has no words, and what it leads to has no number"
                hint = (
                    f"write words: [as shown above]({span.link}); a formula gets a number by `number: true`"
                )
                yield Finding(text.place, message, hint, kind="link-without-words")


def _named(material: Material, numbering: Numbering, labels: Labels) -> Iterator[tuple[str, str]]:
    """The ids of what can be referred to, and what it is called."""
    for section in _sections(material.sections):
        yield section.id, section.title.plain()
    for block in all_blocks(material.sections):
        for kind, label in _LABELS:
            if isinstance(block, kind) and block.id and (number := numbering.of(block)):
                yield block.id, labels(label, number=number)


def _sections(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        if section.id:
            yield section
        yield from _sections(section.sections)


def _is_open(span: Span) -> bool:
    return span.link.startswith("#") and not span.text


@dataclass(frozen=True)
class _Filler:
    named: Mapping[str, str]

    def changed(self, value: Value) -> Value:
        """The value with words in the open links of all its texts."""
        if isinstance(value, Span):
            return self._span(value)  # type: ignore[return-value]
        if isinstance(value, tuple) and type(value) is tuple:
            return tuple(self.changed(item) for item in value)  # type: ignore[return-value]
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            return self._node(value)  # type: ignore[no-any-return]
        return value

    def _node(self, node: Any) -> Any:
        old = {field.name: getattr(node, field.name) for field in dataclasses.fields(node) if field.init}
        new = {name: self.changed(value) for name, value in old.items()}
        differing = {
            name: value for name, value in new.items() if value is not old[name] and value != old[name]
        }
        return replace(node, **differing) if differing else node

    def _span(self, span: Span) -> Span:
        if span.note is not None:
            return replace(span, note=self.changed(span.note))
        return replace(span, text=self.named.get(span.link[1:], "")) if _is_open(span) else span
