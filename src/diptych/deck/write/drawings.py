"""Drawings of figures as native shapes: forms to edit and words to select, in one group that is described."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from math import cos, radians, sin

from diptych.deck.design.slide_layouts import EMU_PER_POINT
from diptych.deck.print.baseline import BELOW
from diptych.deck.values import Box, DrawingShape, Run
from diptych.deck.write import forms
from diptych.deck.write.faces import parts_by_face
from diptych.deck.write.ooxml import attribute, culture, shape_name, text, transform
from diptych.deck.write.text import Sheet
from diptych.figures.drawing import LEADING, Mark, Part, Path, Point, Rectangle, Slice, Stroke, Words
from diptych.figures.measuring import deck_measure
from diptych.material.scripts import is_upright

_EMU_PER_MM = 36_000
# What words have room for beyond their measure, for what programs do differently.
_SPARE = 0.03
_SIDES = {"start": "l", "middle": "ctr", "end": "r"}
_SHARES = {"start": 0.0, "middle": 0.5, "end": 1.0}
# How far a halo reaches beyond the letters, in ems.
_HALO = 0.18


def drawing_group(one: DrawingShape, sheet: Sheet) -> str:
    """The XML of the group: forms marked as decoration, words as text, all told by its description."""
    writer = _Writer(one, sheet)
    name = shape_name(next(sheet.numbers), one.name, one.drawing.alt)
    inside = "".join(writer.part(part) for part in writer.parts)
    box = writer.extent
    child = transform(box).replace("a:off", "a:chOff").replace("a:ext", "a:chExt")
    place = transform(box).replace("</a:xfrm>", child.removeprefix("<a:xfrm>"))
    return (
        f"<p:grpSp><p:nvGrpSpPr>{name}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr>{place}</p:grpSpPr>{inside}</p:grpSp>"
    )


@dataclass(frozen=True)
class _Writer:
    """Writes the parts of one drawing, which stands at a place on the slide in some scale."""

    shape: DrawingShape
    sheet: Sheet

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The parts in the order of painting: words over all others."""
        return tuple(sorted(self.shape.drawing.parts, key=lambda part: isinstance(part, Words)))

    @cached_property
    def extent(self) -> Box:
        """What all parts together cover, and the drawing's own box."""
        boxes = [self.shape.box, *(self._upright(part) for part in self.parts if isinstance(part, Words))]
        left, top = min(box.x for box in boxes), min(box.y for box in boxes)
        return Box(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)

    def part(self, part: Part) -> str:
        """One part as a shape."""
        match part:
            case Words():
                return self._words(part)
            case Path():
                return self._form("Line" if not part.closed else "Area", *forms.freeform(part, self))
            case Rectangle():
                return self._form("Box", *forms.rectangle(part, self))
            case Mark():
                return self._form("Mark", *forms.mark(part, self))
            case Slice():
                return self._form("Slice", *forms.pie_slice(part, self))

    def emu(self, mm: float) -> int:
        """A length of the drawing on the slide."""
        return round(mm * self._scale * _EMU_PER_MM)

    def at(self, point: Point) -> tuple[int, int]:
        """A point of the drawing on the slide."""
        return self.shape.box.x + self.emu(point.x), self.shape.box.y + self.emu(point.y)

    def ink(self, role: str) -> str:
        """The colour of a role as XML; empty where there is none."""
        return self.sheet.palette(role) if role else ""

    def width(self, stroke: Stroke) -> int:
        """The width of a line."""
        return round(stroke.width * self._scale * EMU_PER_POINT)

    @cached_property
    def _scale(self) -> float:
        return self.shape.box.width / (self.shape.drawing.width * _EMU_PER_MM)

    def _form(self, name: str, box: Box, geometry: str, paint: str) -> str:
        named = shape_name(next(self.sheet.numbers), name, decorative=True)
        return (
            f"<p:sp><p:nvSpPr>{named}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
            f"<p:spPr>{transform(box)}{geometry}{paint}</p:spPr></p:sp>"
        )

    def _words(self, words: Words) -> str:
        turn = f' rot="{round(words.turn % 360 * 60_000)}"' if words.turn else ""
        name = shape_name(next(self.sheet.numbers), " ".join(words.lines)[:40] or "Words")
        rtl = ' rtl="1"' if words.right_to_left else ""
        align = f'<a:pPr algn="{_SIDES[words.align]}"{rtl}/>'
        return (
            f'<p:sp><p:nvSpPr>{name}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
            f'<p:spPr>{transform(self._box(words), flip=turn)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            "<a:noFill/></p:spPr>"
            '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="t">'
            f"<a:noAutofit/></a:bodyPr><a:lstStyle/><a:p>{align}{self._runs(words)}</a:p></p:txBody></p:sp>"
        )

    def _runs(self, words: Words) -> str:
        look = self._look(words)
        lead = replace(words, bold=True, italic=False, colour=words.lead_colour)
        first = self._line(f"{words.lead} ", lead) if words.lead else ""
        return first + f"<a:br>{look}</a:br>".join(self._line(line, words) for line in words.lines)

    def _line(self, line: str, words: Words) -> str:
        """One line, in as many parts as it needs fonts to be named."""
        parts = parts_by_face(Run(line, words.lang), "body", self.sheet.fonts, self.sheet.lang)
        return "".join(f"<a:r>{self._look(words, face)}<a:t>{text(part)}</a:t></a:r>" for face, part in parts)

    def _look(self, words: Words, face: str = "") -> str:
        slanted = words.italic and not is_upright("".join(words.lines))
        bold, italic = ' b="1"' if words.bold else "", ' i="1"' if slanted else ""
        lang = attribute(culture(words.lang or self.sheet.lang))
        fill = f"<a:solidFill>{self.ink(words.colour)}</a:solidFill>"
        return (
            f'<a:rPr lang="{lang}" sz="{round(self._size(words) * 100)}"{bold}{italic}>'
            f"{fill}{self._halo(words)}{face}</a:rPr>"
        )

    def _halo(self, words: Words) -> str:
        """A glow as broad as the halo, nearly of one strength."""
        if not words.halo:
            return ""
        radius = round(2 * _HALO * self._size(words) * EMU_PER_POINT)
        return f'<a:effectLst><a:glow rad="{radius}">{self.ink(words.halo)}</a:glow></a:effectLst>'

    def _size(self, words: Words) -> float:
        return words.size * self._scale

    def _box(self, words: Words) -> Box:
        """The box of the words as it is before it is turned about its middle, which is how programs turn."""
        em = self._size(words) * EMU_PER_POINT
        measured = words.widest(deck_measure(self.sheet.fonts))
        width, height = round(measured * (1 + _SPARE) * em), round(len(words.lines) * LEADING * em)
        x, y = self.at(words.at)
        left, top = x - round(_SHARES[words.align] * width), y - round((LEADING - BELOW) * em)
        if not words.turn:
            return Box(left, top, width, height)
        across, down = left + width / 2 - x, top + height / 2 - y
        along, beside = cos(radians(words.turn)), sin(radians(words.turn))
        middle = (x + across * along - down * beside, y + across * beside + down * along)
        return Box(round(middle[0] - width / 2), round(middle[1] - height / 2), width, height)

    def _upright(self, words: Words) -> Box:
        """What the words cover once they are turned."""
        return self._box(words).turned(words.turn)
