"""One thing that was looked at, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What was looked at and what was found; `mend` is what to do where it is not well.

    A `note` is worth knowing and stops no build; what is `ill` does.
    """

    subject: str
    state: Literal["well", "note", "ill"]
    found: str
    mend: str = ""

    def line(self) -> str:
        """The diagnosis as a person reads it, in one line or two."""
        mark = {"well": "ok  ", "note": "note", "ill": "FAIL"}[self.state]
        told = f"{mark}  {self.subject}: {self.found}"
        return f"{told}\n      {self.mend}" if self.mend else told
