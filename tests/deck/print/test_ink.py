"""Grey ink: no colour is left, and what could be told apart still can."""

from __future__ import annotations

import io
from itertools import combinations

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image, ImageChops

from diptych.deck.print.ink import Ink
from tests.deck.print.paper import LAYOUT, SOURCES, print_of

FLAMES = next(source for source in SOURCES if source.name == "flame-tests")


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (WCAG 2.2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_pair_of_colours_keeps_its_contrast() -> None:
    grey = Ink(grey=True)
    pairs = list(combinations(LAYOUT.theme.colours.values(), 2))
    assert len(pairs) > 50
    for one, other in pairs:
        kept = contrast(grey.colour(one), grey.colour(other)) / contrast(one, other)
        assert 0.97 < kept < 1.03


def test_no_pixel_of_a_grey_print_has_a_colour() -> None:
    with pypdfium2.PdfDocument(print_of(FLAMES, "six", "grey").data) as pdf:
        assert len(pdf) > 3
        for page in pdf:
            assert _most_colour(page.render(scale=0.6).to_pil().convert("RGB")) <= 2


def test_a_colour_print_has_colours() -> None:
    with pypdfium2.PdfDocument(print_of(FLAMES, "six").data) as pdf:
        assert _most_colour(pdf[0].render(scale=0.6).to_pil().convert("RGB")) > 20


def _most_colour(image: Image.Image) -> int:
    """The largest difference between red, green and blue in any pixel."""
    red, green, blue = image.split()
    pairs = ((red, green), (green, blue))
    return max(int(ImageChops.difference(*pair).getextrema()[1]) for pair in pairs)  # type: ignore[arg-type]


def test_a_grey_picture_keeps_its_size_kind_and_clear_parts() -> None:
    for mode, media_type, kind in (
        ("RGB", "image/jpeg", "JPEG"),
        ("RGBA", "image/png", "PNG"),
        ("P", "image/png", "PNG"),
    ):
        buffer = io.BytesIO()
        Image.new(mode, (7, 5)).save(buffer, kind)
        data, printed_type = Ink(grey=True).picture(buffer.getvalue(), media_type)
        with Image.open(io.BytesIO(data)) as image:
            assert (image.size, image.format, printed_type) == ((7, 5), kind, media_type)
            assert image.mode == ("LA" if mode == "RGBA" else "L")
