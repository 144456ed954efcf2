"""Mistakes that are seen at once, whatever the parser makes of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from diptych.material.yaml_mistakes.mistake import Mistake

_OURS, _MIDDLE, _THEIRS = (re.compile(rf"{re.escape(mark * 7)}(\s|$)") for mark in "<=>")


def conflicts(texts: Sequence[str]) -> Iterator[Mistake]:
    """The conflicts that Git left in the file; no text of a source begins so in the first column."""
    for number, text in enumerate(texts):
        if _OURS.match(text):
            middle = _next(texts, number, _MIDDLE)
            end = _next(texts, middle, _THEIRS)
            message = "Git has left two versions here, and could not tell which one is wanted"
            hint = (
                f"keep the lines of one of them, and delete the three lines that begin with <<<<<<<, ======= "
                f"and >>>>>>> (lines {number + 1}, {middle + 1} and {end + 1})"
            )
            yield Mistake("merge-conflict", number, 0, message, hint)


def _next(texts: Sequence[str], start: int, mark: re.Pattern[str]) -> int:
    return next((at for at in range(start, len(texts)) if mark.match(texts[at])), start)
