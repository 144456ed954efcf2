"""The words of Office Open XML: namespaces, escaped text, and the few elements all parts share."""

from __future__ import annotations

import re

from diptych.deck.values import Box

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
ASVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
ADEC = "http://schemas.microsoft.com/office/drawing/2017/decorative"
AHYP = "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor"

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = f'xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"'

# XML 1.0 has no place for these characters, not even as references.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
# What Office calls languages that it wants a country for.
_CULTURES = {
    "ar": "ar-SA",
    "fa": "fa-IR",
    "he": "he-IL",
    "hi": "hi-IN",
    "ja": "ja-JP",
    "ko": "ko-KR",
    "th": "th-TH",
    "ur": "ur-PK",
    "zh": "zh-CN",
    "zh-hans": "zh-CN",
    "zh-hant": "zh-TW",
}
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_ATTRIBUTE_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;"}
)


def text(words: str) -> str:
    """The words as XML character data, without what XML forbids."""
    return _FORBIDDEN.sub("", words).translate(_ESCAPES)


def attribute(words: str) -> str:
    """The words as the value of an XML attribute in double quotes."""
    return _FORBIDDEN.sub("", words).translate(_ATTRIBUTE_ESCAPES)


def culture(lang: str) -> str:
    """The language tag as Office knows it: with a country for those that it asks for one."""
    first, *others = lang.split("-")
    known = _CULTURES.get(lang.casefold()) or ("" if others else _CULTURES.get(first.casefold()))
    return known or lang


def part(xml: str) -> bytes:
    """A whole part of the package: the XML with its declaration, as UTF-8."""
    return (HEAD + xml).encode("utf-8")


def transform(box: Box, prefix: str = "a", flip: str = "") -> str:
    """Position and size of a shape (`a:xfrm`) or of a graphic frame (`p:xfrm`)."""
    return (
        f'<{prefix}:xfrm{flip}><a:off x="{box.x}" y="{box.y}"/>'
        f'<a:ext cx="{box.width}" cy="{box.height}"/></{prefix}:xfrm>'
    )


def outline(colour: str, width: int) -> str:
    """A solid outline of that colour (XML) and width (EMU), or none."""
    if not colour:
        return "<a:ln><a:noFill/></a:ln>"
    return f'<a:ln w="{width}"><a:solidFill>{colour}</a:solidFill></a:ln>'


def fill(colour: str) -> str:
    """A solid fill of that colour (XML), or none."""
    return f"<a:solidFill>{colour}</a:solidFill>" if colour else "<a:noFill/>"


DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    f'<adec:decorative xmlns:adec="{ADEC}" val="1"/></a:ext></a:extLst>'
)


def shape_name(number: int, name: str, alt: str = "", decorative: bool = False) -> str:
    """The properties that every shape has: id, name, alternative text or the decorative mark."""
    told = f' descr="{attribute(alt)}"' if alt and not decorative else ' descr=""' if decorative else ""
    start = f'<p:cNvPr id="{number}" name="{attribute(name)}"{told}'
    return f"{start}>{DECORATIVE}</p:cNvPr>" if decorative else f"{start}/>"
