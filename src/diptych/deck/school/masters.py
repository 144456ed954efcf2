"""The masters and slide layouts of a template, with every placeholder and where it takes its look from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal

from diptych.deck.design.slide_layouts import Insets
from diptych.deck.school.package import A, P, R, TemplateError, TemplatePackage
from diptych.deck.school.scheme import PLAIN_MAP, Scheme, read_scheme
from diptych.deck.values import Box

TITLES = ("title", "ctrTitle")
TEXTS = ("body", "obj", "subTitle")
# Slides are at least an inch wide and high (ECMA-376, ST_SlideSizeCoordinate).
_SMALLEST = 914400
# What is smaller than this share of the largest text is a label.
_LABEL = 0.1
FURNITURE = ("ftr", "sldNum", "dt", "hdr")
# Inner margins of a text box that says nothing of them.
_INSETS = Insets(91440, 45720, 91440, 45720)
_ANCHORS: Mapping[str, Literal["top", "middle", "bottom"]] = {"t": "top", "ctr": "middle", "b": "bottom"}


@dataclass(frozen=True)
class Frame:
    """A placeholder of a slide layout. `shapes` are the layout's own and the master's that it follows;
    `styles` are lists of level styles, nearest first. `unique` tells that a slide can address it."""

    type: str
    index: int
    shapes: tuple[Any, ...] = field(repr=False)
    styles: tuple[Any, ...] = field(repr=False)
    unique: bool = True

    @cached_property
    def box(self) -> Box | None:
        """Where it stands: by its own word, else by the master's; None where neither says it."""
        for shape in self.shapes:
            found = shape.find(f"{P}spPr/{A}xfrm")
            if found is not None and found.find(f"{A}off") is not None and found.find(f"{A}ext") is not None:
                off, ext = found.find(f"{A}off"), found.find(f"{A}ext")
                turned = int(found.get("rot", "0")) % 21600000
                box = Box(
                    *(int(float(n)) for n in (off.get("x"), off.get("y"), ext.get("cx"), ext.get("cy")))
                )
                return None if turned or min(box.width, box.height) <= 0 else box
        return None

    @property
    def insets(self) -> Insets:
        """The inner margins."""
        sides = zip(("lIns", "tIns", "rIns", "bIns"), _INSETS, strict=True)
        return Insets(*(int(self._body(name, str(usual))) for name, usual in sides))

    @property
    def anchor(self) -> Literal["top", "middle", "bottom"]:
        """Where text stands in the box."""
        return _ANCHORS.get(self._body("anchor", "t"), "top")

    @property
    def upright(self) -> bool:
        """True where text runs across in one column and wraps at the box's edge."""
        level = self._body("vert", "horz") == "horz" and self._body("numCol", "1") in ("0", "1")
        return level and self._body("wrap", "square") == "square" and self._mark.get("orient") != "vert"

    def _body(self, name: str, usual: str) -> str:
        properties = (shape.find(f"{P}txBody/{A}bodyPr") for shape in self.shapes)
        values = (one.get(name) for one in properties if one is not None)
        return next((str(value) for value in values if value is not None), usual)

    @property
    def _mark(self) -> Any:
        return placeholder_element(self.shapes[0])


