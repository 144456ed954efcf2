"""What figures need to know of a font file: how wide letters are, how high they stand, how they look."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from diptych.layout.letters import opened_font

_USE_TYPO_METRICS = 1 << 7  # OpenType 1.9, OS/2 fsSelection


@dataclass(frozen=True)
class FontFile:
    """One font, read when something of it is first needed. All lengths are ems, heights upwards."""

    file: Path

    @cached_property
    def advances(self) -> dict[str, float]:
        """The width of every character that the font has."""
        with opened_font(self.file) as font:
            metrics, units = font["hmtx"].metrics, font["head"].unitsPerEm
            return {chr(code): metrics[name][0] / units for code, name in font.getBestCmap().items()}

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
        from fontTools.pens.svgPathPen import SVGPathPen  # type: ignore[import-untyped]
        from fontTools.pens.transformPen import TransformPen  # type: ignore[import-untyped]

        with opened_font(self.file) as font:
            glyphs, names, scale = font.getGlyphSet(), font.getBestCmap(), size / font["head"].unitsPerEm
            pen: Any = SVGPathPen(glyphs, ntos=_short)
            for char in text:
                if ord(char) in names:
                    glyphs[names[ord(char)]].draw(TransformPen(pen, (scale, 0, 0, -scale, x, y)))
                x += self.advances.get(char, 0.0) * size
            return str(pen.getCommands())


def _short(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
