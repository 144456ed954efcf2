"""One source in a process that goes on: its works are made again after each change, as for a preview."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from diptych.build.designs import DeckOptions
from diptych.build.kept import Kept
from diptych.build.outputs import wanted_works
from diptych.build.pair import Pair
from diptych.build.printer import OwnPrinter
from diptych.build.proving import LECTURERS
from diptych.build.reading import read_document
from diptych.build.request import Request
from diptych.build.sources import SourceFile
from diptych.build.works import Work, works_of
from diptych.handout.edition import Edition


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
    pages: dict[Edition, Mapping[str, int]] = field(default_factory=dict)

    def read(self) -> Pair:
        """The source as it is now. Raises what `read_document` does."""
        reading = read_document(self.source, self.layout, self.layouts, self.kept)
        pair = Pair(reading, self.options, kept=self.kept)
        pair.printer = _Remembering(reading, pair.press, self.pages)
        return pair

    def deck(self, pair: Pair) -> bytes:
        """The teacher's deck, not proved yet. Raises SourceError where something fits on no slide."""
        return pair.package(LECTURERS).data

    def handout(self, pair: Pair) -> bytes:
        """The handout as the source asks for it, not proved yet. Raises SourceError where it cannot be set.

        Where its pages are others than before, the deck is another too from then on.
        """
        made = pair.press.print(pair.own_edition)
        if self.pages.get(pair.own_edition) != made.pages_of:
            self.pages[pair.own_edition] = made.pages_of
            pair.packages.clear()
        return made.data

    def proved(self, pair: Pair) -> tuple[Work, ...]:
        """All files of the source as a build gives them out. Raises what that does."""
        choices = pair.reading.handout_choices
        return tuple(works_of(pair, wanted_works(Request(), choices, pair.reading.outputs)))


@dataclass(frozen=True)
class _Remembering(OwnPrinter):
    """A printer that tells the pages of a handout as it was before, and sets none to know them."""

    pages: Mapping[Edition, Mapping[str, int]]

    def pages_of(self, edition: Edition) -> Mapping[str, int]:
        """The pages on which the anchors of an edition stood."""
        return self.pages.get(edition, {})
