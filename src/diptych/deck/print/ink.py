"""Colour or grey: what the printed slides' colours and pictures become."""

from __future__ import annotations

import io
from dataclasses import dataclass

# Relative luminance of sRGB colours: WCAG 2.2, and IEC 61966-2-1.
_WEIGHTS = (0.2126, 0.7152, 0.0722)
_QUALITY = 90


@dataclass(frozen=True)
class Ink:
    """The ink of one print. Grey keeps the luminance of every colour, and so the contrast of every pair."""

    grey: bool = False

    def colour(self, value: str) -> str:
        """The colour `#RRGGBB` as it is printed."""
        if not self.grey:
            return value
        parts = (int(value[place : place + 2], 16) / 255 for place in (1, 3, 5))
        luminance = sum(weight * _linear(part) for weight, part in zip(_WEIGHTS, parts, strict=True))
        return "#" + f"{round(_encoded(luminance) * 255):02X}" * 3

    def picture(self, data: bytes, media_type: str) -> tuple[bytes, str]:
        """A PNG or JPEG as it is printed, with its media type."""
        if not self.grey:
            return data, media_type
        from PIL import Image

        with Image.open(io.BytesIO(data)) as image:
            clear = "A" in image.getbands() or "transparency" in image.info
            grey = (image.convert("RGBA") if clear else image).convert("LA" if clear else "L")
            buffer = io.BytesIO()
            if media_type == "image/jpeg":
                grey.save(buffer, "JPEG", quality=_QUALITY)
            else:
                grey.save(buffer, "PNG")
        return buffer.getvalue(), media_type


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _encoded(part: float) -> float:
    return part * 12.92 if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)
