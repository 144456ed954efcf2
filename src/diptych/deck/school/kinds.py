"""A kind of slide in the template: our boxes in its placeholders, the others drawn beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import NamedTuple

from diptych.deck.design.slide_layouts import EMU_PER_POINT, Area, SlideLayout
from diptych.deck.measure.heights import LINE
from diptych.deck.school.areas import Manner, Sheet
from diptych.deck.school.boxes import (
    carved,
    clear_of,
    deepened,
    furniture,
    grown_title,
    mapped,
    room_of,
    union,
    within,
)
from diptych.deck.school.colours import SchoolPalette
from diptych.deck.school.covers import COVERS, DETAILS, DETAILS_SIZES, on_cover
from diptych.deck.school.families import body_like
from diptych.deck.school.ground import ground_of
from diptych.deck.school.ground_roles import GroundRoles
from diptych.deck.school.levels import level_style
from diptych.deck.school.masters import Frame, TemplateLayout
from diptych.deck.school.obstacles import free_part, small_drawings, widened
from diptych.deck.school.scheme import contrast, luminance
from diptych.deck.school.services import Served
from diptych.deck.school.sizes import ladder, proportion
from diptych.deck.values import Box

# A headline must find room for two lines of this size.
_LEAST_TITLE = 20.0
# Text on its own that our slides set larger or smaller than points keeps that proportion.
_OWN_SIZES = ("statement", "quote", "references")
_FURNITURE = ("footer", "number")
# Text of less contrast with its ground than this is as good as not there.
_SEEN = 2.0
# What a picture behind text may be like at the worst, where its text is light or dark.
_DARK_PICTURE, _LIGHT_PICTURE = "444444", "D0D0D0"
# Lines that the small texts of a slide have room for at the least, at their smallest size.
_LEAST_LINES = MappingProxyType({"caption": 3, "attribution": 2, "heading": 2, "details": 2})
_DRAWINGS = ("pic", "tbl", "chart", "dgm", "obj", "body")


class Seat(NamedTuple):
    """Where a box stands, and the placeholder that holds it; None where it is drawn."""

    box: Box
    frame: Frame | None = None


@dataclass(frozen=True)
class Kinds:
    """What all kinds of slide of one template share."""

    size: tuple[int, int]
    home: Box | None
    palette: SchoolPalette
    roles: GroundRoles
    manner: Manner

    def slide_layout(self, ours: SlideLayout, served: Served) -> SlideLayout:
        """The slide layout that serves for one of ours, with all boxes that ours has."""
        layout = served.layout
        title = self._title_box(layout)
        room = room_of(layout, title, self.home, self.size)
        room = free_part(layout, widened(layout, room, title), self.size)
        ground = self._ground(layout, room)
        sheet = Sheet(layout, self.palette.on(ground), self.roles, self.manner)
        seats = self._seats(ours, served, title, room)
        assert layout.title is not None
        placeholders = {"title": sheet.held(ours.placeholders["title"], layout.title, title)}
        placeholders |= _texts(sheet, ours, seats, served.service.moved) | self._furniture(sheet)
        regions = {key: sheet.region(area, seats[key].box) for key, area in ours.regions.items()}
        return SlideLayout(
            ours.key,
            layout.name,
            placeholders,
            regions,
            ground=ground,
            type=layout.type,
            numbered="number" in placeholders,
            part=layout.part,
            found=_found(served),
            colour_map=layout.colour_map,
        )

    def _title_box(self, layout: TemplateLayout) -> Box:
        """The title's box, grown where it holds less than two lines."""
        frame = layout.title
        assert frame is not None and frame.box is not None
        style = level_style(frame, layout.scheme)
        line = style.spacing.pitch or LINE * min(style.size, _LEAST_TITLE) * style.spacing.factor
        needed = round(2 * line * EMU_PER_POINT) + frame.insets.top + frame.insets.bottom
        box = free_part(layout, within(frame.box, self.size), self.size)
        # Some covers have the subtitle inside the title's box.
        apart = clear_of(box, [text.box for text in layout.texts if text.box])
        box = apart if apart.height >= needed and 2 * apart.width > box.width else box
        return grown_title(frame, box, needed, self.size)

    def _ground(self, layout: TemplateLayout, room: Box) -> str:
        """The role of the ground; where it is a picture, one that the template's own text is legible on."""
        scheme = layout.scheme
        colour = ground_of(layout, room)
        if not colour:
            frame = body_like(layout) or layout.title
            assert frame is not None
            text = level_style(frame, scheme).colour
            light = luminance(text.value if text else scheme.named("tx1")) > 0.4
            colour = _DARK_PICTURE if light else _LIGHT_PICTURE
        return self.roles.ground(colour, scheme, self.palette.scheme)

    def _seats(self, ours: SlideLayout, served: Served, title: Box, room: Box) -> dict[str, Seat]:
        boxes = our_boxes(ours)
        if not boxes:
            return {}
        if served.service.moved or (not served.service.keys and not served.layout.pictures):
            return _roomy(ours, _moved(boxes, served, room))
        obstacles = [title, *furniture(served.layout, self.size)]
        seats = _as_they_are(ours, served, boxes, room, obstacles, self.size)
        clear = {key: clear_of(seat.box, obstacles) for key, seat in seats.items()}
        free = {key: free_part(served.layout, box, self.size) for key, box in clear.items()}
        kept = {
            key: _legible_there(served.layout, Seat(free[key], seat.frame)) for key, seat in seats.items()
        }
        return _roomy(ours, kept)

    def _furniture(self, sheet: Sheet) -> dict[str, Area]:
        frames = (("footer", sheet.layout.first("ftr")), ("number", sheet.layout.first("sldNum")))
        seen = furniture(sheet.layout, self.size)
        held = ((key, frame) for key, frame in frames if frame and frame.upright and frame.box in seen)
        return {key: sheet.furniture(key, frame) for key, frame in held}


