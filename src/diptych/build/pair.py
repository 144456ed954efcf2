"""Handout and deck of one source, which tell of each other where its author asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from diptych.build.designs import DeckOptions
from diptych.build.outputs import own_edition
from diptych.build.reading import Reading
from diptych.material.for_students import for_students

if TYPE_CHECKING:
    from diptych.deck.design.design import DeckDesign
    from diptych.deck.values import Deck
    from diptych.handout.edition import Edition
    from diptych.handout.press import Press
    from diptych.material.document import Document
    from diptych.pdf.typeset import PdfFile
    from diptych.proof.opc import OpenPackage


@dataclass
class Pair:
    """What the works of one reading are made of, each made when it is first asked for.

    The deck is planned before the handout, which may tell the numbers of its slides. It is finished after
    the handout, whose pages it may tell. Neither is made for the other's sake alone unless it is told of.
    """

    reading: Reading
    options: DeckOptions
    packages: dict[str, OpenPackage] = field(default_factory=dict, repr=False)

    @cached_property
    def design(self) -> DeckDesign:
        """The design of the deck."""
        return self.reading.design(self.options)

    @cached_property
    def planned(self) -> Deck:
        """The deck before it is known on which pages of the handout its matter stands."""
        from diptych.deck.plan.deck import plan_deck

        return plan_deck(self.reading.document, self.design)

    @cached_property
    def press(self) -> Press:
        """What prints the handouts."""
        from diptych.handout.press import Press

        reading = self.reading
        tell = reading.handout_choices.slide_numbers
        return Press(reading.document, reading.layout, self._slide_numbers, tell, lambda: reading.data)

    def handout(self, edition: Edition) -> PdfFile:
        """An edition of the handout."""
        return self.press.print(edition)

    @property
    def own_edition(self) -> Edition:
        """The handout that the source asks for where nothing else is said."""
        return own_edition(self.reading.handout_choices)

    def package(self, edition: Edition) -> OpenPackage:
        """The deck as a finished file, its parts read again."""
        from diptych.deck.write.deck import write_deck
        from diptych.proof.opc import OpenPackage

        kind = "student" if edition.edition == "student" else "teacher"
        if kind not in self.packages:
            self.packages[kind] = OpenPackage(write_deck(self.deck(edition), self.design))
        return self.packages[kind]

    def deck(self, edition: Edition) -> Deck:
        """The finished deck of a teacher or student."""
        if edition.edition == "student":
            return self.student_deck
        return self._finished(self.planned, self.reading.document)

    @cached_property
    def student_deck(self) -> Deck:
        """The deck without answers, notes and what is hidden."""
        from diptych.deck.plan.deck import plan_deck

        document = for_students(self.reading.document)
        return self._finished(plan_deck(document, self.design), document)

    def _finished(self, planned: Deck, document: Document) -> Deck:
        """The deck with the pages of the handout that the source asks for, where it wants them told."""
        from diptych.deck.plan.references import with_handout_pages
        from diptych.handout.anchors import pages_by_name

        if not self.reading.deck_choices.handout_pages:
            return planned
        handout = self.press.set(self.own_edition)
        pages = pages_by_name(document.material, handout.pages_of)
        return with_handout_pages(planned, document, self.design, pages)

    def _slide_numbers(self) -> Mapping[str, tuple[int, int]]:
        """The slides of each section by its name."""
        from diptych.deck.plan.references import slide_numbers

        return slide_numbers(self.planned, self.reading.document)
