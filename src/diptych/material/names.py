"""A name for every section and block, by which both panels tell each other where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from diptych.material.fields import Node
from diptych.material.model import Section
from diptych.material.place import Place


class Names:
    """Names by place: `s2-1` is the first section inside the second, `s2-1-b3` its third block.

    They hold only letters, digits and hyphens, so that they can be ids in any format.
    """

    def __init__(self, sections: tuple[Section, ...]) -> None:
        self.by_place: Mapping[Place, str] = dict(_named(sections, "s"))

    def of(self, node: Node) -> str:
        """The name of a section or block; empty for anything else."""
        return self.by_place.get(node.place, "")


def _named(sections: tuple[Section, ...], before: str) -> Iterator[tuple[Place, str]]:
    for count, section in enumerate(sections, 1):
        name = f"{before}{count}"
        yield section.place, name
        yield from ((block.place, f"{name}-b{number}") for number, block in enumerate(section.content, 1))
        yield from _named(section.sections, f"{name}-")
