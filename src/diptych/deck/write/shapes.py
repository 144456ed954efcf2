"""Shapes as PresentationML: text in placeholders and boxes, lines, groups and pictures."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from diptych.deck.design.slide_layouts import Area
from diptych.deck.template.layouts import NUMBER_FIELD, body_properties, placeholder_mark
from diptych.deck.template.text_style import list_style
from diptych.deck.values import (
    Box,
    ChartShape,
    Crop,
    DrawingShape,
    Group,
    LineShape,
    Picture,
    Run,
    Shape,
    TableShape,
    TextParagraph,
    TextShape,
)
from diptych.deck.write.charts.frame import chart
from diptych.deck.write.drawings import drawing_group
from diptych.deck.write.ooxml import (
    ASVG,
    culture,
    fill,
    outline,
    shape_name,
    transform,
)
from diptych.deck.write.table import table
from diptych.deck.write.text import FREE_TEXT, Sheet, paragraphs
from diptych.deck.write.timing import clicks

_ANCHORS = MappingProxyType(
    {"": "", "top": ' anchor="t"', "middle": ' anchor="ctr"', "bottom": ' anchor="b"'}
)
_THIN = 9525


def shape(one: Shape, sheet: Sheet) -> str:
    """The XML of a shape with all it holds."""
    match one:
        case TextShape():
            return _placeholder(one, sheet) if one.placeholder else _text_box(one, sheet)
        case LineShape():
            return _line(one, sheet)
        case Group():
            return _group(one, sheet)
        case TableShape():
            return table(one, sheet)
        case Picture():
            return _picture(one, sheet)
        case ChartShape():
            return chart(one, sheet)
        case DrawingShape():
            return drawing_group(one, sheet)


def footer(words: str, sheet: Sheet) -> str:
    """The footer with these words, where the layout has one."""
    area = sheet.layout.placeholders["footer"]
    paragraph = TextParagraph((Run(words, sheet.lang),), area.sizes[0], space_before=area.space_before)
    return _filled("Footer", area, paragraphs((paragraph,), area, sheet), next(sheet.numbers), area.box)


def slide_number(number: int, sheet: Sheet) -> str:
    """The slide's number as a field, which follows when slides are moved."""
    area = sheet.layout.placeholders["number"]
    look = f'lang="{culture(sheet.lang)}" sz="{round(area.sizes[0] * 100)}"'
    field = (
        f'<a:p><a:fld id="{NUMBER_FIELD}" type="slidenum"><a:rPr {look}/><a:t>{number}</a:t></a:fld>'
        f"<a:endParaRPr {look}/></a:p>"
    )
    return _filled("Slide number", area, field, next(sheet.numbers), area.box)


def _placeholder(one: TextShape, sheet: Sheet) -> str:
    area = sheet.layout.placeholders[one.placeholder]
    words = paragraphs(one.paragraphs, area, sheet)
    number = next(sheet.numbers)
    if one.build:
        sheet.built.append((number, clicks(one.paragraphs)))
    if area.drawn:
        return _drawn(one, area, words, number, sheet)
    anchor = _ANCHORS[one.anchor or (area.anchor if area.moved else "")]
    return _filled(one.name, area, words, number, one.box, anchor)


def _drawn(one: TextShape, area: Area, words: str, number: int, sheet: Sheet) -> str:
    """A text box in place of a placeholder that the template lacks; it says its whole look itself."""
    own = replace(area, anchor=one.anchor or area.anchor)
    return (
        f'<p:sp><p:nvSpPr>{shape_name(number, one.name)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr>{transform(one.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
        f"<p:txBody>{body_properties(own)}<a:lstStyle>{list_style(own, sheet.palette)}</a:lstStyle>"
        f"{words}</p:txBody></p:sp>"
    )


