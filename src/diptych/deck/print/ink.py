"""Colour or grey: what the printed slides' colours and pictures become."""

from __future__ import annotations

from dataclasses import dataclass

from diptych.layout.ink import grey
from diptych.pdf.grey import grey_picture


@dataclass(frozen=True)
class Ink:
    """The ink of one print. Grey keeps the luminance of every colour, and so the contrast of every pair."""

    grey: bool = False

    def colour(self, value: str) -> str:
        """The colour `#RRGGBB` as it is printed."""
        return grey(value) if self.grey else value

    def picture(self, data: bytes, media_type: str) -> tuple[bytes, str]:
        """A picture as it is printed, with its media type."""
        return (grey_picture(data, media_type) if self.grey else data), media_type
