"""Pictures in grey, and graphics that say something by colour alone."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw

from diptych.pdf.grey import alike_in_grey, grey_picture

SVG = "image/svg+xml"


def drawing(*colours: str) -> bytes:
    shapes = "".join(
        f'<rect x="{n * 10}" y="0" width="9" height="9" {colour}/>' for n, colour in enumerate(colours)
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 9">{shapes}</svg>'.encode()


def pixels(media_type: str, *colours: str) -> bytes:
    image = Image.new("RGB", (30 * len(colours), 30))
    for number, colour in enumerate(colours):
        ImageDraw.Draw(image).rectangle((30 * number, 0, 30 * number + 30, 30), fill=colour)
    buffer = io.BytesIO()
    image.save(buffer, "PNG" if media_type == "image/png" else "JPEG")
    return buffer.getvalue()


@pytest.mark.parametrize(
    "colour",
    [
        'fill="#C00"',
        'stroke="rgb(0, 90, 200)"',
        'style="fill: seagreen; stroke:#aa3300"',
        'fill="rgba(9,90,9,.5)"',
    ],
)
def test_a_drawing_stays_a_drawing_without_colour(colour: str) -> None:
    from resvg_py import svg_to_bytes

    made = grey_picture(drawing(colour), SVG)
    assert made.startswith(b"<svg")
    shown = Image.open(io.BytesIO(bytes(svg_to_bytes(svg_string=made.decode())))).convert("RGB")
    assert len(shown.getcolors(10_000) or []) > 1
    assert all(len({*pixel}) == 1 for _, pixel in shown.getcolors(10_000) or [] if isinstance(pixel, tuple))


def test_what_names_no_colour_is_left_alone() -> None:
    picture = drawing('fill="none"', 'fill="url(#a)"', 'fill="currentColor"')
    assert grey_picture(picture, SVG) == picture


@pytest.mark.parametrize("media_type", ["image/png", "image/jpeg"])
def test_pixels_become_grey(media_type: str) -> None:
    made = Image.open(io.BytesIO(grey_picture(pixels(media_type, "red", "blue"), media_type)))
    assert made.mode == "L"
    assert Image.MIME[str(made.format)] == media_type


def test_red_and_green_of_one_lightness_are_told() -> None:
    assert alike_in_grey(drawing('fill="#C03030"', 'fill="#2A7F2A"'), SVG) == ("#C03030", "#2A7F2A")
    assert alike_in_grey(pixels("image/png", "#C03030", "#2A7F2A"), "image/png")


def test_colours_of_different_lightness_are_not() -> None:
    assert alike_in_grey(drawing('fill="#7A1010"', 'fill="#9AD89A"', 'fill="#888"'), SVG) is None


def test_a_photograph_is_not_judged() -> None:
    image = Image.frombytes("RGB", (200, 200), bytes((n * n // 7) % 251 for n in range(120_000)))
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    assert alike_in_grey(buffer.getvalue(), "image/png") is None
