"""What came of one source: its works, or why there are none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diptych.build.sources import SourceFile
from diptych.material.findings import Finding

if TYPE_CHECKING:
    from diptych.build.manifest import Build
    from diptych.build.records.record import Record
    from diptych.build.works import Work


@dataclass(frozen=True)
class Fault:
    """Why a source could not be built though nothing is wrong in it.

    `misused` is true where the user asked for what there is not; `trace` tells where a bug showed.
    """

    message: str
    misused: bool = False
    trace: str = ""


@dataclass(frozen=True)
class Outcome:
    """The works of a source with the account of them; none where there is an error or a fault.

    `findings` are all that was found, warnings too; `build` and `record` are the account of
    the works, where one is wanted.
    """

    source: SourceFile
    works: tuple[Work, ...] = ()
    build: Build | None = None
    record: Record | None = None
    findings: tuple[Finding, ...] = ()
    fault: Fault | None = None

    @property
    def size(self) -> int:
        """The bytes of all files."""
        return sum(len(work.data) for work in self.works)
