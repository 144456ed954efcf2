"""Whether words stand out from their ground on a finished slide (WCAG 2.2, success criterion 1.4.3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Literal

from diptych.deck.values import Box
from diptych.proof.boxes import box_of, covers, own_box, touch
from diptych.proof.colours import Scheme, contrast
from diptych.proof.inheritance import A, Frame, Look, P, Sheets, placeholder
from diptych.proof.outlines import Ring, is_partial, rings_of, share_inside
from diptych.proof.text_boxes import level_of

_LEAST, _LEAST_OF_LARGE = 4.5, 3.0
# Sizes of type, in hundredths of a point, that the guidelines call large: any, and bold.
_LARGE, _LARGE_BOLD = 1800, 1400
_FREE = Look(())
_FILLS = ("gradFill", "blipFill", "pattFill")
_KEEPS_COLOUR = "{http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor}hlinkClr"


@dataclass(frozen=True)
class _Painted:
    """What is drawn behind words; the colour is empty where it is a picture or no one colour.

    `rings` are the outlines of an area that does not fill its box.
    """

    box: Box
    colour: str
    rings: tuple[Ring, ...] = ()

    def under(self, words: Box) -> Literal["all", "some", "none"]:
        """How much of the words it lies under."""
        if not touch(self.box, words):
            return "none"
        if self.rings:
            return share_inside(words, self.rings)
        return "all" if covers(self.box, words) else "some"


@dataclass(frozen=True)
class Grounds:
    """What lies behind the words of slides; what a slide layout paints is looked at once."""

    _painted: dict[int, tuple[Frame, tuple[_Painted, ...]]] = field(default_factory=dict)

    def of_shape(self, shape: Any, sheets: Sheets, scheme: Scheme) -> str:
        """The colour that the shape's words stand on; empty where it cannot be told."""
        for one in sheets.ancestors(shape):
            properties = one.find(f"{P}spPr")
            if properties is None:
                continue
            fill = properties.find(f"{A}solidFill")
            if fill is not None:
                return scheme.value(fill[0])
            if any(properties.find(f"{A}{kind}") is not None for kind in _FILLS):
                return ""
        return self.below(shape, sheets, scheme)

    def below(self, shape: Any, sheets: Sheets, scheme: Scheme) -> str:
        """The colour behind a shape that has none: the last that covers it, else the background."""
        box = box_of(shape, sheets)
        if box is None:
            return ""
        ground = _background(sheets, scheme)
        for one in (*self._of_layout(sheets.frame, scheme), *_before(shape, sheets, scheme)):
            under = one.under(box)
            if under != "none":
                ground = one.colour if under == "all" else ""
        return ground

    def _of_layout(self, frame: Frame, scheme: Scheme) -> tuple[_Painted, ...]:
        if id(frame) not in self._painted:
            drawn = (one for tree in (frame.master, frame.layout) for one in tree.find(f"{P}cSld/{P}spTree"))
            free = [one for one in drawn if placeholder(one) is None]
            self._painted[id(frame)] = frame, tuple(_paintings(free, scheme, own_box))
        return self._painted[id(frame)][1]


def contrast_faults(sheets: Sheets, scheme: Scheme, grounds: Grounds) -> Iterator[str]:
    """The words of the slide that are hard to read, each shape once.

    Where the ground is a picture, or none can be told, nothing is said.
    """
    for shape in sheets.slide.iter(f"{P}sp"):
        body = shape.find(f"{P}txBody")
        if body is None or next(body.iter(f"{A}r", f"{A}fld"), None) is None:
            continue
        ground = _halo(body, scheme) or grounds.of_shape(shape, sheets, scheme)
        if ground:
            yield from _faint(body, partial(sheets.look, shape), ground, scheme)
    for frame in sheets.slide.iter(f"{P}graphicFrame"):
        yield from _faint_cells(frame, sheets, scheme, grounds)


def _halo(body: Any, scheme: Scheme) -> str:
    """The colour round the letters, where words have one that keeps them apart from what is beneath."""
    glow = body.find(f".//{A}rPr/{A}effectLst/{A}glow")
    return scheme.value(glow[0]) if glow is not None and len(glow) else ""


