"""The only files that a PDF may load: its pictures, and the layout's sheets and fonts."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import Any, Protocol
from urllib.parse import quote, unquote

from diptych.layout.letters import opened_font
from diptych.layout.load import Layout
from diptych.layout.theme import Family, Theme
from diptych.material.scripts import EAST_ASIAN, script_of
from diptych.pdf.mirror_css import mirrored
from diptych.pdf.scripts_used import first_script, scripts_used, with_other_forms
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
    """What one PDF may load: pictures by path, sheets from one folder of the layout, fonts of its theme.

    Where it is read `from_right`, its sheets are mirrored.
    """

    layout: Layout
    folder: str
    theme: Theme
    pictures: Mapping[str, PictureData]
    from_right: bool = False

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
        data = self.layout.find(name).read_bytes()
        if self.from_right and path.suffix == ".css":
            data = mirrored(data.decode()).encode()
        return data, media_type


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


def font_faces(theme: Theme, html: str) -> str:
    """The theme's fonts as CSS: one `@font-face` for every file that the HTML may need.

    Families of other scripts are left out where there are none of their letters; they never show those of
    Latin, Greek and Cyrillic words, but for those of an East Asian language that the whole is written in.
    """
    return "\n".join(
        f'@font-face {{ font-family: "{family.family}"; font-weight: {weight}; font-style: {style};'
        f' src: url("{_font_address(file.name)}"){_characters(file) if other else ""} }}'
        for family, other in _wanted(theme, html)
        for weight, style, file in _faces(family)
    )


def font_stack(first: Iterable[Family], theme: Theme) -> str:
    """The CSS list of families: these, then all others of the theme for the characters that they lack."""
    stack = dict.fromkeys([*first, *families(theme)])
    return ", ".join(f'"{family.family}"' for family in stack)


def _wanted(theme: Theme, html: str) -> Iterator[tuple[Family, bool]]:
    """Every family that the HTML may need, and whether it is one of other scripts."""
    scripts, kind, deck = theme.handout.scripts, theme.handout, theme.deck
    roles = {kind.text, kind.heading, kind.code}
    roles |= {font.measured_with for font in (deck.heading, deck.body, deck.code, deck.fallback)}
    others = {family for one in scripts.values() for family in (one.text, one.heading)} - roles
    used = with_other_forms(html, scripts_used(html, tuple(scripts)), scripts)
    wanted = {family for script in used for family in (scripts[script].text, scripts[script].heading)}
    first = scripts.get(own) if (own := first_script(html)) in EAST_ASIAN else None
    for family in families(theme):
        if family not in others:
            yield family, False
        elif family in wanted:
            yield family, first is None or family not in (first.text, first.heading)


def _faces(family: Family) -> Iterator[tuple[str, str, Path]]:
    """The faces that have files of their own: weight, style and file."""
    yield "400", "normal", family.regular
    yield "700", "normal", family.bold
    if family.italic != family.regular:
        yield "400", "italic", family.italic
    if family.bold_italic != family.bold:
        yield "700", "italic", family.bold_italic


def _characters(file: Path) -> str:
    """What the font of a script shows, as CSS: all it has but letters of Latin, Greek and Cyrillic words.

    WeasyPrint takes a range for what the font has, so that this must be exact.
    """
    with opened_font(file) as font:
        codes = [code for code in sorted(font.getBestCmap()) if not _is_european(chr(code))]
    groups = groupby(enumerate(codes), key=lambda one: one[1] - one[0])
    runs = [[code for _, code in group] for _, group in groups]
    return "; unicode-range: " + ", ".join(f"U+{run[0]:X}-{run[-1]:X}" for run in runs)


def _is_european(char: str) -> bool:
    return char.isalpha() and script_of(char) in {"Latn", "Grek", "Cyrl"}


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
