"""Slides of formulas: each as large as the slide allows, its number at the right, its symbols below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from diptych.deck.design.slide_layouts import EMU_PER_POINT, Area
from diptych.deck.measure.fit import fit_whole, sized
from diptych.deck.measure.heights import narrowed, text_height
from diptych.deck.plan.lists import list_paragraphs
from diptych.deck.plan.paragraphs import Paragraphs, line, lines, rich_list
from diptych.deck.plan.runs import Voice, join
from diptych.deck.plan.studio import Content, Studio, placed
from diptych.deck.values import Box, Picture, Run, Shape, TextShape
from diptych.figures.formulas.drawn import DrawnFormula, drawn_formula
from diptych.figures.formulas.parts import broken_lines
from diptych.layout.theme import FormulaFiles
from diptych.material.blocks import AnyBlock, Formula
from diptych.material.findings import source_error
from diptych.material.formulas.notation import Notation
from diptych.material.formulas.reader import read_formula
from diptych.material.formulas.tree import FormulaError, Node
from diptych.material.scripts import script_of_language

_LAYOUT = "title-only"
# Sizes of a formula on a slide, in points; smaller ones are not read from the last row.
_SIZES = (40.0, 36.0, 32.0, 28.0, 24.0, 20.0, 18.0)
# It is broken into lines rather than set smaller than this.
_BROKEN_BELOW = 24.0
_WORDS = (24.0, 22.0, 20.0, 18.0)
_GAP, _NUMBER = round(0.6 * 360_000), round(2.2 * 360_000)
# Pixels of the twin that programs without vectors show.
_PIXELS_PER_EM = 120
_MOST_PIXELS = 2600
# The characters of a description that one listens to.
_MOST_TOLD = 400


def formula_content(studio: Studio, block: Formula, headed: bool) -> Content:
    """The formula with its number, and below it what its symbols mean, points for the slide, and the caption.

    Raises SourceError where it is too wide or too high for a slide.
    """
    return Content(_LAYOUT, (_shapes(studio, block, headed, _room(studio)),))


def _shapes(studio: Studio, block: Formula, headed: bool, room: Box) -> tuple[Shape, ...]:
    words, area = _words(studio, block, headed, room)
    height = text_height(words, area, studio.fonts) + _GAP if words else 0
    for_formula = room._replace(height=room.height - height)
    found = _set(studio, block, for_formula)
    formula = _centred(found, for_formula)
    shapes: list[Shape] = [_picture(studio, block, found, formula)]
    if block.number:
        shapes.append(_number(studio, block, formula, room))
    if words:
        y = formula.bottom + _GAP
        box = area.box._replace(y=y, height=room.bottom - y)
        shapes.append(TextShape("Meanings", box, words, anchor="top", place=block.place))
    return tuple(shapes)


def points_and_formula(studio: Studio, points: Sequence[AnyBlock], block: Formula) -> Content:
    """Points, and below them the formula to which they lead. Raises SourceError where they do not fit."""
    area = studio.area("content", "body")
    words, box = _lead(studio, points, area)
    place = points[0].place
    if words is None:
        message = "these points and their formula do not fit on a slide"
        raise source_error(message, place, "part them by `- slide_break`", kind="overfull-slide")
    room = _below(area.box, box)
    return Content("content", ((*placed(area, words, place, box), *_shapes(studio, block, False, room)),))


def fits_below(studio: Studio, points: Sequence[AnyBlock], block: Formula) -> bool:
    """True where the points leave the formula, and what stands below it, enough room on their slide."""
    area = studio.area("content", "body")
    words, box = _lead(studio, points, area)
    if words is None:
        return False
    room = _below(area.box, box)
    below, narrow = _words(studio, block, False, room)
    taken = text_height(below, narrow, studio.fonts) + _GAP if below else 0
    found = _largest(
        studio, read_formula(block.formula.text), block, room._replace(height=room.height - taken)
    )
    return found is not None and found.size >= _BROKEN_BELOW


def _lead(studio: Studio, points: Sequence[AnyBlock], area: Area) -> tuple[Paragraphs | None, Box]:
    """The points at a size that leaves half of the slide free, and their box; None where there is none."""
    half = narrowed(area, area.box._replace(height=area.box.height // 2))
    words = fit_whole(list_paragraphs(studio, points), half, studio.fonts)
    height = text_height(words, half, studio.fonts) if words else 0
    return words, area.box._replace(height=height)


def _below(whole: Box, taken: Box) -> Box:
    y = taken.bottom + _GAP
    return whole._replace(y=y, height=whole.bottom - y)


def formula_words(block: Formula, voice: Voice) -> Paragraphs:
    """The formula on a line of text with what its symbols mean, for speaker notes."""
    formula = voice.rich(block.formula.rich)
    return (line(formula), *lines(_meanings(block, voice), "bullet"), *lines([voice.rich(block.caption)]))


@dataclass(frozen=True)
class _Set:
    """A formula that was set, and its size in points."""

    drawn: DrawnFormula
    size: float

    @property
    def width(self) -> int:
        return round(self.drawn.width * self.size * EMU_PER_POINT)

    @property
    def height(self) -> int:
        return round((self.drawn.height + self.drawn.depth) * self.size * EMU_PER_POINT)

    def fits(self, room: Box) -> bool:
        return self.width <= room.width and self.height <= room.height


def _room(studio: Studio) -> Box:
    box = studio.area("content", "body").box
    return box._replace(width=studio.layouts.width - 2 * box.x)


def _set(studio: Studio, block: Formula, room: Box) -> _Set:
    """The formula at the largest size that fits; broken into lines where it would be small."""
    inside = room._replace(width=room.width - 2 * _NUMBER) if block.number else room
    whole = read_formula(block.formula.text)
    found = _largest(studio, whole, block, inside)
    if found is None or found.size < _BROKEN_BELOW:
        ems = inside.width / (_BROKEN_BELOW * EMU_PER_POINT)
        broken = broken_lines(whole, _files(studio), ems)
        other = _largest(studio, broken, block, inside) if broken else None
        found = other if other and (found is None or other.size > found.size) else found
    if found is None:
        message = "the formula is too large for a slide"
        hint = "part it into lines with \\\\, make two formulas of it, or write `only: handout`"
        raise source_error(message, block.formula.place, hint, kind="formula-too-wide")
    return found


def _files(studio: Studio) -> FormulaFiles:
    return studio.theme.formulas.preferring(script_of_language(studio.document.material.lang))


def _largest(studio: Studio, tree: Node, block: Formula, room: Box) -> _Set | None:
    try:
        drawn = drawn_formula(tree, _files(studio), True)
    except FormulaError as error:
        raise source_error(error.message, block.formula.place, error.hint, kind="formula-syntax") from None
    return next((one for size in _SIZES if (one := _Set(drawn, size)).fits(room)), None)


def _centred(found: _Set, room: Box) -> Box:
    """A little above the middle, where the eye takes the middle to be."""
    x, y = room.x + (room.width - found.width) // 2, room.y + round(0.42 * (room.height - found.height))
    return Box(x, y, found.width, found.height)


def _picture(studio: Studio, block: Formula, found: _Set, box: Box) -> Picture:
    import resvg_py

    svg = found.drawn.svg(_ink(studio), found.size)
    pixels = min(_MOST_PIXELS, round(found.drawn.width * _PIXELS_PER_EM))
    data = bytes(resvg_py.svg_to_bytes(svg_string=svg, width=pixels, skip_system_fonts=True))
    number = studio.document.numbering.of(block)
    told = block.alt or _short(block.formula)
    name = f"Formula {number}".strip()
    return Picture(name, box, data, "image/png", told, svg=svg.encode(), place=block.place)


def _short(formula: Notation) -> str:
    """The formula in words, or as signs on a line where words would be too many for a description."""
    return formula.spoken if len(formula.spoken) <= _MOST_TOLD else formula.line


def _ink(studio: Studio) -> str:
    return studio.theme.colours[studio.area("content", "body").colour or "ink"]


def _number(studio: Studio, block: Formula, formula: Box, room: Box) -> TextShape:
    words = (Run(f"({studio.document.numbering.of(block)})", studio.labels.lang),)
    paragraph = replace(line(words), size=_WORDS[0], align="end")
    box = Box(room.right - _NUMBER, formula.y, _NUMBER, formula.height)
    least = round(1.6 * _WORDS[0] * EMU_PER_POINT)
    if box.height < least:
        box = box._replace(y=box.y - (least - box.height) // 2, height=least)
    return TextShape("Number", box, (paragraph,), anchor="middle", place=block.place)


def _words(studio: Studio, block: Formula, headed: bool, room: Box) -> tuple[Paragraphs, Area]:
    """What stands below the formula, at a size that leaves it half the room at least."""
    voice = studio.voice.in_language(block.lang)
    caption = () if headed else voice.rich(block.caption)
    own = rich_list(block.slide, voice) if block.slide else lines(_meanings(block, voice))
    paragraphs = (*own, *lines([caption]))
    area = Area("meanings", room._replace(height=room.height // 2), sizes=_WORDS)
    if not paragraphs:
        return (), area
    found = fit_whole(paragraphs, area, studio.fonts)
    if found is None:
        place = block.place
        raise source_error(
            "too much stands below this formula for a slide",
            place,
            "give points for it: `slide:`",
            kind="overfull-slide",
        )
    inset = round(0.12 * room.width) if block.where and not block.slide else 0
    narrow = replace(area, box=area.box._replace(x=room.x + inset, width=room.width - inset))
    fitting = fit_whole(paragraphs, narrow, studio.fonts)
    if not (block.where or block.slide):
        return tuple(replace(one, align="center") for one in found), area
    return (fitting, narrow) if fitting else (sized(found, found[0].size, area), area)


def _meanings(block: Formula, voice: Voice) -> tuple[tuple[Run, ...], ...]:
    return tuple(join((voice.rich(one.symbol.rich), voice.rich(one.meaning)), " – ") for one in block.where)
