"""YAML text becomes a tree of texts, lists and mappings that know their place.

PyYAML's C parser delivers events; the tree is built here, so that every limit holds while
reading, no scalar is guessed into a number or date, and no key is lost in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from diptych.material.findings import Finding, SourceError, source_error
from diptych.material.limits import MAX_CHARACTERS, MAX_DEPTH, MAX_VALUES
from diptych.material.line_ends import unfolded
from diptych.material.place import NOWHERE, Place
from diptych.material.syntax import syntax_findings
from diptych.material.yaml_mistakes.values import first_character_finding

Style = Literal["plain", "quoted", "literal", "folded"]
# All that YAML counts as the end of a line (YAML 1.1, 4.2).
_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_STYLES: dict[str | None, Style] = {"|": "literal", ">": "folded", "'": "quoted", '"': "quoted"}


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, exactly as the author typed it."""

    text: str
    place: Place
    style: Style = "plain"


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Tree, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order of the file; no key stands twice. `end` is where what follows begins."""

    entries: tuple[tuple[Scalar, Tree], ...]
    place: Place
    end: Place = NOWHERE

    def get(self, name: str) -> Tree | None:
        """The value of a key, or None."""
        return next((value for key, value in self.entries if key.text == name), None)


Tree = Scalar | Sequence | Mapping


def read_tree(text: str) -> tuple[Tree, tuple[Finding, ...]]:
    """The tree of one YAML document, and findings about keys that stand twice.

    Raises SourceError where the text is no YAML, is too large or too deep, or uses what a
    summary has no need of: anchors, aliases, merge keys, tags, several documents.
    """
    if len(text) > MAX_CHARACTERS:
        raise source_error(
            f"the file is longer than {MAX_CHARACTERS:,} characters", Place(1, 1), kind="too-much"
        )
    builder = _Builder(text, _LINE_END.split(text))
    try:
        return builder.document(), tuple(builder.findings)
    except yaml.MarkedYAMLError as error:
        raise SourceError(syntax_findings(error, text)) from None
    except yaml.reader.ReaderError as error:
        place = _place_of_offset(text, error.position)
        raise source_error(
            "the file holds a character that YAML does not allow", place, kind="unprintable-character"
        ) from None


def _events(text: str) -> Iterator[Event]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    yield from yaml.parse(text, Loader=loader)


def _place_of_offset(text: str, offset: int) -> Place:
    before = text[: max(offset, 0)]
    return Place(before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)


def _place(event: Event) -> Place:
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1) if mark else NOWHERE


class _Builder:
    """Builds the tree from events, counting values and depth as it goes."""

    def __init__(self, text: str, lines: list[str]) -> None:
        self.text = text
        self.lines = lines
        self.events = _events(text)
        self.findings: list[Finding] = []
        self.count = 0
        self.end = NOWHERE

    def document(self) -> Tree:
        tree: Tree | None = None
        for event in self.events:
            if isinstance(event, DocumentStartEvent):
                if tree is not None:
                    hint = "a source is one document; remove the line `---`"
                    raise source_error(
                        "a second document begins here", _place(event), hint, kind="second-document"
                    )
                tree = self._tree(next(self.events), 0)
        if tree is None:
            raise source_error(
                "the file is empty; a source begins with `title:`", Place(1, 1), kind="empty-file"
            )
        return tree

    def _tree(self, event: Event, depth: int) -> Tree:
        self._check(event, depth)
        if isinstance(event, ScalarEvent):
            return Scalar(self._text(event), _place(event), _STYLES.get(event.style, "plain"))
        if isinstance(event, SequenceStartEvent):
            return Sequence(tuple(self._items(depth)), _place(event))
        return Mapping(tuple(self._entries(depth)), _place(event), self.end)

    def _text(self, event: ScalarEvent) -> str:
        """The text, in which YAML writes a space for the end of a line."""
        start, end = event.start_mark, event.end_mark
        if event.style == "|" or event.value.isascii() or not (start and end) or start.line == end.line:
            return event.value
        quote = int(event.style in ("'", '"'))
        first, *between, last = self.lines[start.line : end.line + 1]
        return unfolded(event.value, [first[start.column + quote :], *between, last[: end.column - quote]])

    def _items(self, depth: int) -> Iterator[Tree]:
        for event in self.events:
            if isinstance(event, SequenceEndEvent):
                return
            yield self._tree(event, depth + 1)

    def _entries(self, depth: int) -> Iterator[tuple[Scalar, Tree]]:
        seen: dict[str, Place] = {}
        for event in self.events:
            if isinstance(event, MappingEndEvent):
                self.end = _place(event)
                return
            key = self._tree(event, depth + 1)
            if not isinstance(key, Scalar):
                hint = "put text that begins with { or [ in quotes"
                raise source_error(
                    "a list or mapping cannot be a key", key.place, hint, kind="special-first-character"
                )
            value = self._tree(next(self.events), depth + 1)
            if key.text in seen:
                first = seen[key.text].line
                message = f"the key `{key.text}` stands here a second time (first in line {first})"
                self.findings.append(Finding(key.place, message, "keep one of them", kind="key-twice"))
                continue
            seen[key.text] = key.place
            yield key, value

    def _check(self, event: Event, depth: int) -> None:
        self.count += 1
        place = _place(event)
        if self.count > MAX_VALUES:
            raise source_error(f"the file has more than {MAX_VALUES:,} values", place, kind="too-much")
        if depth > MAX_DEPTH:
            raise source_error(
                f"lists and mappings are nested more than {MAX_DEPTH} deep", place, kind="too-much"
            )
        properties = isinstance(event, ScalarEvent | SequenceStartEvent | MappingStartEvent) and (
            event.anchor or event.tag
        )
        if properties or isinstance(event, AliasEvent):
            raise SourceError((first_character_finding(self.text.splitlines(), place),))
