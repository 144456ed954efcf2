"""Words of charts, measured and broken into lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

MM_PER_POINT = 25.4 / 72
LEADING = 1.2
# From the baseline to the middle of small letters, and to the top of capitals, in ems.
MIDDLE, CAP = 0.34, 0.7


@dataclass(frozen=True)
class Letters:
    """Letters of one size (points); `measure` tells the width of words in ems, in bold or not."""

    size: float
    measure: Callable[[str, bool], float]

    @property
    def em(self) -> float:
        """The size in mm."""
        return self.size * MM_PER_POINT

    @property
    def line(self) -> float:
        """The distance of lines in mm."""
        return LEADING * self.em

    def width(self, text: str, bold: bool = False) -> float:
        """The width of a line in mm."""
        return self.measure(text, bold) * self.em

    def widest(self, texts: Sequence[str], bold: bool = False) -> float:
        """The width of the widest line in mm; 0 where there is none."""
        return max((self.width(text, bold) for text in texts), default=0.0)

    def broken(self, text: str, room: float, bold: bool = False) -> tuple[str, ...]:
        """The text in lines no wider than the room, as far as its words allow."""
        lines: list[str] = []
        for word in _pieces(text):
            if lines and self.width((lines[-1] + word).rstrip(), bold) <= room:
                lines[-1] += word
            else:
                lines.append(word)
        return tuple(line.strip() for line in lines if line.strip())

    def fits(self, text: str, room: float, most_lines: int) -> bool:
        """True where the text takes no more lines, and no word is wider than the room."""
        lines = self.broken(text, room)
        return len(lines) <= most_lines and self.widest(lines) <= room


def _pieces(text: str) -> list[str]:
    """Words with the spaces behind them, parted after hyphens too; of CJK every character by itself."""
    pieces: list[str] = []
    for char in text:
        after = pieces[-1][-1:] if pieces else " "
        fresh = (after in " -–/" and char != " ") or _stands_alone(char) or _stands_alone(after)
        if fresh and char not in "、。，．」）":
            pieces.append(char)
        elif pieces:
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces


def _stands_alone(char: str) -> bool:
    return "\u3040" <= char <= "\u30ff" or "\u4e00" <= char <= "\u9fff"