@dataclass(frozen=True)
class TemplateLayout:
    """One slide layout: its part, its name, its OOXML type, and its placeholders in the file's order."""

    part: str
    name: str
    type: str
    tree: Any = field(repr=False)
    master: Any = field(repr=False)
    scheme: Scheme = field(repr=False)
    frames: tuple[Frame, ...] = field(repr=False)
    number: int = 0

    @cached_property
    def title(self) -> Frame | None:
        """The placeholder of the title, where it can be used."""
        return next((one for one in self.frames if one.type in TITLES and usable(one)), None)

    @cached_property
    def texts(self) -> tuple[Frame, ...]:
        """The placeholders that can hold text, in reading order: row by row, from left to right.

        Those too small beside the largest to hold more than a label are left out.
        """
        found = [one for one in self.frames if one.type in TEXTS and usable(one)]
        largest = max((_box(one).width * _box(one).height for one in found), default=0)
        large = [one for one in found if _box(one).width * _box(one).height > _LABEL * largest]
        return _in_reading_order(large)

    @cached_property
    def pictures(self) -> tuple[Frame, ...]:
        """The placeholders for pictures, in reading order."""
        kinds = ("pic", "clipArt", "media")
        return _in_reading_order([one for one in self.frames if one.type in kinds and one.box])

    def first(self, kind: str) -> Frame | None:
        """The first placeholder of that type that has a place."""
        return next((one for one in self.frames if one.type == kind and one.box), None)

    @property
    def colour_map(self) -> str:
        """The layout's own mapping of colour names as XML, which its slides must repeat; else empty."""
        found = self.tree.find(f"{P}clrMapOvr/{A}overrideClrMapping")
        if found is None:
            return ""
        pairs = "".join(f' {name}="{value}"' for name, value in found.attrib.items() if value.isalnum())
        return f"<a:overrideClrMapping{pairs}/>"


def usable(frame: Frame) -> bool:
    """True where text can stand in the placeholder as it does in ours."""
    return frame.box is not None and frame.upright


def read_layouts(package: TemplatePackage) -> tuple[TemplateLayout, ...]:
    """Every slide layout of every master, in order. Raises TemplateError where there is none."""
    main = package.presentation
    presentation = package.tree(main)
    masters = package.related(main, "slideMaster")
    listed = [one.get(f"{R}id") for one in presentation.iter(f"{P}sldMasterId")]
    found: list[TemplateLayout] = []
    for number, key in enumerate(one for one in listed if one in masters):
        found.extend(_layouts_of(package, masters[key], number, presentation.find(f"{P}defaultTextStyle")))
    if not found:
        message = "has no slide layouts; open it in a presentation program and save it once more"
        raise TemplateError(f"{package.name} {message}")
    return tuple(found)


def masters_of_slides(package: TemplatePackage) -> tuple[int, ...]:
    """The numbers of the masters that the template's own slides stand on, slide by slide."""
    main = package.presentation
    parts = package.related(main, "slideMaster")
    listed = [one.get(f"{R}id") for one in package.tree(main).iter(f"{P}sldMasterId")]
    numbers = {parts[key]: number for number, key in enumerate(one for one in listed if one in parts)}
    slides = package.related(main, "slide")
    keys = (one.get(f"{R}id") for one in package.tree(main).iter(f"{P}sldId"))
    used = (package.related(slides.get(key, ""), "slideLayout") for key in keys)
    layouts = (layout for found in used for layout in found.values())
    masters = (master for layout in layouts for master in package.related(layout, "slideMaster").values())
    return tuple(numbers[master] for master in masters if master in numbers)


def body_box(master: Any) -> Box | None:
    """Where the master has its text; None where it does not say."""
    for shape in master.iter(f"{P}sp"):
        mark = placeholder_element(shape)
        if mark is not None and mark.get("type") == "body":
            return Frame("body", 0, (shape,), ()).box
    return None


def slide_size(package: TemplatePackage) -> tuple[int, int]:
    """Width and height of the slides in EMU."""
    size = package.tree(package.presentation).find(f"{P}sldSz")
    if size is None:
        return 9144000, 6858000
    width, height = int(size.get("cx")), int(size.get("cy"))
    if min(width, height) < _SMALLEST:
        raise TemplateError(
            f"{package.name} has slides of {width} by {height} EMU, too small to hold anything"
        )
    return width, height


def placeholder_element(shape: Any) -> Any:
    """The element that makes a shape a placeholder; None for other shapes."""
    return shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")


