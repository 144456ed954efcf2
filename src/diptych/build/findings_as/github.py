"""Commands for GitHub's runner: the worst findings become annotations at their lines."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.build.account import Account, SourceAccount
from diptych.material.findings import Finding

# GitHub shows no more than ten errors and ten warnings of a step.
MOST_ANNOTATIONS = 10


def render(account: Account) -> str:
    """One command a line: what stopped the run, then the ten worst findings, errors first.

    Escaped as the runner's toolkit does it, so that nothing in a source can give a command of its own.
    """
    return "".join(f"{line}\n" for line in _commands(account))


def _commands(account: Account) -> Iterator[str]:
    for error in account.errors:
        yield f"::error title=Diptych::{escaped(error)}"
    for source in account.sources.values():
        yield from (f"::error title=Diptych::{escaped(fault)}" for fault in source.faults)
    for source, finding in account.worst_first()[:MOST_ANNOTATIONS]:
        yield _annotation(source, finding)


def _annotation(source: SourceAccount, finding: Finding) -> str:
    values = {"file": source.file(finding), "title": finding.kind}
    if finding.place.line:
        values |= {"line": str(finding.place.line), "col": str(finding.place.column)}
    told = ",".join(f"{name}={_property(value)}" for name, value in values.items())
    words = f"{finding.message}\n{finding.hint}" if finding.hint else finding.message
    return f"::{finding.severity} {told}::{escaped(words)}"


def escaped(text: str) -> str:
    """The text of a command on one line."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return escaped(text).replace(":", "%3A").replace(",", "%2C")
