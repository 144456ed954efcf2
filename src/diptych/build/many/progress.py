"""How far a build of many sources is."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from diptych.build.console import Console
from diptych.build.outcome import Outcome
from diptych.build.sources import SourceFile

_WIDTH = 24  # characters of the bar
_PAUSE = 15.0  # seconds between two lines where there is no terminal


@dataclass
class Progress:
    """Counts what came of `total` sources, and shows it: a bar on a terminal, elsewhere sometimes a line."""

    console: Console
    total: int
    done: int = 0
    faulty: int = 0
    files: int = 0
    size: int = 0
    running: dict[SourceFile, float] = field(default_factory=dict)
    began: float = field(default_factory=time.monotonic)
    told: float = field(default_factory=time.monotonic)

    def starting(self, source: SourceFile) -> None:
        """A source is begun."""
        self.running[source] = time.monotonic()

    def ended(self, outcome: Outcome) -> None:
        """This came of a source."""
        self.running.pop(outcome.source, None)
        self.done += 1
        self.faulty += not outcome.works
        self.files += len(outcome.works)
        self.size += outcome.size

    def show(self) -> None:
        """Show how far it is, and what takes longest now."""
        if self.console.is_terminal:
            full = _WIDTH * self.done // self.total
            bar = f"{'█' * full}{'░' * (_WIDTH - full)} {self._counts()}"
            self.console.bar(bar, self._slowest(), alarming=self.faulty > 0)
        elif time.monotonic() - self.told > _PAUSE:
            self.told = time.monotonic()
            self.console.summary(f"{self._counts()}{self._slowest()}")

    def summary(self) -> str:
        """What was done, in one line."""
        seconds = time.monotonic() - self.began
        built = self.done - self.faulty
        faulty = f", {self.faulty:,} not" if self.faulty else ""
        size, speed = f"{self.size / 1e6:,.1f} MB", f"{self.done / seconds:,.1f} a second"
        return f"{built:,} sources built{faulty}: {self.files:,} files, {size} in {seconds:,.1f} s, {speed}"

    def _counts(self) -> str:
        return f"{self.done:,}/{self.total:,}" + (f", {self.faulty:,} faulty" if self.faulty else "")

    def _slowest(self) -> str:
        if not self.running:
            return ""
        source, began = min(self.running.items(), key=lambda item: item[1])
        return f", {source.name} for {time.monotonic() - began:.0f} s"
