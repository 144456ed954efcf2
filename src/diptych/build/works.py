"""One source becomes its works: the files that a teacher prints and a lecturer presents."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from diptych.build.designs import DeckOptions, deck_design
from diptych.build.sources import SourceFile
from diptych.layout.load import Layout, load_layout
from diptych.material.choices import DeckChoices
from diptych.material.document import Document
from diptych.material.findings import Finding
from diptych.material.prepare import prepare, warnings
from diptych.material.reader import read_material

if TYPE_CHECKING:
    from diptych.deck.design.design import DeckDesign

Panel = Literal["handout", "deck"]


@dataclass(frozen=True)
class Work:
    """One finished file: its bytes, its pages or slides, and the seconds it took."""

    name: str
    data: bytes = field(repr=False)
    count: int
    unit: Literal["page", "slide"]
    seconds: float

    def line(self, folder: Path) -> str:
        """What is told of the file: path, pages or slides, size and time."""
        amount = f"{self.count} {self.unit}{'' if self.count == 1 else 's'}"
        size = f"{len(self.data) / 1000:,.0f} kB"
        return f"{(folder / self.name).as_posix()}  {amount}, {size}, {self.seconds:.1f} s"


@dataclass(frozen=True)
class Reading:
    """A source that was read and checked, with the layout it is built in."""

    source: SourceFile
    document: Document
    layout: Layout
    warnings: tuple[Finding, ...]

    def design(self, options: DeckOptions) -> DeckDesign:
        """The design of the deck. Raises UsageError, SourceError or LayoutError where it has a fault."""
        choices = self.document.material.deck or DeckChoices()
        return deck_design(self.layout, options, choices, self.source.path.parent)


def read_document(source: SourceFile, layout_name: str, layouts: Sequence[Path]) -> Reading:
    """The source, read and checked; its own `layout:` counts where `layout_name` is empty.

    Raises SourceError with all that is wrong with the source, LayoutError where the layout is.
    """
    material = read_material(source.read())
    layout = load_layout(layout_name or material.layout, layouts)
    document = prepare(material, source.path.parent, layout.labels(material.lang))
    return Reading(source, document, layout, warnings(material))


def render(reading: Reading, panel: Panel, options: DeckOptions | None = None) -> Work:
    """The finished file of one panel, proved before it is given out.

    Raises SourceError where the material cannot be set: text that fits no slide, a missing glyph.
    """
    document, layout, name = reading.document, reading.layout, reading.source.name
    started = time.perf_counter()
    if panel == "handout":
        data, count = _handout(document, layout)
        return Work(f"{name}-handout.pdf", data, count, "page", time.perf_counter() - started)
    data, count = _deck(document, reading.design(options or DeckOptions()))
    return Work(f"{name}-slides.pptx", data, count, "slide", time.perf_counter() - started)


def _handout(document: Document, layout: Layout) -> tuple[bytes, int]:
    from diptych.handout.html import render_html
    from diptych.handout.pdf import render_pdf

    handout = render_pdf(render_html(document, layout), document, layout)
    return handout.data, handout.pages


def _deck(document: Document, design: DeckDesign) -> tuple[bytes, int]:
    from diptych.deck.plan.deck import plan_deck
    from diptych.deck.write.deck import write_deck
    from diptych.proof.deck import lint_deck

    deck = plan_deck(document, design)
    data = write_deck(deck, design)
    faults = lint_deck(data)
    if faults:
        raise AssertionError("the deck that was written is faulty: " + "; ".join(faults))
    return data, len(deck.slides)
