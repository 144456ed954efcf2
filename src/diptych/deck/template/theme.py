"""The presentation's theme: the colours and fonts of `theme.yaml` under the names that Office knows."""

from __future__ import annotations

from diptych.deck.design.colours import DARK_SCHEME, SCHEME, Palette, is_dark
from diptych.deck.write.ooxml import A, attribute, part
from diptych.layout.theme import DeckType, Theme
from diptych.material.scripts import COMPLEX, EAST_ASIAN, script_of_language

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


def theme_part(theme: Theme, lang: str = "") -> bytes:
    """The theme part, for slides and for notes alike, of a deck in a language."""
    name = attribute(theme.name)
    return part(
        f'<a:theme xmlns:a="{A}" name="{name}"><a:themeElements>'
        f"{_colours(theme, name)}{_fonts(theme, name, lang)}{_FORMATS.format(name=name)}"
        "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def _colours(theme: Theme, name: str) -> str:
    palette = Palette(theme)
    slots = (
        f'<a:{slot}><a:srgbClr val="{palette.value(role)}"/></a:{slot}>'
        for slot, role in (DARK_SCHEME if is_dark(theme) else SCHEME).items()
    )
    return f'<a:clrScheme name="{name}">{"".join(slots)}</a:clrScheme>'


def _fonts(theme: Theme, name: str, lang: str) -> str:
    major, minor = (_family(font.name, theme.deck, lang) for font in (theme.deck.heading, theme.deck.body))
    return (
        f'<a:fontScheme name="{name}"><a:majorFont>{major}</a:majorFont>'
        f"<a:minorFont>{minor}</a:minorFont></a:fontScheme>"
    )


def _family(name: str, kind: DeckType, lang: str) -> str:
    """A family of the theme: its font for Latin letters and the like, and those for all other scripts."""
    east, joined = (attribute(face(kind, lang)) for face in (east_asian_face, complex_face))
    others = (
        f'<a:font script="{script}" typeface="{attribute(font.name)}"/>'
        for script, font in sorted(kind.scripts.items())
    )
    latin = f'<a:latin typeface="{attribute(name)}"/>'
    return f'{latin}<a:ea typeface="{east}"/><a:cs typeface="{joined}"/>{"".join(others)}'


def east_asian_face(kind: DeckType, lang: str) -> str:
    """The theme's font for Chinese, Japanese and Korean: that of the deck's language, if it is of these."""
    script = script_of_language(lang)
    return kind.scripts[script].name if script in EAST_ASIAN and script in kind.scripts else ""


def complex_face(kind: DeckType, lang: str) -> str:
    """The theme's font for scripts whose letters join or stand on each other; that for Arabic as a rule."""
    script = script_of_language(lang)
    own = kind.scripts.get(script) if script in COMPLEX else None
    found = own or kind.scripts.get("Arab")
    return found.name if found else ""
