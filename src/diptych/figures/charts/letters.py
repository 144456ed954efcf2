"""Words of charts, measured and broken into lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

MM_PER_POINT = 25.4 / 72
LEADING = 1.2
# Single names stand so close that hardly anything is left between them, in ems.
CLOSEST = 0.88
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
        """The text in lines no wider than the room; a word that is wider is broken anywhere."""
        lines: list[str] = []
        for word in (part for piece in _pieces(text) for part in self._parts(piece, room, bold)):
            if lines and self.width((lines[-1] + word).rstrip(), bold) <= room:
                lines[-1] += word
            else:
                lines.append(word)
        return tuple(line.strip() for line in lines if line.strip())

    def _parts(self, word: str, room: float, bold: bool) -> list[str]:
        """A word in parts no wider than the room, with hyphens between letters."""
        if self.width(word.rstrip(), bold) <= room:
            return [word]
        parts = [""]
        for char in word:
            if parts[-1] and self.width(f"{parts[-1]}{char}-".rstrip(), bold) > room:
                parts[-1] += "-" if parts[-1][-1].isalpha() and char.isalpha() else ""
                parts.append("")
            parts[-1] += char
        return parts

    def fits(self, text: str, room: float, most_lines: int) -> bool:
        """True where the text takes no more lines, and no word is wider than the room."""
        return self.holds(text, room) and len(self.broken(text, room)) <= most_lines

    def holds(self, text: str, room: float, bold: bool = False) -> bool:
        """True where no word of the text is wider than the room."""
        return all(self.width(word.rstrip(), bold) <= room for word in _pieces(text))


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
