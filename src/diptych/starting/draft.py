"""A source on its way from another file: what is written down in order, before it is YAML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

# A block as its keys and values, in the order in which they are written; or a remainder.
Block = dict[str, Any]
# The key under which stands what could not be placed.
REMAINDER = "\0remainder"


@dataclass
class DraftSection:
    """One section: `notes` are what its teacher says."""

    title: str
    content: list[Block] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    sections: list[DraftSection] = field(default_factory=list)


@dataclass
class Draft:
    """All that was found, and the pictures that belong to it by their paths."""

    title: str = ""
    lang: str = ""
    authors: list[str] = field(default_factory=list)
    sections: list[DraftSection] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)

    def section(self) -> DraftSection:
        """The section that is being written; the first is called like the whole where it has no name."""
        if not self.sections:
            self.sections.append(DraftSection(self.title or "The beginning"))
        return self.sections[-1]

    def picture(self, name: str, data: bytes) -> str:
        """The path under which a picture is kept; another one where that name is taken by other bytes."""
        stem, dot, ending = name.rpartition(".")
        path, count = f"pictures/{name}", 1
        while self.pictures.get(path, data) != data:
            count += 1
            path = f"pictures/{stem}-{count}{dot}{ending}"
        self.pictures[path] = data
        return path


def remainder(words: str) -> Block:
    """What could not be placed, to be kept where it stood."""
    return {REMAINDER: words}


def figure(path: str, alt: str, caption: str = "") -> Block:
    """A picture; where nobody described it, that is left to be done."""
    return {"figure": path, **({"caption": caption} if caption else {}), "alt": alt or TO_DO}


TO_DO = "TO DO: say here what one learns from this picture"


def with_words(sections: list[DraftSection]) -> Iterator[DraftSection]:
    """The sections that hold something."""
    for one in sections:
        one.sections = list(with_words(one.sections))
        if one.content or one.sections or one.notes:
            yield one
