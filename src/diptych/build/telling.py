"""What came of sources is told, and kept in mind for the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from diptych.build.console import Console
from diptych.build.manifest import Made
from diptych.build.outcome import Fault, Outcome
from diptych.build.sources import SourceFile
from diptych.material.findings import Finding


@dataclass(frozen=True)
class Tidings:
    """What is to be told of a source: what was found, what a user should know, and its files.

    There are `lines` wherever nothing keeps the source from being built.
    """

    source: SourceFile
    findings: tuple[Finding, ...] = ()
    fault: Fault | None = None
    remarks: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    files: Mapping[Path, Made] = field(default_factory=dict)


def tidings_of(outcome: Outcome, folder: Path) -> Tidings:
    """What is to be told of an outcome whose files are in the folder."""
    made = outcome.build.outputs if outcome.build else {}
    return Tidings(
        outcome.source,
        outcome.findings,
        outcome.fault,
        tuple(remark for work in outcome.works for remark in work.remarks),
        tuple(work.line(folder) for work in outcome.works),
        {folder / name: one for name, one in made.items()},
    )


@dataclass
class Teller:
    """Tells what came of sources; `faulty` and `misused` say whether that was bad for one of them.

    Files are opened where that is wanted.
    """

    console: Console
    opening: bool = False
    faulty: bool = False
    misused: bool = False
    faults: set[str] = field(default_factory=set)

    def tell(self, tidings: Tidings) -> None:
        """Tell all of it."""
        self.console.findings(tidings.source, tidings.findings)
        if tidings.fault:
            self._fault(tidings.source, tidings.fault)
        self.faulty |= not tidings.lines
        self.console.remarks(tidings.remarks)
        for line in tidings.lines:
            self.console.result(line)
        for path, made in tidings.files.items():
            self.console.made(tidings.source, path, made)
            if self.opening:
                self.console.open(path)

    def _fault(self, source: SourceFile, fault: Fault) -> None:
        """A bug is told of each source; what stopped all of them, once."""
        self.misused |= fault.misused
        if fault.trace:
            self.console.bug(fault.message, fault.trace, str(source.path))
        elif fault.message not in self.faults:
            self.faults.add(fault.message)
            self.console.error(fault.message)


@dataclass
class InOrder:
    """Tells what came of sources in the order of these, whatever comes first."""

    teller: Teller
    sources: Sequence[SourceFile]
    told: int = 0
    waiting: dict[SourceFile, Tidings] = field(default_factory=dict)

    def tell(self, tidings: Tidings) -> None:
        """Tell it as soon as all before it is told."""
        self.waiting[tidings.source] = tidings
        while self.told < len(self.sources) and self.sources[self.told] in self.waiting:
            self.teller.tell(self.waiting.pop(self.sources[self.told]))
            self.told += 1

    def tell_the_rest(self) -> None:
        """Tell what waits for others of which nothing will come any more."""
        for source in self.sources:
            if source in self.waiting:
                self.teller.tell(self.waiting.pop(source))


@contextmanager
def in_order(teller: Teller, sources: Sequence[SourceFile]) -> Iterator[InOrder]:
    """While this lasts, tidings are told in the order of these sources; at its end, all are."""
    order = InOrder(teller, sources)
    try:
        yield order
    finally:
        order.tell_the_rest()
