"""Slide layouts as parts of the presentation: grounds, decorations, and named placeholders."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from types import MappingProxyType

from diptych.deck.design.colours import Palette
from diptych.deck.design.slide_layouts import Area, Decoration, SlideLayout
from diptych.deck.template.text_style import font, list_style
from diptych.deck.values import Box
from diptych.deck.write.ooxml import DECORATIVE, NAMESPACES, attribute, fill, outline, part, text, transform

_ANCHORS = MappingProxyType({"top": "t", "middle": "ctr", "bottom": "b"})
_SMALL = ("ftr", "sldNum")
NUMBER_FIELD = "{0C3F1E0A-6B3B-5B0B-9D7E-1B8A53C3E7D1}"
EMPTY_TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>'
    '<a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)


def layout_part(layout: SlideLayout, palette: Palette) -> bytes:
    """The part of one slide layout."""
    kind = f' type="{layout.type}"' if layout.type else ' userDrawn="1"'
    numbers = count(2)
    drawn = "".join(_decoration(one, palette, next(numbers)) for one in layout.decorations)
    held = "".join(_placeholder(area, palette, next(numbers)) for area in _offered(layout))
    return part(
        f'<p:sldLayout {NAMESPACES}{kind} preserve="1"><p:cSld name="{attribute(layout.name)}">'
        f"{ground(layout.ground, palette)}<p:spTree>{EMPTY_TREE}{drawn}{held}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _offered(layout: SlideLayout) -> Iterator[Area]:
    """The placeholders in the order in which one fills them: title, what is drawn, words, footer."""
    title, *others = layout.placeholders.values()
    words = [area for area in others if area.type not in _SMALL]
    yield title
    yield from (area for area in layout.regions.values() if area.type)
    yield from words
    yield from (area for area in others if area.type in _SMALL)


def ground(role: str, palette: Palette) -> str:
    """The background of a slide in one colour."""
    return f"<p:bg><p:bgPr><a:solidFill>{palette(role)}</a:solidFill><a:effectLst/></p:bgPr></p:bg>"


def placeholder_mark(area: Area) -> str:
    """The element that makes a shape the layout's placeholder."""
    number = f' idx="{area.index}"' if area.index else ""
    small = ' sz="quarter"' if area.type in _SMALL else ""
    return f'<p:ph type="{area.type}"{small}{number}/>'


def shape_title(key: str) -> str:
    """The name of a placeholder in the selection pane: `heading1` is Heading 1."""
    return re.sub(r"(\d+)$", r" \1", key).capitalize()


def body_properties(area: Area) -> str:
    """Insets and anchor of a text box; text that a user adds later shrinks to fit."""
    left, top, right, bottom = area.insets
    fit = "" if area.type in _SMALL else "<a:normAutofit/>"
    return (
        f'<a:bodyPr vert="horz" wrap="square" lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}"'
        f' rtlCol="{int(area.rtl)}" anchor="{_ANCHORS[area.anchor]}">{fit}</a:bodyPr>'
    )


def placeholder_text(area: Area) -> str:
    """What a placeholder says while it is empty."""
    if area.type == "sldNum":
        return (
            f'<a:p><a:fld id="{NUMBER_FIELD}" type="slidenum"><a:rPr lang="en"/><a:t>‹#›</a:t></a:fld>'
            '<a:endParaRPr lang="en"/></a:p>'
        )
    if area.type == "ftr":
        return '<a:p><a:endParaRPr lang="en"/></a:p>'
    words = text(area.prompt or shape_title(area.key))
    prompt = f'<a:r><a:rPr lang="en"/><a:t>{words}</a:t></a:r>'
    return f'<a:p>{prompt}<a:endParaRPr lang="en"/></a:p>'


def _placeholder(area: Area, palette: Palette, number: int) -> str:
    mark = placeholder_mark(area)
    if area.type not in _SMALL:
        mark = mark.replace("/>", ' hasCustomPrompt="1"/>')
    return placeholder_shape(area, mark, list_style(area, palette), number)


def placeholder_shape(area: Area, mark: str, style: str, number: int) -> str:
    """A placeholder with its own box and style, as it stands on a layout or master."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{shape_title(area.key)}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{mark}</p:nvPr></p:nvSpPr>'
        f'<p:spPr>{transform(area.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f"<p:txBody>{body_properties(area)}<a:lstStyle>{style}</a:lstStyle>"
        f"{placeholder_text(area)}</p:txBody></p:sp>"
    )


def _decoration(one: Decoration, palette: Palette, number: int) -> str:
    return _DRAWN[one.kind](one, palette(one.colour), number)


def _rectangle(one: Decoration, colour: str, number: int) -> str:
    return (
        f"<p:sp>{_decorative(number, 'nvSpPr', '<p:cNvSpPr/>')}<p:spPr>{transform(one.box)}"
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill(colour)}{outline("", 0)}</p:spPr>'
        '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en"/></a:p></p:txBody></p:sp>'
    )


def _line(one: Decoration, colour: str, number: int) -> str:
    x, y, width, height = one.box
    flip = (' flipH="1"' if width < 0 else "") + (' flipV="1"' if height < 0 else "")
    box = Box(min(x, x + width), min(y, y + height), abs(width), abs(height))
    return (
        f"<p:cxnSp>{_decorative(number, 'nvCxnSpPr', '<p:cNvCxnSpPr/>')}<p:spPr>{transform(box, flip=flip)}"
        f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="{one.width}" cap="rnd"><a:solidFill>{colour}</a:solidFill><a:round/></a:ln>'
        "</p:spPr></p:cxnSp>"
    )


def _glyph(one: Decoration, colour: str, number: int) -> str:
    look = f'lang="en" sz="{round(one.size * 100)}"'
    name = _decorative(number, "nvSpPr", '<p:cNvSpPr txBox="1"/>')
    return (
        f"<p:sp>{name}<p:spPr>{transform(one.box)}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody>'
        '<a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"/><a:lstStyle/>'
        f'<a:p><a:pPr algn="ctr"/><a:r><a:rPr {look}>{fill(colour)}{font(one.font)}</a:rPr>'
        f"<a:t>{text(one.glyph)}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def _decorative(number: int, tag: str, kind: str) -> str:
    name = f'<p:cNvPr id="{number}" name="Decoration {number - 1}" descr="">{DECORATIVE}</p:cNvPr>'
    return f'<p:{tag}>{name}{kind}<p:nvPr userDrawn="1"/></p:{tag}>'


_DRAWN: Mapping[str, Callable[[Decoration, str, int], str]] = MappingProxyType(
    {"rect": _rectangle, "line": _line, "glyph": _glyph}
)
