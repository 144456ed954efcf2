"""What a run tells, kept to its end and written as one document that a program can read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TextIO

from diptych.build.account import Account, SourceAccount
from diptych.build.console import Console, lines_of
from diptych.build.findings_as import github, json, junit, sarif
from diptych.build.findings_as.github_summary import step_summary
from diptych.build.sources import SourceFile
from diptych.build.works import Work
from diptych.material.findings import Finding

FORMS: Mapping[str, Callable[[Account], str]] = MappingProxyType(
    {"json": json.render, "github": github.render, "sarif": sarif.render, "junit": junit.render}
)


class Gatherer(Console):
    """A console that writes one document to `out`, whole whatever happens; errors stand on `err` too."""

    def __init__(self, out: TextIO, err: TextIO, form: str, account: Account, *, verbose: bool) -> None:
        super().__init__(out, err, quiet=True, verbose=verbose)
        self.form = form
        self.account = account

    def findings(self, source: SourceFile, findings: Iterable[Finding]) -> None:
        """Keep what is wrong with a source; each finding once."""
        told = self._source(source).findings
        told.extend(one for one in findings if one not in told)

    def made(self, source: SourceFile, work: Work, folder: Path) -> None:
        """Keep a finished file."""
        self._source(source).works[folder / work.name] = work

    def remarks(self, remarks: Iterable[str]) -> None:
        """Keep each remark once."""
        notes = self.account.notes
        notes.extend(one for one in dict.fromkeys(remarks) if one not in notes)

    def error(self, message: str) -> None:
        """Keep what stopped the run, and tell it."""
        self.account.errors.append(message)
        super().error(message)

    def bug(self, error: Exception, trace: str, where: str = "") -> None:
        """Keep a fault of ours, with the source in which it showed, and tell it."""
        super().bug(error, trace, where)
        if source := self.account.sources.get(Path(where)):
            source.faults.append(self.account.errors.pop())

    def end(self, code: int) -> None:
        """Write the document; on GitHub the summary of the step as well."""
        self.account.code = code
        _write(self.out, FORMS[self.form](self.account))
        summary = os.environ.get("GITHUB_STEP_SUMMARY", "")
        if self.form == "github" and summary:
            try:
                with Path(summary).open("a", encoding="utf-8") as file:
                    file.write(step_summary(self.account))
            except OSError as error:
                super().error(f"{summary}: cannot be written: {error.strerror}")

    def _source(self, source: SourceFile) -> SourceAccount:
        new = SourceAccount(source.name, source.path, [])
        account = self.account.sources.setdefault(source.path, new)
        if account is new:
            account.lines = lines_of(source)
        return account


def wanted_form(words: Sequence[str]) -> str:
    """The form for programs that a command line asks for, though nothing else in it may make sense."""
    following = zip(words, (*words[1:], ""), strict=True)
    asked = [
        after if word == "--format" else word.removeprefix("--format=")
        for word, after in following
        if word == "--format" or word.startswith("--format=")
    ]
    verb = words[0] if words and not words[0].startswith("-") else "build"
    return asked[-1] if asked and asked[-1] in FORMS and verb != "report" else ""


def _write(out: TextIO, text: str) -> None:
    """All at once, in UTF-8 whatever the terminal's encoding is: the documents say that they are."""
    buffer = getattr(out, "buffer", None)
    if buffer is None:
        out.write(text)
    else:
        out.flush()
        buffer.write(text.encode("utf-8", "backslashreplace"))
    out.flush()
