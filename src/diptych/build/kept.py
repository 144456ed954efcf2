"""What stays the same from one build to the next in a process that goes on, as for a preview."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from diptych.build.designs import DeckOptions
from diptych.build.digests import Digests
from diptych.layout.load import Layout, load_layout

if TYPE_CHECKING:
    from jinja2 import Environment

    from diptych.build.reading import Reading
    from diptych.deck.design.design import DeckDesign
    from diptych.handout.edition import Edition


@dataclass
class Kept:
    """Layouts with their templates and fonts, and designs of decks with all that was measured and drawn.

    With them come the digests of their files, and the `pages` on which the anchors of each source's handout
    stood the last time. All of it is made from files of layouts and templates; where one of these changes,
    begin with a new one.
    """

    layouts: dict[str, Layout] = field(default_factory=dict, repr=False)
    templates: dict[str, Environment] = field(default_factory=dict, repr=False)
    designs: dict[object, DeckDesign] = field(default_factory=dict, repr=False)
    fonts: dict[str, Any] = field(default_factory=dict, repr=False)
    pages: dict[tuple[Path, Edition], Mapping[str, int]] = field(default_factory=dict, repr=False)
    digests: Digests = field(default_factory=Digests, repr=False)

    def layout(self, name: str, places: Sequence[Path]) -> Layout:
        """The layout of that name, read once. Raises LayoutError."""
        if name not in self.layouts:
            self.layouts[name] = load_layout(name, places)
        return self.layouts[name]

    def design(self, reading: Reading, options: DeckOptions) -> DeckDesign:
        """The design of a reading's deck, made once. Raises what `Reading.design` does."""
        material = reading.document.material
        choices = reading.deck_choices
        folder = reading.source.path.parent if choices.template else None
        asked = (reading.layout.name, options, choices, material.lang, folder)
        if asked not in self.designs:
            self.designs[asked] = reading.design(options)
        return self.designs[asked]

    def templates_of(self, layout: Layout) -> Environment:
        """The templates of a layout's handouts, each compiled once."""
        from diptych.handout.templates import environment

        if layout.name not in self.templates:
            self.templates[layout.name] = environment(layout)
        return self.templates[layout.name]
