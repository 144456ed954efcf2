"""Handout and deck of one source, which tell of each other where its author asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from diptych.build.designs import DeckOptions
from diptych.build.reading import Reading

if TYPE_CHECKING:
    from diptych.deck.design.design import DeckDesign
    from diptych.deck.values import Deck
    from diptych.pdf.typeset import PdfFile


@dataclass
class Pair:
    """What the works of one reading are made of, each made when it is first asked for.

    The deck is planned before the handout, which may tell the numbers of its slides. It is finished after
    the handout, whose pages it may tell. Neither is made for the other's sake alone unless it is told of.
    """

    reading: Reading
    options: DeckOptions

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
    def handout(self) -> PdfFile:
        """The typeset handout."""
        from diptych.handout.html import render_html
        from diptych.handout.pdf import render_pdf

        document, layout = self.reading.document, self.reading.layout
        return render_pdf(render_html(document, layout, self._slide_numbers()), document, layout)

    @cached_property
    def deck(self) -> Deck:
        """The finished deck."""
        from diptych.deck.plan.references import with_handout_pages
        from diptych.handout.anchors import pages_by_name

        if not self.reading.deck_choices.handout_pages:
            return self.planned
        document = self.reading.document
        pages = pages_by_name(document.material, self.handout.pages_of)
        return with_handout_pages(self.planned, document, self.design, pages)

    def _slide_numbers(self) -> Mapping[str, tuple[int, int]]:
        """The slides of each section by its name, for the handout to tell; none unless it is asked to."""
        from diptych.deck.plan.references import slide_numbers

        if not self.reading.handout_choices.slide_numbers:
            return {}
        return slide_numbers(self.planned, self.reading.document)
