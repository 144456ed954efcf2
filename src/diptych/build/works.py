"""One source becomes its works: the files that a teacher prints and a lecturer presents."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from diptych.build.designs import DeckOptions
from diptych.build.outputs import Wanted, check_sets
from diptych.build.pair import Pair
from diptych.build.reading import Reading
from diptych.material.choices import WorkName
from diptych.material.findings import Finding, SourceError

if TYPE_CHECKING:
    from diptych.deck.print.forms import FormName


@dataclass(frozen=True)
class Work:
    """One finished file: its bytes, its pages or slides, and the seconds it took.

    `remarks` are what a user should be told of its design, `warnings` what its author could do better;
    `wanted` says how it was made.
    """

    name: str
    data: bytes = field(repr=False)
    count: int
    unit: Literal["page", "slide", "question"]
    seconds: float = 0.0
    remarks: tuple[str, ...] = ()
    warnings: tuple[Finding, ...] = ()
    wanted: Wanted | None = None

    def line(self, folder: Path) -> str:
        """What is told of the file: path, pages or slides, size and time."""
        amount = f"{self.count} {self.unit}{'' if self.count == 1 else 's'}"
        size = f"{len(self.data) / 1000:,.0f} kB"
        return f"{(folder / self.name).as_posix()}  {amount}, {size}, {self.seconds:.1f} s"


def render(
    reading: Reading,
    wanted: Sequence[Wanted],
    options: DeckOptions | None = None,
    starting: Callable[[str], object] = lambda name: None,
) -> Iterator[Work]:
    """The finished files in turn, each proved before it is given out; empty ones are not.

    `starting` is told which comes next. Raises SourceError where the material cannot be set: text that
    fits no slide, a missing glyph; and where, of handout and deck, a text stands in neither, or what is for
    the teacher in a student's. Raises UsageError or SourceError for a set that the layout lacks.
    """
    check_sets(wanted, reading.handout_choices, reading.layout)
    pair = Pair(reading, options or DeckOptions())
    for one in wanted:
        starting(one.name)
        started = time.perf_counter()
        work = _MAKERS[one.work](pair, one)
        if work.count:
            name = f"{reading.source.name}-{one.name}{work.name}"
            yield replace(work, name=name, wanted=one, seconds=time.perf_counter() - started)
    if {one.work for one in wanted} >= {"handout", "deck"}:
        from diptych.build.proving import prove_nothing_lost

        prove_nothing_lost(pair)


def _handout(pair: Pair, wanted: Wanted) -> Work:
    from diptych.build.proving import prove_no_leak, prove_readable
    from diptych.handout.figures import coarse_pictures
    from diptych.handout.pdf import look_alikes
    from diptych.proof.layers import pdf_layers

    made, reading = pair.handout(wanted.edition), pair.reading
    prove_readable(made.data, reading.layout.name)
    if wanted.edition.edition == "student":
        prove_no_leak(pair, wanted.edition, pdf_layers(made.data))
    setting = wanted.edition.setting(reading.layout, reading.document.material.lang)
    alike = look_alikes(reading.document) if setting.greys else ()
    found = (*coarse_pictures(reading.document, setting), *alike)
    return Work(".pdf", made.data, made.pages, "page", remarks=made.remarks, warnings=found)


def _deck(pair: Pair, wanted: Wanted) -> Work:
    from diptych.build.proving import prove_no_leak
    from diptych.build.slide_findings import slide_errors, slide_warnings
    from diptych.proof.deck import lint_package
    from diptych.proof.layers import package_layers

    deck, package = pair.deck(wanted.edition), pair.package(wanted.edition)
    if faults := lint_package(package):
        raise AssertionError("the deck that was written is faulty: " + "; ".join(faults))
    if errors := tuple(slide_errors(deck, package, pair.design.fonts)):
        raise SourceError(errors)
    if wanted.edition.edition == "student":
        prove_no_leak(pair, wanted.edition, package_layers(package))
    found = tuple(slide_warnings(deck, package, pair.reading.document.material))
    remarks = pair.design.remarks
    return Work(".pptx", package.data, len(deck.slides), "slide", remarks=remarks, warnings=found)


def _printed_deck(pair: Pair, wanted: Wanted) -> Work:
    from diptych.build.proving import prove_readable
    from diptych.deck.print.printed import printed_deck

    deck, labels = pair.deck(wanted.edition), pair.reading.document.labels
    form: FormName = wanted.form  # type: ignore[assignment]
    ink: Literal["grey", "colour"] = "grey" if wanted.edition.ink == "grey" else "colour"
    made = printed_deck(deck, pair.design, pair.reading.layout, labels, form, ink)
    prove_readable(made.data, pair.reading.layout.name)
    return Work(".pdf", made.data, made.pages, "page", remarks=pair.design.remarks)


def _questions(pair: Pair, wanted: Wanted) -> Work:
    from diptych.exchange.gift import gift_text
    from diptych.exchange.qti.package import qti_package

    if wanted.form == "qti":
        data, count = qti_package(pair.reading.document)
        return Work(".qti.zip", data, count, "question")
    text = gift_text(pair.reading.document)
    return Work(".gift.txt", text.encode(), text.count("\n::"), "question")


_MAKERS: Mapping[WorkName, Callable[[Pair, Wanted], Work]] = MappingProxyType(
    {
        "handout": _handout,
        "flashcards": _handout,
        "exit-slips": _handout,
        "deck": _deck,
        "printed-deck": _printed_deck,
        "questions": _questions,
    }
)
