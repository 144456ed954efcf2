"""Slides turned round: what stands at the left comes to stand at the right, for text that runs back.

Slides are planned as if they were read from left to right, whatever the language; what is planned is turned
round in the end. To turn round twice changes nothing, so that a template which is made for the other
direction is turned for planning and its slides are turned back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from diptych.deck.design.slide_layouts import Area, Decoration, Insets, SlideLayout, SlideLayouts
from diptych.deck.values import Box, Deck, Group, LineShape, Shape, Slide

# Areas that stand side by side and are read one after the other.
_ROWS = (("left", "right"), *(tuple(f"{key}{one}" for one in "123") for key in ("heading", "body")))
_NAMED = (("first", "second", "third"),)


def mirrored_deck(deck: Deck) -> Deck:
    """The deck with everything on its slides turned round; pictures and drawings stay as they are inside."""
    sections = (
        replace(section, slides=tuple(_slide(slide, deck.width) for slide in section.slides))
        for section in deck.sections
    )
    return replace(deck, sections=tuple(sections))


def mirrored_layouts(layouts: SlideLayouts) -> SlideLayouts:
    """The slide layouts turned round."""
    turned = {key: _layout(layout, layouts.width) for key, layout in layouts.layouts.items()}
    return replace(layouts, layouts=turned)


def read_from_right(layouts: SlideLayouts) -> SlideLayouts:
    """The slide layouts with the areas that stand side by side named from the right to the left."""
    turned = {key: _renamed(layout) for key, layout in layouts.layouts.items()}
    return replace(layouts, layouts=turned)


def _slide(slide: Slide, width: int) -> Slide:
    return replace(slide, shapes=tuple(_shape(one, width) for one in slide.shapes))


def _shape(one: Shape, width: int) -> Shape:
    if isinstance(one, LineShape):
        return _line(one, width)
    turned: Shape = replace(one, box=_box(one.box, width))
    if isinstance(turned, Group):
        inside = tuple(_shape(part, width) for part in turned.shapes)
        return replace(turned, shapes=inside)  # type: ignore[arg-type] # the same kinds as before
    return turned


def _line(one: LineShape, width: int) -> LineShape:
    (x1, y1), (x2, y2) = one.start, one.end
    return replace(one, start=(width - x1, y1), end=(width - x2, y2))


def _box(box: Box, width: int) -> Box:
    return box._replace(x=width - box.right)


def _layout(layout: SlideLayout, width: int) -> SlideLayout:
    return replace(
        layout,
        placeholders={key: _area(area, width) for key, area in layout.placeholders.items()},
        regions={key: _area(area, width) for key, area in layout.regions.items()},
        decorations=_decorations(layout.decorations, width),
        progress=_decoration(layout.progress, width) if layout.progress else None,
    )


def _area(area: Area, width: int) -> Area:
    left, top, right, bottom = area.insets
    return replace(area, box=_box(area.box, width), insets=Insets(right, top, left, bottom))


def _decorations(all_of_them: Sequence[Decoration], width: int) -> tuple[Decoration, ...]:
    """The decorations turned round; those that make up a sign change sides as a whole."""
    sign = [one.box for one in all_of_them if one.sign]
    edges = [x for box in sign for x in (box.x, box.right)]
    shift = width - max(edges) - min(edges) if edges else 0
    return tuple(
        replace(one, box=one.box._replace(x=one.box.x + shift)) if one.sign else _decoration(one, width)
        for one in all_of_them
    )


def _decoration(one: Decoration, width: int) -> Decoration:
    """Of a line the box holds start and way, which may lead back."""
    x, y, across, down = one.box
    if one.kind == "line":
        return replace(one, box=Box(width - x, y, -across, down))
    return replace(one, box=_box(one.box, width))


def _renamed(layout: SlideLayout) -> SlideLayout:
    places = dict(layout.placeholders)
    for row in (*_ROWS, *_NAMED):
        keys = [key for key in row if key in places]
        found = sorted((places[key] for key in keys), key=lambda area: -area.box.x)
        places |= {key: replace(area, key=key) for key, area in zip(keys, found, strict=True)}
    return replace(layout, placeholders=places)
