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
class Look:
    """How a paragraph of a level is set before it says anything: the elements that say it, nearest first."""

    levels: tuple[Any, ...]
    runs: tuple[Any, ...] = field(init=False)
    _known: dict[tuple[bool, str], Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "runs", tuple(_run_defaults(self.levels)))

    def paragraph(self, own: Any, name: str, default: str) -> str:
        """An attribute of the paragraph: its own, else the nearest that has it."""
        return self._said(own, name, default, False)

    def child(self, own: Any, name: str) -> Any:
        """An element inside the paragraph's properties, by the same rule; None where there is none."""
        return self._held(own, f"{A}{name}", False)

    def run(self, own: Any, name: str, default: str) -> str:
        """An attribute of a run, by the same rule."""
        return self._said(own, name, default, True)

    def run_child(self, own: Any, name: str) -> Any:
        """An element inside the run's properties, by the same rule; None where there is none."""
        return self._held(own, f"{A}{name}", True)

    def _said(self, own: Any, name: str, default: str, of_run: bool) -> str:
        said = own.get(name) if own is not None else None
        if said is None:
            if (of_run, name) not in self._known:
                told = (one.get(name) for one in (self.runs if of_run else self.levels))
                self._known[of_run, name] = next((one for one in told if one is not None), None)
            said = self._known[of_run, name]
        return default if said is None else str(said)

    def _held(self, own: Any, tag: str, of_run: bool) -> Any:
        held = own.find(tag) if own is not None and len(own) else None
        if held is None:
            if (of_run, tag) not in self._known:
                found = (one.find(tag) for one in (self.runs if of_run else self.levels))
                self._known[of_run, tag] = next((one for one in found if one is not None), None)
            held = self._known[of_run, tag]
        return held


@dataclass(frozen=True)
class Frame:
    """A slide layout with its master: what all slides of that layout stand on; each look is found once."""

    layout: Any
    master: Any
    presentation: Any
    _followed: dict[tuple[str, str], tuple[Any, ...]] = field(default_factory=dict, repr=False)
    _looks: dict[tuple[str, str, int], Look] = field(default_factory=dict, repr=False)

    def followed(self, mark: Any) -> tuple[Any, ...]:
        """The placeholders of layout and master that a slide's placeholder follows, nearest first."""
        key = _key(mark)
        if key not in self._followed:
            layout = _same(self.layout, mark) if self.layout is not None else None
            master = _of_kind(self.master, mark if layout is None else placeholder(layout))
            self._followed[key] = tuple(one for one in (layout, master) if one is not None)
        return self._followed[key]

    def look(self, mark: Any, level: int) -> Look:
        """How text of a level is set in a placeholder, or in a free shape (None), by layout and master."""
        key = (*_key(mark), level)
        if key not in self._looks:
            self._looks[key] = look(list(self._list_styles(mark)), level)
        return self._looks[key]

    def _list_styles(self, mark: Any) -> Iterator[Any]:
        if mark is not None:
            own = (one.find(f"{P}txBody/{A}lstStyle") for one in self.followed(mark))
            yield from (style for style in own if style is not None)
            kind = mark.get("type", "obj")
            name = "titleStyle" if kind in _TITLES else "otherStyle" if kind in _FURNITURE else "bodyStyle"
            yield from self.master.iterfind(f"{P}txStyles/{P}{name}")
        yield from self.presentation.iterfind(f"{P}defaultTextStyle")


@dataclass(frozen=True)
class Sheets:
    """A slide as XML, with the slide layout and master that it stands on."""

    slide: Any
    frame: Frame

    def ancestors(self, shape: Any) -> list[Any]:
        """The shape, then the placeholders of layout and master that it follows, nearest first."""
        mark = placeholder(shape)
        return [shape] if mark is None else [shape, *self.frame.followed(mark)]

    def look(self, shape: Any, level: int) -> Look:
        """How the shape's text of a level is set."""
        shared = self.frame.look(placeholder(shape), level)
        own = shape.find(f"{P}txBody/{A}lstStyle/{A}lvl{level + 1}pPr")
        return shared if own is None else Look((own, *shared.levels))


@dataclass(frozen=True)
class SheetFinder:
    """The sheets of every slide of a package, the shared ones looked through once."""

    package: OpenPackage
    _frames: dict[str, Frame] = field(default_factory=dict, repr=False)
    _sheets: dict[str, Sheets] = field(default_factory=dict, repr=False)

    @cached_property
    def presentation(self) -> Any:
        """The root of the presentation part."""
        return self.package.tree(self.package.related("", "officeDocument")[0])

    def of(self, slide: str) -> Sheets:
        """The sheets of the slide whose part has that name."""
        if slide not in self._sheets:
            (layout,) = self.package.related(slide, "slideLayout")
            self._sheets[slide] = Sheets(self.package.tree(slide), self._frame(layout))
        return self._sheets[slide]

    def _frame(self, layout: str) -> Frame:
        if layout not in self._frames:
            (master,) = self.package.related(layout, "slideMaster")
            trees = (self.package.tree(layout), self.package.tree(master))
            self._frames[layout] = Frame(*trees, self.presentation)
        return self._frames[layout]


def placeholder(shape: Any) -> Any:
    """The mark of a placeholder; None for a shape that is none."""
    properties = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    return next(shape.iterfind(f"*/{P}nvPr/{P}ph"), None) if properties is None else properties


def look(styles: list[Any], level: int) -> Look:
    """How a paragraph of that level (from 0) is set by these list styles."""
    return Look(tuple(one for style in styles for one in style.findall(f"{A}lvl{level + 1}pPr")))


def _key(mark: Any) -> tuple[str, str]:
    return ("", "") if mark is None else (mark.get("type", "obj"), mark.get("idx", "0"))


def _same(layout: Any, mark: Any) -> Any:
    """The layout's placeholder of the same index; of the same type where it is furniture or has no index."""
    kind, index = _key(mark)
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


def _run_defaults(levels: tuple[Any, ...]) -> Iterator[Any]:
    return (one for level in levels if (one := level.find(f"{A}defRPr")) is not None)
