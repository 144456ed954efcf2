"""Handout and deck of one source, which tell of each other where its author asks for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from diptych.build.designs import DeckOptions
from diptych.build.kept import Kept
from diptych.build.outputs import own_edition
from diptych.build.printer import OwnPrinter, Printer
from diptych.build.reading import Reading
from diptych.material.for_students import for_students

if TYPE_CHECKING:
    from diptych.deck.design.design import DeckDesign
    from diptych.deck.values import Deck
    from diptych.handout.edition import Edition
    from diptych.handout.press import Press, SlideNumbers
    from diptych.material.document import Document
    from diptych.proof.leaks import Secret
    from diptych.proof.leaves import Leaf
    from diptych.proof.opc import OpenPackage


@dataclass
class Pair:
    """What the works of one reading are made of, each made when it is first asked for.

    The deck is planned before the handout, which may tell the numbers of its slides. It is finished after
    the handout, whose pages it may tell. Neither is made for the other's sake alone unless it is told of.
    `kept` is what it has in common with other pairs; `numbers` tells those of the slides where somebody
    else has planned the deck.
    """

    reading: Reading
    options: DeckOptions
    packages: dict[str, OpenPackage] = field(default_factory=dict, repr=False)
    kept_secret: dict[bool, tuple[Secret, ...]] = field(default_factory=dict, repr=False)
    kept: Kept = field(default_factory=Kept, repr=False)
    numbers: Callable[[], SlideNumbers] | None = field(default=None, repr=False)

    @cached_property
    def design(self) -> DeckDesign:
        """The design of the deck."""
        return self.kept.design(self.reading, self.options)

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
        numbers = self.numbers or self.slide_numbers
        templates = self.kept.templates_of(reading.layout)
        return Press(
            reading.document, reading.layout, numbers, tell, lambda: reading.data, templates, self.kept.fonts
        )

    @cached_property
    def printer(self) -> Printer:
        """What gives out the handouts, proved; another process may stand in for it."""
        return self.own_printer

    @cached_property
    def own_printer(self) -> Printer:
        """The printer that works here."""
        return OwnPrinter(self.reading, self.press)

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
        """The finished deck of a teacher or student, with the pages of the handout where it tells them."""
        from diptych.deck.plan.references import with_handout_pages
        from diptych.handout.anchors import pages_by_name

        planned = self.planned_for(edition)
        if not self.reading.deck_choices.handout_pages:
            return planned
        document = self._student_document if edition.edition == "student" else self.reading.document
        pages_of = self.printer.pages_of(self.own_edition)
        self.kept.pages[self.reading.source.path, self.own_edition] = pages_of
        return with_handout_pages(planned, document, self.design, pages_by_name(document.material, pages_of))

    @property
    def pages_before(self) -> Mapping[str, int] | None:
        """The pages of the anchors of its handout when the source was built before in this process."""
        return self.kept.pages.get((self.reading.source.path, self.own_edition))

    def planned_for(self, edition: Edition) -> Deck:
        """The deck of a teacher or student before it tells pages of the handout."""
        return self._student_plan if edition.edition == "student" else self.planned

    @cached_property
    def _student_plan(self) -> Deck:
        """The deck without answers, notes and what is hidden."""
        from diptych.deck.plan.deck import plan_deck

        return plan_deck(self._student_document, self.design)

    @cached_property
    def _student_document(self) -> Document:
        return for_students(self.reading.document)

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """All that the author wrote to be read."""
        from diptych.proof.leaves import leaves_of

        return leaves_of(self.reading.document.material)

    def secrets(self, edition: Edition) -> tuple[Secret, ...]:
        """What an edition for students must not say.

        A bank tells the words of gaps, so that only their places are left to find.
        """
        from diptych.proof.leaks import secrets_of

        gaps = edition.gaps == "blank" and edition.form != "cloze"
        if gaps not in self.kept_secret:
            self.kept_secret[gaps] = secrets_of(self.reading.document, gaps)
        return self.kept_secret[gaps]

    def slide_numbers(self) -> SlideNumbers:
        """The slides of each section by its name."""
        from diptych.deck.plan.references import slide_numbers

        return slide_numbers(self.planned, self.reading.document)
