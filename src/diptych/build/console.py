"""What is told while building: results to one stream, everything else to another."""

from __future__ import annotations

import webbrowser
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from diptych.build.progress import bar
from diptych.build.sources import SourceFile
from diptych.build.works import Work
from diptych.material.findings import Finding, SourceError, describe
from diptych.material.limits import MAX_FINDINGS


class Console:
    """Results go to `out`, messages to `err`; a progress line shows on a terminal only."""

    def __init__(self, out: TextIO, err: TextIO, *, quiet: bool, verbose: bool) -> None:
        self.out = out
        self.err = err
        self.quiet = quiet
        self.verbose = verbose
        self.shown = ""
        self.far = ""
        self.remarked: set[str] = set()

    def result(self, line: str) -> None:
        """Tell a result, unless quiet."""
        self._clear()
        if not self.quiet:
            _tell(self.out, line)

    def progress(self, stage: str) -> None:
        """Show the stage in a line that the next one overwrites; plain lines where verbose."""
        self._clear()
        if self.verbose:
            _tell(self.err, stage)
        elif self.err.isatty() and not self.quiet:
            self.shown = f"{self.far}{stage} …"
            _tell(self.err, self.shown, end="")

    def at(self, done: int, total: int) -> None:
        """Show from now on how many of all sources are done."""
        self.far = bar(done, total)

    def sum_up(self, told: str) -> None:
        """Tell what came of a build of many sources, unless quiet."""
        self._clear()
        self.far = ""
        if told and not self.quiet:
            _tell(self.err, told)

    def made(self, source: SourceFile, work: Work, folder: Path) -> None:
        """Tell of a finished file of a source."""
        self.result(work.line(folder))

    def findings(self, source: SourceFile, findings: Iterable[Finding]) -> None:
        """Tell what is wrong with a source, each finding with its line."""
        self._clear()
        told = [finding for finding in findings if finding.severity == "error" or not self.quiet]
        lines = lines_of(source) if told else []
        for finding in told[:MAX_FINDINGS]:
            _tell(self.err, describe(finding, str(source.path), lines))
        if len(told) > MAX_FINDINGS:
            _tell(self.err, f"{source.path}: {len(told) - MAX_FINDINGS:,} more findings like these")

    def remarks(self, remarks: Iterable[str]) -> None:
        """Tell what a user should know though nothing is wrong, each remark once, unless quiet."""
        self._clear()
        for remark in remarks:
            if remark not in self.remarked and not self.quiet:
                _tell(self.err, f"note: {remark}")
            self.remarked.add(remark)

    def error(self, message: str) -> None:
        """Tell what stopped the run."""
        self._clear()
        _tell(self.err, f"error: {message}")

    def bug(self, error: Exception, trace: str, where: str = "") -> None:
        """Tell of a fault of ours, and where it showed."""
        place = f"{where}: " if where else ""
        what = f"{place}{type(error).__name__}: {error}"
        self.error(f"{what}\n       This is a fault of Diptych; please report it.")
        if self.verbose:
            _tell(self.err, trace)

    def end(self, code: int) -> None:
        """Tell what is left to be told when the run ends with this code."""
        self._clear()

    def open(self, path: Path) -> None:
        """Open a file with the program that the desktop has for it."""
        webbrowser.open(path.resolve().as_uri())

    def _clear(self) -> None:
        if self.shown:
            _tell(self.err, f"\r{' ' * len(self.shown)}\r", end="")
            self.shown = ""


def lines_of(source: SourceFile) -> list[str]:
    """The lines of a source's text; none where it cannot be read."""
    try:
        return source.read().splitlines()
    except (OSError, SourceError):
        return []


def _tell(stream: TextIO, text: str, end: str = "\n") -> None:
    """Write at once; a stream that cannot show a character shows it escaped."""
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding) + end)
    stream.flush()
