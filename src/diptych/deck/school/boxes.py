"""Where boxes stand in a template that has no placeholders for them: in the room it gives to text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from diptych.deck.school.masters import Frame, TemplateLayout
from diptych.deck.values import Box

# Room for text is at least this share of the slide's width and height.
_WIDE, _HIGH = 0.4, 0.25
# Margins of a slide whose template says nothing of its text, as shares.
_SIDE, _FOOT, _GAP = 0.06, 0.1, 0.02


def room_of(layout: TemplateLayout, title: Box, home: Box | None, size: tuple[int, int]) -> Box:
    """The rectangle for text and drawings: that of the layout's own text, else the `home` of other slides,
    clear of title, footer and number."""
    boxes = [frame.box for frame in layout.texts if frame.box]
    for wanted in (union(boxes) if boxes else None, home):
        if wanted is not None:
            found = clear_of(within(wanted, size), [title, *furniture(layout, size)])
            if found.width >= _WIDE * size[0] and found.height >= _HIGH * size[1]:
                return found
    return _beside_title(layout, title, size)


def _beside_title(layout: TemplateLayout, title: Box, size: tuple[int, int]) -> Box:
    """What title and footer leave of the slide inside ordinary margins."""
    width, height = size
    x, y = round(width * _SIDE), round(height * _SIDE)
    whole = Box(x, y, width - 2 * x, height - y - round(height * _FOOT))
    gap = round(height * _GAP)
    wide = Box(title.x - gap, title.y - gap, title.width + 2 * gap, title.height + 2 * gap)
    return clear_of(whole, [wide, *furniture(layout, size)])


def stretched(box: Box, needed: int, others: Iterable[Box], size: tuple[int, int]) -> Box:
    """The box as high as it needs, first downwards, then upwards, as far as the others allow."""
    margin = round(size[1] * _GAP)
    near = [one for one in others if one.x < box.right and one.right > box.x]
    lowest = min([size[1] - margin, *(one.y for one in near if one.y >= box.bottom)])
    highest = max([margin, *(one.bottom for one in near if one.bottom <= box.y)])
    bottom = min(max(box.bottom, box.y + needed), max(box.bottom, lowest))
    top = max(min(box.y, bottom - needed), min(box.y, highest))
    return box._replace(y=top, height=bottom - top)


def furniture(layout: TemplateLayout, size: tuple[int, int]) -> list[Box]:
    """The boxes of footer and slide number that stand on the slide."""
    frames = (layout.first("ftr"), layout.first("sldNum"))
    return [frame.box for frame in frames if frame and frame.box and within(frame.box, size) == frame.box]


def within(box: Box, size: tuple[int, int]) -> Box:
    """The part of the box that lies on the slide."""
    x, y = max(0, box.x), max(0, box.y)
    return Box(x, y, max(1, min(box.right, size[0]) - x), max(1, min(box.bottom, size[1]) - y))


def clear_of(box: Box, others: Iterable[Box]) -> Box:
    """The largest part of the box that none of the others covers, cut by one straight line after another."""
    for other in others:
        if overlap(box, other):
            parts = (
                box._replace(height=other.y - box.y),
                box._replace(y=other.bottom, height=box.bottom - other.bottom),
                box._replace(width=other.x - box.x),
                box._replace(x=other.right, width=box.right - other.right),
            )
            box = max((one for one in parts if one.width > 0 < one.height), key=_area, default=box)
    return box


def overlap(one: Box, other: Box) -> bool:
    """True where the two share more than an edge."""
    across = min(one.right, other.right) - max(one.x, other.x)
    return across > 0 and min(one.bottom, other.bottom) > max(one.y, other.y)


def union(boxes: Sequence[Box]) -> Box:
    """The smallest box around them all."""
    x, y = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(x, y, max(box.right for box in boxes) - x, max(box.bottom for box in boxes) - y)


def mapped(boxes: Mapping[str, Box], room: Box) -> dict[str, Box]:
    """The boxes in the same proportions inside another rectangle, which together they fill."""
    whole = union(list(boxes.values()))
    across, down = room.width / whole.width, room.height / whole.height
    return {key: _placed(box, whole, room, across, down) for key, box in boxes.items()}


def carved(boxes: Mapping[str, Box], ours: Mapping[str, Box], key: str) -> dict[str, Box]:
    """The boxes, and one more that takes its share of those it stands above or below on our own slide."""
    own = ours[key]
    hosts = [other for other in boxes if _shares_column(ours[other], own)] or list(boxes)
    below = all(ours[host].y < own.y for host in hosts)
    whole = union([ours[host] for host in hosts] + [own])
    room = union([boxes[host] for host in hosts])
    depth = round(room.height * min(0.4, own.height / whole.height))
    gap = round(room.height * max(0, whole.height - own.height - _height(ours, hosts)) / whole.height)
    strip = room._replace(y=room.bottom - depth if below else room.y, height=depth)
    cut = {host: _without(boxes[host], strip, gap, below) for host in hosts}
    return {**boxes, **cut, key: strip}


def deepened(boxes: Mapping[str, Box], key: str, needed: int) -> dict[str, Box]:
    """The boxes, that of `key` as high as it needs, away from the edge that it stands at; others give way."""
    box = boxes[key]
    missing = needed - box.height
    if missing <= 0:
        return dict(boxes)
    above = any(
        other.y < box.y for name, other in boxes.items() if name != key and _shares_column(other, box)
    )
    grown = box._replace(y=box.y - missing if above else box.y, height=needed)
    moved = {name: _away(other, grown, above) for name, other in boxes.items() if name != key}
    return {name: grown if name == key else moved[name] for name in boxes}


def _away(box: Box, grown: Box, above: bool) -> Box:
    """The box without what the grown one takes of it."""
    if not overlap(box, grown):
        return box
    if above:
        return box._replace(height=max(1, grown.y - box.y))
    return box._replace(y=grown.bottom, height=max(1, box.bottom - grown.bottom))


def grown_title(frame: Frame, box: Box, needed: int, size: tuple[int, int]) -> Box:
    """The title's box as high as it needs: grown upwards where text stands at its foot, else downwards."""
    missing = needed - box.height
    if missing <= 0:
        return box
    margin = round(size[1] * _GAP)
    up = min(missing, max(0, box.y - margin)) if frame.anchor == "bottom" else 0
    down = min(missing - up, max(0, size[1] - margin - box.bottom))
    rest = min(missing - up - down, max(0, box.y - up - margin))
    return Box(box.x, box.y - up - rest, box.width, box.height + up + down + rest)


def _height(ours: Mapping[str, Box], hosts: Sequence[str]) -> int:
    return union([ours[host] for host in hosts]).height


def _without(box: Box, strip: Box, gap: int, below: bool) -> Box:
    if below:
        return box._replace(height=max(1, min(box.bottom, strip.y - gap) - box.y))
    top = max(box.y, strip.bottom + gap)
    return box._replace(y=top, height=max(1, box.bottom - top))


def _shares_column(one: Box, other: Box) -> bool:
    return min(one.right, other.right) - max(one.x, other.x) > min(one.width, other.width) // 2


def _placed(box: Box, whole: Box, room: Box, across: float, down: float) -> Box:
    x, y = room.x + round((box.x - whole.x) * across), room.y + round((box.y - whole.y) * down)
    right = room.x + round((box.right - whole.x) * across)
    bottom = room.y + round((box.bottom - whole.y) * down)
    return Box(x, y, right - x, bottom - y)


def _area(box: Box) -> int:
    return box.width * box.height
