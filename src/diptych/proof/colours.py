"""Colours in a finished file: references to the theme looked up, and their contrast (WCAG 2.2)."""

from __future__ import annotations

import colorsys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from diptych.proof.inheritance import A, P
from diptych.proof.opc import OpenPackage

_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Scheme:
    """The colours of a theme by the names that a master gives them (`tx1`, `bg1`, `accent1`)."""

    colours: Mapping[str, str]

    def value(self, element: Any) -> str:
        """The colour of an element such as `a:schemeClr`, six hexadecimal digits; empty for others."""
        if element is None:
            return ""
        kind, value = element.tag.removeprefix(A), element.get("val", "")
        if kind == "schemeClr":
            return _changed(self.colours.get(value, ""), element)
        if kind == "sysClr":
            return str(element.get("lastClr", ""))
        return _changed(value, element) if kind == "srgbClr" else ""


@dataclass(frozen=True)
class SchemeFinder:
    """The schemes of the slides of a package, those that slides share put together once."""

    package: OpenPackage
    _known: dict[str, Scheme] = field(default_factory=dict, repr=False)

    def of(self, slide: str) -> Scheme:
        """The scheme of the slide whose part has that name."""
        (layout,) = self.package.related(slide, "slideLayout")
        own = self.package.tree(slide).find(f"{P}clrMapOvr/{A}overrideClrMapping")
        if own is not None:
            return scheme_of(self.package, layout, own.attrib)
        if layout not in self._known:
            self._known[layout] = scheme_of(self.package, layout)
        return self._known[layout]


def scheme_of(package: OpenPackage, layout: str, own: Mapping[str, str] = _NONE) -> Scheme:
    """The scheme of a slide layout: its master's theme, by the nearest mapping of names, `own` before all."""
    (master,) = package.related(layout, "slideMaster")
    (theme,) = package.related(master, "theme")
    named = {one.tag.removeprefix(A): one for one in package.tree(theme).find(f".//{A}clrScheme")}
    slots = {name: _of_slot(one) for name, one in named.items()}
    mapping = dict(package.tree(master).find(f"{P}clrMap").attrib)
    override = package.tree(layout).find(f"{P}clrMapOvr/{A}overrideClrMapping")
    mapping |= {**(override.attrib if override is not None else {}), **own}
    return Scheme({**slots, **{name: slots.get(slot, "") for name, slot in mapping.items()}})


def _of_slot(slot: Any) -> str:
    return str(slot[0].get("lastClr") or slot[0].get("val", ""))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _channels(colour)
    )
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def _channels(colour: str) -> Iterator[float]:
    return (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))


def _changed(colour: str, element: Any) -> str:
    """The colour with the changes of hue, saturation and lightness that stand inside the element."""
    if len(colour) != 6 or not len(element):
        return colour
    hue, light, saturation = colorsys.rgb_to_hls(*_channels(colour))
    for change in element:
        amount = int(change.get("val", "0"))
        match change.tag.removeprefix(A):
            case "hueOff":
                hue = (hue + amount / 60000 / 360) % 1
            case "satMod":
                saturation = min(1.0, saturation * amount / 100_000)
            case "lumMod":
                light *= amount / 100_000
            case "lumOff":
                light += amount / 100_000
    mixed = colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), saturation)
    return "".join(f"{round(part * 255):02X}" for part in mixed)
