"""One mistake that would explain why a text is no YAML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from diptych.material.finding_names import FindingName
from diptych.material.findings import Finding
from diptych.material.place import Place

_LONGEST = 90


@dataclass(frozen=True)
class Mistake:
    """What may be wrong, and the lines (from 0) as they would be right; without any it is certain."""

    kind: FindingName
    line: int
    column: int
    message: str
    hint: str
    mended: Mapping[int, str] = field(default_factory=dict)
    doubt: int = 0

    @property
    def cost(self) -> int:
        """How much is changed to mend it: of two ways that lead as far the smaller change was meant."""
        blanked = any(not line for line in self.mended.values())
        return len(self.mended) + self.doubt + 3 * blanked

    @property
    def finding(self) -> Finding:
        """The mistake as it is told."""
        return Finding(Place(self.line + 1, self.column + 1), self.message, self.hint, kind=self.kind)


def write(line: str) -> str:
    """The hint to write a line so; the beginning of a long one."""
    line = line.strip()
    return f"write: {line if len(line) <= _LONGEST else line[: _LONGEST - 1] + '…'}"
