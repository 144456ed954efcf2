"""The sides of a booklet's sheets, and where on them every page stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Matrix, Name, Object, Page, Pdf, Rectangle

from diptych.pdf.booklet.order import booklet_order

POINTS_PER_MM = 72 / 25.4
# How far a page may be larger than its half of the sheet, in pt: what rounding makes.
_TOLERANCE = 0.5


@dataclass(frozen=True)
class Place:
    """Where a page stands: on which side, by which matrix it is moved there, and how its tags are counted.

    `box` is the page's own, in pt, before it is moved. Its first marked content has the number
    `first_mark` on the side (its MCID, ISO 32000-1, 14.7.4.3).
    """

    page: Object
    side: Object
    matrix: Matrix
    box: Rectangle
    first_mark: int

    @property
    def half(self) -> Rectangle:
        """The part of the side that the page covers."""
        return self.moved(self.box)

    def moved(self, box: Rectangle) -> Rectangle:
        """A rectangle of the page where it stands on the side."""
        return self.matrix.transform(box)


@dataclass(frozen=True)
class Side:
    """One side of a sheet, `width` by `height` pt; its pages stand in the order in which they are read."""

    page: Object
    width: float
    height: float
    places: tuple[Place, ...]


class Places:
    """The place of every page of the file that becomes a booklet."""

    def __init__(self, sides: Iterable[Side]) -> None:
        self._places = {place.page.objgen: place for side in sides for place in side.places}

    def of(self, page: Object | None) -> Place | None:
        """Where that page stands; None for what is no page of the file."""
        return self._places.get(page.objgen) if isinstance(page, Object) else None


def sides_of(
    pdf: Pdf, sheet: tuple[float, float], marks: Callable[[Object], int], from_right: bool = False
) -> tuple[Side, ...]:
    """New, still empty sides for sheets of that width and height in mm, with a place for every page.

    `marks` tells how many marked contents a page has, `from_right` that it is bound at the right. Raises
    ValueError for a page that is larger than half a sheet.
    """
    width, height = (length * POINTS_PER_MM for length in sheet)
    pages = [page.obj for page in pdf.pages]
    sides = []
    for left, right in booklet_order(len(pages)):
        left, right = (right, left) if from_right else (left, right)
        side = pdf.make_indirect(Dictionary(Type=Name.Page, MediaBox=numbers(0, 0, width, height)))
        halves = sorted((number, number == left) for number in (left, right) if number)
        placed = ((pages[number - 1], is_left) for number, is_left in halves)
        sides.append(Side(side, width, height, tuple(_places(side, placed, (width / 2, height), marks))))
    return tuple(sides)


def _places(
    side: Object,
    pages: Iterable[tuple[Object, bool]],
    half: tuple[float, float],
    marks: Callable[[Object], int],
) -> Iterator[Place]:
    first_mark = 0
    for page, is_left in pages:
        box = Rectangle(Page(page).mediabox)
        yield Place(page, side, _matrix(box, half, is_left), box, first_mark)
        first_mark += marks(page)


def _matrix(box: Rectangle, half: tuple[float, float], is_left: bool) -> Matrix:
    """The page at the fold, halfway up; one that lies on its side turned, so that its head is on the left."""
    upright = Matrix(1, 0, 0, 1, -box.llx, -box.lly)
    width, height = box.width, box.height
    if box.width > box.height:
        upright @= Matrix(0, 1, -1, 0, box.height, 0)
        width, height = height, width
    if width > half[0] + _TOLERANCE or height > half[1] + _TOLERANCE:
        page, room = _in_mm(box.width, box.height), _in_mm(*half)
        raise ValueError(f"a page of {page} mm does not fit on half a sheet of {room} mm")
    across = half[0] - width if is_left else half[0]
    return upright @ Matrix(1, 0, 0, 1, across, (half[1] - height) / 2)


def _in_mm(width: float, height: float) -> str:
    return f"{width / POINTS_PER_MM:.1f} × {height / POINTS_PER_MM:.1f}"


def numbers(*values: float) -> Array:
    """The numbers as PDF writes them, to a ten-thousandth."""
    return Array([round(value, 4) for value in values])
