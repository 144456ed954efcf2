"""How many processes can work at once."""

from __future__ import annotations

import os


def cores() -> int:
    """The processors that this process may use; 1 where the system does not tell."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
