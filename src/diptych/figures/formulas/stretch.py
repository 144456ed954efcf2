"""Signs as large as what they stand around or above: brackets, roots, braces, arrows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from diptych.figures.formulas.boxes import Box, Ink, overlaid
from diptych.figures.formulas.font import Glyph, MathFont, Piece

# Parts of a sign overlap by so much at least.
_OVERLAP = 0.05


def glyph_box(glyph: Glyph, scale: float) -> Box:
    """One glyph as a box."""
    return Box(
        glyph.advance * scale,
        glyph.top * scale,
        -glyph.bottom * scale,
        (Ink(glyph.name, 0.0, 0.0, scale),),
        glyph.italic * scale,
        glyph.attach * scale,
        single=True,
    )


def tall(font: MathFont, char: str, least: float, scale: float) -> Box:
    """The sign at least so high in all: a form of the font's, else one put together, else its largest."""
    name = font.of(char).name
    forms = font.variants(name, upright=True) or [(name, font.glyph(name).top - font.glyph(name).bottom)]
    for form, length in forms:
        if length * scale >= least:
            return glyph_box(font.glyph(form), scale)
    pieces = font.assembly(name, upright=True)
    if not pieces:
        return glyph_box(font.glyph(forms[-1][0]), scale)
    return _put_together(font, pieces, least, scale, upright=True)


def broad(font: MathFont, char: str, least: float, scale: float) -> Box:
    """The sign at least so wide."""
    name = font.of(char).name
    for form, length in font.variants(name, upright=False):
        if length * scale >= least:
            return glyph_box(font.glyph(form), scale)
    pieces = font.assembly(name, upright=False)
    if not pieces:
        forms = font.variants(name, upright=False)
        return glyph_box(font.glyph(forms[-1][0] if forms else name), scale)
    return _put_together(font, pieces, least, scale, upright=False)


def hat(font: MathFont, char: str, most: float, scale: float) -> Box:
    """The widest form of an accent that is no wider than that."""
    name = font.of(char).name
    fitting = [form for form, length in font.variants(name, upright=False) if length * scale <= most]
    return glyph_box(font.glyph(fitting[-1] if fitting else name), scale)


def on_axis(box: Box, axis: float) -> Box:
    """The box with its middle at the height of the axis."""
    return replace(box.moved(0.0, axis - (box.height - box.depth) / 2), single=False)


def _put_together(font: MathFont, pieces: Sequence[Piece], least: float, scale: float, upright: bool) -> Box:
    parts = list(pieces)
    repeats = 0
    while _longest(_repeated(parts, repeats)) * scale < least and repeats < 200:
        repeats += 1
    chosen = _repeated(parts, repeats)
    joints = [min(one.end, other.start) for one, other in pairwise(chosen)]
    # All joints overlap by what is too long.
    spare = max(0.0, (_longest(chosen) * scale - least) / scale)
    room = sum(max(0.0, joint - _OVERLAP) for joint in joints)
    share = min(1.0, spare / room) if room else 0.0
    place, placed = 0.0, []
    for index, part in enumerate(chosen):
        glyph = font.glyph(part.name)
        along = place - (glyph.bottom if upright else glyph.left)
        where = (0.0, along * scale) if upright else (along * scale, 0.0)
        placed.append(glyph_box(glyph, scale).moved(*where))
        joint = joints[index] if index < len(joints) else 0.0
        place += part.advance - _OVERLAP - share * max(0.0, joint - _OVERLAP)
    length = (place + _OVERLAP) * scale
    width = max(font.glyph(part.name).advance for part in chosen) * scale if upright else length
    return overlaid(placed, width)


def _repeated(parts: list[Piece], repeats: int) -> list[Piece]:
    return [part for part in parts for _ in range(repeats if part.extender else 1)]


def _longest(parts: list[Piece]) -> float:
    return sum(part.advance for part in parts) - _OVERLAP * max(0, len(parts) - 1)
