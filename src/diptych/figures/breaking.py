"""Words of figures broken into lines."""

from __future__ import annotations

import re

from diptych.figures.measuring import Measure

_CJK = "\u2e80-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef"
_CLOSING = "、。，．」』）］？！：；"
# Words with the spaces after them, parts of words up to a hyphen, single characters of Chinese and Japanese.
_PIECE = re.compile(rf"[{_CJK}][{_CLOSING}]*|[^\s{_CJK}]*?[^\W\d_][-–](?=[^\W\d_])|[^\s{_CJK}]+\s*|\s+")


def broken(text: str, room: float, measure: Measure, bold: bool = False) -> tuple[str, ...]:
    """The text in lines no wider than `room` ems, as far as its words allow; no-break spaces hold."""
    lines: list[str] = []
    held = text.replace("\u00a0", "\ue000")
    for piece in (found.replace("\ue000", "\u00a0") for found in _PIECE.findall(held)):
        if lines and measure((lines[-1] + piece).rstrip(" "), bold) <= room:
            lines[-1] += piece
        else:
            lines.append(piece)
    return tuple(line.strip(" ") for line in lines if line.strip())


def balanced(text: str, room: float, measure: Measure, bold: bool = False) -> tuple[str, ...]:
    """The same in as few lines, and these as alike in length as may be."""
    lines = broken(text, room, measure, bold)
    narrow, wide = room / 2, room
    for _ in range(6):
        middle = (narrow + wide) / 2
        tried = broken(text, middle, measure, bold)
        fits = len(tried) == len(lines) and all(measure(line, bold) <= middle for line in tried)
        narrow, wide = (narrow, middle) if fits else (middle, wide)
        lines = tried if fits else lines
    return lines
