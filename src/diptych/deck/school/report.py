"""What a template offers, as a table to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import floor
from types import MappingProxyType

from diptych.deck.design.design import DeckDesign
from diptych.deck.design.slide_layouts import EMU_PER_POINT, Area, SlideLayout
from diptych.deck.measure.heights import LINE

_EMU_PER_CM = 360000
# The width of an ordinary word with its space, in ems.
_WORD = 2.9
_HOW: Mapping[str, str] = MappingProxyType(
    {
        "": "drawn from the theme",
        "author": "named by you",
        "name": "by its name",
        "type": "by its type",
        "signature": "by its placeholders",
        "stand-in": "stands in",
    }
)
_FURNITURE = ("footer", "number")


def layouts_report(design: DeckDesign) -> str:
    """For each kind of slide the slide layout that serves for it, how it was found, and what it can hold."""
    layouts = design.layouts.layouts
    parts = (_head(design), _table(layouts.values()), _boxes(layouts.values()), _yaml(layouts.values()))
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"


def _head(design: DeckDesign) -> list[str]:
    layouts, fonts = design.layouts, design.theme.deck
    width, height = (f"{_cm(side):.1f}" for side in (layouts.width, layouts.height))
    named = f"{fonts.heading.name} for headings, {fonts.body.name} for text, {fonts.code.name} for code"
    return [
        f"{design.theme.name}: slides of {width} × {height} cm ({_shape(layouts.width / layouts.height)})",
        f"Fonts: {named}",
        *(f"- {remark}" for remark in design.remarks),
    ]


def _table(layouts: Iterable[SlideLayout]) -> list[str]:
    rows = [("Kind of slide", "Slide layout", "Found", "Drawn beside its placeholders")]
    rows += [(one.key, one.name, _HOW[one.found], ", ".join(_drawn(one)) or "–") for one in layouts]
    return _aligned(rows)


def _boxes(layouts: Iterable[SlideLayout]) -> list[str]:
    rows = [("Kind of slide", "Box", "Width × height", "Type", "Holds about")]
    for layout in layouts:
        areas = [*layout.placeholders.values(), *layout.regions.values()]
        for number, area in enumerate(one for one in areas if one.key not in _FURNITURE):
            rows.append(
                (layout.key if not number else "", area.key, _measure(area), _sizes(area), _holds(area))
            )
    return _aligned(rows)


def _yaml(layouts: Iterable[SlideLayout]) -> list[str]:
    """What to paste into a source, or into a layout's theme.yaml, to choose otherwise."""
    lines = [f"    {one.key.replace('-', '_')}: {_quoted(one.name)}" for one in layouts if one.found]
    return (
        ["To choose otherwise, put into your source and change:", "", "deck:", "  slide_layouts:", *lines]
        if lines
        else []
    )


def _drawn(layout: SlideLayout) -> Iterator[str]:
    yield from (area.key for area in layout.placeholders.values() if area.drawn)
    yield from (f"no {key}" for key in _FURNITURE if layout.found and key not in layout.placeholders)


def _measure(area: Area) -> str:
    return f"{_cm(area.box.width):.1f} × {_cm(area.box.height):.1f} cm"


def _sizes(area: Area) -> str:
    first, last = area.sizes[0], area.sizes[-1]
    return f"{first:g} pt" if first == last else f"{first:g}–{last:g} pt"


def _holds(area: Area) -> str:
    """Lines and words at the first and at the last size."""
    if not area.type:
        return "a drawing"
    counts = [_words(area, size) for size in (area.sizes[0], area.sizes[-1])]
    lines, words = (_range(row) for row in zip(*counts, strict=True))
    return f"{lines} lines, {words} words"


def _words(area: Area, size: float) -> tuple[int, int]:
    box = area.text_box
    lines = floor(box.height / EMU_PER_POINT / (area.line_pitch or LINE * size * area.line_spacing))
    return lines, floor(lines * box.width / EMU_PER_POINT / (size * _WORD))


def _range(pair: tuple[int, ...]) -> str:
    return f"{pair[0]}" if pair[0] == pair[1] else f"{pair[0]}–{pair[1]}"


def _shape(ratio: float) -> str:
    known = {"16:9": 16 / 9, "4:3": 4 / 3, "16:10": 1.6}
    return next((name for name, value in known.items() if abs(ratio - value) < 0.01), f"{ratio:.2f}:1")


def _aligned(rows: Sequence[tuple[str, ...]]) -> list[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    padded = ([cell.ljust(width) for cell, width in zip(row, widths, strict=True)] for row in rows)
    lines = ["  ".join(cells).rstrip() for cells in padded]
    return [lines[0], "  ".join("-" * width for width in widths), *lines[1:]]


def _quoted(name: str) -> str:
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _cm(emu: int) -> float:
    return emu / _EMU_PER_CM
