"""What is built of several parts and lines: fractions, roots, accents, fences, frames."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from diptych.figures.formulas.boxes import Area, Box, beside, centred, nothing, overlaid, rule
from diptych.figures.formulas.stretch import broad, hat, on_axis, tall
from diptych.figures.formulas.style import Style
from diptych.material.formulas.tree import Accent, Fenced, Fraction, Marked, Node, Root

Set = Callable[[Node, Style], Box]
# A fence may be a little lower than what it stands around (The TeXbook, chapter 17).
_FACTOR, _SHORTFALL = 0.901, 0.5
# Room beside the stroke of a fraction and inside a frame, in ems.
_BESIDE, _FRAME = 0.1, 0.3


def fraction_box(node: Fraction, style: Style, box: Set) -> Box:
    """One thing over another, with a stroke or between fences."""
    style = style.at(node.level) if node.level else style
    top, bottom = centred([box(node.top, style.numerator), box(node.bottom, style.denominator)])
    inside = _over(top, bottom, style) if node.bar else _stacked(top, bottom, style)
    if node.fences == ("", ""):
        room = nothing(_BESIDE * style.scale)
        return replace(beside([room, inside, room]), italic=0.0)
    return _between(node.fences[0], node.fences[1], inside, style)


def _over(top: Box, bottom: Box, style: Style) -> Box:
    thick = style.measure("FractionRuleThickness")
    line = style.axis - thick / 2
    gap = style.measure("FractionNumeratorGapMin", "FractionNumDisplayStyleGapMin")
    up = style.measure("FractionNumeratorShiftUp", "FractionNumeratorDisplayStyleShiftUp")
    up = max(up, line + thick + gap + top.depth)
    gap = style.measure("FractionDenominatorGapMin", "FractionDenomDisplayStyleGapMin")
    down = style.measure("FractionDenominatorShiftDown", "FractionDenominatorDisplayStyleShiftDown")
    down = max(down, gap + bottom.height - line)
    return overlaid([top.moved(0.0, up), bottom.moved(0.0, -down), rule(top.width, thick, line)], top.width)


def _stacked(top: Box, bottom: Box, style: Style) -> Box:
    up = style.measure("StackTopShiftUp", "StackTopDisplayStyleShiftUp")
    down = style.measure("StackBottomShiftDown", "StackBottomDisplayStyleShiftDown")
    lacking = style.measure("StackGapMin", "StackDisplayStyleGapMin") - (
        up - top.depth - bottom.height + down
    )
    more = max(0.0, lacking) / 2
    return overlaid([top.moved(0.0, up + more), bottom.moved(0.0, -down - more)], top.width)


def root_box(node: Root, style: Style, box: Set) -> Box:
    """The sign of the root as high as what is below its line."""
    inside = box(node.inside, style.tight)
    thick = style.measure("RadicalRuleThickness")
    gap = style.measure("RadicalVerticalGap", "RadicalDisplayStyleVerticalGap")
    sign = tall(style.font, "√", inside.total + gap + thick, style.scale)
    gap += max(0.0, sign.total - inside.total - gap - thick) / 2
    top = inside.height + gap + thick
    sign = sign.moved(0.0, top - sign.height)
    parts = [sign, inside.moved(sign.width), rule(inside.width, thick, top - thick).moved(sign.width)]
    whole = overlaid(parts, sign.width + inside.width + 0.04 * style.scale)
    whole = replace(whole, height=whole.height + style.measure("RadicalExtraAscender"))
    if node.degree is None:
        return whole
    degree = box(node.degree, replace(style, level=3))
    rise = style.font.constant("RadicalDegreeBottomRaisePercent") * sign.total - sign.depth
    before, after = style.measure("RadicalKernBeforeDegree"), style.measure("RadicalKernAfterDegree")
    x = max(0.0, before + degree.width + after)
    start = max(0.0, x - after - degree.width)
    return overlaid([degree.moved(start, rise + degree.depth), whole.moved(x)], x + whole.width)


def accent_box(node: Accent, style: Style, box: Set) -> Box:
    """A sign above or below; lines, braces and arrows as long as the base."""
    base = box(node.base, style.tight)
    if node.sign in ("‾", "_"):
        return _line(node, base, style)
    if node.sign in ("⏞", "⏟", "⏜", "⏝"):
        return _brace(node, base, style)
    lean = base.attach if base.single and base.attach is not None else base.width / 2 + base.italic / 2
    if node.wide and node.sign in ("\u20d7", "\u20d6", "\u20e1"):
        sign = broad(style.font, node.sign, base.width * 0.95, style.scale)
    elif node.wide:
        sign = hat(style.font, node.sign, base.width, style.scale)
    else:
        sign = hat(style.font, node.sign, 0.0, style.scale)
    rise = base.height - min(base.height, style.measure("AccentBaseHeight"))
    left = min((point for point in _edges(sign, style)), default=0.0)
    right = max((point for point in _edges(sign, style)), default=0.0)
    middle = sign.attach if sign.attach is not None and not node.wide else (left + right) / 2
    if node.wide and base.width > 0:
        lean = base.width / 2 + (base.italic / 2 if base.single else 0.0)
    whole = overlaid([base, sign.moved(lean - middle, rise)], base.width)
    return replace(whole, italic=base.italic, single=base.single)


def _edges(sign: Box, style: Style) -> list[float]:
    """Where the ink of a sign begins and ends."""
    edges = []
    for ink in sign.ink:
        if not isinstance(ink, Area):
            glyph = style.font.glyph(ink.glyph)
            edges += [ink.x + glyph.left * ink.scale, ink.x + glyph.right * ink.scale]
    return edges


def _line(node: Accent, base: Box, style: Style) -> Box:
    name = "Underbar" if node.under else "Overbar"
    gap, thick = style.measure(f"{name}VerticalGap"), style.measure(f"{name}RuleThickness")
    y = -base.depth - gap - thick if node.under else base.height + gap
    width = base.width + base.italic
    whole = overlaid([base, rule(width, thick, y)], base.width)
    extra = style.measure("UnderbarExtraDescender" if node.under else "OverbarExtraAscender")
    return (
        replace(whole, depth=whole.depth + extra)
        if node.under
        else replace(whole, height=whole.height + extra)
    )


def _brace(node: Accent, base: Box, style: Style) -> Box:
    sign = broad(style.font, node.sign, base.width, style.scale)
    gap = 0.12 * style.scale
    y = -base.depth - gap - sign.height if node.under else base.height + gap + sign.depth
    edges = _edges(sign, style)
    middle = (min(edges) + max(edges)) / 2
    width = max(base.width, max(edges) - min(edges))
    shift = (width - base.width) / 2
    return overlaid([base.moved(shift), sign.moved(width / 2 - middle, y)], width)


def fenced_box(node: Fenced, style: Style, box: Set) -> Box:
    """Parts between fences as high as the highest."""
    parts = [box(part, style) for part in node.parts]
    inside = overlaid(parts, 0.0)
    least = _fence_height(inside, style)
    row = [_fence(node.left, least, style)]
    for part, sign in zip(parts, (*node.middle, node.right), strict=True):
        row += [part, _fence(sign, least, style)]
    return replace(beside(row), italic=0.0)


def _between(left: str, right: str, inside: Box, style: Style) -> Box:
    least = _fence_height(inside, style)
    return replace(beside([_fence(left, least, style), inside, _fence(right, least, style)]), italic=0.0)


def between_fences(fences: tuple[str, str], inside: Box, style: Style) -> Box:
    """The box with fences at its sides, if there are any."""
    return inside if fences == ("", "") else _between(fences[0], fences[1], inside, style)


def _fence_height(inside: Box, style: Style) -> float:
    reach = max(inside.height - style.axis, inside.depth + style.axis, 0.0)
    return max(2 * reach * _FACTOR, 2 * reach - _SHORTFALL * style.scale)


def _fence(char: str, least: float, style: Style) -> Box:
    if not char:
        return nothing(0.12 * style.scale)
    return on_axis(tall(style.font, char, least, style.scale), style.axis)


def marked_box(node: Marked, style: Style, box: Set) -> Box:
    """In a frame, struck out, or only the room for it."""
    inside = box(node.inside, style)
    if node.mark == "phantom":
        return replace(inside, ink=())
    if node.mark == "box":
        return _framed(inside, style)
    thick = 0.06 * style.scale
    left, right, low, high = 0.0, inside.width, -inside.depth - 0.05, inside.height + 0.05
    strokes = {"cancel": [(low, high)], "bcancel": [(high, low)], "xcancel": [(low, high), (high, low)]}[
        node.mark
    ]
    lines = (
        Area(
            (
                (left, start - thick / 2),
                (right, end - thick / 2),
                (right, end + thick / 2),
                (left, start + thick / 2),
            )
        )
        for start, end in strokes
    )
    return replace(inside, ink=(*inside.ink, *lines), height=high, depth=-low, single=False)


def _framed(inside: Box, style: Style) -> Box:
    room, thick = _FRAME * style.scale, style.measure("FractionRuleThickness")
    width, low, high = inside.width + 2 * room, -inside.depth - room, inside.height + room
    sides = [
        rule(width, thick, high - thick),
        rule(width, thick, low),
        Box(width, high, -low, (Area(((0.0, low), (thick, low), (thick, high), (0.0, high))),)),
        Box(
            width,
            high,
            -low,
            (Area(((width - thick, low), (width, low), (width, high), (width - thick, high))),),
        ),
    ]
    return overlaid([inside.moved(room), *sides], width)
