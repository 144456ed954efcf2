"""Where something stands in a source file."""

from typing import NamedTuple


class Place(NamedTuple):
    """A line and a column, both counted from 1 as editors do."""

    line: int
    column: int


NOWHERE = Place(0, 0)
