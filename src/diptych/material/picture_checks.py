"""What must be right about a picture: its words, and what of it a slide shows where it is cropped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from diptych.material.blocks import Figure
from diptych.material.findings import Finding
from diptych.material.model import Material
from diptych.material.numbering import all_blocks
from diptych.material.pictures import PictureFile

_FILE_ENDINGS = (".png", ".jpg", ".jpeg", ".svg", ".gif", ".webp", ".tif", ".tiff", ".bmp")
# The shapes of frames, width to height: the slide, and the room for a picture, alone or beside points.
_FRAMES = {"full": 16 / 9, "fill": 2.2}
# The pixels across that fill such a frame when each is shown twice as large as on a screen.
_LEAST_PIXELS = {"full": 640, "fill": 560}
# A crop that leaves less than so much of the picture shows something else than the picture.
_LEAST_SHARE = 1 / 3


def check_figure(figure: Figure) -> Iterator[Finding]:
    """What is wrong with the keys of a picture."""
    if figure.decorative and figure.alt:
        yield Finding(
            figure.place,
            "a decorative picture has no `alt`",
            "remove one of the two keys",
            kind="alt-text-of-decoration",
        )
    if not figure.decorative and not figure.alt:
        hint = "say what one learns from it, or write `decorative: true`"
        yield Finding(
            figure.place, f"the picture `{figure.figure}` has no `alt`", hint, kind="missing-alt-text"
        )
    if figure.alt.lower().endswith(_FILE_ENDINGS):
        yield Finding(
            figure.place,
            f"`alt: {figure.alt}` is a file name",
            "say what the picture shows",
            kind="file-name-as-alt-text",
        )
    if figure.focus:
        yield from _check_focus(figure)


def picture_warnings(material: Material, pictures: Mapping[str, PictureFile]) -> Iterator[Finding]:
    """Pictures that their slides show too little of, or too coarsely."""
    for block in all_blocks(material.sections):
        if isinstance(block, Figure) and block.on_slide != "whole" and block.only != "handout":
            yield from _check_crop(block, pictures[block.figure])


def _check_focus(figure: Figure) -> Iterator[Finding]:
    if len(figure.focus) != 2 or not all(0 <= percent <= 100 for percent in figure.focus):
        message = f"`focus: {list(figure.focus)}` is no point of the picture"
        hint = "write two numbers from 0 to 100: percent from the left and from the top, such as [50, 30]"
        yield Finding(figure.place, message, hint, kind="picture-focus")
    elif figure.on_slide == "whole":
        message = "`focus` says nothing here: the slide shows the picture whole"
        yield Finding(
            figure.place,
            message,
            "write `on_slide: fill` or `on_slide: full`, or leave it out",
            kind="key-without-effect",
        )


def _check_crop(figure: Figure, file: PictureFile) -> Iterator[Finding]:
    asked, shape = f"on_slide: {figure.on_slide}", file.width / file.height
    frame = _FRAMES[figure.on_slide]
    share = min(shape / frame, frame / shape)
    if share < _LEAST_SHARE:
        message = f"`{asked}` shows about {share:.0%} of the picture `{figure.figure}`: it has another shape"
        yield Finding(
            figure.place, message, "leave it whole, or choose another picture", kind="picture-cropped"
        )
    pixels = min(file.width, file.height * frame)
    if file.media_type != "image/svg+xml" and pixels < _LEAST_PIXELS[figure.on_slide]:
        message = (
            f"the picture `{figure.figure}` has too few pixels for `{asked}`: its slide may show it whole"
        )
        hint = f"take one of {_LEAST_PIXELS[figure.on_slide]} pixels across or more"
        yield Finding(figure.place, message, hint, kind="coarse-picture")
