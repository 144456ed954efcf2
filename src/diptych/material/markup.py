"""What inline markup becomes: flat spans of styled text, the same for both panels."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from diptych.material.place import NOWHERE, Place


@dataclass(frozen=True, slots=True)
class Cite:
    """One work inside a citation, written as in Pandoc.

    `[see @carr1951, p. 12]` has prefix `see`, key `carr1951` and locator `p. 12`; `[-@carr1951]` is
    `without_author`, for a sentence that names the author already.
    """

    key: str
    locator: str = ""
    prefix: str = ""
    without_author: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one style.

    `note` and `cites` spans carry no text of their own: the panels put a mark or a short
    citation in their place. The text of a `formula` (LaTeX notation) is what it is on a line, `spoken` what
    it is in words.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    position: Literal["", "sub", "super"] = ""
    link: str = ""
    lang: str = ""
    gap: bool = False
    note: Rich | None = None
    cites: tuple[Cite, ...] = ()
    formula: str = ""
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class Rich:
    """One paragraph of marked-up text; false when it is empty."""

    spans: tuple[Span, ...] = ()
    place: Place = NOWHERE

    def __bool__(self) -> bool:
        return bool(self.spans)

    def plain(self) -> str:
        """The words alone, gaps filled in, footnotes and citations left out."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of prose, or one item of a list inside prose.

    `level` counts from 0 and matters for list items; `number` is the item's number in a
    numbered list.
    """

    rich: Rich
    kind: Literal["text", "bullet", "number"] = "text"
    level: int = 0
    number: int = 0


@dataclass(frozen=True, slots=True)
class Prose:
    """Several paragraphs; false when there are none."""

    paragraphs: tuple[Paragraph, ...] = ()
    place: Place = NOWHERE

    def __bool__(self) -> bool:
        return bool(self.paragraphs)

    def plain(self) -> str:
        """The words alone, one paragraph a line."""
        return "\n".join(paragraph.rich.plain() for paragraph in self.paragraphs)


def joined_spans(spans: Iterable[Span]) -> list[Span]:
    """Neighbours of one style as one span; a gap is one blank, whatever the styles inside it."""
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        alike = last and last.text and replace(last, text=span.text) == span
        if last and last.gap and span.gap:
            joined[-1] = replace(last, text=last.text + span.text, formula="", spoken="")
        elif last and alike and not (span.formula or last.formula):
            joined[-1] = replace(last, text=last.text + span.text)
        else:
            joined.append(span)
    return joined
