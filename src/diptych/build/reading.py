"""One source is read and checked, with the layout it is built in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.build.designs import DeckOptions, deck_design
from diptych.build.kept import Kept
from diptych.build.sources import SourceFile, text_of
from diptych.layout.load import Layout
from diptych.material.choices import DeckChoices, HandoutChoices, Output
from diptych.material.document import Document
from diptych.material.findings import Finding
from diptych.material.prepare import prepare
from diptych.material.reader import read_material

if TYPE_CHECKING:
    from diptych.deck.design.design import DeckDesign


@dataclass(frozen=True)
class Reading:
    """A source that was read and checked, with the layout it is built in; `data` is its YAML."""

    source: SourceFile
    document: Document
    layout: Layout
    data: bytes = field(repr=False)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What the author should look at, though all can be built."""
        return self.document.warnings

    @property
    def deck_choices(self) -> DeckChoices:
        """What the author says of the deck."""
        return self.document.material.deck or DeckChoices()

    @property
    def handout_choices(self) -> HandoutChoices:
        """What the author says of the handout."""
        return self.document.material.handout or HandoutChoices()

    @property
    def outputs(self) -> tuple[Output, ...]:
        """The further files that the author wants."""
        return self.document.material.outputs

    def design(self, options: DeckOptions) -> DeckDesign:
        """The design of the deck. Raises UsageError, SourceError or LayoutError where it has a fault."""
        return deck_design(
            self.layout, options, self.deck_choices, self.source.path.parent, self.document.material.lang
        )


def read_document(
    source: SourceFile, layout_name: str, layouts: Sequence[Path], kept: Kept | None = None
) -> Reading:
    """The source, read and checked; its own `layout:` counts where `layout_name` is empty.

    A layout that is `kept` is not read again.

    Raises SourceError with all that is wrong with the source, LayoutError where the layout is.
    """
    data = source.data()
    material = read_material(text_of(data))
    layout = (kept or Kept()).layout(layout_name or material.layout, layouts)
    folder = source.path.parent
    document = prepare(material, folder, layout.labels(material.lang, folder))
    return Reading(source, document, layout, data)
