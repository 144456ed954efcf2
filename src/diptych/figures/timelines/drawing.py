"""A timeline as a drawing: flags on the line of time, below it bands of eras and bars of spans."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from diptych.figures.drawing import (
    LEADING,
    Align,
    Dash,
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
from diptych.figures.measuring import Measure
from diptych.figures.timelines.bars import Span
from diptych.figures.timelines.flags import Raised
from diptych.figures.timelines.plan import (
    BAR,
    BAR_PAD,
    GAP,
    MARK,
    OPEN,
    STEM,
    TICK,
    Lines,
    Plan,
    is_open,
)
from diptych.figures.timelines.spec import Entry, TimelineSpec
from diptych.material.dates import Moment
from diptych.material.place import Place

# How broad flags may be in ems, tried in this order; and from the baseline to the middle of letters.
_BREADTHS = (11.0, 14.0, 9.0, 20.0)
_MIDDLE, _DESCENT = 0.33, 0.27
_OTHER_SIDE: Mapping[Align, Align] = MappingProxyType({"start": "end", "middle": "middle", "end": "start"})
_GROUNDS = ("soft", "warm", "fresh", "alert")
_LINE, _STEM, _EDGE = Stroke("ink", 1.0), Stroke("rule", 0.6), Stroke("rule", 0.5)
_DOUBT = Stroke("accent", 0.9, "dash")


def timeline_drawing(
    spec: TimelineSpec, width: float, height: float, size: float, measure: Measure, place: Place
) -> Drawing | None:
    """The timeline in words of that size (points); None where it would be higher than `height` mm.

    Of several ways to set its flags it takes the first that makes it hardly higher than need be.
    """
    two_lines = [Plan(spec, width, size, measure, broad) for broad in _BREADTHS]
    plans = [*two_lines, Plan(spec, width, size, measure, level=True)]
    fitting = [plan for plan in plans if plan.is_roomy and plan.whole <= height]
    if not fitting:
        return None
    least = min(plan.whole for plan in fitting)
    plan = next(one for one in fitting if one.whole <= 1.2 * least)
    drawing = Drawing(width, plan.whole, tuple(_parts(plan)), spec.alt, spec.table, place)
    right_to_left = Words(Point(0, 0), (), 0, lang=spec.lang).right_to_left
    return mirrored(drawing) if right_to_left else drawing


def timeline_drawings(
    spec: TimelineSpec,
    room: tuple[float, float],
    sizes: Sequence[float],
    measure: Measure,
    place: Place,
    most: int = 1,
) -> tuple[Drawing, ...]:
    """The timeline in as few parts as will do, in the largest of the sizes that has room in all of them.

    `room` is the width and height of one part in mm, `most` how many there may be; empty if they do not do.
    """
    counts = range(1, max(1, min(most, len(spec.events))) + 1)
    for count, size in ((count, size) for count in counts for size in sizes):
        drawn = [timeline_drawing(part, *room, size, measure, place) for part in spec.parts(count)]
        found = tuple(drawing for drawing in drawn if drawing)
        if len(found) == count:
            return found
    return ()


def mirrored(drawing: Drawing) -> Drawing:
    """The drawing from right to left."""
    return replace(drawing, parts=tuple(_mirrored(part, drawing.width) for part in drawing.parts))


def _mirrored(part: Part, width: float) -> Part:
    match part:
        case Words():
            at = Point(width - part.at.x, part.at.y)
            return replace(part, at=at, align=_OTHER_SIDE[part.align])
        case Rectangle():
            return replace(part, at=Point(width - part.at.x - part.width, part.at.y))
        case Path():
            points = tuple(Point(width - x, y) for x, y in part.points)
            return replace(part, points=points)
        case Mark():
            return replace(part, at=Point(width - part.at.x, part.at.y))
        case Slice():
            return replace(part, centre=Point(width - part.centre.x, part.centre.y))


def _parts(plan: Plan) -> Iterator[Part]:
    yield from _stems(plan)
    yield from _line(plan)
    yield from _marks(plan)
    yield from _bands(plan)
    for lines, flag in zip(plan.flag_words, plan.flags, strict=True):
        yield from _flag(plan, lines, flag)
    for entry, bar, row in zip(plan.spans, plan.bars, plan.bar_rows, strict=True):
        yield from _bar(plan, entry, bar, row)


def _line(plan: Plan) -> Iterator[Part]:
    """The line of time with its marks and years."""
    y, scale = plan.line_y, plan.scale
    yield Path((Point(0, y), Point(plan.width, y)), stroke=_LINE)
    for tick in plan.ticks:
        x = scale.at(tick.at)
        yield Path((Point(x, y), Point(x, y + 0.45 * plan.em)), stroke=Stroke("ink", 0.6))
        base = Point(x, y + (TICK - _DESCENT) * plan.em)
        yield _words(plan, base, (tick.words,), "muted", "middle")


def _bands(plan: Plan) -> Iterator[Part]:
    """Eras below the years, touching each other."""
    for number, (entry, band, row) in enumerate(zip(plan.spec.eras, plan.bands, plan.band_rows, strict=True)):
        top = plan.bands_y + row * plan.band_height
        corner = Point(band.start, top)
        ground = _GROUNDS[entry.number % len(_GROUNDS)]
        yield Rectangle(corner, band.end - band.start, plan.band_height, ground)
        yield from _band_edges(plan, entry, band, top)
        yield _band_name(plan, band, plan.band_words[number], top)


def _band_edges(plan: Plan, entry: Entry, band: Span, top: float) -> Iterator[Part]:
    """The outline: an end that is doubtful is dashed, and one that is not known left open."""
    bottom = top + plan.band_height
    for y in (top, bottom):
        yield Path((Point(band.start, y), Point(band.end, y)), stroke=_EDGE)
    for side, (x, moment) in enumerate(((band.start, entry.date.start), (band.end, entry.date.end))):
        dash: Dash = "dash" if is_open(entry, side) else ""
        if plan.is_shown(moment):
            yield Path((Point(x, top), Point(x, bottom)), stroke=Stroke("muted", 1.0, dash))


def _band_name(plan: Plan, band: Span, lines: tuple[str, ...], top: float) -> Words:
    """The name in the middle of its band, or beside a band that is too short for it."""
    y = top + (plan.band_height - plan.height(len(lines))) / 2 + (LEADING - _DESCENT) * plan.em
    gap = GAP / 2 * plan.em
    where = band.where(plan.width, GAP * plan.em)
    if where == "inside":
        return _words(plan, Point((band.start + band.end) / 2, y), lines, "ink", "middle")
    if where == "right":
        return _words(plan, Point(band.end + gap, y), lines, "ink")
    return _words(plan, Point(band.start - gap, y), lines, "ink", "end")


def _stems(plan: Plan) -> Iterator[Part]:
    for flag in plan.flags:
        top = plan.line_y - flag.top
        yield Path((Point(flag.flag.x, plan.line_y), Point(flag.flag.x, top + 0.15 * plan.em)), stroke=_STEM)


def _marks(plan: Plan) -> Iterator[Part]:
    """A full mark where the time is known; over these, hollow ones in the dotted stretch that it may be."""
    placed = [
        (moment, Point(flag.flag.x, plan.line_y))
        for entry, flag in zip(plan.points, plan.flags, strict=True)
        if (moment := entry.date.start or entry.date.end)
    ]
    for moment, at in placed:
        if not moment.doubtful:
            yield Mark(at, MARK * plan.em, "circle", "second", Stroke("paper", 0.75))
    for moment, at in placed:
        if moment.doubtful:
            yield from _doubtful_mark(plan, moment, at)


def _doubtful_mark(plan: Plan, moment: Moment, at: Point) -> Iterator[Part]:
    left, right = plan.scale.at(moment.position), plan.scale.at(moment.until)
    if right - left > 1.5 * MARK * plan.em:
        ends = (Point(left, at.y), Point(right, at.y))
        yield Path(ends, stroke=Stroke("paper", 1.6))
        yield Path(ends, stroke=Stroke("second", 1.6, "dot"))
    yield Mark(at, MARK * plan.em, "circle", "paper", Stroke("second", 1.2))


def _flag(plan: Plan, lines: Lines, flag: Raised) -> Iterator[Part]:
    """The date in bold, and what happened."""
    at = Point(flag.flag.x + STEM * plan.em, plan.line_y - flag.top + (LEADING - _DESCENT) * plan.em)
    if lines.level:
        yield replace(_words(plan, at, lines.what, "ink"), lead=lines.when, lead_colour="second")
        return
    yield replace(_words(plan, at, (lines.when,), "second"), bold=True)
    yield _words(plan, Point(at.x, at.y + plan.height(1)), lines.what, "ink")


def _bar(plan: Plan, entry: Entry, bar: Span, row: int) -> Iterator[Part]:
    """A bar; where an end is doubtful, its last part is hatched and without an edge."""
    top = plan.bar_tops[row]
    height = BAR * plan.em
    open_ends = [is_open(entry, side) for side in (0, 1)]
    part = min(OPEN * plan.em, (bar.end - bar.start) / 3)
    left, right = bar.start + part * open_ends[0], bar.end - part * open_ends[1]
    yield Rectangle(Point(left, top), right - left, height, "accent")
    for side, x in enumerate((bar.start, right)):
        if open_ends[side]:
            yield Rectangle(Point(x, top), part, height, "paper", pattern="up", pattern_colour="accent")
            yield from _doubtful_end(entry, side, bar, top, height)
    yield from _bar_words(plan, entry, bar, (left, right), top + (BAR / 2 + _MIDDLE) * plan.em)


def _doubtful_end(entry: Entry, side: int, bar: Span, top: float, height: float) -> Iterator[Part]:
    """An end that nobody knows has no edge; one that is doubtful a dashed one."""
    if entry.date.end if side else entry.date.start:
        x = bar.end if side else bar.start
        yield Path((Point(x, top), Point(x, top + height)), stroke=_DOUBT)


def _bar_words(plan: Plan, entry: Entry, bar: Span, full: tuple[float, float], y: float) -> Iterator[Part]:
    """When in bold, and what, in a row: in the bar, beside it or below it."""
    gap, where = GAP * plan.em, bar.where(plan.width, GAP * plan.em)
    if where == "below":
        at = Point(bar.left_below(plan.width), y + (BAR / 2 - _MIDDLE + LEADING - _DESCENT + 0.1) * plan.em)
        words = _words(plan, at, plan.bar_lines(entry), "ink")
        yield replace(words, lead=entry.when)
        return
    x = {"inside": full[0] + BAR_PAD * plan.em, "right": bar.end + gap, "left": bar.start - gap}[where]
    lead, colour = ("paper", "paper") if where == "inside" else ("accent", "ink")
    words = _words(plan, Point(x, y), (entry.what,), colour, "end" if where == "left" else "start")
    yield replace(words, lead=entry.when, lead_colour=lead)


def _words(plan: Plan, at: Point, lines: tuple[str, ...], colour: str, align: Align = "start") -> Words:
    return Words(at, lines, plan.size, colour, align, lang=plan.spec.lang)
