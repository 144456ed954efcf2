"""The drawing of a map: the ground, what is shaded on it, arrows, dots and names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import cycle

from diptych.figures.drawing import Drawing, Mark, Part, Path, Pattern, Point, Stroke
from diptych.figures.maps.arrows import arrow, bent
from diptych.figures.maps.clipping import Bounds
from diptych.figures.maps.data_file import the_earth
from diptych.figures.maps.frame import Frame, extent_of, framed
from diptych.figures.maps.ground import edge, lines_on_it, rings, water_and_land
from diptych.figures.maps.lettering import (
    Lettering,
    Obstacles,
    Stand,
    along,
    beside_dot,
    parts_of,
    settled,
    within,
)
from diptych.figures.maps.scale_bar import ScaleBar, scale_bar
from diptych.figures.maps.spec import MapSpec
from diptych.figures.maps.telling import place_table, told
from diptych.figures.scaled import borders_note
from diptych.figures.measuring import Measure
