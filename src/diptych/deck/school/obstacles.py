"""What a template draws that text must not run into: bands, bars and logos."""

from __future__ import annotations

from diptych.deck.school.boxes import clear_of, overlap
from diptych.deck.school.ground import drawn_boxes, ground_of, ground_of_frame
from diptych.deck.school.masters import TITLES, Frame, TemplateLayout
from diptych.deck.school.scheme import contrast
from diptych.deck.values import Box

# A drawing that covers more of the slide than this is a ground, not an obstacle.
_GROUND = 0.45
# Of a box, one that covers more than this is what it stands on; less than that is a touch.
_COVERED, _TOUCHED = 0.6, 0.003
# What is hardly another colour than the ground is in nobody's way.
_SEEN = 1.4
# A box of less than this share of the title's width may be half of what it was.
_HALF = 0.55
# Text keeps this share of the slide's width away from what it must not run into.
_GAP = 0.012


def obstacles(layout: TemplateLayout, box: Box, size: tuple[int, int]) -> list[Box]:
    """The drawings of the layout that a box partly runs into."""
    found = []
    for place, colour in drawn_boxes(layout):
        covered = _shared(box, place) / (box.width * box.height)
        small = place.width * place.height < _GROUND * size[0] * size[1]
        if small and _TOUCHED < covered < _COVERED and _differs(layout, place, box, colour):
            found.append(place)
    return found


def free_part(layout: TemplateLayout, box: Box, size: tuple[int, int]) -> Box:
    """The largest part of the box that runs into no drawing, nor touches one."""
    gap = round(size[0] * _GAP)
    around = (
        Box(x - gap, y - gap, wide + 2 * gap, high + 2 * gap)
        for x, y, wide, high in obstacles(layout, box, size)
    )
    return clear_of(box, around)


def widened(layout: TemplateLayout, box: Box, title: Box) -> Box:
    """The box as wide as the title above it, where it is half as wide and nothing stands beside it.

    LibreOffice leaves layouts so when it saves a deck with two columns on a slide.
    """
    if box.width > _HALF * title.width or not title.x <= box.x < box.right < title.right:
        return box
    beside = box._replace(x=box.right, width=title.right - box.right)
    others = [frame.box for frame in layout.frames if frame.box and frame.type not in TITLES]
    drawn = [place for place, _ in drawn_boxes(layout) if not _around(place, beside)]
    taken = any(overlap(other, beside) for other in (*others, *drawn))
    return box if taken else box._replace(width=title.right - box.x)


def small_drawings(layout: TemplateLayout, size: tuple[int, int]) -> list[Box]:
    """Where the layout draws what is no ground: lines, logos, ornaments."""
    room = _GROUND * size[0] * size[1]
    return [place for place, _ in drawn_boxes(layout) if place.width * place.height < room]


def is_legible(layout: TemplateLayout, frame: Frame, colour: str) -> bool:
    """True where text of that colour can be seen in the placeholder, or where its ground cannot be told."""
    ground = ground_of_frame(layout, frame)
    return not ground or contrast(colour, ground) >= _SEEN


def _differs(layout: TemplateLayout, place: Box, box: Box, colour: str) -> bool:
    """True where the drawing is seen against what the rest of the box stands on."""
    rest = clear_of(box, [place])
    ground = ground_of(layout, rest)
    return not colour or not ground or contrast(colour, ground) >= _SEEN


def _around(place: Box, box: Box) -> bool:
    """True where the drawing has the whole box on it."""
    inside = place.x <= box.x and place.y <= box.y
    return inside and place.right >= box.right and place.bottom >= box.bottom


def _shared(one: Box, other: Box) -> int:
    if not overlap(one, other):
        return 0
    across = min(one.right, other.right) - max(one.x, other.x)
    return across * (min(one.bottom, other.bottom) - max(one.y, other.y))
