"""What a run has found and made, gathered to be told as a whole."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from diptych.build.works import Work
from diptych.material.findings import Finding

_WORST_FIRST = {"error": 0, "warning": 1}


@dataclass
class SourceAccount:
    """One source: its path and text, what was found in it, and what was made of it, by path.

    `faults` are those of this program, told in words.
    """

    name: str
    path: Path
    lines: list[str]
    findings: list[Finding] = field(default_factory=list)
    works: dict[Path, Work] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        """True where nothing keeps it from being built."""
        return not self.faults and all(finding.severity != "error" for finding in self.findings)

    def file(self, finding: Finding) -> str:
        """The file that a finding is about, as it lies from here, with slashes."""
        return told_path(self.path.parent / finding.file if finding.file else self.path)

    def line(self, finding: Finding) -> str:
        """The line that a finding is about; empty where it is about none."""
        if finding.file or finding.excerpt:
            return finding.excerpt
        number = finding.place.line
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


@dataclass
class Account:
    """A whole run: its sources, what stopped it, notes on designs, and the code with which it ends."""

    verb: str
    version: str
    sources: dict[Path, SourceAccount] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    code: int = 0

    def findings(self) -> Iterator[tuple[SourceAccount, Finding]]:
        """Every finding with its source, in the order of the sources and their lines."""
        for source in self.sources.values():
            for finding in sorted(source.findings, key=lambda one: one.place):
                yield source, finding

    def worst_first(self) -> list[tuple[SourceAccount, Finding]]:
        """Every finding with its source, errors before warnings."""
        return sorted(self.findings(), key=lambda pair: _WORST_FIRST[pair[1].severity])

    def count(self, severity: Literal["error", "warning"]) -> int:
        """How many findings are so bad."""
        return sum(finding.severity == severity for _, finding in self.findings())


def told_path(path: Path) -> str:
    """The path from here, with slashes; whole where there is no way there from here."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive
        return path.as_posix()
