"""Widths of words whose letters join and change, as those of Arabic do: HarfBuzz shapes them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Shaper:
    """One font file that words are shaped with."""

    file: Path

    def width(self, text: str) -> float:
        """The width of the text in ems."""
        import uharfbuzz  # type: ignore[import-untyped]

        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        font, units = self._font
        uharfbuzz.shape(font, buffer, {"kern": False})
        return float(sum(one.x_advance for one in buffer.glyph_positions)) / units

    @cached_property
    def _font(self) -> tuple[Any, int]:
        import uharfbuzz

        face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(self.file)))
        return uharfbuzz.Font(face), face.upem