def _layouts_of(package: TemplatePackage, part: str, number: int, default: Any) -> Iterator[TemplateLayout]:
    master = package.tree(part)
    themes = (*package.related(part, "theme").values(),)
    if not themes:
        raise TemplateError(f"{package.name} is damaged: its master {part} has no theme")
    mapping = master.find(f"{P}clrMap")
    names = dict(mapping.attrib) if mapping is not None else dict(PLAIN_MAP)
    scheme = read_scheme(package.tree(themes[0]), names)
    layouts = package.related(part, "slideLayout")
    for one in master.iter(f"{P}sldLayoutId"):
        if (key := one.get(f"{R}id")) not in layouts:
            raise TemplateError(f"{package.name} is damaged: a slide layout of {part} is missing")
        yield _layout(package, layouts[key], master, scheme, number, default)


def _layout(
    package: TemplatePackage, part: str, master: Any, scheme: Scheme, number: int, default: Any
) -> TemplateLayout:
    tree = package.tree(part)
    own = tree.find(f"{P}clrMapOvr/{A}overrideClrMapping")
    scheme = replace(scheme, names=dict(own.attrib)) if own is not None else scheme
    sheet = tree.find(f"{P}cSld")
    name = str(sheet.get("name", "")) if sheet is not None else ""
    frames = _addressed(list(_frames(tree, master, default)))
    kind = str(tree.get("type", ""))
    return TemplateLayout(f"/{part}", name.strip(), kind, tree, master, scheme, frames, number)


def _frames(tree: Any, master: Any, default: Any) -> Iterator[Frame]:
    parents = [shape for shape in master.iter(f"{P}sp") if placeholder_element(shape) is not None]
    for shape in tree.iter(f"{P}sp", f"{P}pic"):
        mark = placeholder_element(shape) if shape.tag == f"{P}sp" else None
        if mark is not None:
            kind, index = str(mark.get("type", "obj")), str(mark.get("idx", "0"))
            parent = [one for one in parents if _family(_type(one)) == _family(kind)][:1]
            shapes = (shape, *parent)
            number = int(index) if index.isdigit() else 0
            yield Frame(kind, number, shapes, tuple(_styles(shapes, kind, master, default)))


def _styles(shapes: tuple[Any, ...], kind: str, master: Any, default: Any) -> Iterator[Any]:
    """The lists of level styles that a placeholder draws on, nearest first."""
    for shape in shapes:
        if (own := shape.find(f"{P}txBody/{A}lstStyle")) is not None:
            yield own
    style = {"title": "titleStyle", "body": "bodyStyle"}.get(_family(kind), "otherStyle")
    if (shared := master.find(f"{P}txStyles/{P}{style}")) is not None:
        yield shared
    if default is not None:
        yield default


def _addressed(frames: list[Frame]) -> tuple[Frame, ...]:
    """The frames, each with whether a slide can tell it from the others: by number, else by type.

    Of several with the same number and type, programs take the first.
    """
    seen: set[tuple[int, str]] = set()
    told = []
    for frame in frames:
        key = (frame.index, "" if frame.index else frame.type)
        told.append(replace(frame, unique=key not in seen))
        seen.add(key)
    return tuple(told)


def _type(shape: Any) -> str:
    return str(placeholder_element(shape).get("type", "obj"))


def _family(kind: str) -> str:
    """The kind of the master's placeholder that one of this kind follows."""
    if kind in TITLES:
        return "title"
    return kind if kind in FURNITURE else "body"


def _in_reading_order(frames: list[Frame]) -> tuple[Frame, ...]:
    """Row by row: a box belongs to the row of one that it overlaps by half of its height."""
    rows: list[list[Frame]] = []
    for frame in sorted(frames, key=lambda one: (_box(one).y, _box(one).x)):
        row = next((row for row in rows if _beside(_box(row[0]), _box(frame))), None)
        if row is None:
            rows.append([frame])
        else:
            row.append(frame)
    return tuple(frame for row in rows for frame in sorted(row, key=lambda one: _box(one).x))


def _beside(one: Box, other: Box) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.y, other.y)
    return 2 * shared > min(one.height, other.height)


def _box(frame: Frame) -> Box:
    return frame.box or Box(0, 0, 0, 0)
