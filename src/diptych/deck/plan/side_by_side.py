"""Slides of columns: two or three side by side, in one size of type, on as many slides as they need."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, zip_longest

from diptych.deck.design.slide_layouts import Area
from diptych.deck.measure.balance import divide, unevenness
from diptych.deck.measure.fit import demand, fit, sized
from diptych.deck.measure.heights import fits, text_height
from diptych.deck.plan.paragraphs import Paragraphs, item_list, line, prose
from diptych.deck.plan.runs import Voice
from diptych.deck.plan.studio import Content, Studio, placed
from diptych.deck.values import Shape, TextParagraph
from diptych.material.blocks import Column, SideBySide
from diptych.material.place import Place

_PLAIN = {2: ("two-columns", ("left", "right")), 3: ("three-columns", ("first", "second", "third"))}
_HEADED = {2: "comparison", 3: "comparison-3"}

Row = tuple[Paragraphs, ...]


def side_by_side_content(studio: Studio, block: SideBySide) -> Content:
    """The columns side by side, under their headings where they have any."""
    voice = studio.voice.in_language(block.lang)
    bodies = [column_words(column, voice) for column in block.side_by_side]
    headings = [line(voice.rich(column.heading)) for column in block.side_by_side if column.heading]
    if headings:
        return _headed(studio, block, voice, bodies)
    layout, keys = _PLAIN[len(bodies)]
    areas = [studio.area(layout, key) for key in keys]
    rows = in_parallel(studio, bodies, areas, block.place)
    return Content(layout, tuple(_slide(areas, [()] * len(areas), row, block.place) for row in rows))


def column_words(column: Column, voice: Voice) -> Paragraphs:
    """The prose of a column, then its points."""
    return (*prose(column.text, voice), *item_list(column.points, voice))


def in_parallel(
    studio: Studio, bodies: Sequence[Paragraphs], areas: Sequence[Area], place: Place
) -> list[Row]:
    """The columns slide by slide, all in one size.

    Columns of equally many points keep those of one row on one slide. Raises SourceError where not
    even a line fits.
    """
    pairs = list(zip(bodies, areas, strict=True))
    for size in areas[0].sizes:
        whole = tuple(sized(body, size, area) for body, area in pairs)
        if all(fits(body, area, studio.fonts) for body, area in zip(whole, areas, strict=True)):
            return [whole]
    groups = [fit(body, area, studio.fonts, place) if body else () for body, area in pairs]
    columns = [_units([one for group in column for one in group]) for column in groups]
    slides = max(len(column) for column in groups)
    arranged = [_arranged(studio, columns, areas, size, slides) for size in areas[0].sizes]
    return min(filter(None, arranged), key=len, default=None) or _as_they_come(groups, areas)


def _headed(studio: Studio, block: SideBySide, voice: Voice, bodies: Sequence[Paragraphs]) -> Content:
    layout = _HEADED[len(bodies)]
    numbers = range(1, len(bodies) + 1)
    areas = [studio.area(layout, f"body{number}") for number in numbers]
    rows = in_parallel(studio, bodies, areas, block.place)
    titles = [studio.area(layout, f"heading{number}") for number in numbers]
    headings = [
        _heading(studio, area, column, voice) for area, column in zip(titles, block.side_by_side, strict=True)
    ]
    return Content(layout, tuple(_slide(areas, headings, row, block.place) for row in rows))


def _heading(studio: Studio, area: Area, column: Column, voice: Voice) -> tuple[Shape, ...]:
    if not column.heading:
        return ()
    words = demand((line(voice.rich(column.heading)),), area, studio.fonts, column.place, "the heading")
    return placed(area, words, column.place)


def _slide(
    areas: Sequence[Area], headings: Sequence[tuple[Shape, ...]], row: Row, place: Place
) -> tuple[Shape, ...]:
    """Heading and words of each column in turn, as one reads them."""
    columns = zip(areas, headings, row, strict=True)
    return tuple(
        shape for area, heading, words in columns for shape in (*heading, *placed(area, words, place))
    )


def _units(paragraphs: Sequence[TextParagraph]) -> list[Paragraphs]:
    """Each paragraph of the first level with those below it: what stays together."""
    starts = [index for index, one in enumerate(paragraphs) if one.level == 0 or index == 0]
    return [tuple(paragraphs[start:end]) for start, end in pairwise([*starts, len(paragraphs)])]


def _arranged(
    studio: Studio, columns: Sequence[Sequence[Paragraphs]], areas: Sequence[Area], size: float, slides: int
) -> list[Row]:
    """The columns slide by slide at this size; nothing where a point is too long for a slide."""
    rows = _rows(studio, columns, areas, size)
    if rows:
        return rows
    pairs = zip(columns, areas, strict=True)
    spread = [_spread(studio, units, area, size, slides) for units, area in pairs]
    if any(units and not found for units, found in zip(columns, spread, strict=True)):
        return []
    return list(zip_longest(*spread, fillvalue=()))


def _as_they_come(groups: Sequence[Sequence[Paragraphs]], areas: Sequence[Area]) -> list[Row]:
    """Columns that were fitted each by itself, in the smallest of their sizes."""
    size = min(one.size for column in groups for group in column for one in group if one.level == 0)
    pairs = zip(groups, areas, strict=True)
    columns = [[sized(group, size, area) for group in column] for column, area in pairs]
    return list(zip_longest(*columns, fillvalue=()))


def _rows(
    studio: Studio, columns: Sequence[Sequence[Paragraphs]], areas: Sequence[Area], size: float
) -> list[Row]:
    """The columns cut at the same points; nothing where they have not equally many or do not fit so."""
    if len({len(units) for units in columns}) != 1:
        return []

    def cost(start: int, end: int) -> float | None:
        pairs = zip(columns, areas, strict=True)
        prices = [_cost(studio, units[start:end], area, size) for units, area in pairs]
        return None if None in prices else sum(price for price in prices if price is not None)

    ranges = divide(len(columns[0]), cost) or []
    return [
        tuple(_joined(units[start:end], area, size) for units, area in zip(columns, areas, strict=True))
        for start, end in ranges
    ]


def _spread(
    studio: Studio, units: Sequence[Paragraphs], area: Area, size: float, slides: int
) -> list[Paragraphs]:
    """One column over so many slides, over fewer where it has not two points for each of them."""

    def cost(start: int, end: int) -> float | None:
        return _cost(studio, units[start:end], area, size)

    wanted = min(slides, max(1, len(units) // 2))
    ranges = divide(len(units), cost, wanted) or divide(len(units), cost) or []
    return [_joined(units[start:end], area, size) for start, end in ranges]


def _cost(studio: Studio, units: Sequence[Paragraphs], area: Area, size: float) -> float | None:
    height = text_height(_joined(units, area, size), area, studio.fonts)
    return None if height > area.box.height else unevenness(height, area.box.height, len(units))


def _joined(units: Sequence[Paragraphs], area: Area, size: float) -> Paragraphs:
    return sized([one for unit in units for one in unit], size, area)
