"""Slides of comparisons: two or three things side by side in the same size of type."""

from __future__ import annotations

from collections.abc import Sequence

from diptych.deck.design.slide_layouts import Area
from diptych.deck.measure.fit import demand
from diptych.deck.plan.grids import comparison_grid, table_content
from diptych.deck.plan.paragraphs import Paragraphs, item_list, line
from diptych.deck.plan.side_by_side import in_parallel
from diptych.deck.plan.studio import Content, Studio, placed
from diptych.deck.values import Shape, TextParagraph
from diptych.material.blocks import Comparison

_LAYOUTS = {2: "comparison", 3: "comparison-3"}


def comparison_content(studio: Studio, comparison: Comparison) -> Content:
    """Columns under their headings; four things become a table."""
    layout = _LAYOUTS.get(len(comparison.columns))
    if layout is None:
        return table_content(studio, comparison_grid(studio, comparison))
    return _columns(studio, comparison, layout)


def _columns(studio: Studio, comparison: Comparison, layout: str) -> Content:
    voice = studio.voice.in_language(comparison.lang)
    numbers = range(1, len(comparison.columns) + 1)
    areas = [studio.area(layout, f"body{number}") for number in numbers]
    bodies = [item_list(side.points, voice) for side in comparison.columns]
    groups = in_parallel(studio, bodies, areas, comparison.place)
    headings = [
        _heading(studio, layout, number, line(voice.rich(side.heading)), comparison)
        for number, side in zip(numbers, comparison.columns, strict=True)
    ]
    return Content(layout, tuple(_slide(areas, headings, group, comparison) for group in groups))


def _heading(
    studio: Studio, layout: str, number: int, words: TextParagraph, comparison: Comparison
) -> tuple[Shape, ...]:
    area = studio.area(layout, f"heading{number}")
    heading = demand((words,), area, studio.fonts, comparison.place, "the heading")
    return placed(area, heading, comparison.place)


def _slide(
    areas: Sequence[Area],
    headings: Sequence[tuple[Shape, ...]],
    columns: Sequence[Paragraphs],
    comparison: Comparison,
) -> tuple[Shape, ...]:
    """Heading and points of each thing in turn, as one reads them."""
    pairs = zip(areas, headings, columns, strict=True)
    return tuple(
        shape
        for area, heading, column in pairs
        for shape in (*heading, *placed(area, column, comparison.place))
    )
