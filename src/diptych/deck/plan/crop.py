"""How a picture stands in a frame: whole inside it, or cropped so that it fills it, never distorted."""

from __future__ import annotations

from collections.abc import Sequence

from diptych.deck.values import Box, Crop

# A picture of pixels is shown at most at twice its size, 96 pixels to the inch: beyond, one sees them.
EMU_PER_PIXEL = 9525
LARGEST = 2.0
_MIDDLE = (50, 50)


def inscribed(width: float, height: float, box: Box, most: float = 0.0) -> Box:
    """The largest box of that shape inside the other, in its middle; `most` is the largest scale, in EMU."""
    scale = min(box.width / width, box.height / height)
    scale = min(scale, most) if most else scale
    inner, tall = max(1, int(width * scale)), max(1, int(height * scale))
    return Box(box.x + (box.width - inner) // 2, box.y + (box.height - tall) // 2, inner, tall)


def crop_to(width: float, height: float, frame: Box, focus: Sequence[int]) -> Crop:
    """What is cut off a picture of that size so that it fills the frame.

    The focus, in percent from the left and the top, comes as near to the middle of the frame as the
    picture's edges let it.
    """
    scale = max(frame.width / width, frame.height / height)
    across, down = frame.width / (width * scale), frame.height / (height * scale)
    at_x, at_y = focus or _MIDDLE
    left, top = _start(across, at_x / 100), _start(down, at_y / 100)
    return Crop(left, top, max(0.0, 1 - across - left), max(0.0, 1 - down - top))


def fills(width: float, height: float, frame: Box) -> bool:
    """True where a picture of so many pixels fills the frame without being blown up too far."""
    return max(frame.width / width, frame.height / height) <= LARGEST * EMU_PER_PIXEL


def _start(share: float, focus: float) -> float:
    """Where the part in sight begins, so that the focus is in its middle if it can be."""
    return min(max(0.0, focus - share / 2), max(0.0, 1 - share))
