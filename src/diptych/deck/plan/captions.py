"""Where a picture and its caption stand to each other: the caption close to the picture it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from diptych.deck.design.slide_layouts import Area
from diptych.deck.measure.fit import sized
from diptych.deck.measure.fonts import Fonts
from diptych.deck.measure.heights import narrowed, text_height
from diptych.deck.plan.crop import EMU_PER_PIXEL, LARGEST, inscribed
from diptych.deck.plan.paragraphs import Paragraphs
from diptych.deck.plan.studio import placed
from diptych.deck.values import Box, TextShape
from diptych.material.blocks import Figure
from diptych.material.findings import source_error
from diptych.material.pictures import PictureFile

Placed = tuple[Box, tuple[TextShape, ...]]

# The least share of its region's height that a caption must leave to the picture.
_LEAST = 0.6
# The least width of a caption: below a picture as a share of its region, beside one as a share of the slide.
_NARROWEST, _BESIDE = 0.45, 0.22
# A picture much wider than tall has its caption below it.
_WIDEST = 1.2
_GAP = 114300


@dataclass(frozen=True)
class Setting:
    """A picture with the words of its caption, and the room that both have on a slide.

    A `filling` picture takes its whole frame. Where it stands `beside` points, it begins where they begin,
    at the top, with the caption as wide as its column; else it stands in the middle.
    """

    figure: Figure
    file: PictureFile
    region: Area
    area: Area
    lines: Paragraphs
    fonts: Fonts
    slide_width: int
    filling: bool
    beside: bool = False

    @property
    def stage(self) -> Box:
        """The room of picture and caption together, where the layout has the caption below."""
        box = self.region.box
        under = self.area.box.y >= box.bottom and self.area.box.x < box.right and self.area.box.right > box.x
        return box._replace(height=max(box.bottom, self.area.box.bottom) - box.y) if under else box

    def picture_in(self, room: Box) -> Box:
        """Where the picture stands in a room, its pixels never blown up too far."""
        if self.filling:
            return room
        most = 0.0 if self.file.media_type == "image/svg+xml" else LARGEST * EMU_PER_PIXEL
        return inscribed(self.file.width, self.file.height, room, most)

    def sizes(self) -> Iterator[Paragraphs]:
        """The caption at each of its declared sizes, largest first."""
        return (sized(self.lines, size, self.area) for size in self.area.sizes)

    def height(self, words: Paragraphs, width: int) -> int:
        """The height of the caption on that width."""
        return text_height(words, narrowed(self.area, Box(0, 0, width, 0)), self.fonts)

    def caption(self, words: Paragraphs, box: Box) -> tuple[TextShape, ...]:
        """The caption in its placeholder."""
        return placed(self.area, words, self.figure.place, box)


def set_beside(setting: Setting) -> Placed | None:
    """A tall picture in the middle, the caption at its right foot; None where there is no room for that."""
    if setting.filling or not setting.lines:
        return None
    stage = setting.stage
    box = setting.picture_in(stage)
    x = box.right + 2 * _GAP
    width = stage.right - x
    tall = box.width <= _WIDEST * box.height and 2 * box.height > stage.height
    if not tall or width < _BESIDE * setting.slide_width:
        return None
    for words in setting.sizes():
        height = setting.height(words, width)
        if height <= box.height:
            return box, setting.caption(words, Box(x, box.bottom - height, width, height))
    return None


def set_below(setting: Setting) -> Placed:
    """The picture with its caption close below, both as wide as they may be.

    Raises SourceError where the caption would leave the picture too little room.
    """
    if not setting.lines:
        return _settled(setting, setting.picture_in(setting.stage), 0), ()
    for words in setting.sizes():
        found = _below(setting, words)
        if found:
            return found
    raise source_error(
        "caption and credit are too long for a slide",
        setting.figure.place,
        hint="shorten them",
        kind="overfull-slide",
    )


def _below(setting: Setting, words: Paragraphs) -> Placed | None:
    stage = setting.stage
    height = setting.height(words, stage.width)
    for _ in range(6):
        room = stage._replace(height=stage.height - _GAP - height)
        if room.height < _LEAST * setting.region.box.height:
            return None
        box = setting.picture_in(room)
        width = stage.width if setting.beside else max(box.width, round(stage.width * _NARROWEST))
        needed = setting.height(words, width)
        if needed <= height:
            return _stacked(setting, words, box, width, needed)
        height = needed
    return None


def _stacked(setting: Setting, words: Paragraphs, box: Box, width: int, height: int) -> Placed:
    """The caption below the picture: flush with its left edge, or centred below a narrow one."""
    box = _settled(setting, box, _GAP + height)
    y = box.bottom + _GAP
    if setting.beside or box.width == width:
        return box, setting.caption(words, Box(box.x, y, width, height))
    centred = tuple(replace(one, align="center") for one in words)
    return box, setting.caption(centred, Box(box.x - (width - box.width) // 2, y, width, height))


def _settled(setting: Setting, box: Box, below: int) -> Box:
    """The picture where it and what stands below it are in the middle of the stage, or at its top left."""
    stage = setting.stage
    if setting.beside:
        return box._replace(x=stage.x, y=stage.y)
    return box._replace(y=stage.y + (stage.height - box.height - below) // 2)