def our_boxes(ours: SlideLayout) -> dict[str, Box]:
    """Where texts and regions stand on our own slide, without title, footer and number."""
    texts = {key: area.box for key, area in ours.placeholders.items() if key not in ("title", *_FURNITURE)}
    return texts | {key: area.box for key, area in ours.regions.items()}


def _roomy(ours: SlideLayout, seats: Mapping[str, Seat]) -> dict[str, Seat]:
    """The seats, those of captions and their like with room for the few lines that they need at least."""
    boxes = {key: seat.box for key, seat in seats.items()}
    for key in [key for key in boxes if key.rstrip("123") in _LEAST_LINES]:
        size = ours.placeholders[key].sizes[-1]
        needed = round(_LEAST_LINES[key.rstrip("123")] * LINE * size * EMU_PER_POINT)
        boxes = deepened(boxes, key, needed)
    return {key: seat._replace(box=boxes[key]) for key, seat in seats.items()}


def _moved(boxes: Mapping[str, Box], served: Served, room: Box) -> dict[str, Seat]:
    """Our boxes in the template's room, the first of them in its placeholders."""
    keys, layout = served.service.keys, served.layout
    largest = body_like(layout)
    frames = [largest] if len(keys) == 1 and largest else list(layout.texts)
    held = {key: frame for key, frame in zip(keys, frames, strict=False) if frame.unique}
    return {key: Seat(box, held.get(key)) for key, box in mapped(boxes, room).items()}


