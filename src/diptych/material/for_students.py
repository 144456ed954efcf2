"""A document without what is meant for the teacher alone."""

from __future__ import annotations

from dataclasses import replace

from diptych.material.blocks import AnyBlock, Question
from diptych.material.document import Document
from diptych.material.markup import Prose
from diptych.material.model import Section


def for_students(document: Document) -> Document:
    """The document without answers, explanations, notes, misconceptions, and what is kept in reserve.

    Gaps, pairs and orders stay: the questions are made of them. `for_students` says not to solve them.
    """
    material = document.material
    sections = tuple(_section(one) for one in material.sections if not one.backup)
    bare = replace(material, misconceptions=(), sections=sections)
    return replace(document, material=bare, for_students=True)


def _section(section: Section) -> Section:
    content = tuple(_block(block) for block in section.content if not block.hidden)
    parts = tuple(_section(part) for part in section.sections if not part.backup)
    return replace(section, notes=Prose(), content=content, sections=parts)


def _block(block: AnyBlock) -> AnyBlock:
    bare = replace(block, notes=Prose())
    if isinstance(bare, Question):
        return replace(bare, answer=Prose(), explanation=Prose())
    return bare
