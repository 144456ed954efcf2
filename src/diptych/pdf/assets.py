"""The only files that a PDF may load: its pictures, and the layout's sheets and fonts."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Protocol
from urllib.parse import quote, unquote

from diptych.layout.load import Layout
from diptych.layout.theme import Family, Theme
from diptych.pdf.weasyprint_import import import_weasyprint

BASE = "https://diptych.invalid/"  # RFC 2606: no such host can exist, so nothing is ever asked of a network
PICTURES = f"{BASE}pictures/"
LAYOUT = f"{BASE}layout/"
FONTS = f"{BASE}fonts/"


class PictureData(Protocol):
    """The bytes of a picture and what they are."""

    @property
    def data(self) -> bytes:
        """The file's content."""

    @property
    def media_type(self) -> str:
        """Such as `image/png`."""


@dataclass(frozen=True)
class Assets:
    """What one PDF may load: pictures by path, sheets from one folder of the layout, fonts of its theme."""

    layout: Layout
    folder: str
    theme: Theme
    pictures: Mapping[str, PictureData]

    def find(self, address: str) -> tuple[bytes, str]:
        """The bytes and media type behind a virtual address. Raises ValueError for any other address."""
        path = unquote(address)
        if path.startswith(PICTURES) and (picture := self.pictures.get(path.removeprefix(PICTURES))):
            return picture.data, picture.media_type
        if path.startswith(FONTS):
            return _font(path.removeprefix(FONTS), self.theme), "font/ttf"
        if path.startswith(LAYOUT):
            return self._layout_file(path.removeprefix(LAYOUT))
        raise ValueError("a PDF loads nothing but its pictures and the layout's own files")

    def _layout_file(self, name: str) -> tuple[bytes, str]:
        path = PurePosixPath(name)
        if ".." in path.parts or path.parts[0] != self.folder:
            raise ValueError(f"{name} lies outside the layout's folder `{self.folder}`")
        media_type = mimetypes.types_map.get(path.suffix, "application/octet-stream")
        return self.layout.find(name).read_bytes(), media_type


def picture_address(path: str) -> str:
    """The virtual address of a picture; safe in CSS and HTML."""
    return PICTURES + quote(path, safe="/")


def sheet_address(folder: str, name: str) -> str:
    """The virtual address of a style sheet in a folder of the layout."""
    return f"{LAYOUT}{folder}/{quote(name)}"


def families(theme: Theme) -> tuple[Family, ...]:
    """Every family of the theme once, then those that the deck alone is measured with."""
    deck = theme.deck
    named = (font.measured_with for font in (deck.heading, deck.body, deck.code, deck.fallback))
    return tuple(dict.fromkeys([*theme.fonts.values(), *named]))


def font_faces(theme: Theme) -> str:
    """The theme's fonts as CSS: one `@font-face` for every file."""
    return "\n".join(
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-style: {style};'
        f' src: url("{address}") }}'
        for family, weight, style, address in _faces(theme)
    )


def font_stack(first: Family, theme: Theme) -> str:
    """The CSS list of families: this one, then all others of the theme for the characters that it lacks."""
    stack = dict.fromkeys([first, *families(theme)])
    return ", ".join(f'"{family.family}"' for family in stack)


def _faces(theme: Theme) -> Iterator[tuple[str, str, str, str]]:
    """Every face: family, weight, style and the address of its file."""
    for family in families(theme):
        yield family.family, "400", "normal", _font_address(family.regular.name)
        yield family.family, "400", "italic", _font_address(family.italic.name)
        yield family.family, "700", "normal", _font_address(family.bold.name)
        yield family.family, "700", "italic", _font_address(family.bold_italic.name)


def _font_address(file: str) -> str:
    return FONTS + quote(file)


def _font(name: str, theme: Theme) -> bytes:
    for family in families(theme):
        for file in (family.regular, family.italic, family.bold, family.bold_italic):
            if file.name == name:
                return file.read_bytes()
    raise ValueError(f"the theme has no font file {name}")


def fetcher(assets: Assets) -> Any:
    """WeasyPrint's door to these files, and to nothing else."""
    urls = import_weasyprint().urls

    class AssetFetcher(urls.URLFetcher):  # type: ignore[misc,name-defined] # known only after the import
        def fetch(self, url: str, headers: object = None) -> object:
            data, media_type = assets.find(url)
            return urls.URLFetcherResponse(url, data, {"Content-Type": media_type})

    return AssetFetcher(allow_redirects=False)