def _as_they_are(
    ours: SlideLayout,
    served: Served,
    boxes: Mapping[str, Box],
    room: Box,
    obstacles: list[Box],
    size: tuple[int, int],
) -> dict[str, Seat]:
    """The template's own boxes; what it has no placeholder for takes a share of them."""
    keys, layout = served.service.keys, served.layout
    largest = body_like(layout)
    frames = [largest] if len(keys) == 1 and largest else list(layout.texts)
    frames = sorted(frames, key=lambda one: one.type != "subTitle") if ours.key == "title" else frames
    held = {key: frame for key, frame in zip(keys, frames, strict=False) if key in boxes}
    found = {key: frame.box for key, frame in held.items() if frame.box}
    if ours.key in COVERS and found:
        first = next(iter(found))
        style, others = level_style(held[first], layout.scheme), [key for key in boxes if key != first]
        drawn = [*obstacles, *small_drawings(layout, size)]
        found = on_cover(held[first], style, others, first, drawn, size)
        held = {first: held[first]}
    if len(found) == 1 and layout.title and layout.title.box and not ours.regions:
        found = {key: widened(layout, box, layout.title.box) for key, box in found.items()}
    found |= {key: box for key in ours.regions if (box := _drawing_box(layout, set(held.values())))}
    found = found or {next(iter(boxes)): room}
    for key in boxes:
        found = found if key in found else carved(found, boxes, key)
    return {key: Seat(box, _addressable(held.get(key))) for key, box in found.items()}


def _legible_there(layout: TemplateLayout, seat: Seat) -> Seat:
    """The seat, without its placeholder where that was moved to a ground on which its text cannot be seen."""
    if seat.frame is None or seat.box == seat.frame.box:
        return seat
    colour, ground = level_style(seat.frame, layout.scheme).colour, ground_of(layout, seat.box)
    hidden = colour is not None and ground and contrast(colour.value, ground) < _SEEN
    return seat._replace(frame=None) if hidden else seat


def _addressable(frame: Frame | None) -> Frame | None:
    return frame if frame and frame.unique else None


def _drawing_box(layout: TemplateLayout, taken: set[Frame]) -> Box | None:
    """The largest box that a drawing can take the place of."""
    free = [frame for frame in layout.frames if frame.type in _DRAWINGS and frame.box and frame not in taken]
    frames = [frame for frame in free if frame.type in _DRAWINGS[:4]] or free
    boxes = [frame.box for frame in frames if frame.box]
    return max(boxes, key=lambda box: box.width * box.height, default=None)


def _texts(sheet: Sheet, ours: SlideLayout, seats: Mapping[str, Seat], moved: bool) -> dict[str, Area]:
    """The areas for text in our order; text in boxes that are `moved` stands in them as it does in ours."""
    areas: dict[str, Area] = {}
    held = [key for key, seat in seats.items() if seat.frame]
    for key, own in ours.placeholders.items():
        if key in seats:
            seat = seats[key]
            like = areas.get(held[0]) if held and ours.key in ("title", "section", "backup") else None
            if seat.frame:
                area = sheet.held(own, seat.frame, seat.box, _sizes(sheet, ours, own, seat.frame))
                areas[key] = replace(area, moved=True, anchor=own.anchor) if moved else area
            else:
                areas[key] = sheet.drawn(
                    own, seat.box, like, DETAILS_SIZES if key == DETAILS and ours.key in COVERS else ()
                )
    return areas


def _sizes(sheet: Sheet, ours: SlideLayout, own: Area, frame: Frame) -> tuple[float, ...]:
    """Sizes that follow ours, in proportion to the template's text; empty for the template's own."""
    if ours.key not in _OWN_SIZES:
        return ()
    first = float(round(own.sizes[0] * proportion(sheet.manner.size)))
    size = level_style(frame, sheet.layout.scheme).size
    return ladder(min(first, size) if ours.key == "references" else first)


def _found(served: Served) -> str:
    """How the layout was found, in the words of the report."""
    if served.found == "author":
        return "author"
    return served.found if not served.service.moved and served.service.family else "stand-in"


def home_box(content: TemplateLayout) -> Box | None:
    """The rectangle of running text: that of the layout for points, where it has one."""
    boxes = [frame.box for frame in content.texts if frame.box]
    return union(boxes) if boxes else None
