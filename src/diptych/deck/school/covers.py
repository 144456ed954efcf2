"""Covers and dividers: what stands below their titles, in boxes that template makers draw small."""

from __future__ import annotations

from collections.abc import Sequence

from diptych.deck.design.slide_layouts import EMU_PER_POINT
from diptych.deck.measure.heights import LINE
from diptych.deck.school.boxes import stretched
from diptych.deck.school.levels import LevelStyle, Spacing
from diptych.deck.school.masters import Frame
from diptych.deck.values import Box

# The kinds of slide that open something, and the small print of the cover with its sizes.
COVERS, DETAILS = ("title", "section", "backup"), "details"
DETAILS_SIZES = (18.0, 16.0, 14.0, 12.0)
# Lines that the text below the title, and the details below that, have room for at the least.
_TEXT_LINES, _DIVIDER_LINES, _DETAIL_LINES = 2.1, 3.2, 2.2
_TEXT_SIZE, _DETAIL_SIZE = 18.0, 14.0
# In boxes narrower than this, in points, text takes more lines, up to so many times as many.
_WIDE, _MOST = 560, 2.0
# Of a box that is high enough for both, the details have this share.
_SHARE = 0.4


def on_cover(
    frame: Frame,
    style: LevelStyle,
    others: Sequence[str],
    first: str,
    obstacles: Sequence[Box],
    size: tuple[int, int],
) -> dict[str, Box]:
    """The box of the text below the title, as high as it needs to be; details have the lower part of it."""
    assert frame.box is not None
    box = frame.box
    narrow = min(_MOST, max(1.0, _WIDE / (box.width / EMU_PER_POINT)))
    lines = narrow * (_TEXT_LINES if DETAILS in others else _DIVIDER_LINES)
    text = _text_height(frame, style.spacing, lines)
    details = round(narrow * _DETAIL_LINES * LINE * _DETAIL_SIZE * EMU_PER_POINT)
    if DETAILS not in others:
        return {first: stretched(box, text, obstacles, size)}
    whole = stretched(box, text + details, obstacles, size)
    depth = min(max(details, round(whole.height * _SHARE)), max(details, whole.height - text))
    depth = min(depth, whole.height * 2 // 3)
    upper = whole._replace(height=whole.height - depth)
    return {first: upper, DETAILS: whole._replace(y=upper.bottom, height=depth)}


def _text_height(frame: Frame, spacing: Spacing, lines: float) -> int:
    """What a few lines of the smallest size take, as the template spaces them."""
    line = spacing.pitch or LINE * _TEXT_SIZE * spacing.factor
    points = lines * (line + spacing.after) + spacing.before
    return round(points * EMU_PER_POINT) + frame.insets.top + frame.insets.bottom
