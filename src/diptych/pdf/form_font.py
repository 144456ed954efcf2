"""The font in which readers type: small, embedded, and known to every viewer."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from diptych.layout.letters import opened_font
from diptych.pdf.structure import added, array, dictionary, stream

# The characters that suit a language; most are at home in Windows' Western ones. Every viewer knows how
# to type into fonts of 256 characters, not all of them into larger ones.
_WESTERN = "cp1252"
_CODE_PAGES = MappingProxyType(
    dict.fromkeys(("be", "bg", "mk", "ru", "sr", "uk"), "cp1251")
    | dict.fromkeys(("cs", "hr", "hu", "pl", "ro", "sk", "sl", "sq"), "cp1250")
    | dict.fromkeys(("et", "lt", "lv"), "cp1257")
    | {"el": "cp1253", "tr": "cp1254"}
)
_CODES = range(32, 256)
_NOT_SYMBOLIC = 32  # ISO 32000-1, table 123
_STEM = 80  # of an ordinary typeface; viewers need it only where they lack the font
_TABLES = frozenset({"head", "hhea", "hmtx", "maxp", "cmap", "name", "OS/2", "post", "glyf", "loca", "CFF "})


@dataclass(frozen=True)
class FormFont:
    """A font file, of which the fields of a form in a language need only some characters."""

    path: Path
    lang: str

    def embedded(self, pdf: Any) -> bytes:
        """The reference of the font, which the PDF now has with the characters that its language needs."""
        page = _CODE_PAGES.get(self.lang.split("-")[0].lower(), _WESTERN)
        characters = dict(_characters(page))
        with opened_font(self.path) as font:
            _leave_only(font, characters.values())
            values = {
                "Type": "/Font",
                "Subtype": "/Type1" if "CFF " in font else "/TrueType",
                "BaseFont": _name(font),
                "FirstChar": _CODES[0],
                "LastChar": _CODES[-1],
                "Widths": array(_widths(font, characters)),
                "Encoding": _encoding(characters),
                "FontDescriptor": added(pdf, _descriptor(font, pdf)).reference,
            }
        reference: bytes = added(pdf, dictionary(values)).reference
        return reference


def _characters(page: str) -> Iterator[tuple[int, str]]:
    """The characters of a code page by their codes."""
    for code in _CODES:
        character = codecs.decode(bytes([code]), page, "ignore")
        if character and character.isprintable():
            yield code, character


def _leave_only(font: Any, characters: Iterable[str]) -> None:
    """Take all from the font but these characters."""
    from fontTools import subset  # type: ignore[import-untyped]

    options = subset.Options(hinting=False, layout_features=[], notdef_outline=True, name_IDs=[6])
    options.drop_tables += sorted({*font.keys()} - _TABLES)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(characters))
    subsetter.subset(font)


def _name(font: Any) -> str:
    """What PDF calls a part of a font: six capitals before its name (ISO 32000-1, 9.6.4)."""
    return f"/DIPTYC+{font['name'].getDebugName(6)}"


def _widths(font: Any, characters: Mapping[int, str]) -> Iterator[int]:
    """How wide the character of every code is, in thousandths of the size."""
    names, advances = font.getBestCmap(), font["hmtx"].metrics
    for code in _CODES:
        name = names.get(ord(characters.get(code, " ")), ".notdef")
        yield round(advances[name][0] * _thousandths(font))


def _thousandths(font: Any) -> float:
    return 1000 / int(font["head"].unitsPerEm)


def _encoding(characters: Mapping[int, str]) -> Any:
    """Windows' Western characters, and by name those that a language has in their place."""
    western = dict(_characters(_WESTERN))
    differences = [
        entry
        for code, character in characters.items()
        if western.get(code) != character
        for entry in (code, f"/{_glyph_name(character)}")
    ]
    values = {"Type": "/Encoding", "BaseEncoding": "/WinAnsiEncoding"}
    return dictionary({**values, "Differences": array(differences)} if differences else values)


def _glyph_name(character: str) -> str:
    """What Adobe's lists of glyphs call it: new fonts' name, or the last of its old ones."""
    from fontTools.agl import LEGACY_AGL2UV, UV2AGL  # type: ignore[import-untyped]

    known = (name for name, codes in LEGACY_AGL2UV.items() if codes == [ord(character)])
    return str(UV2AGL.get(ord(character)) or max(known))


def _descriptor(font: Any, pdf: Any) -> Any:
    head, lines, scale = font["head"], font["hhea"], _thousandths(font)
    key, program = _program(font)
    values = {
        "Type": "/FontDescriptor",
        "FontName": _name(font),
        "Flags": _NOT_SYMBOLIC,
        "FontBBox": array(round(edge * scale) for edge in (head.xMin, head.yMin, head.xMax, head.yMax)),
        "ItalicAngle": 0,
        "Ascent": round(lines.ascent * scale),
        "Descent": round(lines.descent * scale),
        "CapHeight": round(getattr(font["OS/2"], "sCapHeight", lines.ascent) * scale),
        "StemV": _STEM,
        key: added(pdf, program).reference,
    }
    return dictionary(values)


def _program(font: Any) -> tuple[str, Any]:
    """The font's bytes, and where a descriptor has them."""
    buffer = io.BytesIO()
    font.recalcTimestamp = False
    font.save(buffer)
    data = buffer.getvalue()
    if "CFF " in font:
        return "FontFile3", stream(data, {"Subtype": "/OpenType"}, compress=True)
    return "FontFile2", stream(data, {"Length1": len(data)}, compress=True)
