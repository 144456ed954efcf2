"""Ids of what the handout prints: those that authors link to, and ours, which tell where a part stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from diptych.material.blocks import AnyBlock
from diptych.material.model import Material, Section
from diptych.material.names import Names
from diptych.material.numbering import all_blocks
from diptych.pdf.anchors import OURS

_START_WITHOUT_ID = re.compile(r"<[a-z][a-z0-9]*(?=[\s>])(?![^>]*\sid=)")

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-z][a-z0-9]*)(?P<rest>[^<>]*)>")
_VOID = frozenset({"br", "hr", "img", "col", "wbr", "input"})


@dataclass
class Anchors:
    """Ids as attributes, each once: a source that is printed twice is linked to where it stands first."""

    names: Names
    given: set[str] = field(default_factory=set)

    def attribute(self, name: str) -> Markup:
        """The attribute with a blank before it; nothing where there is no name or it was given."""
        if not name or name in self.given:
            return Markup("")
        self.given.add(name)
        return Markup(' id="{}"').format(name)

    def of(self, part: Section | AnyBlock) -> Markup:
        """The attribute for a section or block: the author's id, else ours."""
        return self.attribute(anchor_of(part, self.names))

    def on_first(self, html: Markup, block: AnyBlock) -> Markup:
        """A block's HTML with our id on the first element that has none; the author's stands around it.

        Every outermost element tells the block's name.
        """
        named = named_elements(html, self.names.of(block))
        if block.id:
            return Markup(named)
        return Markup(_START_WITHOUT_ID.sub(lambda start: f"{start[0]}{self.of(block)}", named, count=1))


def named_elements(html: str, name: str) -> str:
    """The HTML with the name as `data-block` on its outermost elements."""
    depth, parts, end = 0, [], 0
    for tag in _TAG.finditer(html):
        if depth == 0 and not tag["close"]:
            at = tag.start("rest")
            parts += [html[end:at], f' data-block="{name}"']
            end = at
        if tag["name"] not in _VOID and not tag["rest"].endswith("/"):
            depth += -1 if tag["close"] else 1
    return "".join((*parts, html[end:]))


def anchor_of(part: Section | AnyBlock, names: Names) -> str:
    """The anchor of a section or block."""
    return part.id or f"{OURS}{names.of(part)}"


def pages_by_name(material: Material, pages_of: Mapping[str, int]) -> dict[str, int]:
    """The page on which each section and block begins, by its name; those not printed are left out."""
    names = Names(material.sections)
    parts = (*sections_of(material.sections), *all_blocks(material.sections))
    anchors = {names.of(part): anchor_of(part, names) for part in parts}
    return {name: pages_of[anchor] for name, anchor in anchors.items() if anchor in pages_of}


def sections_of(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections with all that are inside them."""
    inside = (sections_of(section.sections) for section in sections)
    return (*sections, *(one for group in inside for one in group))
