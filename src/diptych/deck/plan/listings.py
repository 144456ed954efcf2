"""Slides of program listings: editable lines in type of one width, cut where a reader would pause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from diptych.deck.design.slide_layouts import EMU_PER_POINT, Area
from diptych.deck.measure.balance import divide, unevenness
from diptych.deck.measure.fit import demand
from diptych.deck.measure.heights import paragraph_height, paragraph_lines, text_height
from diptych.deck.plan.paragraphs import Paragraphs, line
from diptych.deck.plan.runs import Voice, join
from diptych.deck.plan.studio import Content, Studio, placed
from diptych.deck.values import LineShape, Run, Shape, TextParagraph, TextShape
from diptych.material.blocks import Code
from diptych.material.findings import source_error

_LAYOUT = "code"
# How far the rest of a line that is too long stands to the right of its beginning, in characters.
_HANG = 6
# What a cut costs beside the unevenness of the slides: inside a block, below its head, above its end, and
# where it leaves one line alone.
_INSIDE, _TORN, _ALONE = 0.06, 1.5, 8.0
# The bar at the left of the panel, and the gap between panel and caption, in EMU.
_BAR, _GAP = 57_150, 88_900
_CLOSING = tuple(")]}")


def code_content(studio: Studio, code: Code, headed: bool) -> Content:
    """The listing on as many slides as it needs, each with its number and caption below.

    Where the caption is the headline (`headed`), the number alone stands below. Raises SourceError
    where a line is too long for a slide.
    """
    area = studio.area(_LAYOUT, "code")
    below = _caption(studio, code, headed)
    groups = _best(studio, code_lines(code, studio.voice), area)
    if groups is None:
        message = f"a line of this listing fills more than a slide at {area.sizes[-1]:g} pt"
        raise source_error(message, code.place, hint="break the line")
    return Content(_LAYOUT, tuple(_slide(studio, code, area, group, below) for group in groups))


def code_lines(code: Code, voice: Voice) -> Paragraphs:
    """One paragraph a line, with its spaces; an empty one for a line that is blank."""
    rows = (row.rstrip() for row in code.code.strip("\n").split("\n"))
    lang = code.lang or voice.lang
    return tuple(line((Run(row, lang, code=True),) if row else ()) for row in rows)


def listing_caption(voice: Voice, code: Code) -> Paragraphs:
    """The caption by itself, for the speaker notes; nothing where there is none."""
    caption = voice.in_language(code.lang).rich(code.caption)
    return (line(caption),) if caption else ()


def _caption(studio: Studio, code: Code, headed: bool) -> tuple[TextShape, ...]:
    voice = studio.voice.in_language(code.lang)
    label = voice.label("listing", number=studio.document.numbering.of(code), bold=True)
    words = join((label, () if headed else voice.rich(code.caption)), ". ")
    area = studio.area(_LAYOUT, "caption")
    return placed(area, demand([line(words)], area, studio.fonts, code.place, "the caption"), code.place)


def _slide(
    studio: Studio, code: Code, area: Area, group: Paragraphs, below: tuple[TextShape, ...]
) -> tuple[Shape, ...]:
    """The lines on a panel as high as they need, a bar at its left, the caption close below."""
    if area.key in studio.layouts[_LAYOUT].placeholders:
        return (*placed(area, group, code.place), *below)
    panel = area.box._replace(height=min(area.box.height, text_height(group, area, studio.fonts)))
    name = f"Listing {studio.document.numbering.of(code)}"
    inset = area.insets.left
    listing = TextShape(name, panel, group, anchor="top", fill="soft", inset=inset, place=code.place)
    bar = LineShape("Bar", (panel.x, panel.y), (panel.x, panel.bottom), "accent", _BAR)
    caption = (replace(one, box=one.box._replace(y=min(one.box.y, panel.bottom + _GAP))) for one in below)
    return (listing, bar, *caption)


def _best(studio: Studio, lines: Paragraphs, area: Area) -> list[Paragraphs] | None:
    """The fewest slides; of the sizes that need no more of them, the one at which the fewest lines break."""
    tried = [_divided(studio, _sized(studio, lines, size, area), area) for size in area.sizes]
    found = [groups for groups in tried if groups]
    return min(found, key=lambda groups: (len(groups), _broken(groups)), default=None)


def _broken(groups: Sequence[Paragraphs]) -> int:
    return sum(paragraph.hang > 0 for group in groups for paragraph in group)


def _sized(studio: Studio, lines: Paragraphs, size: float, area: Area) -> Paragraphs:
    """The lines at this size; those that it breaks go on further to the right than they begin."""
    character = studio.fonts.width("0", "code") * size * EMU_PER_POINT
    return tuple(_hung(studio, replace(one, size=size), area, character) for one in lines)


def _hung(studio: Studio, one: TextParagraph, area: Area, character: float) -> TextParagraph:
    if paragraph_lines(one, area, studio.fonts) == 1:
        return one
    hang = round((_indentation(one) + _HANG) * character)
    return replace(one, hang=min(hang, area.text_box.width // 2))


def _divided(studio: Studio, lines: Paragraphs, area: Area) -> list[Paragraphs] | None:
    """The lines slide by slide; None where one line alone is too high for a slide."""
    room = area.text_box.height
    heights = [paragraph_height(one, area, studio.fonts) for one in lines]
    if max(heights) > room:
        return None

    def cost(start: int, end: int) -> float | None:
        first, last = _trimmed(lines, start, end)
        used = sum(heights[first:last])
        if used > room:
            return None
        alone = _ALONE if last - first < 2 < len(lines) else 0.0
        return unevenness(used, room, 2) + alone + _cut_cost(lines, end)

    ranges = divide(len(lines), cost, _least_parts(heights, room))
    ranges = ranges or divide(len(lines), cost)
    trimmed = (_trimmed(lines, *ends) for ends in ranges or ())
    return [lines[start:end] for start, end in trimmed if end > start]


def _least_parts(heights: Sequence[int], room: int) -> int:
    """How many slides the lines need when each is filled to the brim."""
    parts, used = 1, 0
    for height in heights:
        if used + height > room:
            parts, used = parts + 1, 0
        used += height
    return parts


def _trimmed(lines: Paragraphs, start: int, end: int) -> tuple[int, int]:
    """The range without the blank lines at its ends."""
    while start < end and not lines[start].runs:
        start += 1
    while end > start and not lines[end - 1].runs:
        end -= 1
    return start, end


def _cut_cost(lines: Paragraphs, end: int) -> float:
    """How ill a slide would end before this line: least where a blank line or a new block follows."""
    if end == len(lines):
        return 0.0
    after = next((one for one in lines[end:] if one.runs), None)
    if after is None:
        return 0.0
    before = next((one for one in reversed(lines[:end]) if one.runs), after)
    blank = not lines[end].runs or not lines[end - 1].runs
    depth = _INSIDE * min(_indentation(after), 16) * (0.5 if blank else 1.0)
    torn = _indentation(after) > _indentation(before) or after.runs[0].text.lstrip().startswith(_CLOSING)
    return depth + (_TORN if torn else 0.0) + (0.0 if blank else 2 * _INSIDE)


def _indentation(one: TextParagraph) -> int:
    """The spaces that a line begins with."""
    text = one.runs[0].text if one.runs else ""
    return len(text) - len(text.lstrip())
