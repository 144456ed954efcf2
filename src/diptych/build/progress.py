"""How far a build of many sources is, and what came of it."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from diptych.build.console import Console
from diptych.build.outcome import Outcome
from diptych.build.sources import SourceFile

_WIDTH = 20  # characters of the bar
_MOST_NAMED = 10
_PAUSE = 15.0  # seconds between two lines where there is no terminal


@dataclass
class Progress:
    """Counts what comes of `total` sources, and shows it: a bar on a terminal, elsewhere sometimes a line.

    Of one source alone nothing is shown.
    """

    console: Console
    total: int
    done: int = 0
    faulty: list[str] = field(default_factory=list)
    files: int = 0
    size: int = 0
    running: dict[SourceFile, float] = field(default_factory=dict)
    began: float = field(default_factory=time.monotonic)
    told: float = field(default_factory=time.monotonic)

    def starting(self, source: SourceFile) -> None:
        """A source is begun."""
        self.running[source] = time.monotonic()
        self._put_bar()

    def stage(self, stage: str) -> None:
        """A process that builds has come to this; on a terminal, others would wipe it out at once."""
        if self.console.verbose:
            self.console.progress(stage)

    def ended(self, outcome: Outcome) -> None:
        """This came of a source."""
        self.running.pop(outcome.source, None)
        self.done += 1
        self.files += len(outcome.works)
        self.size += outcome.size
        if not outcome.works:
            self.faulty.append(outcome.source.name)
        self._put_bar()

    def lost(self, outcome: Outcome) -> None:
        """What had ended well could not be written."""
        self.files -= len(outcome.works)
        self.size -= outcome.size
        self.faulty.append(outcome.source.name)

    def show(self) -> None:
        """Show how far it is, and what takes longest now."""
        if self.console.is_terminal:
            self.console.progress(self._slowest())
        elif time.monotonic() - self.told > _PAUSE:
            self.told = time.monotonic()
            self.console.summary(f"{self._counts()} {self._slowest()}".rstrip())

    def end(self) -> None:
        """Tell what was done, in one line."""
        self.console.at("")
        if self.total > 1:
            self.console.summary(self._summary())

    def _summary(self) -> str:
        seconds = time.monotonic() - self.began
        told = f"{self.total:,} sources: {self.files:,} files built in {seconds:,.1f} s"
        if not self.faulty:
            return told
        faulty = sorted(self.faulty)
        more = len(faulty) - _MOST_NAMED
        named = ", ".join(faulty[:_MOST_NAMED]) + (f" and {more:,} more" if more > 0 else "")
        return f"{told}; {len(faulty):,} with errors: {named}"

    def _put_bar(self) -> None:
        if self.total > 1:
            full = _WIDTH * self.done // self.total
            bar = f"[{'#' * full}{'-' * (_WIDTH - full)}] {self._counts()} "
            self.console.at(bar, alarming=bool(self.faulty))

    def _counts(self) -> str:
        faulty = f", {len(self.faulty):,} with errors" if self.faulty else ""
        return f"{self.done:,}/{self.total:,}{faulty}"

    def _slowest(self) -> str:
        if not self.running:
            return ""
        source, began = min(self.running.items(), key=lambda item: item[1])
        return f"{source.name} for {time.monotonic() - began:.0f} s"
