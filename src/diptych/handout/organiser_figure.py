"""Which picture an organiser may show beside its facts, and how large."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from diptych.handout.contents import printed_parts
from diptych.handout.figures import printed_width
from diptych.layout.setting import MM_PER_POINT, Setting
from diptych.material.blocks import Figure
from diptych.material.document import Document
from diptych.material.pictures import PictureFile

# The widths that are tried, as shares of the column.
_WIDTHS = (1.0, 0.85, 0.7)
# The letters of a drawing are no smaller than this, in pt.
_LEAST_LETTERS = 6.0
_LETTERS = re.compile(rb"font-size\s*[:=]\s*[\"']?\s*([0-9.]+)")
_RANKS = ("full", "medium", "small")


@dataclass(frozen=True)
class Shown:
    """A figure as it would be shown: width and height of its picture in mm."""

    figure: Figure
    width: float
    height: float


def showable(document: Document, setting: Setting, column: float) -> Iterator[Shown]:
    """Figures that can be read in a column of that width (mm), those that serve best first.

    That are the ones that their author prints largest, drawings before photographs, and each as large as
    the column first.
    """
    for figure in sorted(_figures(document), key=lambda one: _rank(one, document)):
        picture = document.pictures[figure.figure]
        widest = min(column, printed_width(figure, picture, setting))
        for share in _WIDTHS:
            if _legible(picture, share * widest):
                width = round(share * widest, 2)
                yield Shown(figure, width, round(width * picture.height / picture.width, 2))


def _figures(document: Document) -> Iterator[Figure]:
    blocks = (block for part in printed_parts(document.material) for block in part.blocks)
    return (block for block in blocks if isinstance(block, Figure) and not block.decorative)


def _rank(figure: Figure, document: Document) -> tuple[int, bool]:
    drawn = document.pictures[figure.figure].media_type == "image/svg+xml"
    return _RANKS.index(figure.size), not drawn


def _legible(picture: PictureFile, width: float) -> bool:
    """Whether the letters of a drawing are large enough; one without sizes has none, or outlines."""
    if picture.media_type != "image/svg+xml":
        return True
    smallest = min((float(size) for size in _LETTERS.findall(picture.data)), default=0.0)
    return not smallest or smallest * width / picture.width / MM_PER_POINT >= _LEAST_LETTERS
