"""Maps in the handout: as wide as the column, in its type."""

from __future__ import annotations

from diptych.figures.drawing import Drawing
from diptych.figures.maps.drawing import Room, map_drawing
from diptych.figures.maps.spec import map_spec
from diptych.handout.drawings import Drawings
from diptych.material.blocks import Map
from diptych.material.document import Document

# A map is no higher than this part of its width and of the page.
_SHAPE, _TALLEST = 0.78, 0.8


def printed_map(block: Map, document: Document, drawn: Drawings) -> Drawing:
    """The drawing of a map, no higher than leaves room for its caption and some text on a page."""
    spec = map_spec(block, document.material, document.labels)
    highest = _TALLEST * drawn.tallest
    room = Room(drawn.width, min(_SHAPE * drawn.width, highest), highest)
    return map_drawing(spec, room, drawn.size, drawn.type.width)