def _filled(name: str, area: Area, words: str, number: int, box: Box | None = None, anchor: str = "") -> str:
    """A placeholder that takes place and look from its layout, but for another box or anchor."""
    own_place = transform(box) if box and (box != area.box or area.moved) else ""
    return (
        f"<p:sp><p:nvSpPr>{shape_name(number, name)}"
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{placeholder_mark(area)}</p:nvPr></p:nvSpPr>"
        f"<p:spPr>{own_place}</p:spPr>"
        f"<p:txBody><a:bodyPr{anchor}/><a:lstStyle/>{words}</p:txBody></p:sp>"
    )


def _text_box(one: TextShape, sheet: Sheet) -> str:
    """A free shape: a text box, or a drawn form with words in it."""
    decorative = one.decorative and not any(paragraph.runs for paragraph in one.paragraphs)
    colour, line = (sheet.palette(role) if role else "" for role in (one.fill, one.line))
    kind = "<p:cNvSpPr/>" if colour or line else '<p:cNvSpPr txBox="1"/>'
    name = shape_name(next(sheet.numbers), one.name, decorative=decorative)
    insets = " ".join(f'{side}Ins="{one.inset}"' for side in "ltrb")
    return (
        f"<p:sp><p:nvSpPr>{name}{kind}<p:nvPr/></p:nvSpPr>"
        f'<p:spPr>{transform(one.box)}<a:prstGeom prst="{one.geometry}"><a:avLst/></a:prstGeom>'
        f"{fill(colour)}{outline(line, _THIN)}</p:spPr>"
        f'<p:txBody><a:bodyPr wrap="square" {insets} rtlCol="{int(sheet.rtl)}"{_ANCHORS[one.anchor]}>'
        "<a:noAutofit/></a:bodyPr>"
        f"<a:lstStyle/>{paragraphs(one.paragraphs, FREE_TEXT, sheet)}</p:txBody></p:sp>"
    )


def _line(one: LineShape, sheet: Sheet) -> str:
    (x1, y1), (x2, y2) = one.start, one.end
    flip = (' flipH="1"' if x2 < x1 else "") + (' flipV="1"' if y2 < y1 else "")
    box = Box(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{shape_name(next(sheet.numbers), one.name, decorative=True)}"
        f"<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>{transform(box, flip=flip)}"
        f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{outline(sheet.palette(one.colour), one.width)}'
        "</p:spPr></p:cxnSp>"
    )


def _group(one: Group, sheet: Sheet) -> str:
    x, y, width, height = one.box
    name = shape_name(next(sheet.numbers), one.name, one.alt)
    inside = "".join(shape(part, sheet) for part in one.shapes)
    return (
        f"<p:grpSp><p:nvGrpSpPr>{name}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>"
        f'<a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/>'
        f'<a:chOff x="{x}" y="{y}"/><a:chExt cx="{width}" cy="{height}"/></a:xfrm></p:grpSpPr>'
        f"{inside}</p:grpSp>"
    )


def _picture(one: Picture, sheet: Sheet) -> str:
    name = shape_name(next(sheet.numbers), one.name, one.alt, one.decorative)
    return (
        f'<p:pic><p:nvPicPr>{name}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr>'
        "<p:nvPr/></p:nvPicPr>"
        f"<p:blipFill>{_bitmap(one, sheet)}{_cropped(one.crop)}"
        "<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
        f'<p:spPr>{transform(one.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def _cropped(crop: Crop) -> str:
    """What is cut off at each side, in thousandths of a percent."""
    sides = zip("ltrb", crop, strict=True)
    cut = "".join(f' {side}="{round(share * 100000)}"' for side, share in sides if share)
    return f"<a:srcRect{cut}/>" if cut else ""


def _bitmap(one: Picture, sheet: Sheet) -> str:
    """The picture's pixels, with the vector drawing beside them for programs that can show it."""
    pixels = sheet.picture(one.data, one.media_type)
    if not one.svg:
        return f'<a:blip r:embed="{pixels}"/>'
    vector = sheet.picture(one.svg, "image/svg+xml")
    return (
        f'<a:blip r:embed="{pixels}"><a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
        f'<asvg:svgBlip xmlns:asvg="{ASVG}" r:embed="{vector}"/></a:ext></a:extLst></a:blip>'
    )
