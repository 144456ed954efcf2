"""Lines, areas and signs of drawings in DrawingML: where each stands, its geometry, and how it is painted."""

from __future__ import annotations

from typing import Protocol

from diptych.deck.values import Box
from diptych.deck.write.ooxml import fill
from diptych.figures.drawing import Mark, Path, Pattern, Point, Rectangle, Slice, Stroke
from diptych.figures.rings import Ring, rings_of

# A form's box, its geometry and its paint.
Form = tuple[Box, str, str]
# What patterns and dashes are called (ISO/IEC 29500-1, 20.1.10.51 and 20.1.10.49).
_PATTERNS = {
    "up": "wdUpDiag",
    "down": "wdDnDiag",
    "across": "dashHorz",
    "dots": "dotGrid",
    "grid": "openDmnd",
}
_DASHES = {"": "", "dash": '<a:prstDash val="dash"/>', "dot": '<a:prstDash val="sysDot"/>'}
_WHOLE = 21_600_000


class Canvas(Protocol):
    """Where a drawing stands on the slide, and what its colours are there."""

    def emu(self, mm: float) -> int:
        """A length on the slide."""

    def at(self, point: Point) -> tuple[int, int]:
        """A point on the slide."""

    def ink(self, role: str) -> str:
        """A colour as XML."""

    def width(self, stroke: Stroke) -> int:
        """The width of a line."""


def freeform(part: Path, canvas: Canvas) -> Form:
    """A line or an area with its holes; a straight line's box is as thin as the line is."""
    paint = line(part.stroke, canvas, part.arrow and not part.closed)
    ground = _ground(part.fill, part.pattern, part.pattern_colour, canvas) if part.closed else fill("")
    return *_custom(rings_of(part), part.closed, canvas), ground + paint


def rectangle(part: Rectangle, canvas: Canvas) -> Form:
    """A rectangle, with rounded corners where it has any."""
    x, y = canvas.at(part.at)
    box = Box(x, y, canvas.emu(part.width), canvas.emu(part.height))
    shorter = min(part.width, part.height)
    share = min(round(part.corner / shorter * 100_000), 50_000) if part.corner and shorter else 0
    geometry = preset("roundRect", adj=share) if share else preset("rect")
    return (
        box,
        geometry,
        _ground(part.fill, part.pattern, part.pattern_colour, canvas) + line(part.stroke, canvas),
    )


def mark(part: Mark, canvas: Canvas) -> Form:
    """A sign: a circle as what it is, a cross as two lines, others by their corners."""
    paint = fill(canvas.ink(part.fill)) + line(part.stroke, canvas)
    half, (x, y) = part.size / 2, part.at
    if part.kind == "circle":
        left, top = canvas.at(Point(x - half, y - half))
        return Box(left, top, canvas.emu(part.size), canvas.emu(part.size)), preset("ellipse"), paint
    if part.kind != "cross":
        return *_custom(rings_of(part), True, canvas), paint
    strokes = (
        (Point(x - half, y - half), Point(x + half, y + half)),
        (Point(x - half, y + half), Point(x + half, y - half)),
    )
    drawn = part.stroke if part.stroke.colour else Stroke(part.fill, part.size / 6 * 72 / 25.4)
    return *_custom(strokes, False, canvas), fill("") + line(drawn, canvas)


def pie_slice(part: Slice, canvas: Canvas) -> Form:
    """A slice of a pie or ring, which programs can open further; the whole round as a disc or ring."""
    x, y = canvas.at(Point(part.centre.x - part.radius, part.centre.y - part.radius))
    side = canvas.emu(2 * part.radius)
    paint = _ground(part.fill, part.pattern, part.pattern_colour, canvas) + line(part.stroke, canvas)
    return Box(x, y, side, side), _slice(part), paint


def line(stroke: Stroke, canvas: Canvas, arrow: bool = False) -> str:
    """The outline, or none."""
    if not stroke.colour or not stroke.width:
        return "<a:ln><a:noFill/></a:ln>"
    head = '<a:tailEnd type="triangle" w="lg" len="lg"/>' if arrow else ""
    inner = f"{fill(canvas.ink(stroke.colour))}{_DASHES[stroke.dash]}<a:round/>{head}"
    return f'<a:ln w="{canvas.width(stroke)}" cap="flat">{inner}</a:ln>'


def preset(name: str, **guides: int) -> str:
    """A form that programs know by name, with what it is adjusted by."""
    told = "".join(f'<a:gd name="{guide}" fmla="val {value}"/>' for guide, value in guides.items())
    return f'<a:prstGeom prst="{name}"><a:avLst>{told}</a:avLst></a:prstGeom>'


def _slice(part: Slice) -> str:
    """Angles begin at the right in DrawingML, and run clockwise."""
    start, end = (round((angle - 90) * 60_000) % _WHOLE for angle in (part.start, part.end))
    thickness = round((part.radius - part.hole) / (2 * part.radius) * 100_000)
    if part.end - part.start >= 360:
        return preset("donut", adj=thickness) if part.hole else preset("ellipse")
    if part.hole:
        return preset("blockArc", adj1=start, adj2=end, adj3=thickness)
    return preset("pie", adj1=start, adj2=end)


def _ground(role: str, pattern: Pattern, over: str, canvas: Canvas) -> str:
    """One colour, or a pattern over it."""
    if not pattern:
        return fill(canvas.ink(role))
    colours = f"<a:fgClr>{canvas.ink(over)}</a:fgClr><a:bgClr>{canvas.ink(role or 'paper')}</a:bgClr>"
    return f'<a:pattFill prst="{_PATTERNS[pattern]}">{colours}</a:pattFill>'


def _custom(rings: tuple[Ring, ...], closed: bool, canvas: Canvas) -> tuple[Box, str]:
    """The rings as one path in a box as large as they are; where rings lie in others, they are holes."""
    placed = [[canvas.at(point) for point in ring] for ring in rings]
    xs, ys = ([point[axis] for ring in placed for point in ring] for axis in (0, 1))
    box = Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    steps = "".join(_steps(ring, box, closed) for ring in placed)
    unfilled = "" if closed else ' fill="none"'
    return box, (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{box.width}" h="{box.height}"{unfilled}>{steps}</a:path></a:pathLst></a:custGeom>'
    )


def _steps(ring: list[tuple[int, int]], box: Box, closed: bool) -> str:
    points = [f'<a:pt x="{x - box.x}" y="{y - box.y}"/>' for x, y in ring]
    lines = "".join(f"<a:lnTo>{point}</a:lnTo>" for point in points[1:])
    return f"<a:moveTo>{points[0]}</a:moveTo>{lines}{'<a:close/>' if closed else ''}"
