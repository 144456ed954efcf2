"""What is told while building: results to one stream, everything else to another."""

from __future__ import annotations

import webbrowser
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from diptych.build.sources import SourceFile
from diptych.material.findings import Finding, SourceError, describe


class Console:
    """Results go to `out`, messages to `err`; a progress line shows on a terminal only."""

    def __init__(self, out: TextIO, err: TextIO, *, quiet: bool, verbose: bool) -> None:
        self.out = out
        self.err = err
        self.quiet = quiet
        self.verbose = verbose
        self.shown = ""

    def result(self, line: str) -> None:
        """Tell a result, unless quiet."""
        self._clear()
        if not self.quiet:
            print(line, file=self.out, flush=True)

    def progress(self, stage: str) -> None:
        """Show the stage in a line that the next one overwrites; plain lines where verbose."""
        self._clear()
        if self.verbose:
            print(stage, file=self.err, flush=True)
        elif self.err.isatty() and not self.quiet:
            self.shown = f"{stage} …"
            print(self.shown, end="", file=self.err, flush=True)

    def findings(self, source: SourceFile, findings: Iterable[Finding]) -> None:
        """Tell what is wrong with a source, each finding with its line."""
        self._clear()
        told = [finding for finding in findings if finding.severity == "error" or not self.quiet]
        lines = _lines(source) if told else []
        for finding in told:
            print(describe(finding, str(source.path), lines), file=self.err, flush=True)

    def error(self, message: str) -> None:
        """Tell what stopped the run."""
        self._clear()
        print(f"error: {message}", file=self.err, flush=True)

    def bug(self, error: Exception, trace: str) -> None:
        """Tell of a fault of ours."""
        self.error(f"{type(error).__name__}: {error}\n       This is a fault of Diptych; please report it.")
        if self.verbose:
            print(trace, file=self.err, flush=True)

    def open(self, path: Path) -> None:
        """Open a file with the program that the desktop has for it."""
        webbrowser.open(path.resolve().as_uri())

    def _clear(self) -> None:
        if self.shown:
            print(f"\r{' ' * len(self.shown)}\r", end="", file=self.err, flush=True)
            self.shown = ""


def _lines(source: SourceFile) -> list[str]:
    try:
        return source.read().splitlines()
    except (OSError, SourceError):
        return []
