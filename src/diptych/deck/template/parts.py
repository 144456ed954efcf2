"""The template of every deck, written from the theme and the slide layouts: no slide, no cruft."""

from __future__ import annotations

from diptych.deck.design.colours import Palette
from diptych.deck.design.slide_layouts import SlideLayouts
from diptych.deck.template.layouts import layout_part
from diptych.deck.template.masters import (
    FIRST_MASTER_ID,
    NOTES_HEIGHT,
    NOTES_WIDTH,
    master_part,
    notes_master_part,
    runs_back,
)
from diptych.deck.template.table_style import table_styles_part
from diptych.deck.template.text_style import direction, font
from diptych.deck.template.theme import theme_part
from diptych.deck.write.ooxml import NAMESPACES, R, part
from diptych.deck.write.opc import content_types, relations, zip_parts
from diptych.layout.theme import Theme

# Panes of the program stand the other way round, too.
_READ_FROM_RIGHT = ' rtl="1"'
_MAIN = "application/vnd.openxmlformats-officedocument.presentationml"


def write_template(theme: Theme, layouts: SlideLayouts, lang: str = "") -> bytes:
    """The template as a PPTX file without slides, not packed: only the writer of the deck reads it."""
    return zip_parts(template_parts(theme, layouts, lang), packed=False)


def template_parts(theme: Theme, layouts: SlideLayouts, lang: str = "") -> dict[str, bytes]:
    """The parts of the template for decks in a language, by their names in the package."""
    palette = Palette(theme)
    count = len(layouts.layouts)
    parts = {
        "ppt/presentation.xml": _presentation(layouts),
        "ppt/presProps.xml": part(f"<p:presentationPr {NAMESPACES}/>"),
        # PowerPoint offers to repair files that lack this part.
        "ppt/viewProps.xml": part(f"<p:viewPr {NAMESPACES}/>"),
        "ppt/tableStyles.xml": table_styles_part(layouts.table, palette),
        "ppt/theme/theme1.xml": theme_part(theme, lang),
        "ppt/theme/theme2.xml": theme_part(theme, lang),
        "ppt/slideMasters/slideMaster1.xml": master_part(layouts, palette),
        "ppt/notesMasters/notesMaster1.xml": notes_master_part(layouts, palette),
    }
    for number, layout in enumerate(layouts.layouts.values(), 1):
        parts[f"ppt/slideLayouts/slideLayout{number}.xml"] = layout_part(layout, palette)
    return {"[Content_Types].xml": content_types(_types(count)), **parts, **_relations(count)}


def _presentation(layouts: SlideLayouts) -> bytes:
    back = runs_back(layouts)
    shape = ' type="screen4x3"' if (layouts.width, layouts.height) == (9144000, 6858000) else ""
    levels = "".join(_text_level(level, back) for level in range(1, 10))
    return part(
        f'<p:presentation {NAMESPACES}{_READ_FROM_RIGHT if back else ""} saveSubsetFonts="1">'
        f'<p:sldMasterIdLst><p:sldMasterId id="{FIRST_MASTER_ID}" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        f'<p:sldSz cx="{layouts.width}" cy="{layouts.height}"{shape}/>'
        f'<p:notesSz cx="{NOTES_WIDTH}" cy="{NOTES_HEIGHT}"/>'
        f"<p:defaultTextStyle>{levels}</p:defaultTextStyle></p:presentation>"
    )


def _text_level(level: int, back: bool) -> str:
    return (
        f'<a:lvl{level}pPr marL="0" {direction("start", back)}><a:defRPr sz="1800">'
        f'<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        f"{font('body')}</a:defRPr></a:lvl{level}pPr>"
    )


def _types(count: int) -> dict[str, str]:
    """Content types by part."""
    office = "application/vnd.openxmlformats-officedocument"
    kinds = {
        "ppt/presentation.xml": f"{_MAIN}.presentation.main+xml",
        "ppt/presProps.xml": f"{_MAIN}.presProps+xml",
        "ppt/viewProps.xml": f"{_MAIN}.viewProps+xml",
        "ppt/tableStyles.xml": f"{_MAIN}.tableStyles+xml",
        "ppt/theme/theme1.xml": f"{office}.theme+xml",
        "ppt/theme/theme2.xml": f"{office}.theme+xml",
        "ppt/slideMasters/slideMaster1.xml": f"{_MAIN}.slideMaster+xml",
        "ppt/notesMasters/notesMaster1.xml": f"{_MAIN}.notesMaster+xml",
    }
    layout = f"{_MAIN}.slideLayout+xml"
    return kinds | {f"ppt/slideLayouts/slideLayout{number}.xml": layout for number in range(1, count + 1)}


def _relations(count: int) -> dict[str, bytes]:
    layouts = [("slideLayout", f"../slideLayouts/slideLayout{number}.xml") for number in range(1, count + 1)]
    to_master = _rels(("slideMaster", "../slideMasters/slideMaster1.xml"))
    parts = {
        "_rels/.rels": _rels(("officeDocument", "ppt/presentation.xml")),
        "ppt/_rels/presentation.xml.rels": _rels(
            ("slideMaster", "slideMasters/slideMaster1.xml"),
            ("notesMaster", "notesMasters/notesMaster1.xml"),
            ("presProps", "presProps.xml"),
            ("viewProps", "viewProps.xml"),
            ("theme", "theme/theme1.xml"),
            ("tableStyles", "tableStyles.xml"),
        ),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _rels(*layouts, ("theme", "../theme/theme1.xml")),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": _rels(("theme", "../theme/theme2.xml")),
    }
    names = (f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels" for number in range(1, count + 1))
    return parts | dict.fromkeys(names, to_master)


def _rels(*targets: tuple[str, str]) -> bytes:
    return relations([(f"{R}/{kind}", target) for kind, target in targets])
