"""Handouts as they are wanted: printed, and read again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from diptych.build.reading import Reading

if TYPE_CHECKING:
    from diptych.handout.edition import Edition
    from diptych.handout.press import Press
    from diptych.proof.finished_text import PdfLetters


@dataclass(frozen=True)
class Printed:
    """A finished handout: its bytes and pages, and what a user should know of it."""

    data: bytes = field(repr=False)
    pages: int
    remarks: tuple[str, ...] = ()


class Printer(Protocol):
    """Prints the handouts of one source."""

    def pages_of(self, edition: Edition) -> Mapping[str, int]:
        """The pages on which the anchors of an edition stand. Raises what `Press.set` does."""

    def printed(self, edition: Edition) -> Printed:
        """An edition. Raises what `Press.set` does, and SourceError for what cannot be drawn."""

    def faults(self, edition: Edition) -> tuple[str, ...]:
        """What makes an edition unfit for those who listen to it. Raises what `printed` does."""

    def letters(self, edition: Edition) -> PdfLetters:
        """What the pages of an edition say, in reading order. Raises what `printed` does."""


@dataclass(frozen=True)
class OwnPrinter:
    """The printer that works here and now."""

    reading: Reading
    press: Press

    def pages_of(self, edition: Edition) -> Mapping[str, int]:
        """The pages on which the anchors of an edition stand."""
        return self.press.set(edition).pages_of

    def printed(self, edition: Edition) -> Printed:
        """An edition as it is given out."""
        made = self.press.print(edition)
        return Printed(made.data, made.pages, made.remarks)

    def faults(self, edition: Edition) -> tuple[str, ...]:
        """What makes an edition unfit for those who listen to it."""
        from diptych.proof.tagged_pdf import tagged_pdf_faults

        return tagged_pdf_faults(self.press.print(edition).data)

    def letters(self, edition: Edition) -> PdfLetters:
        """What the pages of an edition say, without running headers and footers."""
        return letters_in(self.press.set(edition).data, edition, self.reading)


@dataclass(frozen=True)
class Remembering(OwnPrinter):
    """A printer that tells the pages of a handout as they were before, and sets none to know them."""

    pages: Mapping[str, int]

    def pages_of(self, edition: Edition) -> Mapping[str, int]:
        """The pages on which the anchors of the source's own edition stood."""
        return self.pages


def letters_in(data: bytes, edition: Edition, reading: Reading) -> PdfLetters:
    """What the pages of an edition say, as they are set in its file."""
    from diptych.proof.finished_text import body_of, pdf_letters

    return pdf_letters(data, body_of(edition.setting(reading.layout, reading.document.material.lang)))
