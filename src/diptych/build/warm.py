"""One source in a process that goes on: its works are made again after each change, as for a preview."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from diptych.build.designs import DeckOptions
from diptych.build.kept import Kept
from diptych.build.outputs import wanted_works
from diptych.build.pair import Pair
from diptych.build.printer import Remembering
from diptych.build.proving import LECTURERS
from diptych.build.reading import read_document
from diptych.build.request import Request
from diptych.build.sources import SourceFile
from diptych.build.works import Work, works_of


@dataclass
class WarmBuilder:
    """Makes handout and deck of a source so fast that one waits for neither.

    A deck tells the pages of the handout that was made last. Where a file of the layout or a template
    changes, begin with a new `kept`.
    """

    source: SourceFile
    layouts: Sequence[Path]
    layout: str = ""
    options: DeckOptions = DeckOptions()
    kept: Kept = field(default_factory=Kept)

    def read(self) -> Pair:
        """The source as it is now. Raises what `read_document` does."""
        reading = read_document(self.source, self.layout, self.layouts, self.kept)
        pair = Pair(reading, self.options, kept=self.kept)
        pair.printer = Remembering(reading, pair.press, pair.pages_before or {})
        return pair

    def deck(self, pair: Pair) -> bytes:
        """The teacher's deck, not proved yet. Raises SourceError where something fits on no slide."""
        return pair.package(LECTURERS).data

    def handout(self, pair: Pair) -> bytes:
        """The handout as the source asks for it, not proved yet. Raises SourceError where it cannot be set.

        Where its pages are others than before, the deck is another too from then on.
        """
        made = pair.press.print(pair.own_edition)
        if pair.pages_before != made.pages_of:
            pair.packages.clear()
        self.kept.pages[self.source.path, pair.own_edition] = made.pages_of
        pair.printer = pair.own_printer
        return made.data

    def proved(self, pair: Pair) -> tuple[Work, ...]:
        """All files of the source as a build gives them out. Raises what that does."""
        choices = pair.reading.handout_choices
        return tuple(works_of(pair, wanted_works(Request(), choices, pair.reading.outputs)))
