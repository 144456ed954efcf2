"""How large a picture is printed, and whether it has pixels enough for that."""

from __future__ import annotations

import math
from collections.abc import Iterator

from diptych.layout.setting import Setting
from diptych.material.blocks import Figure
from diptych.material.document import Document
from diptych.material.findings import Finding
from diptych.material.numbering import all_blocks
from diptych.material.pictures import PictureFile

_TALLEST = 0.59  # of the height of the text, so that caption and heading find room on the same page
_SHARES = {"small": 0.42, "medium": 0.7, "full": 1.0}
_COARSEST = 110 / 25.4  # pixels a mm: a small photograph is not blown up beyond 110 pixels an inch
_SHARP = 150  # pixels an inch: with fewer, print shows them
_MM = 25.4  # an inch


def printed_width(figure: Figure, picture: PictureFile, setting: Setting) -> float:
    """The picture's width in mm: its share of the column, less where it is tall or has few pixels."""
    width = setting.column_width * _SHARES[figure.size]
    width = min(width, _TALLEST * setting.text_height * picture.width / picture.height)
    if picture.media_type != "image/svg+xml":
        width = min(width, picture.width / _COARSEST)
    return round(width, 2)


def printed_height(figure: Figure, picture: PictureFile, setting: Setting) -> float:
    """The picture's height in mm."""
    return round(printed_width(figure, picture, setting) * picture.height / picture.width, 2)


def coarse_pictures(document: Document, setting: Setting) -> Iterator[Finding]:
    """A warning for each picture that is printed with fewer than 150 pixels an inch."""
    for block in all_blocks(document.material.sections):
        if isinstance(block, Figure) and block.only != "deck":
            picture = document.pictures[block.figure]
            width = printed_width(block, picture, setting)
            needed = math.ceil(width / _MM * _SHARP)
            if picture.media_type != "image/svg+xml" and picture.width < needed:
                yield _coarse(block, picture, width, needed)


def _coarse(figure: Figure, picture: PictureFile, width: float, needed: int) -> Finding:
    found = round(picture.width * _MM / width)
    message = (
        f"the picture `{figure.figure}` is printed {width:.0f} mm wide with {found} pixels an inch, "
        f"and below {_SHARP} print looks coarse"
    )
    smaller = "" if figure.size == "small" else ", or print it smaller: `size: small`"
    hint = f"take one of {needed} pixels across or more{smaller}"
    return Finding(figure.place, message, hint, kind="coarse-picture")
