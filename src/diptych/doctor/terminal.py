"""The terminal in which messages are read."""

from __future__ import annotations

import sys

from diptych.doctor.diagnosis import Diagnosis


def look_at_terminal() -> Diagnosis:
    """Whether messages can be told in the letters of all languages."""
    encoding = sys.stderr.encoding or "ascii"
    try:
        "é字".encode(encoding)
    except UnicodeEncodeError:
        mend = "set the variable PYTHONUTF8=1; until then letters that it lacks are told as \\u codes"
        return Diagnosis("terminal", "note", encoding, mend)
    return Diagnosis("terminal", "well", encoding)
