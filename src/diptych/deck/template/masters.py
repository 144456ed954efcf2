"""The slide master, and the notes master with its own look."""

from __future__ import annotations

from dataclasses import replace

from diptych.deck.design.colours import Palette, is_dark
from diptych.deck.design.slide_layouts import Area, SlideLayout, SlideLayouts
from diptych.deck.template.layouts import EMPTY_TREE, ground, placeholder_mark, placeholder_shape
from diptych.deck.template.text_style import LEVELS, level_style, list_style
from diptych.deck.values import Box
from diptych.deck.write.ooxml import NAMESPACES, part, transform

NOTES_WIDTH, NOTES_HEIGHT = 6858000, 9144000
_ACCENTS = (
    'accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5"'
    ' accent6="accent6" hlink="hlink" folHlink="folHlink"'
)
COLOUR_MAP = f'<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" {_ACCENTS}/>'
# Slides are dark, notes pages are paper: these keep the first.
DARK_COLOUR_MAP = f'<p:clrMap bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" {_ACCENTS}/>'
_NINE = 9
# Layout and master ids share one number space that starts here.
FIRST_MASTER_ID = 2147483648


def master_part(layouts: SlideLayouts, palette: Palette) -> bytes:
    """The slide master: the placeholders and text styles that every layout starts from."""
    model = model_layout(layouts)
    areas = [_of_master(area) for area in model.placeholders.values()]
    colour_map = DARK_COLOUR_MAP if is_dark(palette.theme) else COLOUR_MAP
    shapes = "".join(
        placeholder_shape(area, placeholder_mark(area), list_style(area, palette), number)
        for number, area in enumerate(areas, 2)
    )
    return part(
        f"<p:sldMaster {NAMESPACES}><p:cSld>{ground('paper', palette)}<p:spTree>{EMPTY_TREE}{shapes}"
        f"</p:spTree></p:cSld>{colour_map}<p:sldLayoutIdLst>{_layout_ids(len(layouts.layouts))}"
        f'</p:sldLayoutIdLst><p:hf hdr="0" dt="0"/>{_text_styles(model, palette)}</p:sldMaster>'
    )


def _of_master(area: Area) -> Area:
    """The area as the master has it, where what takes any content is a body of text."""
    return replace(area, type="body") if area.type == "obj" else area


def model_layout(layouts: SlideLayouts) -> SlideLayout:
    """The layout that the master takes after: a title and one body."""
    return layouts["content"] if "content" in layouts.layouts else next(iter(layouts.layouts.values()))


def notes_master_part(layouts: SlideLayouts, palette: Palette) -> bytes:
    """The notes master: the slide above, the speaker's words below, the page number."""
    area = notes_area(runs_back(layouts))
    styles = "".join(level_style(area, palette, level) for level in range(LEVELS))
    return part(
        f"<p:notesMaster {NAMESPACES}><p:cSld>{ground('paper', palette)}<p:spTree>{EMPTY_TREE}"
        f"{_slide_image(layouts)}{_notes_text(area, palette)}{_notes_number(area.rtl, palette)}"
        f'</p:spTree></p:cSld>{COLOUR_MAP}<p:hf hdr="0" ftr="0" dt="0"/>'
        f"<p:notesStyle>{styles}</p:notesStyle></p:notesMaster>"
    )


def notes_area(rtl: bool = False) -> Area:
    """Where the speaker's words stand on a notes page, and how they are set."""
    box = Box(685800, 4343400, 5486400, 4114800)
    return Area("notes", box, "body", sizes=(12.0,), space_before=4, indent=228600, rtl=rtl)


def runs_back(layouts: SlideLayouts) -> bool:
    """True where text of these slide layouts runs from right to left."""
    return any(area.rtl for area in model_layout(layouts).placeholders.values())


def slide_image_box(layouts: SlideLayouts) -> Box:
    """Where the slide stands on a notes page."""
    height = 3086100
    width = round(height * layouts.width / layouts.height)
    return Box((NOTES_WIDTH - width) // 2, 914400, width, height)


def _slide_image(layouts: SlideLayouts) -> str:
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{transform(slide_image_box(layouts))}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:noFill/><a:ln w="9525"><a:solidFill><a:schemeClr val="accent6"/></a:solidFill></a:ln>'
        "</p:spPr></p:sp>"
    )


def _notes_text(area: Area, palette: Palette) -> str:
    return placeholder_shape(area, '<p:ph type="body" sz="quarter" idx="3"/>', list_style(area, palette), 3)


def _notes_number(rtl: bool, palette: Palette) -> str:
    width = 2287587
    box = Box(685800 if rtl else 3884613, 8685213, width, 457200)
    area = Area("number", box, "sldNum", sizes=(12.0,), colour="muted", anchor="bottom", align="end", rtl=rtl)
    return placeholder_shape(area, '<p:ph type="sldNum" sz="quarter" idx="5"/>', list_style(area, palette), 4)


def _layout_ids(count: int) -> str:
    return "".join(
        f'<p:sldLayoutId id="{FIRST_MASTER_ID + number}" r:id="rId{number}"/>'
        for number in range(1, count + 1)
    )


def _text_styles(model: SlideLayout, palette: Palette) -> str:
    title, body = model.placeholders["title"], model.placeholders["body"]
    other = replace(body, sizes=(18.0,), bullet="", indent=0, space_before=0.0)
    return (
        f"<p:txStyles><p:titleStyle>{level_style(title, palette, 0)}</p:titleStyle>"
        f"<p:bodyStyle>{_levels(body, palette)}</p:bodyStyle>"
        f"<p:otherStyle>{_levels(other, palette)}</p:otherStyle></p:txStyles>"
    )


def _levels(area: Area, palette: Palette) -> str:
    return "".join(level_style(area, palette, level) for level in range(_NINE))
