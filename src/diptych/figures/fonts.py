"""What figures need to know of a font file: how wide letters are, how high they stand, how they look."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from diptych.layout.letters import Letters, opened_font

_USE_TYPO_METRICS = 1 << 7  # OpenType 1.9, OS/2 fsSelection


@dataclass(frozen=True)
class FontFile:
    """One font, read when something of it is first needed. All lengths are ems, heights upwards."""

    file: Path

    def advance(self, char: str) -> float | None:
        """The width of a character; None where the font lacks it."""
        return self._letters.advance(char)

    @cached_property
    def vertical(self) -> tuple[float, float]:
        """Ascent and descent, both positive, as HarfBuzz reads them."""
        with opened_font(self.file) as font:
            os2, hhea, units = font["OS/2"], font["hhea"], font["head"].unitsPerEm
            if os2.fsSelection & _USE_TYPO_METRICS or not hhea.ascent:
                return os2.sTypoAscender / units, -os2.sTypoDescender / units
            return hhea.ascent / units, -hhea.descent / units

    def outlines(self, text: str, x: float, y: float, size: float) -> str:
        """The letters as the data of an SVG path, `size` high, from x on, on the baseline y (downwards).

        Characters that the font lacks are left out.
        """
        pen = _SvgPen(size / self._letters.units, x, y)
        for char in text:
            self._letters.draw(char, pen)
            pen.x += (self.advance(char) or 0.0) * size
        return "".join(pen.steps)

    @cached_property
    def _letters(self) -> Letters:
        return Letters(self.file)


@dataclass
class _SvgPen:
    """Writes what is drawn in a font's units as steps of an SVG path, from (x, y) on."""

    scale: float
    x: float
    y: float
    steps: list[str] = field(default_factory=list)

    def moveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802 # as fontTools calls it
        self._step("M", points)

    def lineTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._step("L", points)

    def qCurveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._step("Q", points)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._step("C", points)

    def closePath(self) -> None:  # noqa: N802
        self.steps.append("Z")

    def _step(self, letter: str, points: tuple[tuple[float, float], ...]) -> None:
        told = (f"{_short(self.x + x * self.scale)},{_short(self.y - y * self.scale)}" for x, y in points)
        self.steps.append(letter + " ".join(told))


def _short(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
