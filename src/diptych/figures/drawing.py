"""A figure as a value: lines, shapes and words in colour roles of the theme, the same for both panels.

Lengths are mm, with y downwards from the upper left corner; sizes of type and widths of lines are points.
Colours are roles (`ink`, `accent`, `soft` …); an empty role paints nothing. Parts are painted in order,
words over all others. Two writers read these values: `printed.py` for the handout and printed slides,
`deck/write/drawings.py` for native shapes on slides.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from diptych.material.place import NOWHERE, Place
from diptych.material.scripts import right_to_left


class Point(NamedTuple):
    """A place in the drawing, in mm."""

    x: float
    y: float


MM_PER_POINT = 25.4 / 72
# Lines of words stand so many times their size apart, as they do in presentation programs.
LEADING = 1.2

Dash = Literal["", "dash", "dot"]
Align = Literal["start", "middle", "end"]
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
    """Straight pieces from point to point: a line, or an area where `closed`.

    An area may have holes, and further areas among them; a line has further lines there.

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

    `align` is left (`start`), middle or right, in every script. `size` is points, lines are `LEADING` times
    that apart; `turn` is degrees clockwise about `at`. `lead` stands before the first line in bold letters
    of the colour `lead_colour`, a space apart. `halo` is the colour role of an edge that keeps letters
    legible on what is beneath.
    """

    at: Point
    lines: tuple[str, ...]
    size: float
    colour: str = "ink"
    align: Align = "start"
    bold: bool = False
    italic: bool = False
    turn: float = 0.0
    halo: str = ""
    lang: str = ""
    lead: str = ""
    lead_colour: str = "accent"

    def widest(self, measure: Callable[[str, bool, bool], float]) -> float:
        """The width of the widest line in ems, by what measures words (in bold or not, in italics or not)."""
        lead = measure(f"{self.lead} ", True, False) if self.lead else 0.0
        widths = (measure(line, self.bold, self.italic) for line in self.lines)
        return max((width + (0.0 if number else lead) for number, width in enumerate(widths)), default=lead)

    @property
    def right_to_left(self) -> bool:
        """True where the language is written from right to left."""
        return right_to_left(self.lang)


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
