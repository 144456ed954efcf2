"""SVG pictures get a PNG twin for programs that cannot draw them, set in the theme's fonts alone."""

from __future__ import annotations

from diptych.layout.theme import Theme
from diptych.material.pictures import PictureFile

# Enough for a picture that fills a projected slide.
LONG_SIDE = 1600


class NotDrawnError(ValueError):
    """An SVG that the renderer gives up on."""


def rasterised(file: PictureFile, theme: Theme) -> bytes:
    """The SVG as PNG bytes, 1600 pixels on its longer side.

    No font of the machine is used, so that the same picture comes out everywhere. Raises NotDrawnError.
    """
    try:
        return _drawn(file, theme)
    except BaseException as error:  # a panic of resvg is no Exception
        if isinstance(error, ValueError) or type(error).__name__ == "PanicException":
            raise NotDrawnError from None
        raise


def _drawn(file: PictureFile, theme: Theme) -> bytes:
    import resvg_py

    wide = file.width >= file.height
    styles = [(bold, italic) for bold in (False, True) for italic in (False, True)]
    fonts = [str(family.file(*style)) for family in theme.fonts.values() for style in styles]
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=file.data.decode("utf-8"),
            width=LONG_SIDE if wide else None,
            height=None if wide else LONG_SIDE,
            skip_system_fonts=True,
            font_files=fonts,
            font_family=theme.deck.body.measured_with.family,
            sans_serif_family=theme.deck.body.measured_with.family,
            serif_family=theme.deck.heading.measured_with.family,
            monospace_family=theme.deck.code.measured_with.family,
        )
    )
