"""One source becomes its works: the files that a teacher prints and a lecturer presents."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from diptych.build.designs import DeckOptions
from diptych.build.kept import Kept
from diptych.build.outputs import Wanted, check_sets
from diptych.build.pair import Pair
from diptych.build.printer import Remembering
from diptych.build.reading import Reading
from diptych.build.second_process import Job, can_fork, printing_beside
from diptych.build.sources import UsageError
from diptych.layout.error import LayoutError
from diptych.material.choices import WorkName
from diptych.material.findings import Finding, SourceError

if TYPE_CHECKING:
    from diptych.deck.print.forms import FormName
    from diptych.deck.values import Deck
    from diptych.handout.edition import Edition
    from diptych.proof.opc import OpenPackage


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
    *,
    beside: bool = False,
    meanwhile: Callable[[], object] = lambda: None,
    kept: Kept | None = None,
    early: Callable[[tuple[Work, ...]], object] | None = None,
) -> Iterator[Work]:
    """The finished files in turn, each proved before it is given out; empty ones are not.

    `starting` is told which comes next. A second process prints the handouts `beside` the decks, where the
    system lets it; `meanwhile` is done first, while that is waited for; `kept` is from sources before. Where
    the source was built before, `early` is given its decks before anything is printed. Raises
    SourceError where the material cannot be set: text that fits no slide, a missing glyph; and where, of
    handout and deck, a text stands in neither, or what is for the teacher in a student's. Raises UsageError
    or SourceError for a set that the layout lacks.
    """
    check_sets(wanted, reading.handout_choices, reading.layout)
    pair = Pair(reading, options or DeckOptions(), kept=kept or Kept())
    with ExitStack() as stack:
        beside = beside and can_fork()
        ahead: Mapping[Wanted, Work] = dict(
            _ahead(pair, wanted, starting, meanwhile, stack if beside else None)
        )
        if early:
            ahead = _early(pair, wanted, starting, early)
        yield from works_of(pair, wanted, starting, ahead)


def works_of(
    pair: Pair,
    wanted: Sequence[Wanted],
    starting: Callable[[str], object] = lambda name: None,
    ahead: Mapping[Wanted, Work] = MappingProxyType({}),
) -> Iterator[Work]:
    """The finished files of a pair in turn, each proved; those that were made `ahead` are not made again.

    Raises what `render` does.
    """
    for one in wanted:
        work = ahead.get(one) or _made(pair, one, starting)
        if work.count:
            yield work
    if _is_pair(wanted):
        from diptych.build.proving import prove_nothing_lost

        prove_nothing_lost(pair)


def _ahead(
    pair: Pair,
    wanted: Sequence[Wanted],
    starting: Callable[[str], object],
    meanwhile: Callable[[], object],
    stack: ExitStack | None,
) -> Iterator[tuple[Wanted, Work]]:
    """The decks, made while a second process prints the handouts, if there is a stack for it.

    What cannot be made is left to be made in its turn, so that of several faults the first is told.
    """
    decks, jobs = [one for one in wanted if _MAKERS[one.work] is _deck], _jobs(pair, wanted)
    with suppress(SourceError, LayoutError, UsageError):
        if not (stack and decks and jobs):
            meanwhile()
            return
        stack.enter_context(printing_beside(pair, jobs))
        meanwhile()
        _get_ready(pair, wanted)
        for one in decks:
            yield one, _made(pair, one, starting)


def _early(
    pair: Pair,
    wanted: Sequence[Wanted],
    starting: Callable[[str], object],
    early: Callable[[tuple[Work, ...]], object],
) -> Mapping[Wanted, Work]:
    """The decks with the pages that the handout had before; none where it has others now."""
    tells, before = pair.reading.deck_choices.handout_pages, pair.pages_before
    decks = [one for one in wanted if _MAKERS[one.work] is _deck]
    if (tells and before is None) or len(decks) == len(wanted):
        return {}
    pair.printer = Remembering(pair.reading, pair.press, before or {})
    made = {one: _made(pair, one, starting) for one in decks}
    pair.printer = pair.own_printer
    early(tuple(made.values()))
    if not tells or pair.printer.pages_of(pair.own_edition) == before:
        return made
    pair.packages.clear()
    return {}


def _get_ready(pair: Pair, wanted: Sequence[Wanted]) -> None:
    """Do all that can be done while the handouts are set in type.

    A deck that will tell their pages is made and proved as if it told none: its pictures are drawn then, and
    all its words are measured.
    """
    from diptych.deck.write.deck import write_deck
    from diptych.proof.opc import OpenPackage

    for one in wanted:
        if _MAKERS[one.work] is _deck and pair.reading.deck_choices.handout_pages:
            deck = pair.planned_for(one.edition)
            _proved_deck(pair, one.edition, deck, OpenPackage(write_deck(deck, pair.design)))
        if one.edition.edition == "student":
            pair.secrets(one.edition)
    len(pair.leaves)
    for library in ("pypdfium2", "pikepdf"):  # finished pages are read with them
        import_module(library)


def _jobs(pair: Pair, wanted: Sequence[Wanted]) -> list[Job]:
    """What the decks and the proofs will ask the printer for, in that order."""
    own = pair.own_edition
    editions = dict.fromkeys(one.edition for one in wanted if _MAKERS[one.work] is _handout)
    jobs: list[Job] = []
    if editions and pair.reading.deck_choices.handout_pages:
        jobs.append(("pages_of", own))
    for edition in editions:
        jobs += [("printed", edition), ("faults", edition)]
    return jobs


def _is_pair(wanted: Sequence[Wanted]) -> bool:
    return {one.work for one in wanted} >= {"handout", "deck"}


def _made(pair: Pair, wanted: Wanted, starting: Callable[[str], object]) -> Work:
    """One work with its name and the time that it took."""
    starting(wanted.name)
    started = time.perf_counter()
    work = _MAKERS[wanted.work](pair, wanted)
    name = f"{pair.reading.source.name}-{wanted.name}{work.name}"
    return replace(work, name=name, wanted=wanted, seconds=time.perf_counter() - started)


def _handout(pair: Pair, wanted: Wanted) -> Work:
    from diptych.build.proving import leaks_of, prove_no_leak, prove_readable
    from diptych.handout.figures import coarse_pictures
    from diptych.handout.pdf import look_alikes
    from diptych.proof.layers import pdf_layers

    made, reading = pair.printer.printed(wanted.edition), pair.reading
    leaks: tuple[Finding, ...] = ()
    if wanted.edition.edition == "student":
        leaks = leaks_of(pair, wanted.edition, pdf_layers(made.data))
    prove_readable(pair.printer.faults(wanted.edition), reading.layout.name)
    prove_no_leak(leaks)
    setting = wanted.edition.setting(reading.layout, reading.document.material.lang)
    alike = look_alikes(reading.document) if setting.greys else ()
    found = (*coarse_pictures(reading.document, setting), *alike)
    return Work(".pdf", made.data, made.pages, "page", remarks=made.remarks, warnings=found)


def _deck(pair: Pair, wanted: Wanted) -> Work:
    deck, package = pair.deck(wanted.edition), pair.package(wanted.edition)
    found, remarks = _proved_deck(pair, wanted.edition, deck, package), pair.design.remarks
    return Work(".pptx", package.data, len(deck.slides), "slide", remarks=remarks, warnings=found)


def _proved_deck(pair: Pair, edition: Edition, deck: Deck, package: OpenPackage) -> tuple[Finding, ...]:
    """What the author could do better. Raises SourceError for what must be mended."""
    from diptych.build.proving import leaks_of, prove_no_leak
    from diptych.build.slide_findings import slide_errors, slide_warnings
    from diptych.proof.deck import lint_package
    from diptych.proof.layers import package_layers

    if faults := lint_package(package):
        raise AssertionError("the deck that was written is faulty: " + "; ".join(faults))
    if errors := tuple(slide_errors(deck, package, pair.design.fonts)):
        raise SourceError(errors)
    if edition.edition == "student":
        prove_no_leak(leaks_of(pair, edition, package_layers(package)))
    return tuple(slide_warnings(deck, package, pair.reading.document.material))


def _printed_deck(pair: Pair, wanted: Wanted) -> Work:
    from diptych.build.proving import prove_readable
    from diptych.deck.print.printed import printed_deck
    from diptych.proof.tagged_pdf import tagged_pdf_faults

    deck, labels = pair.deck(wanted.edition), pair.reading.document.labels
    form: FormName = wanted.form  # type: ignore[assignment]
    ink: Literal["grey", "colour"] = "grey" if wanted.edition.ink == "grey" else "colour"
    made = printed_deck(deck, pair.design, pair.reading.layout, labels, form, ink)
    prove_readable(tagged_pdf_faults(made.data), pair.reading.layout.name)
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
