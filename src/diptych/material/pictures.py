"""Picture files of a source: read once, checked, and measured."""

from __future__ import annotations

import hashlib
import io
import math
import re
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal
from unittest.mock import patch

from diptych.material.findings import SourceError, source_error
from diptych.material.place import Place
from diptych.material.source_files import FileKind, read_named
from diptych.material.svg_checks import check_svg

MediaType = Literal["image/png", "image/jpeg", "image/svg+xml"]
PICTURE = FileKind("picture", (".png", ".jpg", ".jpeg", ".svg"), 30_000_000)
MAX_PIXELS = 30_000_000
MAX_SIDE = 20_000
LEAST_SIDE = 0.1
MAX_SVG_BYTES = 2_000_000
_SVG = "{http://www.w3.org/2000/svg}"
_LENGTH = re.compile(r"\s*([0-9.]+)\s*(px|pt|mm|cm|in)?\s*$")
_UNITS = {"px": 1.0, "pt": 4 / 3, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}


@dataclass(frozen=True)
class PictureFile:
    """A picture's bytes and its size in pixels (an SVG's own units), and the SHA-256 of its file."""

    data: bytes = field(repr=False)
    media_type: MediaType
    width: float
    height: float
    sha256: str = ""


def load_picture(folder: Path, file: str, place: Place) -> PictureFile:
    """The picture that a path from the YAML file names.

    Raises SourceError where there is no such file, it lies outside the source's folder, or it is
    no PNG, JPEG or SVG that can be drawn.
    """
    data = read_named(folder, file, place, PICTURE)
    picture = (_svg if file.lower().endswith(".svg") else _raster)(data, file, place)
    return replace(picture, sha256=hashlib.sha256(data).hexdigest())


def _raster(data: bytes, file: str, place: Place) -> PictureFile:
    from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data)) as image:
            if image.format not in {"PNG", "JPEG"}:
                hint = "save it as PNG, JPEG or SVG"
                raise source_error(
                    f"`{file}` is a {image.format} picture", place, hint, kind="picture-unreadable"
                )
            if image.width * image.height > MAX_PIXELS or max(image.size) > MAX_SIDE:
                hint = "make it smaller: 4000 pixels across are plenty"
                raise source_error(
                    f"`{file}` has {image.width} × {image.height} pixels", place, hint, kind="too-much"
                )
            with patch.object(ImageFile, "LOAD_TRUNCATED_IMAGES", False):  # WeasyPrint draws half a picture
                image.load()
            if image.mode == "CMYK" or image.getexif().get(0x0112, 1) != 1:
                return _upright(ImageOps.exif_transpose(image).convert("RGB"))
            media_type: MediaType = "image/png" if image.format == "PNG" else "image/jpeg"
            return PictureFile(data, media_type, image.width, image.height)
    except SourceError:
        raise
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise source_error(
            f"`{file}` cannot be read as a picture", place, "save it again as PNG", kind="picture-unreadable"
        ) from error


def _upright(image: object) -> PictureFile:
    """The picture turned as its camera meant it, in the colours of screens."""
    from PIL import Image

    assert isinstance(image, Image.Image)
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=92)
    return PictureFile(buffer.getvalue(), "image/jpeg", image.width, image.height)


def _svg(data: bytes, file: str, place: Place) -> PictureFile:
    if len(data) > MAX_SVG_BYTES:
        message = f"the drawing `{file}` is larger than {MAX_SVG_BYTES // 1_000_000} MB"
        raise source_error(message, place, "simplify it, or save it as PNG", kind="too-much")
    if b"<!ENTITY" in data or b"<!DOCTYPE" in data:
        raise source_error(
            f"`{file}` declares entities or a document type",
            place,
            "remove that line",
            kind="svg-not-printable",
        )
    try:
        data.decode("utf-8")
        root = ElementTree.fromstring(data)
    except UnicodeDecodeError:
        raise source_error(
            f"`{file}` is not UTF-8 text", place, "save it as UTF-8", kind="not-utf-8"
        ) from None
    except (ElementTree.ParseError, LookupError, ValueError) as error:
        raise source_error(
            f"`{file}` is not well-formed SVG: {error}", place, kind="svg-not-printable"
        ) from None
    if root.tag != f"{_SVG}svg":
        hint = 'its first element must be <svg xmlns="http://www.w3.org/2000/svg">'
        raise source_error(f"`{file}` is no SVG picture", place, hint, kind="svg-not-printable")
    check_svg(root, file, place)
    width, height = _svg_size(root)
    if not (width and height):
        raise source_error(
            f"`{file}` says neither viewBox nor width and height", place, kind="svg-not-printable"
        )
    if min(width, height) < LEAST_SIDE or max(width, height) > MAX_SIDE:
        hint = f"make each side {LEAST_SIDE} to {MAX_SIDE} units long"
        raise source_error(f"`{file}` measures {width:g} × {height:g}", place, hint, kind="svg-not-printable")
    return PictureFile(data, "image/svg+xml", width, height)


def _svg_size(root: ElementTree.Element) -> tuple[float, float]:
    box = root.get("viewBox", "").replace(",", " ").split()
    if len(box) == 4:
        return _number(box[2]), _number(box[3])
    return _length(root.get("width", "")), _length(root.get("height", ""))


def _length(text: str) -> float:
    match = _LENGTH.match(text)
    return _number(match[1]) * _UNITS[match[2] or "px"] if match else 0.0


def _number(text: str) -> float:
    """The number; 0 where the text is none."""
    try:
        number = float(text)
    except ValueError:
        return 0.0
    return number if math.isfinite(number) else 0.0
