"""What a side draws with: the resources of its pages, each under a name of its own."""

from __future__ import annotations

import copy
from itertools import count
from typing import Any

from pikepdf import Array, Dictionary, Matrix, Name, Object, Page

from diptych.pdf.booklet.sides import Place

# Colour spaces without a resource (ISO 32000-1, 8.6.3), and those that replace them unnamed (8.6.5.6).
_UNNAMED = {"/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/Pattern"}
_DEFAULTS = (Name.DefaultGray, Name.DefaultRGB, Name.DefaultCMYK)


class Resources:
    """The resources of one side, gathered while its pages are drawn.

    `patterns` keeps the patterns already moved, so that sides share them.
    """

    def __init__(self, patterns: dict[tuple[Any, ...], Object]) -> None:
        self.named = Dictionary()
        self._names: dict[tuple[str, bytes], Name] = {}
        self._patterns = patterns

    def of(self, kind: Name, name: Name, place: Place) -> Name:
        """The name that a page's resource has on the side."""
        if kind == Name.ColorSpace and str(name) in _UNNAMED:
            return name
        thing = self.found(kind, name, place)
        return self.name(kind, name, self._moved(thing, place) if kind == Name.Pattern else thing)

    def found(self, kind: Name, name: Name, place: Place) -> Object:
        """The page's own resource of that name."""
        thing: Object = Page(place.page).resources[kind][name]
        return thing

    def name(self, kind: Name, name: Name, thing: Object) -> Name:
        """The name of that resource: the one it had, unless the other page has something else under it."""
        key = (str(kind), thing.unparse())
        if key not in self._names:
            if kind not in self.named:
                self.named[kind] = Dictionary()
            self._names[key] = _free(name, self.named[kind])
            self.named[kind][self._names[key]] = thing
        return self._names[key]

    def _moved(self, pattern: Object, place: Place) -> Object:
        """The pattern, moved with the page: it does not follow what is drawn (ISO 32000-1, 8.7.3.1)."""
        key = (pattern.unparse(), place.matrix.shorthand)
        if key not in self._patterns:
            moved = copy.copy(pattern)
            lies = Matrix(*pattern.get(Name.Matrix, (1, 0, 0, 1, 0, 0)))
            moved.Matrix = Array([round(value, 6) for value in (lies @ place.matrix).shorthand])
            self._patterns[key] = moved
        return self._patterns[key]


def _free(name: Name, taken: Object) -> Name:
    if name not in taken:
        return name
    return next(free for number in count(2) if (free := Name(f"{name}-{number}")) not in taken)
