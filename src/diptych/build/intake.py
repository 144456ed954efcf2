"""What came of sources is written into the folder of finished files."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from diptych.build.outcome import Fault, Outcome
from diptych.build.output_folder import OutputFolder
from diptych.build.records.shelf import Shelf
from diptych.build.telling import Tidings, tidings_of

# Bytes that wait to be written at most, and how many times as long as the last writing took they may wait:
# the account of a folder is written anew each time, and grows with it.
_MOST_BYTES = 128_000_000
_SELDOM = 10


@dataclass
class Intake:
    """Writes the works of sources, some at a time; `tell` is called for each when it is written.

    Its records are kept with it, for those who ask later whether it is up to date. `lost` is called for one
    whose works cannot be written where others can, such as a file that is open elsewhere.
    """

    folder: OutputFolder
    tell: Callable[[Tidings], object]
    lost: Callable[[Outcome], object] = lambda outcome: None
    waiting: list[Outcome] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    size: int = 0
    due: float = 0.0

    def take(self, outcome: Outcome) -> None:
        """Write the works soon, or now. Raises what `OutputFolder.put` does."""
        names = {work.name for work in outcome.works}
        if names & self.names:
            self.flush()
        self.waiting.append(outcome)
        self.names |= names
        self.size += outcome.size
        if self.size > _MOST_BYTES or time.monotonic() >= self.due:
            self.flush()

    def flush(self) -> None:
        """Write all that waits, and tell of it."""
        outcomes, self.waiting, self.names, self.size = self.waiting, [], set(), 0
        started = time.monotonic()
        for outcome in self._written(outcomes):
            self.tell(tidings_of(outcome, self.folder.path))
        self.due = time.monotonic() + _SELDOM * (time.monotonic() - started)

    def _written(self, outcomes: Sequence[Outcome]) -> Sequence[Outcome]:
        """All outcomes, with a fault in place of works that cannot be written."""
        try:
            self._put([one for one in outcomes if one.build])
        except (IsADirectoryError, PermissionError) as error:
            if len(outcomes) > 1:
                return [one for outcome in outcomes for one in self._written([outcome])]
            self.lost(outcomes[0])
            fault = Fault(f"{error.filename}: {error.strerror}")
            return [Outcome(outcomes[0].source, findings=outcomes[0].findings, fault=fault)]
        return outcomes

    def _put(self, made: Sequence[Outcome]) -> None:
        if not made:
            return
        files = {work.name: work.data for outcome in made for work in outcome.works}
        self.folder.put(files, [one.build for one in made if one.build])
        shelf = Shelf(self.folder.path)
        for outcome in made:
            if outcome.record:
                shelf.put(outcome.source.name, outcome.record)


@contextmanager
def taking_in(
    folder: OutputFolder, tell: Callable[[Tidings], object], lost: Callable[[Outcome], object]
) -> Iterator[Intake]:
    """While this lasts, outcomes are taken in; what is done at its end is written, at Ctrl-C, too."""
    intake = Intake(folder, tell, lost)
    try:
        yield intake
    finally:
        intake.flush()
