"""Pictures in grey: drawings stay drawings, with every colour as light as it was."""

from __future__ import annotations

import base64
import io
import re
from collections import Counter
from collections.abc import Iterable
from itertools import combinations

from diptych.layout.ink import contrast, grey

_QUALITY = 90
_SVG = "image/svg+xml"
# Where an SVG names colours: attributes, and properties in a style.
_PAINT = re.compile(
    r"(?P<before>\b(?:fill|stroke|stop-color|flood-color|lighting-color|color)\s*(?:=\s*[\"']|:))"
    r"(?P<colour>[^\"';}<]+)"
)
_RGB = re.compile(r"rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)")
_EMBEDDED = re.compile(r"data:(image/(?:png|jpeg));base64,([A-Za-z0-9+/=\s]+)")
# Two greys are told apart from here on (the non-text contrast of WCAG 2.2 is 3, for what must be read).
_TOLD_APART = 1.2
# Two colours differ to the eye where their parts differ by so much together, of 765.
_DIFFERENT = 200
# A picture with few colours on most of its area is a graphic, any other a photograph.
_COLOURS, _MOST = 12, 0.9


def grey_picture(data: bytes, media_type: str) -> bytes:
    """The PNG, JPEG or SVG in grey, of the same kind."""
    if media_type == _SVG:
        return _grey_drawing(data.decode("utf-8-sig", "replace")).encode()
    from PIL import Image

    with Image.open(io.BytesIO(data)) as image:
        clear = "A" in image.getbands() or "transparency" in image.info
        in_grey = (image.convert("RGBA") if clear else image).convert("LA" if clear else "L")
        buffer = io.BytesIO()
        if media_type == "image/jpeg":
            in_grey.save(buffer, "JPEG", quality=_QUALITY)
        else:
            in_grey.save(buffer, "PNG")
    return buffer.getvalue()


def alike_in_grey(data: bytes, media_type: str) -> tuple[str, str] | None:
    """Two colours `#RRGGBB` of a graphic that cannot be told apart in grey; None where there are none.

    Photographs are not judged: nothing in them is told by colour alone.
    """
    colours = _drawn(data.decode("utf-8-sig", "replace")) if media_type == _SVG else _painted(data)
    return next((pair for pair in combinations(colours, 2) if _alike(*pair)), None)


def _alike(one: str, other: str) -> bool:
    apart = sum(abs(a - b) for a, b in zip(_parts(one), _parts(other), strict=True))
    hues = [_hue(colour) for colour in (one, other)]
    return apart >= _DIFFERENT and None not in hues and contrast(one, other) < _TOLD_APART


def _hue(colour: str) -> str | None:
    """The strongest part of a colour; None for greys, which tell nothing by colour."""
    parts = _parts(colour)
    return "rgb"[parts.index(max(parts))] if max(parts) - min(parts) > 40 else None


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))


def _drawn(svg: str) -> list[str]:
    """The colours that a drawing names, each once, in the order in which it names them."""
    named = (_colour(match["colour"]) for match in _PAINT.finditer(svg))
    return list(dict.fromkeys(colour for colour in named if colour))


def _painted(data: bytes) -> Iterable[str]:
    """The colours of a graphic made of pixels; none for a photograph."""
    from PIL import Image

    with Image.open(io.BytesIO(data)) as image:
        small = image.convert("RGB")
        small.thumbnail((400, 400), Image.Resampling.NEAREST)
        pixels: Counter[tuple[int, ...]] = Counter()
        for count, pixel in small.getcolors(small.width * small.height) or ():
            pixels[tuple(part // 16 * 17 for part in pixel)] += count  # type: ignore[union-attr]
    common = pixels.most_common(_COLOURS)
    if sum(count for _, count in common) < _MOST * pixels.total():
        return ()
    return ["#{:02X}{:02X}{:02X}".format(*pixel) for pixel, count in common if count > 0.002 * pixels.total()]


def _grey_drawing(svg: str) -> str:
    in_grey = _PAINT.sub(_grey_paint, svg)
    return _EMBEDDED.sub(_grey_embedded, in_grey)


def _grey_paint(match: re.Match[str]) -> str:
    colour = _colour(match["colour"])
    return match["before"] + (grey(colour) if colour else match["colour"])


def _grey_embedded(match: re.Match[str]) -> str:
    picture = grey_picture(base64.b64decode(match[2]), match[1])
    return f"data:{match[1]};base64,{base64.b64encode(picture).decode()}"


def _colour(words: str) -> str:
    """The colour `#RRGGBB` that these words of CSS name; empty for `none`, `url(…)` and the like."""
    from PIL import ImageColor

    if found := _RGB.match(words.strip()):
        return "#{:02X}{:02X}{:02X}".format(*(min(int(part), 255) for part in found.groups()))
    try:
        return "#{:02X}{:02X}{:02X}".format(*ImageColor.getrgb(words.strip())[:3])
    except ValueError:
        return ""
