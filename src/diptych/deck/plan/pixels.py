"""A picture's bytes for the deck: no more pixels than a slide can show."""

from __future__ import annotations

import io

from diptych.deck.plan.svg import rasterised
from diptych.deck.values import Crop
from diptych.layout.theme import Theme
from diptych.material.pictures import PictureFile

# The pixels on the longer side of what is in sight: more than any projector shows.
MOST_PIXELS = 2600
# What Pillow can make smaller without losing colours.
_MODES = ("1", "L", "LA", "P", "RGB", "RGBA")


def deck_pixels(file: PictureFile, theme: Theme, crop: Crop) -> bytes:
    """The picture as PNG or JPEG bytes: an SVG drawn, a picture with far too many pixels made smaller."""
    if file.media_type == "image/svg+xml":
        return rasterised(file, theme)
    across, down = 1 - crop.left - crop.right, 1 - crop.top - crop.bottom
    scale = MOST_PIXELS / max(file.width * across, file.height * down)
    return file.data if scale >= 1 else _smaller(file, scale)


def see_through(file: PictureFile) -> bool:
    """True where the slide's ground shows through the picture, or may do so."""
    if file.media_type != "image/png":
        return file.media_type == "image/svg+xml"
    from PIL import Image

    with Image.open(io.BytesIO(file.data)) as image:
        if "A" not in image.getbands() and "transparency" not in image.info:
            return False
        return any(image.convert("RGBA").getchannel("A").histogram()[:255])


def _smaller(file: PictureFile, scale: float) -> bytes:
    """The picture at that scale, in its own format; one whose colours would suffer stays as it is."""
    from PIL import Image

    with Image.open(io.BytesIO(file.data)) as image:
        if image.mode not in _MODES:
            return file.data
        size = (max(1, round(file.width * scale)), max(1, round(file.height * scale)))
        colours = (
            image.convert("RGBA" if "transparency" in image.info else "RGB") if image.mode in "1P" else image
        )
        small = colours.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
        buffer = io.BytesIO()
        profile = {"icc_profile": image.info["icc_profile"]} if "icc_profile" in image.info else {}
        if file.media_type == "image/jpeg":
            small.save(buffer, "JPEG", quality=90, **profile)
        else:
            small.save(buffer, "PNG", **profile)
        return buffer.getvalue()
