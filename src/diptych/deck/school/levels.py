"""How a placeholder sets text, level by level, from its layout through the master to the presentation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from diptych.deck.design.slide_layouts import Level
from diptych.deck.measure.heights import LINE
from diptych.deck.school.masters import FURNITURE, TITLES, Frame
from diptych.deck.school.package import A
from diptych.deck.school.scheme import Scheme, Shade, colour_element

# Sizes where a template says none.
_USUAL_TITLE, _USUAL_TEXT, _USUAL_PRINT = 36.0, 24.0, 12.0
LEVELS = 4


@dataclass(frozen=True)
class Spacing:
    """Space between lines, as a factor or in points (0 where it is a factor); before and after, in points."""

    factor: float = 1.0
    pitch: float = 0.0
    before: float = 0.0
    after: float = 0.0


@dataclass(frozen=True)
class LevelStyle:
    """One level of a placeholder: size and tracking in points, the rest as the file says it."""

    size: float
    bold: bool
    italic: bool
    caps: bool
    tracking: float
    face: str
    colour: Shade | None
    align: Literal["start", "center", "end"]
    rtl: bool
    spacing: Spacing
    indents: Level


def level_style(frame: Frame, scheme: Scheme, level: int = 0) -> LevelStyle:
    """How the placeholder sets paragraphs of that level, from 0."""
    look = _Look(frame, level)
    size = int(look.run("sz", "0")) / 100 or _prompted(frame, level)
    latin = look.run_child("latin")
    fill = look.run_child("solidFill", "gradFill", "noFill")
    element = colour_element(fill) if fill is not None and fill.tag == f"{A}solidFill" else None
    return LevelStyle(
        size=size,
        bold=look.run("b", "0") in ("1", "true"),
        italic=look.run("i", "0") in ("1", "true"),
        caps=look.run("cap", "none") == "all",
        tracking=int(look.run("spc", "0")) / 100,
        face=scheme.face(str(latin.get("typeface", "")) if latin is not None else "+mn-lt"),
        colour=scheme.shade(element) if element is not None else None,
        align=_aligned(look),
        rtl=look.paragraph("rtl", "0") in ("1", "true"),
        spacing=look.spacing(size),
        indents=look.indents(),
    )


def _aligned(look: _Look) -> Literal["start", "center", "end"]:
    """The alignment by where lines begin: at the right where text runs from right to left."""
    rtl = look.paragraph("rtl", "0") in ("1", "true")
    told = look.paragraph("algn", "r" if rtl else "l")
    if told == "ctr":
        return "center"
    return "end" if (told == "r") != rtl else "start"


def _prompted(frame: Frame, level: int) -> float:
    """The size of the words that stand in an empty placeholder: all that some programs write of it."""
    for shape in frame.shapes:
        for paragraph in shape.iter(f"{A}p"):
            own = paragraph.find(f"{A}pPr")
            at = int(own.get("lvl", "0")) if own is not None else 0
            run = paragraph.find(f"{A}r/{A}rPr")
            if at == level and run is not None and run.get("sz"):
                return int(run.get("sz")) / 100
    if frame.type in FURNITURE:
        return _USUAL_PRINT
    return _USUAL_TITLE if frame.type in TITLES else _USUAL_TEXT


def indents(frame: Frame) -> tuple[Level, ...]:
    """Margin, hanging and bullet of every level."""
    return tuple(_Look(frame, level).indents() for level in range(LEVELS))


@dataclass(frozen=True)
class _Look:
    """One level of one placeholder, asked for its properties."""

    frame: Frame
    level: int

    def paragraph(self, name: str, usual: str) -> str:
        """An attribute of the paragraph, from the nearest style that has it."""
        return next((str(one.get(name)) for one in self._levels() if one.get(name) is not None), usual)

    def run(self, name: str, usual: str) -> str:
        """An attribute of the runs."""
        found = (one.find(f"{A}defRPr") for one in self._levels())
        return next((str(one.get(name)) for one in found if one is not None and one.get(name)), usual)

    def run_child(self, *names: str) -> Any:
        """The first of the elements that the nearest style has among its runs' properties."""
        found = (one.find(f"{A}defRPr") for one in self._levels())
        children = (one.find(f"{A}{name}") for one in found if one is not None for name in names)
        return next((child for child in children if child is not None), None)

    def spacing(self, size: float) -> Spacing:
        """The spaces; a percentage of a space is one of the line."""
        line = self._child("lnSpc")
        factor, pitch = _amount(line, 1.0)
        before, after = (_points(self._child(name), size) for name in ("spcBef", "spcAft"))
        return Spacing(factor, pitch, before, after)

    def indents(self) -> Level:
        """Where the text stands, how far the first line stands out, and with what mark."""
        margin, first = int(self.paragraph("marL", "0")), int(self.paragraph("indent", "0"))
        return Level(max(0, margin + max(0, first)), min(max(0, -first), margin), self._mark())

    def _mark(self) -> Literal["", "bullet", "number"]:
        for one in self._levels():
            for child in one:
                if child.tag in (f"{A}buChar", f"{A}buBlip"):
                    return "bullet"
                if child.tag in (f"{A}buNone", f"{A}buAutoNum"):
                    return "number" if child.tag == f"{A}buAutoNum" else ""
        return ""

    def _child(self, name: str) -> Any:
        return next((found for one in self._levels() if (found := one.find(f"{A}{name}")) is not None), None)

    def _levels(self) -> Iterator[Any]:
        for style in self.frame.styles:
            if (found := style.find(f"{A}lvl{self.level + 1}pPr")) is not None:
                yield found


def _amount(space: Any, usual: float) -> tuple[float, float]:
    """A factor, and points where the space is given in points."""
    if space is None or not len(space):
        return usual, 0.0
    value = str(space[0].get("val", "0")).rstrip("%")
    if space[0].tag == f"{A}spcPts":
        return usual, int(value) / 100
    return int(value) / 100000, 0.0


def _points(space: Any, size: float) -> float:
    factor, points = _amount(space, 0.0)
    return points or round(factor * size * LINE, 2)
