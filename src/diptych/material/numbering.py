"""The numbers that both panels print: sections, figures, tables, questions, sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from diptych.material.blocks import AnyBlock, Chart, Code, Figure, Formula, Map, Question, Table
from diptych.material.fields import Node
from diptych.material.model import Material, Section
from diptych.material.option_letters import letter
from diptych.material.place import Place


@dataclass(frozen=True)
class Numbering:
    """Numbers by the place of what they number, so that handout and deck agree."""

    by_place: dict[Place, str]
    source_labels: dict[str, str]

    def of(self, node: Node) -> str:
        """The number of a section (`2.1`), figure, table, listing, formula or question; empty for others."""
        return self.by_place.get(node.place, "")

    def source(self, source_id: str) -> str:
        """The letter of a primary source, in the order in which they are listed."""
        return self.source_labels[source_id]


def number(material: Material, letters: tuple[str, ...]) -> Numbering:
    """The numbering of everything in the material; sources have `letters`."""
    numbers = dict(_section_numbers(material.sections))
    for kind in (Figure | Chart | Map, Table, Code, Formula, Question):
        blocks = (block for block in all_blocks(material.sections) if isinstance(block, kind))
        numbers |= {block.place: str(count) for count, block in enumerate(_numbered(blocks), 1)}
    labels = {source.id: letter(index, letters) for index, source in enumerate(material.sources)}
    return Numbering(numbers, labels)


def all_blocks(sections: tuple[Section, ...]) -> Iterator[AnyBlock]:
    """Every block of the sections, in reading order."""
    for section in sections:
        yield from section.content
        yield from all_blocks(section.sections)


def _section_numbers(sections: tuple[Section, ...], before: str = "") -> Iterator[tuple[Place, str]]:
    for count, section in enumerate(sections, 1):
        yield section.place, f"{before}{count}"
        yield from _section_numbers(section.sections, f"{before}{count}.")


def _numbered(blocks: Iterator[AnyBlock]) -> Iterator[AnyBlock]:
    """Decorative pictures are not numbered: nobody refers to them. Formulas are where the author says so."""
    return (
        block
        for block in blocks
        if not (isinstance(block, Figure) and block.decorative)
        and not (isinstance(block, Formula) and not block.number)
    )
