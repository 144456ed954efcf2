"""The font in which readers type: small, embedded, and known to every viewer."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from diptych.pdf.structure import added, array, dictionary

# The 256 characters that suit a language; most are at home in Windows' Western ones. Viewers know how to
# type into fonts of 256 characters, not all of them into larger ones.
_CODE_PAGES = MappingProxyType(
    dict.fromkeys(("be", "bg", "mk", "ru", "sr", "uk"), "cp1251")
    | dict.fromkeys(("cs", "hr", "hu", "pl", "ro", "sk", "sl", "sq"), "cp1250")
    | dict.fromkeys(("et", "lt", "lv"), "cp1257")
    | {"el": "cp1253", "tr": "cp1254"}
)
_NOT_SYMBOLIC = 32  # ISO 32000-1, table 123


@dataclass(frozen=True)
class FormFont:
    """A font file of which a form's fields in a language need only some characters."""

    path: Path
    lang: str

    def embedded(self, pdf: Any) -> bytes:
        """The reference of the font, a part of the file, which the PDF now has."""
        characters = dict(_characters(self.lang))
        with opened_font(self.path) as font:
            _leave_only(font, characters.values())
            return self._entered(font, characters, pdf)

    def _entered(X):
        scale = 1000 / font["head"].unitsPerEm
        known, advances = font.getBestCmap(), font["hmtx"].metrics
        widths = [
            round(advances[known.get(ord(characters.get(code, " ")), ".notdef")][0] * scale)
            for code in range(32, 256)
        ]
        name = f"/DIPTYC+{font['name'].getDebugName(6)}"
        descriptor = _descriptor(font, name, scale, pdf)
        values = {
            "Type": "/Font",
            "Subtype": "/TrueType",
            "BaseFont": name,
            "FirstChar": 32,
            "LastChar": 255,
            "Widths": array(widths),
            "Encoding": _encoding(characters),
            "FontDescriptor": descriptor.reference,
        }
        reference: bytes = added(pdf, dictionary(values)).reference
        return reference


def _characters(lang: str) -> Iterator[tuple[int, str]]:
    """The characters of the language's code page by their codes."""
    page = _CODE_PAGES.get(lang.split("-")[0].lower(), "cp1252")
    for code in range(32, 256):
        character = codecs.decode(bytes([code]), page, "ignore")
        if character.isprintable() and character:
            yield code, character


def _part(path: Path, characters: Any) -> Any:
    """The font with these characters alone."""
    from fontTools import subset  # type: ignore[import-untyped]

    options = subset.Options(hinting=False, layout_features=[], notdef_outline=True, name_IDs=[6])
    options.drop_tables += ["GPOS", "GSUB", "GDEF", "DSIG", "STAT"]
    font = TTFont(path, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(characters))
    subsetter.subset(font)
    return font


def _encoding(characters: dict[int, str]) -> Any:
    """Windows' Western characters, and by name those that a language has in their place."""
    from fontTools.agl import UV2AGL

    western = dict(_characters("en"))
    differences: list[Any] = []
    for code, character in characters.items():
        if western.get(code) != character and ord(character) in UV2AGL:
            differences += [code, f"/{UV2AGL[ord(character)]}"]
    encoding = {"Type": "/Encoding", "BaseEncoding": "/WinAnsiEncoding"}
    return dictionary({**encoding, "Differences": array(differences)} if differences else encoding)


def _descriptor(font: Any, name: str, scale: float, pdf: Any) -> Any:
    import pydyf  # type: ignore[import-untyped]

    buffer = io.BytesIO()
    font.save(buffer)
    data = buffer.getvalue()
    program = added(pdf, pydyf.Stream([data], {"Length1": len(data)}, compress=True))
    head, lines, os2 = font["head"], font["hhea"], font["OS/2"]
    box = (head.xMin, head.yMin, head.xMax, head.yMax)
    values = {
        "Type": "/FontDescriptor",
        "FontName": name,
        "Flags": _NOT_SYMBOLIC,
        "FontBBox": array(round(edge * scale) for edge in box),
        "ItalicAngle": 0,
        "Ascent": round(lines.ascent * scale),
        "Descent": round(lines.descent * scale),
        "CapHeight": round(getattr(os2, "sCapHeight", lines.ascent) * scale),
        "StemV": 80,
        "FontFile2": program.reference,
    }
    return added(pdf, dictionary(values))
