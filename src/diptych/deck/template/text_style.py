"""How text is set by default: the list styles that slide layouts give to their placeholders."""

from __future__ import annotations

from dataclasses import replace

from diptych.deck.design.colours import Palette
from diptych.deck.design.slide_layouts import Area
from diptych.deck.write.ooxml import attribute

LEVELS = 4
# The size of numbers of lines beside that of the lines.
LINE_NUMBER = 0.75
_BULLETS = "•–•–"


def list_style(area: Area, palette: Palette) -> str:
    """The paragraph properties of every level of a placeholder (the content of `a:lstStyle`)."""
    return "".join(level_style(area, palette, level) for level in range(LEVELS))


def level_style(area: Area, palette: Palette, level: int) -> str:
    """The paragraph properties of one level, from 0: indent, spacing, bullet, and how runs look."""
    tag = f"a:lvl{level + 1}pPr"
    return (
        f"<{tag} {indents(area, level, area.bullet)} {direction(area.align, area.rtl)}>"
        f"{spacing(area.line_spacing, area.space_before)}{bullet(area, palette, area.bullet, level)}"
        f"{default_run(area, palette, level)}</{tag}>"
    )


def indents(area: Area, level: int, mark: str) -> str:
    """Left margin and first line of a paragraph as attributes; the mark hangs in the margin."""
    margin = area.margin(level, mark)
    first = area.hanging(mark)
    return f'marL="{margin}" indent="{-first if first else 0}"'


def spacing(line_spacing: float, space_before: float) -> str:
    """Line spacing as a share, space before in points."""
    return (
        f'<a:lnSpc><a:spcPct val="{round(line_spacing * 100000)}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(space_before * 100)}"/></a:spcBef>'
    )


def bullet(area: Area, palette: Palette, mark: str, level: int, number: int = 1, sign: str = "") -> str:
    """What stands before a paragraph: nothing, a bullet, or a number: counted by the program, or a `sign`."""
    if not mark:
        return "<a:buNone/>"
    if mark == "line":
        return _line_number(palette, number)
    colour = f"<a:buClr>{palette(mark_colour(area))}</a:buClr>"
    if mark == "number":
        start = f' startAt="{number}"' if number != 1 else ""
        face = "+mj-lt" if area.font == "heading" else "+mn-lt"
        if sign:
            return f'{colour}<a:buFont typeface="{face[:-2]}cs"/><a:buChar char="{attribute(sign)}"/>'
        return f'{colour}<a:buFont typeface="{face}"/><a:buAutoNum type="{area.numbering}"{start}/>'
    return f'{colour}<a:buFont typeface="Arial"/><a:buChar char="{_BULLETS[level % LEVELS]}"/>'


def _line_number(palette: Palette, number: int) -> str:
    """The number of a line of a program: small and quiet, counted by the program that shows it."""
    face = attribute(palette.theme.deck.code.name)
    start = f' startAt="{number}"' if number != 1 else ""
    return (
        f'<a:buClr>{palette("muted")}</a:buClr><a:buSzPct val="{round(LINE_NUMBER * 100000)}"/>'
        f'<a:buFont typeface="{face}"/><a:buAutoNum type="arabicPlain"{start}/>'
    )


def default_run(area: Area, palette: Palette, level: int = 0) -> str:
    """How runs look that say nothing themselves; lower levels take the second size."""
    size = area.sizes[min(level, 1, len(area.sizes) - 1)]
    return (
        f'<a:defRPr sz="{round(size * 100)}" b="{int(area.bold)}" i="{int(area.italic)}">'
        f"<a:solidFill>{palette(area.colour)}</a:solidFill>{_face(area, palette)}</a:defRPr>"
    )


def font(role: str) -> str:
    """The theme's font for headings or for text, in all scripts."""
    name = "mj" if role == "heading" else "mn"
    return f'<a:latin typeface="+{name}-lt"/><a:ea typeface="+{name}-ea"/><a:cs typeface="+{name}-cs"/>'


def named_font(area: Area) -> str:
    """The font of an area: the theme's, but where the area names a family itself."""
    if not area.face:
        return font(area.font)
    return f'<a:latin typeface="{attribute(area.face)}"/><a:cs typeface="{attribute(area.face)}"/>'


def _face(area: Area, palette: Palette) -> str:
    """The font of an area; `code` is the theme's for listings, which Office has no name for."""
    code = area.face == "code"
    return named_font(replace(area, face=palette.theme.deck.code.name) if code else area)


def direction(align: str, right_to_left: bool) -> str:
    """Alignment and direction of a paragraph as attributes; what runs from left to right is the rule."""
    back = ' rtl="1"' if right_to_left else ""
    return f'algn="{alignment(align, right_to_left)}"{back}'


def alignment(align: str, right_to_left: bool = False) -> str:
    """The token for an alignment; start and end change sides where text runs from right to left."""
    if align == "center":
        return "ctr"
    return "l" if (align == "start") != right_to_left else "r"


def mark_colour(area: Area) -> str:
    """The colour role of bullets: the accent, but on dark grounds that of the text, which is light."""
    return "accent" if area.colour in ("ink", "dark", "muted") else area.colour
