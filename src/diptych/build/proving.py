"""What is proved of a source's works before they are given out: nothing is lost, nothing leaks."""

from __future__ import annotations

from collections.abc import Iterable

from diptych.build.pair import Pair
from diptych.handout.edition import Edition
from diptych.layout.load import LayoutError
from diptych.material.findings import SourceError
from diptych.proof.finished_text import Body, described_letters, page_letters, slide_letters
from diptych.proof.layers import Layer
from diptych.proof.leaks import leaks, secrets_of
from diptych.proof.leaves import leaves_of
from diptych.proof.ledger import Entry, Finished, ledger, losses
from diptych.proof.tagged_pdf import tagged_pdf_faults
from diptych.proof.tagged_text import tagged_letters

LECTURERS = Edition("teacher")
# Headers and footers stand further from the text than this, in mm.
_AROUND = 3.0


def prove_no_leak(pair: Pair, edition: Edition, layers: Iterable[Layer]) -> None:
    """Raises SourceError where a student's file says in any layer what is for the teacher."""
    document = pair.reading.document
    # A bank tells the words of gaps, so that only their places are left to find.
    gaps = edition.gaps == "blank" and edition.form != "cloze"
    secrets = secrets_of(document, gaps)
    if found := tuple(leaks(secrets, layers)):
        raise SourceError(found)


def prove_readable(data: bytes, layout: str) -> None:
    """Raises LayoutError where a PDF is unfit for those who listen to it.

    What an author may do wrong is an error of its own before; what is left is a template's fault.
    """
    if faults := tagged_pdf_faults(data):
        raise LayoutError(f"what the layout `{layout}` prints cannot be read by all: {'; '.join(faults)}")


def prove_nothing_lost(pair: Pair) -> None:
    """Raises SourceError where a text of the source stands in neither the handout nor the deck."""
    if found := tuple(losses(coverage(pair))):
        raise SourceError(found)


def coverage(pair: Pair) -> tuple[Entry, ...]:
    """Where each leaf of the source stands in its handout and its deck."""
    edition = pair.own_edition
    margins = edition.setting(pair.reading.layout, pair.reading.document.material.lang).margins
    body = Body(*(room - _AROUND for room in (margins.top, margins.bottom, margins.first)))
    made = pair.press.set(edition)
    slides = slide_letters(pair.package(LECTURERS))
    pages, tagged = page_letters(made.data, body), tagged_letters(made.data)
    leaves = leaves_of(pair.reading.document.material)
    return ledger(leaves, Finished(pages, slides, described_letters(made.data), tagged.named))
