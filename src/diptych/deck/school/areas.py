"""A template's placeholders as areas of ours, and boxes drawn in its manner."""

from __future__ import annotations

from dataclasses import dataclass, replace

from diptych.deck.design.colours import LIGHT_TEXT
from diptych.deck.design.slide_layouts import EMU_PER_POINT, Area, Insets
from diptych.deck.measure.heights import LINE
from diptych.deck.school.colours import SchoolPalette
from diptych.deck.school.ground import ground_of_frame
from diptych.deck.school.ground_roles import GroundRoles
from diptych.deck.school.levels import LevelStyle, indents, level_style
from diptych.deck.school.masters import Frame, TemplateLayout
from diptych.deck.school.scheme import Shade, contrast
from diptych.deck.school.sizes import SMALLEST, SMALLEST_PRINT, ladder, scaled
from diptych.deck.values import Box

# How far text stands from its number, in ems of the first size.
_NUMBER = 1.3
_BULLET = 0.95
# Text of less contrast than this is taken for an oversight, not for the template's taste.
_FAINT = 2.0
# The width of a slide number of three figures, in ems.
_FIGURES = 2.1


@dataclass(frozen=True)
class Manner:
    """How a template sets running text: what drawn boxes take after."""

    heading: str
    body: str
    size: float
    insets: Insets
    theme_fonts: tuple[str, str]

    def face(self, role: str) -> str:
        """The family that a drawn box must name itself; empty where it is the theme's."""
        named, theme = (
            (self.heading, self.theme_fonts[0]) if role == "heading" else (self.body, self.theme_fonts[1])
        )
        return "" if named == theme else named


@dataclass(frozen=True)
class Sheet:
    """One slide layout of the template, with the colours on its ground, in which areas are made."""

    layout: TemplateLayout
    palette: SchoolPalette
    roles: GroundRoles
    manner: Manner

    def held(self, ours: Area, frame: Frame, box: Box, sizes: tuple[float, ...] = ()) -> Area:
        """The area of a placeholder, which stands in `box`, as the template sets it."""
        style = level_style(frame, self.layout.scheme)
        second = level_style(frame, self.layout.scheme, 1)
        mark = style.indents.bullet
        first = sizes[0] if sizes else style.size
        faint = self._is_faint(frame, style.colour)
        return Area(
            ours.key,
            box,
            type=frame.type,
            font="heading" if style.face == self.manner.heading and ours.key == "title" else "body",
            sizes=sizes or ladder(style.size, [second.size] if ours.key != "title" else []),
            colour="ink" if faint else self.roles.role(style.colour, self.palette),
            faint=faint,
            bold=style.bold,
            italic=style.italic,
            anchor=frame.anchor,
            align=style.align,
            insets=frame.insets,
            line_spacing=style.spacing.factor,
            line_pitch=style.spacing.pitch,
            space_before=style.spacing.before,
            space_after=style.spacing.after,
            indent=style.indents.hanging or _points(_BULLET * first),
            number_indent=max(style.indents.hanging, _points(_NUMBER * first)),
            hang=ours.hang,
            bullet=mark,
            numbering=ours.numbering,
            index=frame.index,
            caps=style.caps,
            tracking=style.tracking,
            levels=indents(frame),
            rtl=style.rtl,
            moved=box != frame.box,
        )

    def _is_faint(self, frame: Frame, colour: Shade | None) -> bool:
        """True where the template's text can hardly be told from its ground, as far as that is known."""
        ground = ground_of_frame(self.layout, frame)
        shown = colour.value if colour else self.layout.scheme.named("tx1")
        return bool(ground) and contrast(shown, ground) < _FAINT

    def drawn(self, ours: Area, box: Box, like: Area | None = None, sizes: tuple[float, ...] = ()) -> Area:
        """A box without placeholder; with colour and alignment of `like` where there is such an area."""
        sizes = sizes or scaled(ours.sizes, self.manner.size)
        colour = like.colour if like else ("ink" if ours.colour in LIGHT_TEXT else ours.colour)
        across = self.manner.insets
        return replace(
            ours,
            box=box,
            sizes=sizes,
            colour=colour,
            align=like.align if like else ours.align,
            insets=Insets(across.left, 0, across.right, 0),
            indent=_points(_BULLET * sizes[0]) if ours.indent else 0,
            number_indent=_points(_NUMBER * sizes[0]) if ours.number_indent else 0,
            drawn=True,
            moved=False,
            face=self.manner.face(ours.font),
        )

    def region(self, ours: Area, box: Box) -> Area:
        """A region for tables, pictures and drawings, flush with the text of the template."""
        left, _, right, _ = self.manner.insets
        sizes = tuple(size for size in ours.sizes if size <= max(SMALLEST, self.manner.size))
        inner = box._replace(x=box.x + left, width=max(1, box.width - left - right))
        return replace(ours, box=inner, sizes=sizes or ours.sizes, colour="ink")

    def furniture(self, key: str, frame: Frame) -> Area:
        """Footer or slide number, in print that can be read; its box grows where that needs it."""
        style = level_style(frame, self.layout.scheme)
        size = max(style.size, SMALLEST_PRINT)
        box = _tall_enough(frame, size, style)
        box = _wide_enough(box, frame, size, style) if key == "number" else box
        area = self.held(Area(key, box), frame, box, (size,))
        return replace(area, bullet="", levels=(), indent=0, number_indent=0)


def _tall_enough(frame: Frame, size: float, style: LevelStyle) -> Box:
    """The box of the frame, grown at both edges where a line of that size is taller."""
    assert frame.box is not None
    line = style.spacing.pitch or LINE * size * style.spacing.factor
    needed = (
        _points(line + style.spacing.before + style.spacing.after) + frame.insets.top + frame.insets.bottom
    )
    missing = max(0, needed - frame.box.height)
    return (
        frame.box._replace(y=frame.box.y - missing, height=frame.box.height + missing)
        if missing
        else frame.box
    )


def _wide_enough(box: Box, frame: Frame, size: float, style: LevelStyle) -> Box:
    """The box of a slide number, grown away from its text's edge until it holds three figures."""
    needed = _points(_FIGURES * size) + frame.insets.left + frame.insets.right
    missing = max(0, needed - box.width)
    left = {"start": 0, "center": missing // 2, "end": missing}[style.align]
    return box._replace(x=max(0, box.x - left), width=box.width + missing)


def _points(points: float) -> int:
    return round(points * EMU_PER_POINT)
