"""The only files that a handout may load: the document's pictures, and the layout's sheets and fonts."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote, unquote

from diptych.handout.weasyprint_import import import_weasyprint
from diptych.layout.load import Layout
from diptych.layout.theme import Theme
from diptych.material.document import Document

BASE = "https://handout.invalid/"  # RFC 2606: no such host can exist, so nothing is ever asked of a network
PICTURES = f"{BASE}pictures/"
LAYOUT = f"{BASE}layout/"
FONTS = f"{BASE}fonts/"


def picture_address(path: str) -> str:
    """The virtual address of one of the document's pictures; safe in CSS and HTML."""
    return PICTURES + quote(path, safe="/")


def sheet_address(name: str) -> str:
    """The virtual address of a style sheet in the layout's folder `handout`."""
    return f"{LAYOUT}handout/{quote(name)}"


def font_address(file: str) -> str:
    """The virtual address of one of the theme's font files."""
    return FONTS + quote(file)


def asset(address: str, document: Document, layout: Layout) -> tuple[bytes, str]:
    """The bytes and the media type behind a virtual address. Raises ValueError for any other address."""
    path = unquote(address)
    if path.startswith(PICTURES) and (picture := document.pictures.get(path.removeprefix(PICTURES))):
        return picture.data, picture.media_type
    if path.startswith(FONTS):
        return _font(path.removeprefix(FONTS), layout.theme), "font/ttf"
    if path.startswith(LAYOUT):
        return _layout_file(path.removeprefix(LAYOUT), layout)
    raise ValueError("the handout loads nothing but its pictures and the layout's own files")


def _font(name: str, theme: Theme) -> bytes:
    for family in theme.fonts.values():
        for file in (family.regular, family.italic, family.bold, family.bold_italic):
            if file.name == name:
                return file.read_bytes()
    raise ValueError(f"the theme has no font file {name}")


def _layout_file(name: str, layout: Layout) -> tuple[bytes, str]:
    path = PurePosixPath(name)
    if ".." in path.parts or path.parts[0] != "handout":
        raise ValueError(f"{name} lies outside the layout's folder `handout`")
    media_type = mimetypes.types_map.get(path.suffix, "application/octet-stream")
    return layout.find(name).read_bytes(), media_type


def fetcher(document: Document, layout: Layout) -> Any:
    """WeasyPrint's door to these files, and to nothing else."""
    urls = import_weasyprint().urls

    class AssetFetcher(urls.URLFetcher):  # type: ignore[misc,name-defined] # known only after the import
        def fetch(self, url: str, headers: object = None) -> object:
            data, media_type = asset(url, document, layout)
            return urls.URLFetcherResponse(url, data, {"Content-Type": media_type})

    return AssetFetcher(allow_redirects=False)


def font_files(theme: Theme) -> Iterator[tuple[str, str, str, str]]:
    """Every face of the theme: family, weight, style and the address of its file."""
    for family in dict.fromkeys(theme.fonts.values()):
        yield family.family, "400", "normal", font_address(family.regular.name)
        yield family.family, "400", "italic", font_address(family.italic.name)
        yield family.family, "700", "normal", font_address(family.bold.name)
        yield family.family, "700", "italic", font_address(family.bold_italic.name)
