"""The lines and areas of a drawing as SVG; its words stand over them as text of the page (`printed.py`)."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.figures.drawing import (
    LEADING,
    MM_PER_POINT,
    NO_STROKE,
    Drawing,
    Mark,
    Part,
    Path,
    Point,
    Rectangle,
    Slice,
    Stroke,
    Words,
)
from diptych.figures.hatching import DOT, WIDTH, hatch_dots, hatch_lines
from diptych.figures.inks import FigureLook
from diptych.figures.rings import Ring, arrow_head, rings_of

# Dashes and gaps as multiples of the line's width.
_DASHES = {"dash": (4.0, 2.5), "dot": (1.0, 1.6)}
# How far a halo reaches beyond the letters, in ems.
_HALO = 0.16
# Scripts in which letters do not simply stand one behind the other, from left to right.
_SHAPED = range(0x0590, 0x1200)


def shapes_svg(drawing: Drawing, look: FigureLook) -> str:
    """The SVG of all parts but words, in mm; of words their halos."""
    inside = "".join(_part(part, look) for part in drawing.parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_number(drawing.width)}'
        f' {_number(drawing.height)}" fill="none">{inside}</svg>'
    )


def _part(part: Part, look: FigureLook) -> str:
    match part:
        case Words():
            return _halo(part, look) if part.halo else ""
        case Path() if not part.closed:
            return _line(part, look)
        case Mark(kind="circle"):
            return _circle(part, look)
        case Mark(kind="cross"):
            return _cross(part, look)
        case Mark():
            return _outlined(part.fill, part.stroke, rings_of(part), look)
        case Path() | Rectangle() | Slice():
            return "".join(_area(part, look))


def _area(part: Path | Rectangle | Slice, look: FigureLook) -> Iterator[str]:
    """The fill, the pattern over it, and the outline over both."""
    rings = rings_of(part)
    if part.fill and not part.pattern:
        yield _outlined(part.fill, part.stroke, rings, look)
        return
    if part.fill:
        yield _outlined(part.fill, NO_STROKE, rings, look)
    if part.pattern:
        yield _pattern(part, rings, look)
    if part.stroke.colour and part.stroke.width:
        yield _outlined("", part.stroke, rings, look)


def _outlined(fill: str, stroke: Stroke, rings: tuple[Ring, ...], look: FigureLook) -> str:
    painted = f' fill="{look.areas[fill]}" fill-rule="evenodd"' if fill else ""
    data = "".join(f"{_points(ring)}Z" for ring in rings)
    return f'<path d="{data}"{painted}{_stroke(stroke, look)}/>'


def _pattern(part: Path | Rectangle | Slice, rings: tuple[Ring, ...], look: FigureLook) -> str:
    colour = look.areas[part.pattern_colour]
    if part.pattern == "dots":
        dots = hatch_dots(rings, part.pattern)
        return "".join(_disc(dot, DOT / 2, f' fill="{colour}"') for dot in dots)
    data = "".join(_points(ends) for ends in hatch_lines(rings, part.pattern))
    return f'<path d="{data}" stroke="{colour}" stroke-width="{WIDTH}"/>' if data else ""


def _line(part: Path, look: FigureLook) -> str:
    points, head = part.points, ""
    if part.arrow and len(points) > 1:
        points, triangle = arrow_head(points, part.stroke.width * MM_PER_POINT)
        head = _outlined(part.stroke.colour, NO_STROKE, (triangle,), look)
    data = "".join(map(_points, (points, *part.holes)))
    return f'<path d="{data}" stroke-linejoin="round"{_stroke(part.stroke, look)}/>{head}'


def _circle(mark: Mark, look: FigureLook) -> str:
    painted = f' fill="{look.areas[mark.fill]}"' if mark.fill else ""
    return _disc(mark.at, mark.size / 2, painted + _stroke(mark.stroke, look))


def _cross(mark: Mark, look: FigureLook) -> str:
    """Two lines; where it has no stroke of its own, a sixth of its size wide."""
    (x, y), half = mark.at, mark.size / 2
    stroke = mark.stroke if mark.stroke.colour else Stroke(mark.fill, mark.size / 6 / MM_PER_POINT)
    one, other = (
        (Point(x - half, y - half), Point(x + half, y + half)),
        (Point(x - half, y + half), Point(x + half, y - half)),
    )
    return f'<path d="{_points(one)}{_points(other)}"{_stroke(stroke, look)}/>'


def _halo(words: Words, look: FigureLook) -> str:
    """The outlines of the letters, drawn broadly; of scripts whose letters join, a plate behind each line."""
    em = words.size * MM_PER_POINT
    data = "".join(
        _letters(line, Point(words.at.x, words.at.y + number * LEADING * em), words, look)
        for number, line in enumerate(words.lines)
    )
    around = f"{_number(words.turn)} {_number(words.at.x)} {_number(words.at.y)}"
    turn = f' transform="rotate({around})"' if words.turn else ""
    colour = look.areas[words.halo]
    broad = f' stroke="{colour}" stroke-width="{_number(2 * _HALO * em)}" stroke-linejoin="round"'
    return f'<path d="{data}" fill="{colour}"{broad}{turn}/>'


def _letters(line: str, at: Point, words: Words, look: FigureLook) -> str:
    """The outlines of one line; `at` is where it is aligned."""
    em, lead = words.size * MM_PER_POINT, f"{words.lead} " if words.lead and at.y == words.at.y else ""
    before = look.type.width(lead, True) * em
    width = before + look.type.width(line, words.bold, words.italic) * em
    x = at.x - {"start": 0.0, "middle": width / 2, "end": width}[words.align]
    if any(ord(char) in _SHAPED for char in lead + line):
        up, down = _number(at.y - 0.7 * em), _number(0.8 * em)
        return f"M{_number(x)} {up}h{_number(width)}v{down}h{_number(-width)}Z"
    bold, own = look.type.file(True), look.type.file(words.bold, words.italic)
    return bold.outlines(lead, x, at.y, em) + own.outlines(line, x + before, at.y, em)


def _stroke(stroke: Stroke, look: FigureLook) -> str:
    if not stroke.colour or not stroke.width:
        return ""
    width = stroke.width * MM_PER_POINT
    dashes = " ".join(_number(width * one) for one in _DASHES.get(stroke.dash, ()))
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f' stroke="{look.areas[stroke.colour]}" stroke-width="{_number(width)}"{dashed}'


def _disc(centre: Point, radius: float, look: str) -> str:
    return f'<circle cx="{_number(centre.x)}" cy="{_number(centre.y)}" r="{_number(radius)}"{look}/>'


def _points(points: Ring) -> str:
    return "M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in points)


def _number(value: float) -> str:
    """A length in mm, to a hundredth or better than any printer draws it."""
    return f"{value:.3f}".rstrip("0").rstrip(".") if round(value, 3) else "0"
