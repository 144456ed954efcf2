"""Paragraphs and runs as DrawingML: what differs from the placeholder's style, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from diptych.deck.design.colours import LIGHT_TEXT, Palette
from diptych.deck.design.slide_layouts import EMU_PER_POINT, Area, SlideLayout, TableStyle
from diptych.deck.measure.fonts import Fonts, Role
from diptych.deck.measure.heights import opening, paragraph_pitch
from diptych.deck.measure.upright import upright_runs
from diptych.deck.reading import begins_at_right, has_other_direction, reads_back, set_apart
from diptych.deck.template.text_style import alignment, bullet, indents, mark_colour
from diptych.deck.values import Box, Link, Run, TextParagraph
from diptych.deck.write.faces import parts_by_face
from diptych.deck.write.ooxml import AHYP, attribute, culture, text
from diptych.deck.write.timing import Built
from diptych.material.scripts import EAST_ASIAN, script_of_language

_COUNTED = ("number", "line")
_BASELINES = {"sub": ' baseline="-25000"', "super": ' baseline="30000"', "": ""}
FREE_TEXT = Area("free", Box(0, 0, 0, 0), sizes=(18.0,), indent=18 * EMU_PER_POINT)


@dataclass(frozen=True)
class Sheet:
    """What shapes need of the slide that they are written on.

    `link`, `picture` and `chart` give the ids by which the slide refers to what lies outside it; `link`
    gives none where there is no such slide. `fonts` measure words that have no box yet. `rtl` tells that the
    template sets text from right to left.
    `built` takes note of the shapes that come in by clicks.
    """

    layout: SlideLayout
    table: TableStyle
    palette: Palette
    code_font: str
    lang: str
    link: Callable[[Link], str]
    picture: Callable[[bytes, str], str]
    chart: Callable[[Callable[[str], bytes], bytes], str]
    numbers: Iterator[int]
    fonts: Fonts
    rtl: bool = False
    built: list[Built] = field(default_factory=list)


def text_sheet(sheet: Sheet) -> Sheet:
    """The same sheet for text that may not hold links, as on notes pages."""
    return replace(sheet, link=lambda _: "")


def paragraphs(all_of_them: Iterable[TextParagraph], area: Area, sheet: Sheet, sized: bool = True) -> str:
    """The paragraphs of one text body, at least one; unless they are `sized`, the style's size holds."""
    listed = tuple(all_of_them)
    # Some programs turn round what stands beside letters of the other direction, unless told otherwise.
    sheet = replace(sheet, rtl=sheet.rtl or any(map(has_other_direction, listed)))
    written = (
        _paragraph(one, start, area, sheet, sized) for one, start in zip(listed, _starts(listed), strict=True)
    )
    return "".join(written) or f'<a:p><a:endParaRPr lang="{attribute(culture(sheet.lang))}"/></a:p>'


def _starts(listed: tuple[TextParagraph, ...]) -> Iterator[int]:
    """For each paragraph the number that its list starts with: programs count on from there."""
    lists: dict[int, tuple[int, int]] = {}
    for one in listed:
        lists = {level: known for level, known in lists.items() if level <= one.level}
        start, last = lists.get(one.level, (0, 0))
        lists.pop(one.level, None)
        if one.bullet in _COUNTED:
            start = start if start and one.number == last + 1 else one.number
            lists[one.level] = (start, one.number)
        yield start if one.bullet in _COUNTED else 1


def _paragraph(one: TextParagraph, start: int, area: Area, sheet: Sheet, sized: bool) -> str:
    parts = upright_runs(set_apart(one, sheet.lang), area.italic)
    marked = (*_mark(one, area), *parts) if _marked_in_text(one, sheet) else parts
    runs = "".join(_run(run, one.size if sized else 0, area, sheet) for run in marked)
    lang = one.runs[-1].lang if one.runs else sheet.lang
    size = f' sz="{round(one.size * 100)}"' if sized else ""
    return (
        f"<a:p>{_properties(one, start, area, sheet)}{runs}"
        f'<a:endParaRPr lang="{attribute(culture(lang or sheet.lang))}"{size}/></a:p>'
    )


def _marked_in_text(one: TextParagraph, sheet: Sheet) -> bool:
    """True for letters that no program counts in.

    Some programs set letters that are bullets too high, and know no tabs in text that runs back.
    """
    return bool(one.mark) and not reads_back(one, sheet.lang)


def _mark(one: TextParagraph, area: Area) -> tuple[Run, ...]:
    """A letter that programs do not count in, as text in the margin: the tab ends where the lines begin."""
    lang = one.runs[0].lang if one.runs else ""
    return (Run(one.mark, lang, colour=mark_colour(area)), Run("\t", lang))


