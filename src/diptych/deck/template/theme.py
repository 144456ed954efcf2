"""The presentation's theme: the colours and fonts of `theme.yaml` under the names that Office knows."""

from __future__ import annotations

from diptych.deck.design.colours import DARK_SCHEME, SCHEME, Palette, is_dark
from diptych.deck.write.ooxml import A, attribute, part
from diptych.layout.theme import Theme

_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="{{width}}" cap="flat" cmpd="sng" algn="ctr">{_FILL}<a:prstDash val="solid"/></a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
# The schema wants three styles of each kind; flat ones say nothing that a designer must undo.
_FORMATS = (
    f'<a:fmtScheme name="{{name}}"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
    f"<a:lnStyleLst>{''.join(_LINE.format(width=width) for width in (9525, 12700, 19050))}</a:lnStyleLst>"
    f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
)


def theme_part(theme: Theme) -> bytes:
    """The theme part, for slides and for notes alike."""
    name = attribute(theme.name)
    return part(
        f'<a:theme xmlns:a="{A}" name="{name}"><a:themeElements>'
        f"{_colours(theme, name)}{_fonts(theme, name)}{_FORMATS.format(name=name)}"
        "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def _colours(theme: Theme, name: str) -> str:
    palette = Palette(theme)
    slots = (
        f'<a:{slot}><a:srgbClr val="{palette.value(role)}"/></a:{slot}>'
        for slot, role in (DARK_SCHEME if is_dark(theme) else SCHEME).items()
    )
    return f'<a:clrScheme name="{name}">{"".join(slots)}</a:clrScheme>'


def _fonts(theme: Theme, name: str) -> str:
    major, minor = (_family(font.name) for font in (theme.deck.heading, theme.deck.body))
    return (
        f'<a:fontScheme name="{name}"><a:majorFont>{major}</a:majorFont>'
        f"<a:minorFont>{minor}</a:minorFont></a:fontScheme>"
    )


def _family(name: str) -> str:
    return f'<a:latin typeface="{attribute(name)}"/><a:ea typeface=""/><a:cs typeface=""/>'
