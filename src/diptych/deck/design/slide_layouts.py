"""The slide layouts of a design: where everything stands on a slide and in what sizes of type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

from diptych.deck.values import Box

EMU_PER_POINT = 12700


class Insets(NamedTuple):
    """Inner margins of a box, in EMU."""

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0


class Level(NamedTuple):
    """One level of a placeholder's own style: where its text stands, how far its first line stands out to
    the left (both EMU), and its mark."""

    margin: int
    hanging: int
    bullet: Literal["", "bullet", "number"] = ""


@dataclass(frozen=True, slots=True)
class Area:
    """A placeholder of a slide layout, or a region where tables and pictures are drawn.

    `type` is the placeholder's OOXML type. A region with a type is a placeholder for those who use the
    slide layout by hand; on our slides what is drawn there stands in its place. `sizes` are points, largest
    first; the first is the layout's own. `line_spacing` is a factor on a line pitch of 1.2 times the size;
    `space_before` is points. `indent` is EMU a level, `number_indent` EMU from a number to its text (0:
    as `indent`), `hang` EMU that the further lines of paragraphs without a bullet stand to the right of
    the first. `bullet` is what a paragraph shows that
    a user adds; `numbering` is the OOXML scheme of numbered paragraphs. `index` is the number by which a
    slide finds the placeholder in its layout. An area that is `drawn` has no placeholder in the template:
    its text stands in a text box that says its whole look itself. Text in `caps` is shown in capitals;
    `tracking` is points added to every character. `levels` are the levels of a placeholder whose style
    does not follow `bullet` and `indent`. A `line_pitch` in points goes before `line_spacing`, whatever the
    size; `space_after` is points. An area that is `moved` stands elsewhere than its placeholder in the
    template. A `face` is named where it is none of the theme's fonts. `rtl` tells that text runs from right
    to left where a paragraph does not say otherwise, `faint` that the template's own colour of text could not
    be read, so that the area's `colour` must be said. `prompt` is what the placeholder says while it is
    empty.
    """

    key: str
    box: Box
    type: str = ""
    font: Literal["heading", "body"] = "body"
    sizes: tuple[float, ...] = (24.0,)
    colour: str = "ink"
    bold: bool = False
    italic: bool = False
    anchor: Literal["top", "middle", "bottom"] = "top"
    align: Literal["start", "center", "end"] = "start"
    insets: Insets = Insets()
    line_spacing: float = 1.0
    space_before: float = 0.0
    indent: int = 24 * EMU_PER_POINT
    number_indent: int = 0
    hang: int = 0
    bullet: Literal["", "bullet", "number"] = ""
    numbering: str = "arabicPeriod"
    index: int = 0
    drawn: bool = False
    caps: bool = False
    tracking: float = 0.0
    levels: tuple[Level, ...] = ()
    line_pitch: float = 0.0
    space_after: float = 0.0
    moved: bool = False
    face: str = ""
    rtl: bool = False
    faint: bool = False
    prompt: str = ""

    @property
    def text_box(self) -> Box:
        """The box inside the insets, where text may stand."""
        box, inset = self.box, self.insets
        width = box.width - inset.left - inset.right
        return Box(box.x + inset.left, box.y + inset.top, width, box.height - inset.top - inset.bottom)

    def margin(self, level: int, bullet: str) -> int:
        """How far a paragraph's text stands from the left of the text box, in EMU."""
        own = self._level(level)
        if own is None:
            return self.indent * level + self.hanging(bullet)
        return (
            own.margin if bullet and bullet == own.bullet else own.margin - own.hanging + self.hanging(bullet)
        )

    def mark(self, level: int) -> str:
        """What a paragraph of that level shows that says nothing of its mark."""
        own = self._level(level)
        return self.bullet if own is None else own.bullet

    def hanging(self, bullet: str) -> int:
        """How far a paragraph's first line, with its bullet or number, stands out to the left, in EMU."""
        if bullet == "number":
            return self.number_indent or self.indent
        return self.indent if bullet else self.hang

    def _level(self, level: int) -> Level | None:
        return self.levels[min(level, len(self.levels) - 1)] if self.levels else None


@dataclass(frozen=True, slots=True)
class Decoration:
    """What a layout draws of its own: a filled rectangle, a line, a large glyph, or a picture.

    Of a line, the box holds its start, and width and height run to its end (they may be negative).
    `width` is the line's, in EMU; `size` is the glyph's, in points. A picture (PNG or JPEG) fills its box.
    What belongs to a `sign`, such as a tick, is not turned over where slides are turned round.
    """

    kind: Literal["rect", "line", "glyph", "picture"]
    box: Box
    colour: str
    width: int = 0
    glyph: str = ""
    size: float = 0.0
    font: Literal["heading", "body"] = "heading"
    data: bytes = field(default=b"", repr=False)
    media_type: str = ""
    sign: bool = False


@dataclass(frozen=True, slots=True)
class SlideLayout:
    """One kind of slide. `ground` is a colour role; `type` is the OOXML type, where one fits.

    `part` is the name of the layout's part in the template (`/ppt/slideLayouts/slideLayout1.xml`).
    `found` tells how a layout of a school's template was found. `colour_map` is the XML of the layout's
    own mapping of colours, which its slides repeat. `progress` is the line that fills up, from its start, as
    the slides go by.
    """

    key: str
    name: str
    placeholders: Mapping[str, Area]
    regions: Mapping[str, Area]
    decorations: tuple[Decoration, ...] = ()
    ground: str = "paper"
    type: str = ""
    numbered: bool = True
    part: str = ""
    found: str = ""
    colour_map: str = ""
    progress: Decoration | None = None


@dataclass(frozen=True, slots=True)
class TableStyle:
    """The colour roles of native tables; `id` is that of a table style known to programs, empty for ours.

    `edge` is the rule below the last row.
    """

    header_fill: str = "accent"
    header_colour: str = "paper"
    stripe: str = "soft"
    rule: str = "rule"
    edge: str = "accent"
    header_column_colour: str = "accent"
    colour: str = "ink"
    id: str = ""


@dataclass(frozen=True, slots=True)
class SlideLayouts:
    """All slide layouts of a design by key, in the order in which a presentation program lists them."""

    layouts: Mapping[str, SlideLayout]
    table: TableStyle
    width: int
    height: int

    def __getitem__(self, key: str) -> SlideLayout:
        return self.layouts[key]


def load_slide_layouts(path: Path, width: int, height: int) -> SlideLayouts:
    """The slide layouts in a YAML file for slides of this width and height in EMU.

    Raises LayoutError where a layout, frame or style lacks or misspells something.
    """
    from diptych.deck.design.slide_layouts_reader import read_slide_layouts

    return read_slide_layouts(path, width, height)
