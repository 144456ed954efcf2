"""Where links and bookmarks lead, and where links stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pikepdf import Array, Dictionary, Name, NameTree, Object, Pdf, Rectangle

from diptych.pdf.booklet.sides import Place, Places, Side, numbers


def move_links(pdf: Pdf, sides: Iterable[Side], places: Places) -> None:
    """Puts the annotations of every page on its side and leads all links and bookmarks there."""
    for side in sides:
        annotations = [_moved(one, place) for place in side.places for one in place.page.get(Name.Annots, ())]
        if annotations:
            side.page.Annots = Array(annotations)
            side.page.Tabs = Name.S
        for annotation in annotations:
            _lead(annotation, places)
    for bookmark in _bookmarks(pdf.Root.get(Name.Outlines)):
        _lead(bookmark, places)
    _lead_names(pdf, places)


def _moved(annotation: Object, place: Place) -> Object:
    """The annotation where its page stands now."""
    box = place.moved(Rectangle(Array(annotation.Rect)))
    annotation.Rect = numbers(box.llx, box.lly, box.urx, box.ury)
    annotation.P = place.side
    if Name.QuadPoints in annotation:
        flat = [float(value) for value in annotation.QuadPoints]
        points = (place.matrix.transform(point) for point in zip(flat[::2], flat[1::2], strict=True))
        annotation.QuadPoints = numbers(*(value for point in points for value in point))
    return annotation


def _bookmarks(parent: Object | None) -> Iterator[Object]:
    bookmark = parent.get(Name.First) if parent is not None else None
    while bookmark is not None:
        yield bookmark
        yield from _bookmarks(bookmark)
        bookmark = bookmark.get(Name.Next)


def _lead_names(pdf: Pdf, places: Places) -> None:
    """Named destinations: those of PDF 1.2 and later, those before, and where the file opens."""
    if Name.Names in pdf.Root and Name.Dests in pdf.Root.Names:
        tree = NameTree(pdf.Root.Names.Dests)
        for name, target in list(tree.items()):
            tree[name] = _target(target, places)
    older = pdf.Root.get(Name.Dests, Dictionary())
    for name in list(older.keys()):
        older[name] = _target(older[name], places)
    if Name.OpenAction in pdf.Root:
        pdf.Root.OpenAction = _target(pdf.Root.OpenAction, places)


def _lead(source: Object, places: Places) -> None:
    """A link or bookmark leads to the right half of a side, by its destination or its action."""
    if Name.Dest in source:
        source.Dest = _target(source.Dest, places)
    if Name.A in source:
        source.A = _target(source.A, places)


def _target(target: Any, places: Places) -> Any:
    """A destination on its side: an array, or a dictionary that holds one; names stay names."""
    if isinstance(target, Dictionary) and Name.D in target:
        target.D = _target(target.D, places)
    if isinstance(target, Array) and (place := places.of(target[0])):
        return Array([place.side, *_view(list(target)[1:], place)])
    return target


def _view(view: list[Any], place: Place) -> Iterable[Any]:
    """What is to be seen: the same place on the page or, where the whole page was meant, its half."""
    kind, box, values = view[0], place.box, view[1:]
    if kind == Name.XYZ:
        left = box.llx if values[0] is None else float(values[0])
        top = box.ury if values[1] is None else float(values[1])
        across, up = place.matrix.transform((left, top))
        return [kind, *numbers(across, up), values[2]]
    seen = place.moved(Rectangle(Array(values)) if kind == Name.FitR else box)
    return [Name.FitR, *numbers(seen.llx, seen.lly, seen.urx, seen.ury)]
