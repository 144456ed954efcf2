"""The moment that files may tell: the one that the user sets, and no other."""

from __future__ import annotations

import os
from datetime import UTC, datetime

VARIABLE = "SOURCE_DATE_EPOCH"
FORM = "%Y-%m-%dT%H:%M:%SZ"


def moment_set() -> str:
    """The moment in SOURCE_DATE_EPOCH (reproducible-builds.org) as `2023-11-14T22:13:20Z`, or nothing.

    Raises ValueError where the variable holds no number of seconds since 1970.
    """
    text = os.environ.get(VARIABLE, "")
    if not text:
        return ""
    try:
        return datetime.fromtimestamp(int(text), UTC).strftime(FORM)
    except (ValueError, OverflowError, OSError):
        message = f"{VARIABLE} is `{text}`; set it to a number of seconds since 1970, or not at all"
        raise ValueError(message) from None


def seconds_of(moment: str) -> str:
    """What SOURCE_DATE_EPOCH held for a moment; nothing for none. Raises ValueError for what is no moment."""
    if not moment:
        return ""
    return str(int(datetime.strptime(moment, FORM).replace(tzinfo=UTC).timestamp()))
