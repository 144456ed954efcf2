"""The sheet of a knowledge organiser: dense type in narrow margins, and the sizes that it may have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from diptych.layout.setting import Hanging, Margins, Paper, Setting

# mm: paper whose shorter side is longer lies on its side, where its type may stand in columns.
_LIES_FROM = 180.0
# What of the margins is left, and the least that printers need, in mm.
_MARGIN_SHARE, _LEAST_MARGIN = 2 / 3, 10.0
# The lines of such short texts may stand closer than those of a page of prose.
_LINES = 0.92
_SIZE = 0.5  # pt, from size to size
# Columns: no more than this on paper that lies or stands, each of so many characters; between them ems.
_LYING, _UPRIGHT, _FEWEST = 3, 2, 30
_GUTTER = 2.2
# Sizes of what stands in a line of other type.
_IN_LINES = frozenset({"raised", "gap-number", "code-words", "program"})


def sheet_setting(setting: Setting) -> Setting:
    """The setting of an organiser where there is room for type of the full size."""
    kind = setting.type
    lies = kind.columns and min(setting.paper.width, setting.paper.height) >= _LIES_FROM
    close = replace(kind, line_height=round(kind.line_height * max(_LINES, kind.tightest), 4))
    return replace(
        setting,
        paper=_lying(setting.paper) if lies else setting.paper,
        margins=_narrow(setting.margins, lies),
        type=close,
        hanging=Hanging(0.0, 0.0, 0),
    )


def sizes(setting: Setting) -> Iterator[Setting]:
    """The setting with type of all sizes that it may have, the largest first.

    What is smaller than the text shrinks with it, but to no less than the smallest size of the text.
    """
    size, floor = setting.type.size, setting.type.organiser_floor or setting.type.size
    yield _sized(setting, size)
    while size > floor:
        size = max(size - _SIZE, floor)
        yield _sized(setting, size)


@dataclass(frozen=True)
class Grid:
    """The columns of a sheet: how many, how wide, and how far apart, in mm."""

    columns: int
    width: float
    gutter: float


def grid(setting: Setting, columns: int = 0) -> Grid:
    """So many columns; where that is 0, as many as hold readable lines, or one where the type wants one."""
    gutter = setting.mm(_GUTTER)
    most = (_LYING if setting.lies else _UPRIGHT) if setting.type.columns else 1
    for many in (columns,) if columns else range(most, 0, -1):
        width = (setting.text_width - (many - 1) * gutter) / many
        if setting.characters(width) >= _FEWEST:
            break
    return Grid(many, round(width, 3), gutter)


def _lying(paper: Paper) -> Paper:
    sides = sorted((paper.width, paper.height))
    return replace(paper, width=sides[1], height=sides[0])


def _narrow(margins: Margins, lies: bool) -> Margins:
    def narrow(width: float) -> float:
        return max(_LEAST_MARGIN, round(width * _MARGIN_SHARE, 2))

    side = min(margins.inside, margins.outside)
    inside, outside = (side, side) if lies else (margins.inside, margins.outside)
    return replace(
        margins,
        top=narrow(margins.first),
        first=narrow(margins.first),
        bottom=narrow(margins.first),
        inside=narrow(inside),
        outside=narrow(outside),
    )


def _sized(setting: Setting, size: float) -> Setting:
    kind = setting.type
    least = min(kind.organiser_floor or kind.size, size) / size
    scale = {name: factor if name in _IN_LINES else max(factor, least) for name, factor in kind.scale.items()}
    return replace(setting, type=replace(kind, size=size, smallest=min(kind.smallest, size), scale=scale))