def _faint_cells(frame: Any, sheets: Sheets, scheme: Scheme, grounds: Grounds) -> Iterator[str]:
    behind = grounds.below(frame, sheets, scheme)
    for cell in frame.iter(f"{A}tc"):
        fill = cell.find(f"{A}tcPr/{A}solidFill")
        ground = scheme.value(fill[0]) if fill is not None else behind
        if ground:
            yield from _faint(cell.find(f"{A}txBody"), lambda level: _FREE, ground, scheme)


def _faint(body: Any, asked: Callable[[int], Look], ground: str, scheme: Scheme) -> Iterator[str]:
    for paragraph in body.iterfind(f"{A}p"):
        found = asked(level_of(paragraph.find(f"{A}pPr")))
        for run in paragraph.iterfind(f"{A}r"):
            ratio = _ratio(run.find(f"{A}rPr"), found, ground, scheme)
            if ratio:
                words = (run.findtext(f"{A}t") or "")[:30]
                yield f"`{words}` stands out from its ground by {ratio:.1f} to 1 only"
                return


def _ratio(own: Any, asked: Look, ground: str, scheme: Scheme) -> float:
    """The contrast of a run where it is too low, else 0."""
    colour = _colour(own, asked, scheme)
    if len(colour) != 6:
        return 0.0
    size = int(asked.run(own, "sz", "1800"))
    bold = asked.run(own, "b", "0") in ("1", "true")
    large = size >= _LARGE or (bold and size >= _LARGE_BOLD)
    found = contrast(colour, ground)
    return found if found < (_LEAST_OF_LARGE if large else _LEAST) - 0.05 else 0.0


def _colour(own: Any, asked: Look, scheme: Scheme) -> str:
    """The colour of a run. A link has the theme's for links, unless it says that it keeps its own."""
    link = own.find(f"{A}hlinkClick") if own is not None else None
    if link is not None and next(link.iter(_KEEPS_COLOUR), None) is None:
        return scheme.colours.get("hlink", "")
    fill = asked.run_child(own, "solidFill")
    return scheme.value(fill[0]) if fill is not None and len(fill) else scheme.colours.get("tx1", "")


def _before(shape: Any, sheets: Sheets, scheme: Scheme) -> Iterator[_Painted]:
    """What the slide itself paints before the shape."""
    earlier = list(shape.itersiblings(*(f"{P}{kind}" for kind in ("sp", "pic")), preceding=True))
    return _paintings(earlier[::-1], scheme, lambda one: box_of(one, sheets))


def _paintings(
    shapes: Sequence[Any], scheme: Scheme, place: Callable[[Any], Box | None]
) -> Iterator[_Painted]:
    """The grounds that shapes lay: one colour, or none where they are pictures or of several."""
    for shape in shapes:
        properties = shape.find(f"{P}spPr")
        fill = properties.find(f"{A}solidFill") if properties is not None else None
        if shape.tag == f"{P}cxnSp" or (fill is None and not _many_coloured(shape, properties)):
            continue
        box = place(shape)
        if box is not None:
            colour = scheme.value(fill[0]) if fill is not None and not is_partial(shape) else ""
            yield _Painted(box, colour, rings_of(shape, box))


def _many_coloured(shape: Any, properties: Any) -> bool:
    """True for pictures and groups, for patterns, and for forms that take their fill from the theme."""
    if shape.tag in (f"{P}pic", f"{P}grpSp"):
        return True
    if properties is None or properties.find(f"{A}noFill") is not None:
        return False
    patterned = any(properties.find(f"{A}{kind}") is not None for kind in _FILLS)
    return patterned or shape.find(f"{P}style") is not None


def _background(sheets: Sheets, scheme: Scheme) -> str:
    for sheet in (sheets.slide, sheets.frame.layout, sheets.frame.master):
        background = sheet.find(f"{P}cSld/{P}bg")
        if background is None:
            continue
        fill = background.find(f"{P}bgPr/{A}solidFill")
        reference = background.find(f"{P}bgRef")
        if fill is not None:
            return scheme.value(fill[0])
        plain = reference is not None and int(reference.get("idx", "0")) == 1001
        return scheme.value(reference[0]) if plain and len(reference) else ""
    return scheme.colours.get("bg1", "")
