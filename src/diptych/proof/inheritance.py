"""What a finished slide leaves to its slide layout and master, looked up as a presentation program does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from diptych.proof.opc import OpenPackage

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_TITLES = {"title", "ctrTitle"}
_FURNITURE = {"ftr", "sldNum", "dt"}


@dataclass(frozen=True)
class Sheets:
    """A slide with the slide layout and master that it stands on, as XML."""

    slide: Any
    layout: Any
    master: Any
    presentation: Any

    def ancestors(self, shape: Any) -> list[Any]:
        """The shape, then the placeholders of layout and master that it follows, nearest first."""
        mark = placeholder(shape)
        if mark is None:
            return [shape]
        layout = _same(self.layout, mark) if self.layout is not None else None
        master = _of_kind(self.master, mark if layout is None else placeholder(layout))
        return [one for one in (shape, layout, master) if one is not None]

    def list_styles(self, shape: Any) -> list[Any]:
        """Every list of level styles that counts for the shape's text, nearest first."""
        own = (one.find(f"{P}txBody/{A}lstStyle") for one in self.ancestors(shape))
        found = [style for style in own if style is not None]
        defaults = self.presentation.find(f"{P}defaultTextStyle")
        return [*found, *self._master_styles(shape), *([defaults] if defaults is not None else [])]

    def _master_styles(self, shape: Any) -> list[Any]:
        mark = placeholder(shape)
        if mark is None:
            return []
        kind = mark.get("type", "obj")
        name = "titleStyle" if kind in _TITLES else "otherStyle" if kind in _FURNITURE else "bodyStyle"
        style = self.master.find(f"{P}txStyles/{P}{name}")
        return [] if style is None else [style]


@dataclass(frozen=True)
class SheetFinder:
    """The sheets of every slide of a package, the shared ones parsed once."""

    package: OpenPackage

    @cached_property
    def presentation(self) -> Any:
        """The root of the presentation part."""
        return self.package.tree(self.package.related("", "officeDocument")[0])

    def of(self, slide: str) -> Sheets:
        """The sheets of the slide whose part has that name."""
        (layout,) = self.package.related(slide, "slideLayout")
        (master,) = self.package.related(layout, "slideMaster")
        tree = self.package.tree
        return Sheets(tree(slide), tree(layout), tree(master), self.presentation)


def placeholder(shape: Any) -> Any:
    """The mark of a placeholder; None for a shape that is none."""
    return next(shape.iterfind(f"*/{P}nvPr/{P}ph"), None)


def _same(layout: Any, mark: Any) -> Any:
    """The layout's placeholder of the same index; of the same type where it is furniture or has no index."""
    kind, index = mark.get("type", "obj"), mark.get("idx", "0")
    for shape in _placeholders(layout):
        other = placeholder(shape).get("type", "obj")
        alike = other in _TITLES if kind in _TITLES else other == kind
        by_type = kind in (*_TITLES, *_FURNITURE) or index == "0"
        if alike if by_type else placeholder(shape).get("idx", "0") == index and other not in _TITLES:
            return shape
    return None


def _of_kind(master: Any, mark: Any) -> Any:
    kind = mark.get("type", "obj")
    wanted = "title" if kind in _TITLES else kind if kind in _FURNITURE else "body"
    return next((one for one in _placeholders(master) if placeholder(one).get("type") == wanted), None)


def _placeholders(sheet: Any) -> Iterator[Any]:
    return (shape for shape in sheet.iter(f"{P}sp") if placeholder(shape) is not None)


@dataclass(frozen=True)
class Look:
    """How a paragraph of a level is set before it says anything: the elements that say it, nearest first."""

    levels: tuple[Any, ...]
    runs: tuple[Any, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "runs", tuple(_run_defaults(self.levels)))

    def paragraph(self, own: Any, name: str, default: str) -> str:
        """An attribute of the paragraph: its own, else the nearest that has it."""
        for element in (own, *self.levels):
            if element is not None and element.get(name) is not None:
                return str(element.get(name))
        return default

    def child(self, own: Any, name: str) -> Any:
        """An element inside the paragraph's properties, by the same rule; None where there is none."""
        for element in (own, *self.levels):
            if element is not None and element.find(f"{A}{name}") is not None:
                return element.find(f"{A}{name}")
        return None

    def run(self, own: Any, name: str, default: str) -> str:
        """An attribute of a run, by the same rule."""
        for element in (own, *self.runs):
            if element is not None and element.get(name) is not None:
                return str(element.get(name))
        return default

    def run_child(self, own: Any, name: str) -> Any:
        """An element inside the run's properties, by the same rule; None where there is none."""
        for element in (own, *self.runs):
            if element is not None and element.find(f"{A}{name}") is not None:
                return element.find(f"{A}{name}")
        return None


def look(styles: list[Any], level: int) -> Look:
    """How a paragraph of that level (from 0) is set by these list styles."""
    return Look(tuple(one for style in styles for one in style.findall(f"{A}lvl{level + 1}pPr")))


def _run_defaults(levels: tuple[Any, ...]) -> Iterator[Any]:
    return (one for level in levels if (one := level.find(f"{A}defRPr")) is not None)
