"""What stands above and below: scripts, limits, small things over a base, words on an arrow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from diptych.figures.formulas.boxes import Box, centred, nothing, overlaid
from diptych.figures.formulas.stretch import broad
from diptych.figures.formulas.style import Style
from diptych.material.formulas.symbols import INTEGRALS
from diptych.material.formulas.tree import Arrow, Name, Node, Row, Scripts, Stack, Symbol

Set = Callable[[Node, Style], Box]
# The least an arrow is long, and what stands free at each of its ends, in ems.
_ARROW, _ENDS = 1.6, 0.35


def scripts_box(node: Scripts, style: Style, box: Set) -> Box:
    """Subscript and superscript at the side, or as limits below and above."""
    if _has_limits(node, style):
        return _limits(node, style, box)
    base = box(node.base, style)
    sub = box(node.sub, style.subscript) if node.sub is not None else None
    sup = (
        box(node.sup, style.tight.superscript if style.cramped else style.superscript)
        if node.sup is not None
        else None
    )
    up = _raised(base, sup, style) if sup else 0.0
    down = _lowered(base, sub, style) if sub else 0.0
    if sub and sup:
        up, down = _parted(sub, sup, up, down, style)
    integral = isinstance(node.base, Symbol) and node.base.char in INTEGRALS
    placed = [base]
    width = base.width
    if sup:
        x = base.width + (0.0 if integral else base.italic)
        placed.append(sup.moved(x, up))
        width = max(width, x + sup.width)
    if sub:
        x = base.width - (base.italic if integral else 0.0)
        placed.append(sub.moved(x, -down))
        width = max(width, x + sub.width)
    return overlaid(placed, width + style.measure("SpaceAfterScript"))


def _raised(base: Box, sup: Box, style: Style) -> float:
    usual = style.measure("SuperscriptShiftUpCramped" if style.cramped else "SuperscriptShiftUp")
    high = 0.0 if base.single else base.height - style.measure("SuperscriptBaselineDropMax")
    return max(usual, high, sup.depth + style.measure("SuperscriptBottomMin"))


def _lowered(base: Box, sub: Box, style: Style) -> float:
    deep = 0.0 if base.single else base.depth + style.measure("SubscriptBaselineDropMin")
    return max(style.measure("SubscriptShiftDown"), deep, sub.height - style.measure("SubscriptTopMax"))


def _parted(sub: Box, sup: Box, up: float, down: float, style: Style) -> tuple[float, float]:
    """Both far enough from each other."""
    gap = (up - sup.depth) - (sub.height - down)
    lacking = style.measure("SubSuperscriptGapMin") - gap
    if lacking <= 0:
        return up, down
    down += lacking
    rise = style.measure("SuperscriptBottomMaxWithSubscript") - (up - sup.depth)
    return (up + rise, down - rise) if rise > 0 else (up, down)


def _has_limits(node: Scripts, style: Style) -> bool:
    if node.limits is not None:
        return node.limits
    base = node.base.parts[0] if isinstance(node.base, Row) and len(node.base.parts) == 1 else node.base
    if isinstance(base, Symbol):
        return base.kind == "op" and base.char not in INTEGRALS and style.display
    if isinstance(base, Stack):
        return base.kind == "op" and style.display
    return isinstance(base, Name) and base.limits and style.display


def _limits(node: Scripts, style: Style, box: Set) -> Box:
    base = box(node.base, style)
    over = box(node.sup, style.superscript) if node.sup is not None else None
    under = box(node.sub, style.subscript) if node.sub is not None else None
    return over_and_under(base, over, under, style, base.italic / 2)


def stack_box(node: Stack, style: Style, box: Set) -> Box:
    """A base with small things above and below it."""
    over = box(node.over, style.superscript) if node.over is not None else None
    under = box(node.under, style.subscript) if node.under is not None else None
    base = box(node.base, style)
    return over_and_under(base, over, under, style) if over or under else base


def over_and_under(base: Box, over: Box | None, under: Box | None, style: Style, lean: float = 0.0) -> Box:
    """Boxes above and below another, in its middle; `lean` moves them apart by the slant of the base."""
    centre, above, below = centred([base, over or nothing(), under or nothing()])
    placed = [centre]
    if over:
        rise = max(style.measure("UpperLimitBaselineRiseMin"), style.measure("UpperLimitGapMin") + over.depth)
        placed.append(above.moved(lean, base.height + rise))
    if under:
        drop = max(
            style.measure("LowerLimitBaselineDropMin"), style.measure("LowerLimitGapMin") + under.height
        )
        placed.append(below.moved(-lean, -base.depth - drop))
    return overlaid(placed, centre.width)


def arrow_box(node: Arrow, style: Style, box: Set) -> Box:
    """An arrow longer than the words on it."""
    over = box(node.over, style.superscript) if node.over is not None else None
    under = box(node.under, style.subscript) if node.under is not None else None
    longest = max(one.width if one else 0.0 for one in (over, under))
    base = _arrow(node.char, max(_ARROW * style.scale, longest + 2 * _ENDS * style.scale), style)
    centre, above, below = centred([base, over or nothing(), under or nothing()])
    gap = style.measure("StretchStackGapAboveMin") + 0.05 * style.scale
    placed = [centre]
    if over:
        placed.append(above.moved(0.0, base.height + gap + over.depth))
    if under:
        placed.append(below.moved(0.0, -base.depth - gap - under.height))
    return overlaid(placed, centre.width)


def _arrow(char: str, length: float, style: Style) -> Box:
    """The arrow; double harpoons and arrows are made of two, where the font has no long ones."""
    pairs = {"⇌": "⇀↽", "⇋": "↼⇁", "⇄": "→←"}
    if char not in pairs:
        return broad(style.font, char, length, style.scale)
    first, second = (broad(style.font, one, length, style.scale) for one in pairs[char])
    apart = 0.13 * style.scale if char != "⇄" else 0.2 * style.scale
    whole = overlaid([first.moved(0.0, apart), second.moved(0.0, -apart)], max(first.width, second.width))
    return replace(whole, italic=0.0)
