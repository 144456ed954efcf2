"""The tags of a booklet: what they say of pages is said of the sides, their order stays that of reading."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pikepdf import Array, Dictionary, Name, NumberTree, Object, Pdf, Rectangle

from diptych.pdf.booklet.sides import Place, Places, Side, numbers


class ParentTree:
    """The elements that hold each marked content of a page, by the page's key (ISO 32000-1, 14.7.4.4)."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._parents: dict[int, Any] = dict(NumberTree(pdf.Root.StructTreeRoot.ParentTree).items())

    def marks(self, page: Object) -> int:
        """How many marked contents the page has."""
        return len(self._parents.get(_key(page), ()))

    def join(self, sides: Iterable[Side]) -> None:
        """Writes the elements of all pages of a side in one row, under the first page's key."""
        for side in sides:
            keys = [_key(place.page) for place in side.places if self.marks(place.page)]
            if keys:
                row = [parent for key in keys for parent in self._parents.pop(key)]
                self._parents[keys[0]] = Array(row)
                side.page.StructParents = keys[0]
        pairs = [part for key in sorted(self._parents) for part in (key, self._parents[key])]
        self._pdf.Root.StructTreeRoot.ParentTree = Dictionary(Nums=Array(pairs))


def _key(page: Object) -> int:
    return int(page.get(Name.StructParents, -1))


def move_structure(pdf: Pdf, places: Places) -> None:
    """Leads every structure element to the side that its page is on."""
    for element in pdf.objects:
        if isinstance(element, Dictionary) and Name.S in element and Name.P in element:
            _move_element(element, places)


def _move_element(element: Object, places: Places) -> None:
    place = places.of(element.get(Name.Pg))
    kids = element.get(Name.K, Array())
    listed = kids if isinstance(kids, Array) else [kids]
    element.K = Array([_moved_kid(kid, place, places) for kid in listed])
    if place:
        element.Pg = place.side
        _move_frame(element, place)


def _moved_kid(kid: Any, place: Place | None, places: Places) -> Any:
    """What an element holds: elements as they are; contents and annotations on their side."""
    if isinstance(kid, int):
        return kid + place.first_mark if place else kid
    if Name.S in kid:
        return kid
    if Name.Pg in kid and (place := places.of(kid.Pg)):
        kid.Pg = place.side
    if Name.MCID in kid and Name.Stm not in kid and place:
        kid.MCID = int(kid.MCID) + place.first_mark
    return kid


def _move_frame(element: Object, place: Place) -> None:
    """The frame of a figure or table is told in its attributes."""
    attributes = element.get(Name.A, Array())
    for owned in attributes if isinstance(attributes, Array) else [attributes]:
        if isinstance(owned, Dictionary) and Name.BBox in owned:
            frame = place.moved(Rectangle(Array(owned.BBox)))
            owned.BBox = numbers(frame.llx, frame.lly, frame.urx, frame.ury)
