"""Slide layouts are read from `deck/slide-layouts.yaml`, and every misspelling is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from diptych.deck.design.slide_layouts import (
    EMU_PER_POINT,
    Area,
    Decoration,
    Insets,
    SlideLayout,
    SlideLayouts,
    TableStyle,
)
from diptych.deck.values import Box
from diptych.layout.error import LayoutError
from diptych.layout.yaml_files import read_yaml

_FIXED_INDEX = MappingProxyType({"title": 0, "ctrTitle": 0, "ftr": 11, "sldNum": 12})
_POINTS = ("indent", "number_indent", "hang")
_LAYOUT_KEYS = frozenset(
    (
        "name",
        "type",
        "frame",
        "extends",
        "ground",
        "numbered",
        "progress",
        "decorations",
        "placeholders",
        "regions",
    )
)
# Regions are numbered from here, where no placeholder of a layout gets to.
_FIRST_REGION = 31


def read_slide_layouts(path: Path, width: int, height: int) -> SlideLayouts:
    """The slide layouts in a YAML file for slides of this width and height in EMU.

    Raises LayoutError where a layout, frame or style lacks or misspells something.
    """
    values = read_yaml(path)
    try:
        return _Reader(values, width, height).layouts()
    except (KeyError, TypeError, ValueError) as error:
        raise LayoutError(f"{path} lacks or misspells {error}") from None


class _Reader:
    """The values of one file, for slides of one size."""

    def __init__(self, values: Mapping[str, Any], width: int, height: int) -> None:
        self.values, self.width, self.height = values, width, height

    def layouts(self) -> SlideLayouts:
        specs = self.values["layouts"].items()
        layouts = {key: self._layout(number, key, spec) for number, (key, spec) in enumerate(specs, 1)}
        return SlideLayouts(layouts, TableStyle(**self.values.get("table", {})), self.width, self.height)

    def _layout(self, number: int, key: str, spec: Mapping[str, Any]) -> SlideLayout:
        whole = self._framed(spec)
        if unknown := sorted(set(whole) - _LAYOUT_KEYS):
            raise ValueError(f"`{unknown[0]}` in the slide layout `{key}`")
        return SlideLayout(
            key,
            str(whole["name"]),
            _indexed(self._areas(whole["placeholders"])),
            self._regions(whole.get("regions", {})),
            tuple(self._decoration(one) for one in _ornaments(whole)),
            str(whole.get("ground", "paper")),
            str(whole.get("type", "")),
            bool(whole.get("numbered", True)),
            f"/ppt/slideLayouts/slideLayout{number}.xml",
            progress=self._line(progress) if (progress := _progress(whole)) else None,
        )

    def _framed(self, spec: Mapping[str, Any]) -> dict[str, Any]:
        """The layout with what its frame says; its own decorations stand in place of the frame's
        where it draws the same line or rectangle, and after them where it does not."""
        frame = spec.get("frame") or spec.get("extends")
        if not frame:
            return dict(spec)
        base = self._framed(self.values["frames"][frame])
        placeholders = {**base.get("placeholders", {}), **spec.get("placeholders", {})}
        decorations = _drawn(base.get("decorations", []), spec.get("decorations", []))
        return {**base, **spec, "placeholders": placeholders, "decorations": decorations}

    def _areas(self, specs: Mapping[str, Mapping[str, Any]]) -> dict[str, Area]:
        last = ("footer", "number")
        keys = [key for key in specs if key not in last] + [key for key in last if key in specs]
        return {key: self._area(key, specs[key]) for key in keys}

    def _regions(self, specs: Mapping[str, Mapping[str, Any]]) -> dict[str, Area]:
        areas = self._areas(specs).values()
        return {area.key: replace(area, index=index) for index, area in enumerate(areas, _FIRST_REGION)}

    def _area(self, key: str, spec: Mapping[str, Any]) -> Area:
        own = {name: value for name, value in spec.items() if name != "style"}
        values: dict[str, Any] = {**self.values["styles"][spec["style"]], **own}
        values |= {name: round(values[name] * EMU_PER_POINT) for name in _POINTS if name in values}
        values["insets"] = Insets(*(round(inset * EMU_PER_POINT) for inset in values.get("insets", ())))
        values["sizes"] = self._sizes(values["sizes"], values.pop("narrow", 0))
        return Area(key, self._box(values.pop("box")), **values)

    def _sizes(self, sizes: list[float], largest: float) -> tuple[float, ...]:
        """The sizes of type; slides no wider than 3:2 begin with a smaller one, where it is given."""
        narrow = largest and 2 * self.width <= 3 * self.height
        return tuple(float(size) for size in sizes if not narrow or size <= largest)

    def _decoration(self, spec: Mapping[str, Any]) -> Decoration:
        return _DECORATIONS[next(iter(spec))](self, spec)

    def _rect(self, spec: Mapping[str, Any]) -> Decoration:
        return Decoration("rect", self._box(spec["rect"]), spec["colour"])

    def _line(self, spec: Mapping[str, Any]) -> Decoration:
        x, y, right, bottom = spec["line"]
        box = self._box([x, y, right - x, bottom - y])
        width, sign = round(spec["width"] * EMU_PER_POINT), bool(spec.get("sign", False))
        return Decoration("line", box, spec["colour"], width, sign=sign)

    def _glyph(self, spec: Mapping[str, Any]) -> Decoration:
        size, font = float(spec["size"]), spec.get("font", "heading")
        return Decoration("glyph", self._box(spec["box"]), spec["colour"], 0, spec["glyph"], size, font)

    def _box(self, percent: list[float]) -> Box:
        x, y, width, height = percent
        across, down = self.width / 100, self.height / 100
        return Box(round(x * across), round(y * down), round(width * across), round(height * down))


_DECORATIONS: Mapping[str, Callable[[_Reader, Mapping[str, Any]], Decoration]] = {
    "rect": _Reader._rect,
    "line": _Reader._line,
    "glyph": _Reader._glyph,
}


def _indexed(areas: Mapping[str, Area]) -> dict[str, Area]:
    """The placeholders with the numbers by which slides find them; 0 is the title's."""
    free = [key for key, area in areas.items() if area.type not in _FIXED_INDEX]
    # What a slide says is number 1 everywhere, so that it moves along when a user changes the layout.
    main = "body" if "body" in free else next((key for key in free if key != "caption"), "")
    numbers = {key: number for number, key in enumerate((one for one in free if one != main), 13)} | {main: 1}
    return {
        key: replace(area, index=_FIXED_INDEX.get(area.type, numbers.get(key, 0)))
        for key, area in areas.items()
    }


def _progress(spec: Mapping[str, Any]) -> Mapping[str, Any]:
    """The line that shows how far a lecture is; none where slides bear no number."""
    found: Mapping[str, Any] = spec.get("progress", {})
    return found if spec.get("numbered", True) else {}


def _ornaments(spec: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The decorations, and the track that the line of progress runs on."""
    progress = _progress(spec)
    track = [{**progress, "colour": progress["track"]}] if progress else []
    return [*spec.get("decorations", []), *track]


def _drawn(base: list[Mapping[str, Any]], own: list[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    shapes = [next(iter(one.values())) for one in own]
    return [one for one in base if next(iter(one.values())) not in shapes] + own
