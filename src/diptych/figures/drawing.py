"""A figure as a value: lines, shapes and words in colour roles of the theme, the same for both panels.

Lengths are mm, with y downwards from the upper left corner; sizes of type and widths of lines are points.
Colours are roles (`ink`, `accent`, `soft` …); an empty role paints nothing. Parts are painted in order. Two
writers read these values: `svg.py` for the handout and printed slides, `deck/plan/drawings.py` for native
shapes on slides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from diptych.material.place import NOWHERE, Place


class Point(NamedTuple):
    """A place in the drawing, in mm."""

    x: float
    y: float


Dash = Literal["", "dash", "dot"]
Pattern = Literal["", "up", "down", "across", "dots", "grid"]


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line is drawn; `width` is points."""

    colour: str = "rule"
    width: float = 0.75
    dash: Dash = ""


NO_STROKE = Stroke("", 0)


@dataclass(frozen=True, slots=True)
class Path:
    """Straight pieces from point to point: a line, or an area where `closed`. An area may have holes.

    `pattern` is drawn in `pattern_colour` over the fill, so that areas differ without colour. An open path
    may end in an `arrow`.
    """

    points: tuple[Point, ...]
    closed: bool = False
    fill: str = ""
    stroke: Stroke = NO_STROKE
    holes: tuple[tuple[Point, ...], ...] = ()
    pattern: Pattern = ""
    pattern_colour: str = "paper"
    arrow: bool = False


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A rectangle with perhaps rounded corners; `corner` is their radius in mm."""

    at: Point
    width: float
    height: float
    fill: str = ""
    stroke: Stroke = NO_STROKE
    corner: float = 0.0
    pattern: Pattern = ""
    pattern_colour: str = "paper"


@dataclass(frozen=True, slots=True)
class Mark:
    """A small sign at a point, `size` mm across: of a place, of a value."""

    at: Point
    size: float
    kind: Literal["circle", "square", "diamond", "triangle", "cross"] = "circle"
    fill: str = "accent"
    stroke: Stroke = NO_STROKE


@dataclass(frozen=True, slots=True)
class Slice:
    """A slice of a pie, from angle to angle clockwise from above in degrees; a ring's where `hole` > 0.

    `radius` and `hole` are mm.
    """

    centre: Point
    radius: float
    start: float
    end: float
    fill: str
    hole: float = 0.0
    stroke: Stroke = NO_STROKE
    pattern: Pattern = ""
    pattern_colour: str = "paper"


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of words, broken already. `at` is on the baseline of the first line, where `align` says.

    `size` is points, `leading` the distance of lines as a multiple of it; `turn` is degrees clockwise about
    `at`. `halo` is the colour role of an edge that keeps letters legible on what is beneath.
    """

    at: Point
    lines: tuple[str, ...]
    size: float
    colour: str = "ink"
    align: Literal["start", "middle", "end"] = "start"
    bold: bool = False
    italic: bool = False
    leading: float = 1.2
    turn: float = 0.0
    halo: str = ""
    lang: str = ""


Part = Path | Rectangle | Mark | Slice | Words


@dataclass(frozen=True, slots=True)
class DataTable:
    """The same facts as a table, for those who cannot see the drawing: a header row, and rows as long."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """The drawing of a figure, `width` by `height` mm, with what it tells in words and perhaps a table."""

    width: float
    height: float
    parts: tuple[Part, ...]
    alt: str
    table: DataTable | None = None
    place: Place = NOWHERE
