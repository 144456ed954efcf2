"""What a name of findings means."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """What is wrong where a finding bears the name, how to mend it, and whether it may be allowed."""

    about: str
    remedy: str
    warning: bool = False