def _properties(one: TextParagraph, start: int, area: Area, sheet: Sheet) -> str:
    attributes = f' lvl="{one.level}"' if one.level else ""
    if one.hang:
        attributes += f' marL="{one.hang}" indent="-{one.hang}"'
    elif one.bullet != area.mark(one.level) or (one.level and not area.type):
        attributes += f" {indents(area, one.level, one.bullet)}"
    attributes += _direction(one, area, sheet)
    exact = one.verbatim or (opening(one, area) > 1 and not area.line_pitch)
    inner = _exact(one, area) if exact and one.size else ""
    if one.space_before != area.space_before:
        inner += f'<a:spcBef><a:spcPts val="{round(one.space_before * 100)}"/></a:spcBef>'
    if one.bullet != area.mark(one.level) or one.bullet == "number":
        mark = "" if _marked_in_text(one, sheet) else one.bullet
        inner += bullet(area, sheet.palette, mark, one.level, start, one.mark)
    return f"<a:pPr{attributes}>{inner}</a:pPr>" if attributes or inner else ""


def _exact(one: TextParagraph, area: Area) -> str:
    """Lines at one distance whatever the font: programs, as what marks some of their lines needs, and scripts
    whose fonts differ in how far apart they set lines."""
    return f'<a:lnSpc><a:spcPts val="{round(paragraph_pitch(one, area) * 100)}"/></a:lnSpc>'


def _direction(one: TextParagraph, area: Area, sheet: Sheet) -> str:
    reverse = reads_back(one, sheet.lang)
    align = area.align if one.align == "start" else one.align
    if sheet.rtl or reverse:
        return f' algn="{alignment(align, begins_at_right(one, area, sheet.lang))}" rtl="{int(reverse)}"'
    return f' algn="{alignment(align)}"' if align != area.align else ""


def _run(run: Run, size: float, area: Area, sheet: Sheet) -> str:
    """The run, in as many parts as it needs fonts to be named."""
    role: Role = "code" if run.code else area.font
    written = []
    for face, words in parts_by_face(run, role, sheet.fonts, sheet.lang):
        look = _look(run, size, area, sheet, face)
        lines = text(words).split("\n")
        pieces = (f"<a:r>{look}<a:t>{line}</a:t></a:r>" if line else "" for line in lines)
        written.append(f"<a:br>{look}</a:br>".join(pieces))
    return "".join(written)


def _look(run: Run, size: float, area: Area, sheet: Sheet, face: str = "") -> str:
    """How a run differs from its style. Emphasis in a style that is italic already stands upright."""
    link = _link(run.link, sheet) if run.link else ""
    # Programs colour links by themselves, but some lose the colour where other runs follow.
    colour = run.colour or (_link_colour(area.colour) if link else _free_colour(area, sheet))
    attributes = _languages(run, sheet) + (f' sz="{round(size * 100)}"' if size else "")
    attributes += ' noProof="1"' if run.code else ""
    attributes += ' b="1"' if run.bold and not area.bold else ""
    attributes += f' i="{int(not area.italic)}"' if run.italic else ""
    attributes += (' u="sng"' if link else "") + _BASELINES[run.position]
    inner = f"<a:solidFill>{sheet.palette(colour)}</a:solidFill>" if colour else ""
    inner += face or (_code_font(sheet) if run.code else "")
    return f"<a:rPr{attributes}>{inner}{link}</a:rPr>" if inner or link else f"<a:rPr{attributes}/>"


def _languages(run: Run, sheet: Sheet) -> str:
    """The language of a run, and beside an East Asian one that in which programs show what is not in it."""
    lang = run.lang or sheet.lang
    other = ' altLang="en-US"' if script_of_language(lang) in EAST_ASIAN else ""
    return f' lang="{attribute(culture(lang))}"{other}'


def _free_colour(area: Area, sheet: Sheet) -> str:
    """The colour that text must say itself, because what it would have cannot be read on its ground."""
    own = not area.type and sheet.palette(area.colour) != _USUAL_COLOUR
    return area.colour if own or area.faint else ""


def _code_font(sheet: Sheet) -> str:
    face = attribute(sheet.code_font)
    return f'<a:latin typeface="{face}"/><a:cs typeface="{face}"/>'


def _link_colour(text_colour: str) -> str:
    return text_colour if text_colour in LIGHT_TEXT else "accent"


def _link(link: Link, sheet: Sheet) -> str:
    target = sheet.link(link)
    if not target:
        return ""
    jump = ' action="ppaction://hlinksldjump"' if link.slide else ""
    return f'<a:hlinkClick r:id="{target}"{jump}>{_TEXT_COLOUR}</a:hlinkClick>'


# What text boxes and tables take where nothing else is said.
_USUAL_COLOUR = '<a:schemeClr val="tx1"/>'
# A link keeps the colour that its run says: the theme's colour for links need not suit the ground.
_TEXT_COLOUR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}">'
    f'<ahyp:hlinkClr xmlns:ahyp="{AHYP}" val="tx"/></a:ext></a:extLst>'
)
