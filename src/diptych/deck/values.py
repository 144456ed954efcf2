"""Slides as plain values: placed boxes, runs and sizes, before there is any file format.

All lengths are EMU (914,400 to the inch, 12,700 to the point); sizes of type are points.
Colours are roles of the theme (`ink`, `accent`, `soft` …), never numbers, so that the deck can be
re-themed. Two writers read these values: the PPTX writer and, for printed slides, an HTML writer.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import cos, radians, sin
from typing import TYPE_CHECKING, Literal, NamedTuple

from diptych.figures.drawing import Drawing
from diptych.material.place import NOWHERE, Place
from diptych.once import Once

if TYPE_CHECKING:
    from diptych.figures.charts.drawing import ChartPlan


class Box(NamedTuple):
    """A rectangle on the slide, in EMU."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The y of the lower edge."""
        return self.y + self.height

    def turned(self, degrees: float) -> Box:
        """The upright box round this one, once it is turned about its middle."""
        along, beside = abs(cos(radians(degrees))), abs(sin(radians(degrees)))
        width = self.width * along + self.height * beside
        height = self.width * beside + self.height * along
        left, top = self.x + (self.width - width) / 2, self.y + (self.height - height) / 2
        return Box(round(left), round(top), round(width), round(height))


@dataclass(frozen=True, slots=True)
class Link:
    """Where a run leads: a web address, or the `key` of another slide."""

    url: str = ""
    slide: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one style. `lang` is never empty in a finished deck.

    A part of a `formula` slants or stands as it says, in italic text, too.
    """

    text: str
    lang: str = ""
    bold: bool = False
    italic: bool = False
    code: bool = False
    position: Literal["", "sub", "super"] = ""
    colour: str = ""
    link: Link | None = None
    formula: bool = False


@dataclass(frozen=True, slots=True)
class TextParagraph:
    """One paragraph with its measured size.

    `level` indents it (0 to 3); `number` is the item's number where `bullet` is "number", and `mark` what is
    written for it where presentation programs do not count so: a letter of another alphabet;
    `space_before` is in points. `hang` is how far further lines stand to the right of the first, or of its
    bullet, in EMU. `verbatim` is a line of a program: from left to right whatever the language, its lines 1.2
    times the size apart, its bullet, where there is one, the `number` of the `line`.
    """

    runs: tuple[Run, ...]
    size: float
    level: int = 0
    bullet: Literal["", "bullet", "number", "line"] = ""
    number: int = 1
    mark: str = ""
    align: Literal["start", "center", "end"] = "start"
    space_before: float = 0.0
    hang: int = 0
    verbatim: bool = False


@dataclass(frozen=True, slots=True)
class TextShape:
    """Text in a placeholder of the slide layout (`placeholder` is its key there), or in a free shape.

    A free shape has a `geometry`, a `fill` and a `line` by colour role; a placeholder takes its look
    from the slide layout. `inset` is the free shape's inner margin. Where `build` is set, a click brings
    in each paragraph of level 0 with what stands below it.
    """

    name: str
    box: Box
    paragraphs: tuple[TextParagraph, ...]
    placeholder: str = ""
    anchor: Literal["", "top", "middle", "bottom"] = ""
    geometry: Literal["rect", "roundRect", "ellipse"] = "rect"
    fill: str = ""
    line: str = ""
    inset: int = 0
    decorative: bool = False
    build: bool = False
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class LineShape:
    """A straight line between two points, always decorative."""

    name: str
    start: tuple[int, int]
    end: tuple[int, int]
    colour: str = "rule"
    width: int = 12700


@dataclass(frozen=True, slots=True)
class Group:
    """Shapes that belong together and are described by one alternative text."""

    name: str
    box: Box
    shapes: tuple[TextShape | LineShape, ...]
    alt: str
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell; a cell that is covered by another's span is None in the row."""

    paragraphs: tuple[TextParagraph, ...]
    colspan: int = 1
    rowspan: int = 1


@dataclass(frozen=True, slots=True)
class TableShape:
    """A native table. `widths` and `heights` are EMU, one a column and one a row, header row first.

    `margin` is (left/right, top/bottom) inside each cell.
    """

    name: str
    box: Box
    widths: tuple[int, ...]
    heights: tuple[int, ...]
    rows: tuple[tuple[TableCell | None, ...], ...]
    alt: str
    header_row: bool = True
    header_column: bool = False
    margin: tuple[int, int] = (91440, 45720)
    place: Place = NOWHERE


class Crop(NamedTuple):
    """What is cut off a picture at each side, as a share of its width or height (0 to 1)."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that, once cropped, fills its box without distortion. `svg` is the vector twin of `data`."""

    name: str
    box: Box
    pixels: bytes | Once = field(repr=False)
    media_type: str
    alt: str
    decorative: bool = False
    svg: bytes = field(default=b"", repr=False)
    crop: Crop = Crop()
    place: Place = NOWHERE

    @property
    def data(self) -> bytes:
        """The bytes of the picture. Raises SourceError where it cannot be drawn."""
        return self.pixels() if isinstance(self.pixels, Once) else self.pixels


@dataclass(frozen=True, slots=True)
class DrawingShape:
    """A figure that was drawn from data: native forms and words in one group, described as a whole.

    The drawing is scaled to the width of the box, letters and all.
    """

    name: str
    box: Box
    drawing: Drawing
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class ChartShape:
    """A native chart: where everything in it stands, and the drawing of the same for printed slides."""

    name: str
    box: Box
    plan: ChartPlan
    drawing: Drawing
    alt: str
    place: Place = NOWHERE


Shape = TextShape | LineShape | Group | TableShape | Picture | DrawingShape | ChartShape


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide. `layout` is the key of a slide layout; `shapes` stand in reading order, title first.

    A `hidden` slide is left out of the show; links still lead to it. `shows` are the names (see
    `material/names.py`) of the blocks that the slide or its notes show, and last that of their section.
    """

    key: str
    layout: str
    title: str
    shapes: tuple[Shape, ...]
    notes: tuple[TextParagraph, ...] = ()
    footer: str = ""
    hidden: bool = False
    shows: tuple[str, ...] = ()
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class SlideSection:
    """A named run of slides, as PowerPoint's sections."""

    name: str
    slides: tuple[Slide, ...]


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself."""

    title: str
    authors: tuple[str, ...]
    subject: str
    keywords: tuple[str, ...]
    lang: str
    description: str = ""
    license: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class Deck:
    """All slides in order, by section. `transition` is how one slide gives way to the next."""

    sections: tuple[SlideSection, ...]
    properties: Properties
    width: int
    height: int
    transition: Literal["", "fade"] = ""

    @property
    def slides(self) -> tuple[Slide, ...]:
        """Every slide in order."""
        return tuple(slide for section in self.sections for slide in section.slides)
