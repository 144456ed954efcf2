"""What is proved of a source's works before they are given out: nothing is lost, nothing leaks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from diptych.build.pair import Pair
from diptych.handout.edition import Edition
from diptych.layout.load import LayoutError
from diptych.material.findings import Finding, SourceError
from diptych.proof.finished_text import slide_letters
from diptych.proof.layers import Layer
from diptych.proof.leaks import leaks
from diptych.proof.ledger import Entry, Finished, ledger, losses

LECTURERS = Edition("teacher")


def leaks_of(pair: Pair, edition: Edition, layers: Iterable[Layer]) -> tuple[Finding, ...]:
    """Where a student's file says in any layer what is for the teacher."""
    return tuple(leaks(pair.secrets(edition), layers))


def prove_no_leak(found: tuple[Finding, ...]) -> None:
    """Raises SourceError where there is a leak."""
    if found:
        raise SourceError(found)


def prove_readable(faults: Sequence[str], layout: str) -> None:
    """Raises LayoutError where a PDF is unfit for those who listen to it.

    What an author may do wrong is an error of its own before; what is left is a template's fault.
    """
    if faults:
        raise LayoutError(f"what the layout `{layout}` prints cannot be read by all: {'; '.join(faults)}")


def prove_nothing_lost(pair: Pair) -> None:
    """Raises SourceError where a text of the source stands in neither the handout nor the deck."""
    if found := tuple(losses(coverage(pair))):
        raise SourceError(found)


def coverage(pair: Pair) -> tuple[Entry, ...]:
    """Where each leaf of the source stands in its handout and its deck."""
    slides = slide_letters(pair.package(LECTURERS))
    pdf = pair.printer.letters(pair.own_edition)
    return ledger(pair.leaves, Finished(pdf.pages, slides, pdf.described, pdf.named))
