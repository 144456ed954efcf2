"""Words of other files, so that no sign among them becomes a mark of ours."""

from __future__ import annotations

import re

_MARKS = re.compile(r"([\\`*_\[\]<$^~&{])")
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")


def unmarked(text: str) -> str:
    """The words with a backslash before what would be a mark; on one line."""
    return _MARKS.sub(r"\\\1", " ".join(printable(text).split()))


def printable(text: str) -> str:
    """The text without what nobody sees and no printer prints; a forced line break is a space."""
    return _INVISIBLE.sub("", text.replace("\x0b", " ").replace("\u2028", " ").replace("\u2029", " "))
