"""The theme of one master as a slide layout sees it: colours by name, fonts, grounds."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from diptych.deck.school.package import A

SLOTS = ("dk1", "lt1", "dk2", "lt2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
# The names that presentations write for the first four slots, where no mapping says otherwise.
PLAIN_MAP = MappingProxyType({"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"})
_PRESETS = MappingProxyType(
    {"black": "000000", "white": "FFFFFF", "red": "FF0000", "green": "008000", "blue": "0000FF"}
    | {"gray": "808080", "grey": "808080", "yellow": "FFFF00", "orange": "FFA500", "navy": "000080"}
)
_FULL = 100000


@dataclass(frozen=True)
class Shade:
    """A colour as the file refers to it, and as six hexadecimal digits."""

    xml: str
    value: str


@dataclass(frozen=True)
class Scheme:
    """The theme's colours by slot, the names that slides give them, and the theme's fonts."""

    colours: Mapping[str, str]
    names: Mapping[str, str]
    major: str = ""
    minor: str = ""
    grounds: tuple[Any, ...] = field(default=(), repr=False)

    def named(self, name: str) -> str:
        """The colour of that name (`tx1`, `accent2`) as six hexadecimal digits; black where there is none."""
        slot = self.names.get(name) or PLAIN_MAP.get(name, name)
        return self.colours.get(slot, "000000")

    def shade(self, element: Any, placeholder: str = "") -> Shade | None:
        """The colour that an element such as `a:schemeClr` says; `placeholder` is what `phClr` stands for."""
        value = self._base(element, placeholder)
        if not value:
            return None
        for change in element:
            value = _changed(value, str(change.tag).removeprefix(A), change.get("val", ""))
        return Shade(_written(element), value)

    def face(self, typeface: str) -> str:
        """The family that a typeface names: `+mj-lt` is the theme's font for headings."""
        return {"+mj-lt": self.major, "+mn-lt": self.minor}.get(typeface, typeface)

    def _base(self, element: Any, placeholder: str) -> str:
        kind, value = str(element.tag).removeprefix(A), str(element.get("val", ""))
        match kind:
            case "srgbClr":
                return value.upper() if _is_hex(value) else ""
            case "sysClr":
                last = str(element.get("lastClr", ""))
                return last.upper() if _is_hex(last) else ("FFFFFF" if value == "window" else "000000")
            case "schemeClr":
                return placeholder if value == "phClr" else self.named(value)
            case "prstClr":
                return _PRESETS.get(value, "")
            case "scrgbClr":
                parts = (float(element.get(one, "0").rstrip("%")) / _FULL for one in "rgb")
                return _hex(tuple(part ** (1 / 2.2) for part in parts))
            case _:
                return ""


def read_scheme(theme: Any, mapping: Mapping[str, str]) -> Scheme:
    """The scheme of a theme part under a mapping of names (`p:clrMap`)."""
    bare = Scheme({}, {})
    colours = {}
    for slot in SLOTS:
        found = theme.find(f"{A}themeElements/{A}clrScheme/{A}{slot}")
        shade = bare.shade(found[0]) if found is not None and len(found) else None
        colours[slot] = shade.value if shade else ("FFFFFF" if slot.startswith("lt") else "000000")
    fonts = f"{A}themeElements/{A}fontScheme"
    faces = [theme.find(f"{fonts}/{A}{name}Font/{A}latin") for name in ("major", "minor")]
    major, minor = (str(face.get("typeface", "")) if face is not None else "" for face in faces)
    grounds = theme.find(f"{A}themeElements/{A}fmtScheme/{A}bgFillStyleLst")
    return Scheme(colours, mapping, major, minor, tuple(grounds) if grounds is not None else ())


def colour_element(fill: Any) -> Any:
    """The element of the colour in a solid fill; None where there is none."""
    return fill[0] if fill is not None and len(fill) else None


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2, from 0 (black) to 1 (white)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lightened(colour: str, factor: float, offset: float) -> str:
    """The colour with its lightness (HSL) multiplied and raised, as `lumMod` and `lumOff` do."""
    hue, light, saturation = colorsys.rgb_to_hls(*_rgb(colour))
    return _hex(colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light * factor + offset)), saturation))


def mixed(colours: list[str]) -> str:
    """The average of the colours."""
    rows = [_rgb(colour) for colour in colours]
    return _hex(tuple(sum(row[at] for row in rows) / len(rows) for at in range(3)))


def _changed(colour: str, change: str, value: str) -> str:
    try:
        amount = int(value.rstrip("%")) / _FULL
    except ValueError:
        return colour
    if change == "lumMod":
        return lightened(colour, amount, 0)
    if change == "lumOff":
        return lightened(colour, 1, amount)
    if change == "shade":
        return _hex(tuple(part * amount for part in _rgb(colour)))
    if change == "tint":
        return _hex(tuple(1 - (1 - part) * amount for part in _rgb(colour)))
    if change == "satMod":
        hue, light, saturation = colorsys.rgb_to_hls(*_rgb(colour))
        return _hex(colorsys.hls_to_rgb(hue, light, min(1.0, saturation * amount)))
    return colour


def _written(element: Any) -> str:
    """The element as XML with the usual prefix, and nothing but what the schema knows."""
    tag = "a:" + str(element.tag).removeprefix(A)
    own = "".join(f' {name}="{value}"' for name, value in element.attrib.items() if value.isalnum())
    inner = "".join(_written(one) for one in element if str(one.tag).startswith(A))
    return f"<{tag}{own}>{inner}</{tag}>" if inner else f"<{tag}{own}/>"


def _is_hex(value: str) -> bool:
    return len(value) == 6 and all(char in "0123456789abcdefABCDEF" for char in value)


def _rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _hex(parts: tuple[float, ...]) -> str:
    return "".join(f"{round(min(1.0, max(0.0, part)) * 255):02X}" for part in parts)
