"""Where lines of type stand: presentation programs and CSS place the baseline in a line differently."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

# What a line keeps below its baseline, in ems: between the 0.2 of LibreOffice, which divides every line
# alike, and the descents by which PowerPoint sets Georgia (0.22) and Calibri (0.27).
BELOW = 0.22
_USE_TYPO_METRICS = 1 << 7  # OpenType 1.9, OS/2 fsSelection


@dataclass(frozen=True)
class Baselines:
    """Where fonts stand in their lines; each font file is read once."""

    known: dict[Path, tuple[float, float]] = field(default_factory=dict, repr=False)

    def shift(self, file: Path, line_height: float) -> float:
        """How far CSS text must go down to stand where programs set it, in ems of its size.

        CSS centres what the font calls ascent and descent in the line; `line_height` is in ems.
        """
        if file not in self.known:
            self.known[file] = _vertical(file)
        ascent, descent = self.known[file]
        return line_height - BELOW - ((line_height - ascent - descent) / 2 + ascent)


def _vertical(file: Path) -> tuple[float, float]:
    """Ascent and descent in ems, both positive, as HarfBuzz reads them."""
    with TTFont(file, lazy=True) as font:
        (units,) = struct.unpack_from(">H", font.reader["head"], 18)
        os2, hhea = font["OS/2"], font["hhea"]
        if os2.fsSelection & _USE_TYPO_METRICS or not hhea.ascent:
            return os2.sTypoAscender / units, -os2.sTypoDescender / units
        return hhea.ascent / units, -hhea.descent / units
