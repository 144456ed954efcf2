"""What is done with bytes of anybody: they are read as a source, as marked-up text and as a drawing."""

from __future__ import annotations

import contextlib
from pathlib import Path

from diptych.build.sources import text_of
from diptych.layout.load import load_layout
from diptych.material.findings import SourceError, describe
from diptych.material.inline import InlineReader
from diptych.material.pictures import PictureFile, _svg
from diptych.material.place import Place
from diptych.material.prepare import prepare
from diptych.material.reader import read_material

LABELS = load_layout("classic").labels("en")


def read_bytes(data: bytes) -> None:
    """Read the bytes in every way that strangers' bytes are read; only errors with a place may come of it."""
    source(data)
    marked_up(data.decode("utf-8", "replace"))
    drawing(data)


def source(data: bytes) -> str:
    """What is told of a source."""
    try:
        text = text_of(data)
        prepare(read_material(text), Path("nowhere"), LABELS)
    except SourceError as error:
        lines = data.decode("utf-8", "replace").splitlines()
        told = "\n".join(describe(finding, "x.yaml", lines) for finding in error.findings)
        assert told.isprintable() or not set(told) & set("\x00\x1b\u202e")
        return told
    return ""


def marked_up(text: str) -> str:
    """The words of a text, as far as it is read."""
    reader = InlineReader("en")
    return reader.rich(text, Place(1, 1)).plain() + reader.prose(text, Place(1, 1)).plain()


def drawing(data: bytes) -> PictureFile | None:
    """The picture, where the bytes are a drawing."""
    with contextlib.suppress(SourceError):
        return _svg(data, "p.svg", Place(1, 1))
    return None
