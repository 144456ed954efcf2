"""Where in a PDF its anchors and headings stand; anchors for us alone leave no trace in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

# No id of an author's begins so.
OURS = "diptych:"


class Heading(NamedTuple):
    """The words of a heading that has a bookmark, and where it stands, in pages."""

    words: str
    at: float


@dataclass(frozen=True)
class Stands:
    """Where things stand, in pages from the beginning: 2.4 is on the third page, two fifths down its text.

    `end` is where the last page's text ends.
    """

    anchors: Mapping[str, float] = field(default_factory=dict)
    headings: tuple[Heading, ...] = ()
    end: float = 0.0


class TextArea(NamedTuple):
    """The upper edge and the height of a page's text, and how far down it goes, in CSS pixels."""

    top: float
    height: float
    foot: float

    def share(self, y: float) -> float:
        """How far down the text a height is: 0 to less than 1."""
        return min(max((y - self.top) / self.height, 0.0), 0.9999)


def stands(rendering: Any, areas: list[TextArea]) -> Stands:
    """Where the anchors and headings of a rendered WeasyPrint document stand, whose pages have these areas.

    Anchors that begin with OURS are taken out of the rendering, so that no viewer lists them.
    """
    found: dict[str, float] = {}
    for number, (page, area) in enumerate(zip(rendering.pages, areas, strict=True)):
        for anchor in tuple(page.anchors):
            found.setdefault(anchor, number + area.share(page.anchors[anchor][1]))
            if anchor.startswith(OURS):
                del page.anchors[anchor]
    last = areas[-1]
    return Stands(found, tuple(_headings(rendering, areas)), len(areas) - 1 + last.share(last.foot))


def _headings(rendering: Any, areas: list[TextArea]) -> Iterator[Heading]:
    for number, (page, area) in enumerate(zip(rendering.pages, areas, strict=True)):
        for _, words, (_, y), _ in page.bookmarks:
            yield Heading(" ".join(words.split()), number + area.share(y))
