"""The first part in which two files differ that should be the same."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePath

_PACKED = "the parts are the same and packed otherwise; another zlib may have made it"


def first_difference(name: str, then: bytes, now: bytes) -> str:
    """What differs first, by what the file's name says that it is; empty where nothing does.

    Of a PDF it is a page or an object, of a presentation or another package a part, else a line.
    """
    if then == now:
        return ""
    match PurePath(name).suffix:
        case ".pdf":
            from diptych.build.pdf_difference import pdf_difference

            found = pdf_difference(then, now)
        case ".pptx" | ".zip":
            found = _part(then, now)
        case _:
            found = _line(then, now)
    return found or f"byte {_byte(then, now)} differs"


def _part(then: bytes, now: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(then)) as old, zipfile.ZipFile(io.BytesIO(now)) as new:
            return _first_part(old, new)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        return "it is no package that can be read"


def _first_part(old: zipfile.ZipFile, new: zipfile.ZipFile) -> str:
    names = old.namelist()
    for name in names:
        if name not in new.NameToInfo:
            return f"{name} would not be made now"
        if old.read(name) != new.read(name):
            return f"{name} differs"
    added = [name for name in new.namelist() if name not in old.NameToInfo]
    return f"{added[0]} is missing" if added else _PACKED


def _line(then: bytes, now: bytes) -> str:
    place = _byte(then, now)
    return f"line {then[: place - 1].count(10) + 1} (byte {place}) differs"


def _byte(then: bytes, now: bytes) -> int:
    """The place of the first byte that differs, counted from 1."""
    pairs = enumerate(zip(then, now, strict=False), 1)
    return next((place for place, (old, new) in pairs if old != new), min(len(then), len(now)) + 1)
