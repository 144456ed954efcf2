"""What is wrong with a source, and how it is told."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Literal

from diptych.material.characters import shown
from diptych.material.finding_kinds import KINDS
from diptych.material.finding_names import FindingName
from diptych.material.place import NOWHERE, Place

# A quoted value that is longer is told by its beginning.
_MOST_QUOTED = 120
_LONG = re.compile(rf"`[^`]{{{_MOST_QUOTED + 1},}}`")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: where, what, and what to write instead.

    The place is one in the source, or in another `file` of its folder. `excerpt` is the line there, where it
    cannot be taken from the source's text. What is wrong stands `at` these words, in the text that begins
    there, or anywhere where no place is known. `kind` is its stable name, by which it can be looked up, and
    allowed where it is a warning; a `strict` finding is an error even so.
    """

    place: Place
    message: str
    hint: str = ""
    file: str = ""
    excerpt: str = ""
    at: str = ""
    strict: bool = False
    kind: FindingName = field(kw_only=True)

    @property
    def severity(self) -> Literal["error", "warning"]:
        """How bad it is: an error keeps the source from being built."""
        return "warning" if KINDS[self.kind].warning and not self.strict else "error"


class SourceError(Exception):
    """A source that cannot be built, with every finding about it."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("; ".join(finding.message for finding in findings))
        self.findings = findings


def source_error(message: str, place: Place = NOWHERE, hint: str = "", *, kind: FindingName) -> SourceError:
    """The error for one finding."""
    return SourceError((Finding(place, message, hint, kind=kind),))


def describe(finding: Finding, file: str, lines: list[str]) -> str:
    """The finding as a person reads it: `file:line:column: error: …`, the source line and a caret."""
    line, column = exact_place(finding, lines)
    if finding.file:
        file = str(PurePath(file).parent / finding.file)
    if finding.file or finding.excerpt:
        lines = [""] * (line - 1) + [finding.excerpt]
    where = f"{file}:{line}:{column}" if line else file
    text = f"{where}: {finding.severity}: {_LONG.sub(_shortened, finding.message)} [{finding.kind}]"
    if 0 < line <= len(lines):
        excerpt = lines[line - 1].rstrip("\n").expandtabs(1)
        start = max(0, column - 60)
        text += f"\n  {line:>4} | {excerpt[start : start + 100]}\n       | {' ' * (column - 1 - start)}^"
    if finding.hint:
        text += f"\n       = {_LONG.sub(_shortened, finding.hint)}"
    return "\n".join(map(shown, text.split("\n")))


def exact_place(finding: Finding, lines: list[str]) -> Place:
    """Where the words that a finding is `at` stand in the source; its place where they do not."""
    start = finding.place
    for number in range(max(start.line, 1), len(lines) + 1 if finding.at else 0):
        column = lines[number - 1].find(finding.at, start.column - 1 if number == start.line else 0)
        if column >= 0:
            return Place(number, column + 1)
    return start


def _shortened(long: re.Match[str]) -> str:
    return f"{long[0][:_MOST_QUOTED]} …`"
