"""Picture files of a source: read once, checked, and measured."""

from __future__ import annotations

import hashlib
import io
import re
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from diptych.material.findings import SourceError, source_error
from diptych.material.place import Place

MediaType = Literal["image/png", "image/jpeg", "image/svg+xml"]
MAX_BYTES = 30_000_000
MAX_PIXELS = 60_000_000
_SVG = "{http://www.w3.org/2000/svg}"
_LENGTH = re.compile(r"\s*([0-9.]+)\s*(px|pt|mm|cm|in)?\s*$")
_UNITS = {"px": 1.0, "pt": 4 / 3, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_FORBIDDEN = ("script", "foreignObject", "iframe", "audio", "video", "animate", "set")


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
    path = _inside(folder, file, place)
    data = _read(path, file, place)
    picture = (_svg if path.suffix.lower() == ".svg" else _raster)(data, file, place)
    return replace(picture, sha256=hashlib.sha256(data).hexdigest())


def _read(path: Path, file: str, place: Place) -> bytes:
    """The bytes, read once: whatever becomes of the file afterwards, all works show the same picture."""
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise source_error(f"the picture `{file}` cannot be read: {error.strerror}", place) from None
    if len(data) > MAX_BYTES:
        raise source_error(f"the picture `{file}` is larger than {MAX_BYTES // 1_000_000} MB", place)
    return data


def _inside(folder: Path, file: str, place: Place) -> Path:
    root = folder.resolve()
    path = (root / file).resolve()
    if not path.is_relative_to(root):
        hint = "copy it into the folder of the source"
        raise source_error(f"the picture `{file}` lies outside the source's folder", place, hint)
    if not path.is_file():
        near = sorted(one.relative_to(root).as_posix() for one in root.rglob("*") if _is_picture(one))
        hint = f"there are {', '.join(near[:8])}" if near else f"there is no picture in {folder.name}/"
        raise source_error(f"there is no picture `{file}`", place, hint)
    return path


def _is_picture(path: Path) -> bool:
    return path.suffix.lower() in {".png", ".jpg", ".jpeg", ".svg"} and path.is_file()


def _raster(data: bytes, file: str, place: Place) -> PictureFile:
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data)) as image:
            if image.format not in {"PNG", "JPEG"}:
                hint = "save it as PNG, JPEG or SVG"
                raise source_error(f"`{file}` is a {image.format} picture", place, hint)
            if image.width * image.height > MAX_PIXELS:
                raise source_error(
                    f"`{file}` has {image.width} × {image.height} pixels", place, "make it smaller"
                )
            image.load()
            if image.mode == "CMYK" or image.getexif().get(0x0112, 1) != 1:
                return _upright(ImageOps.exif_transpose(image).convert("RGB"))
            media_type: MediaType = "image/png" if image.format == "PNG" else "image/jpeg"
            return PictureFile(data, media_type, image.width, image.height)
    except SourceError:
        raise
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise source_error(f"`{file}` cannot be read as a picture", place, "save it again as PNG") from error


def _upright(image: object) -> PictureFile:
    """The picture turned as its camera meant it, in the colours of screens."""
    from PIL import Image

    assert isinstance(image, Image.Image)
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=92)
    return PictureFile(buffer.getvalue(), "image/jpeg", image.width, image.height)


def _svg(data: bytes, file: str, place: Place) -> PictureFile:
    if b"<!ENTITY" in data or b"<!DOCTYPE" in data:
        raise source_error(f"`{file}` declares entities or a document type", place, "remove that line")
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        raise source_error(f"`{file}` is not well-formed SVG: {error}", place) from None
    if root.tag != f"{_SVG}svg":
        hint = 'its first element must be <svg xmlns="http://www.w3.org/2000/svg">'
        raise source_error(f"`{file}` is no SVG picture", place, hint)
    _check_svg(root, file, place)
    width, height = _svg_size(root)
    if not (width and height):
        raise source_error(f"`{file}` says neither viewBox nor width and height", place)
    return PictureFile(data, "image/svg+xml", width, height)


def _check_svg(root: ElementTree.Element, file: str, place: Place) -> None:
    """Nothing that runs, moves or is fetched from elsewhere."""
    for element in root.iter():
        name = str(element.tag).rpartition("}")[2]
        if name.startswith(_FORBIDDEN):
            raise source_error(f"`{file}` holds <{name}>, which cannot be printed", place)
        for key, value in element.attrib.items():
            if key.endswith("href") and not value.startswith(("#", "data:image/png", "data:image/jpeg")):
                raise source_error(f"`{file}` refers to `{value[:60]}`", place, "put it into the SVG itself")


def _svg_size(root: ElementTree.Element) -> tuple[float, float]:
    box = root.get("viewBox", "").replace(",", " ").split()
    if len(box) == 4:
        return float(box[2]), float(box[3])
    return _length(root.get("width", "")), _length(root.get("height", ""))


def _length(text: str) -> float:
    match = _LENGTH.match(text)
    return float(match[1]) * _UNITS[match[2] or "px"] if match else 0.0
