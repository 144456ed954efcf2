"""What an SVG picture may hold: drawings, and nothing that runs, is fetched, or has no end."""

from __future__ import annotations

import base64
import io
import math
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator

from diptych.material.findings import source_error
from diptych.material.place import Place
from diptych.material.svg_endless import check_endless

MAX_PARTS = 20_000
MAX_DEPTH = 100
MAX_PIXELS = 20_000_000  # of a picture inside
_SIMPLER = "simplify it, or save it as PNG"
_FORBIDDEN = ("script", "foreignObject", "iframe", "audio", "video", "animate", "set")
# What blurs further than this, or more often, takes minutes.
_STRENGTHS = {"stdDeviation": 100.0, "radius": 100.0, "numOctaves": 8.0, "order": 10.0}
_NUMBER = re.compile(r"\d+(?:\.\d*)?(?:[eE]\d{1,3})?")
_URL = re.compile(r"""url\(\s*['"]?(?P<url>[^'")]*)|@import\s*['"](?P<imported>[^'"]*)""", re.IGNORECASE)


def check_svg(root: ElementTree.Element, file: str, place: Place) -> None:
    """Nothing that runs, moves, is fetched from elsewhere, or takes too long to draw.

    Raises SourceError where there is any.
    """
    if _depth(root) > MAX_DEPTH:
        raise source_error(
            f"`{file}` is nested more than {MAX_DEPTH} deep", place, _SIMPLER, kind="svg-not-printable"
        )
    check_endless(root, file, place)
    for element in root.iter():
        name = str(element.tag).rpartition("}")[2]
        if name.startswith(_FORBIDDEN):
            raise source_error(
                f"`{file}` holds <{name}>, which cannot be printed", place, kind="svg-not-printable"
            )
        for value in _references(element):
            if not value.startswith(("#", "data:image/png", "data:image/jpeg")):
                raise source_error(
                    f"`{file}` refers to `{value[:60]}`",
                    place,
                    "put it into the SVG itself",
                    kind="svg-not-printable",
                )
            if value.startswith("data:") and _pixels(value) > MAX_PIXELS:
                raise source_error(
                    f"`{file}` holds a picture that cannot be read", place, _SIMPLER, kind="svg-not-printable"
                )
        if name.startswith("fe") and _is_strong(element):
            raise source_error(
                f"`{file}` holds a <{name}> that takes too long to draw",
                place,
                _SIMPLER,
                kind="svg-not-printable",
            )
    if _parts_drawn(root) > MAX_PARTS:
        message = f"`{file}` draws more than {MAX_PARTS:,} parts"
        raise source_error(message, place, _SIMPLER, kind="svg-not-printable")


def _references(element: ElementTree.Element) -> Iterator[str]:
    """All that an element refers to: by `href`, and in styles and attributes by `url()` and `@import`."""
    for key, value in element.attrib.items():
        if key.endswith("href"):
            yield value
    for text in (*element.attrib.values(), element.text or ""):
        for found in _URL.finditer(text):
            yield found["url"] or found["imported"] or ""


def _pixels(address: str) -> float:
    """The size of a picture inside an address; infinite where it cannot be told."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(base64.b64decode(address.partition(",")[2]))) as image:
            return image.width * image.height
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return math.inf


def _is_strong(element: ElementTree.Element) -> bool:
    """Whether a filter asks for more than a picture on paper can need."""
    asked = ((most, element.get(name, "0")) for name, most in _STRENGTHS.items())
    return any(float(number) > most for most, text in asked for number in _NUMBER.findall(text))


def _parts_drawn(root: ElementTree.Element) -> float:
    """The number of elements that are drawn, with what `use` draws again each time; infinite in a ring."""
    named = {element.get("id", ""): element for element in root.iter()}
    counts: dict[ElementTree.Element, float] = {}
    # A marker may be drawn at every point of a line.
    marked = any(str(element.tag).endswith("}marker") for element in root.iter())

    def count(element: ElementTree.Element) -> float:
        if element not in counts:
            counts[element] = math.inf  # until it is counted: what meets itself has no end
            target = named.get(_target(element)) if str(element.tag).endswith("}use") else None
            parts = [*element, *([target] if target is not None else [])]
            own = len(_NUMBER.findall(element.get("d", "") + element.get("points", ""))) / 2 if marked else 1
            counts[element] = own + sum(count(part) for part in parts)
        return counts[element]

    try:
        return count(root)
    except RecursionError:
        return math.inf


def _target(element: ElementTree.Element) -> str:
    return next((value[1:] for key, value in element.attrib.items() if key.endswith("href")), "")


def _depth(root: ElementTree.Element) -> int:
    level, depth = [root], 0
    while level:
        level, depth = [part for element in level for part in element], depth + 1
    return depth
