"""Gaps where an author has marked none: words in bold, and the names of key terms, people and places.

A name is asked for where a section first tells it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from diptych.material.blocks import AnyBlock, Callout, Item, Points, Steps, Text
from diptych.material.document import Document
from diptych.material.line_ends import is_square, width_in_letters
from diptych.material.markup import Paragraph, Prose, Rich, Span
from diptych.material.model import Material, Section

_FEWEST = 3  # letters of a word worth asking for; a character in a square counts for two
_MOST = 4  # words that one writes into a gap
_KANA = re.compile(r"[\u3041-\u30ff]")
_KINDS = (r"[\u30a1-\u30ff]", r"[\u3400-\u9fff]")
_NOTHING = r"[^\s\S]"


def with_gaps(document: Document) -> Document:
    """The document with gaps in the running text of its sections; the same where it has some already."""
    if any(_gaps(document.material.sections)):
        return document
    return replace(document, material=_Marker(_names(document.material)).material(document.material))


def _gaps(sections: tuple[Section, ...]) -> Iterator[Span]:
    for section in sections:
        yield from (span for block in section.content for span in _spans(block) if span.gap)
        yield from _gaps(section.sections)


def _spans(block: AnyBlock) -> Iterator[Span]:
    match block:
        case Text(text=prose) | Callout(callout=prose):
            yield from (span for paragraph in prose.paragraphs for span in paragraph.rich.spans)
        case Points(points=items) | Steps(steps=items):
            yield from (span for item in items for span in _spans_of(item))


def _spans_of(item: Item) -> Iterator[Span]:
    yield from item.point.spans
    yield from (span for part in item.points for span in _spans_of(part))


def _names(material: Material) -> list[str]:
    """What may be asked for; longer names first, so that a name within another is not torn out of it."""
    told = (
        *(term.term.plain() for term in material.key_terms),
        *(person.name.plain() for person in material.people),
        *(place.name.plain() for place in material.places),
    )
    return sorted((name for name in told if width_in_letters(name) >= _FEWEST), key=len, reverse=True)


@dataclass
class _Marker:
    """Marks each name where a section tells it first, and words in bold."""

    names: list[str]
    found: set[str] = field(default_factory=set)

    def material(self, material: Material) -> Material:
        return replace(material, sections=tuple(map(self._section, material.sections)))

    def _section(self, section: Section) -> Section:
        self.found.clear()
        content = tuple(map(self._block, section.content))
        return replace(section, content=content, sections=tuple(map(self._section, section.sections)))

    def _block(self, block: AnyBlock) -> AnyBlock:
        match block:
            case Text():
                return replace(block, text=self._prose(block.text))
            case Callout():
                return replace(block, callout=self._prose(block.callout))
            case Points():
                return replace(block, points=tuple(map(self._item, block.points)))
            case Steps():
                return replace(block, steps=tuple(map(self._item, block.steps)))
        return block

    def _item(self, item: Item) -> Item:
        return replace(item, point=self._rich(item.point), points=tuple(map(self._item, item.points)))

    def _prose(self, prose: Prose) -> Prose:
        return replace(prose, paragraphs=tuple(map(self._paragraph, prose.paragraphs)))

    def _paragraph(self, paragraph: Paragraph) -> Paragraph:
        return replace(paragraph, rich=self._rich(paragraph.rich))

    def _rich(self, rich: Rich) -> Rich:
        return replace(rich, spans=tuple(new for span in rich.spans for new in self._span(span)))

    def _span(self, span: Span) -> Iterator[Span]:
        """The span, cut at a name in it that was not met before."""
        if span.strong and not span.link and 0 < len(span.text.split()) <= _MOST:
            self.found.add(span.text)
            yield replace(span, gap=True, strong=False)
            return
        name = "" if span.code or span.link or not span.text else self._next(span.text)
        if not name:
            yield span
            return
        self.found.add(name)
        start, end = _where(name, span.text)
        yield from self._span(replace(span, text=span.text[:start])) if start else ()
        yield replace(span, text=span.text[start:end], gap=True)
        yield from self._span(replace(span, text=span.text[end:])) if span.text[end:] else ()

    def _next(self, text: str) -> str:
        open_names = (name for name in self.names if name not in self.found)
        return next((name for name in open_names if _where(name, text) != (0, 0)), "")


def _where(name: str, text: str) -> tuple[int, int]:
    before, after = _beside(name[0], text), _beside(name[-1], text)
    found = re.search(f"(?<!{before}){re.escape(name)}(?!{after})", text, re.IGNORECASE)
    return found.span() if found else (0, 0)


def _beside(char: str, text: str) -> str:
    """What would go on with a word that begins or ends with the character: a pattern of one character.

    Japanese sets no spaces, but changes its letters from word to word; Chinese does neither.
    """
    if not is_square(char):
        return r"\w"
    if not _KANA.search(text):
        return _NOTHING
    return next((letters for letters in _KINDS if re.match(letters, char)), _NOTHING)
