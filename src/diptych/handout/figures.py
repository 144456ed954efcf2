"""How large a picture is printed."""

from __future__ import annotations

from diptych.layout.setting import Setting
from diptych.material.blocks import Figure
from diptych.material.pictures import PictureFile

_TALLEST = 0.59  # of the height of the text, so that caption and heading find room on the same page
_SHARES = {"small": 0.42, "medium": 0.7, "full": 1.0}
_COARSEST = 110 / 25.4  # pixels a mm: a small photograph is not blown up beyond 110 pixels an inch


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
