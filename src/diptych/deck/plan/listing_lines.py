"""Lines of programs as paragraphs of a slide: their words set off, their numbers, how long ones go on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from diptych.deck.design.slide_layouts import EMU_PER_POINT, Area
from diptych.deck.measure.heights import paragraph_lines
from diptych.deck.plan.paragraphs import Paragraphs, line
from diptych.deck.plan.runs import plain
from diptych.deck.plan.studio import Studio
from diptych.deck.template.text_style import LINE_NUMBER
from diptych.deck.values import Run, TextParagraph
from diptych.figures.highlighting import Token
from diptych.figures.programs import ProgramLine
from diptych.layout.theme import TokenStyle

# How far the rest of a line that is too long stands to the right of its beginning, and its text from its
# number, in characters.
_HANG, _AFTER_NUMBER = 6, 1.2


def plain_lines(lines: Iterable[ProgramLine], lang: str) -> Paragraphs:
    """One paragraph a line, with its spaces and in one colour; an empty one for a line that is blank."""
    return tuple(line((Run(one.text, lang, code=True),) if one.text else ()) for one in lines)


def set_off(lines: Iterable[ProgramLine], lang: str, styles: Mapping[str, TokenStyle]) -> Paragraphs:
    """The same with its words set off, and the numbers of the lines as what the program counts.

    A blank line that has a number holds a space: programs number nothing that is empty.
    """
    return tuple(_paragraph(one, lang, styles) for one in lines)


def at_size(studio: Studio, lines: Paragraphs, size: float, area: Area) -> Paragraphs:
    """The lines at this size; those that it breaks go on further to the right than they begin."""
    character = studio.fonts.width("0", "code") * size * EMU_PER_POINT
    digits = max((len(str(one.number)) for one in lines if one.bullet), default=0)
    room = round((digits * LINE_NUMBER + _AFTER_NUMBER) * character)
    return tuple(_hung(studio, replace(one, size=size), area, character, room) for one in lines)


def indentation(one: TextParagraph) -> int:
    """The spaces that a line begins with."""
    text = plain(one.runs)
    return len(text) - len(text.lstrip())


def blank(one: TextParagraph) -> bool:
    """True where a line shows nothing."""
    return not plain(one.runs).strip()


def _paragraph(one: ProgramLine, lang: str, styles: Mapping[str, TokenStyle]) -> TextParagraph:
    runs = tuple(run for token in one.tokens for run in _runs(token, lang, styles))
    if not one.number:
        return replace(line(runs), verbatim=True)
    runs = runs or (Run(" ", lang, code=True),)
    return replace(line(runs), bullet="line", number=one.number, verbatim=True)


def _runs(token: Token, lang: str, styles: Mapping[str, TokenStyle]) -> Iterator[Run]:
    """The token; spaces before it stay plain, for the number of a line looks as the line begins."""
    style, words = styles.get(token.kind, TokenStyle()), token.text.lstrip()
    before = token.text[: len(token.text) - len(words)]
    if before and style.bold:
        yield Run(before, lang, code=True)
    text = words if style.bold else token.text
    yield Run(text, lang, style.bold, style.italic, code=True, colour=style.colour)


def _hung(studio: Studio, one: TextParagraph, area: Area, character: float, room: int) -> TextParagraph:
    if one.bullet:
        return replace(one, hang=room)
    if paragraph_lines(one, area, studio.fonts) == 1:
        return one
    hang = round((indentation(one) + _HANG) * character)
    return replace(one, hang=min(hang, area.text_box.width // 2))
