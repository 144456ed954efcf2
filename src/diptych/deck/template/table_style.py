"""The look of native tables as a named table style, so that rows a user adds look alike."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from diptych.deck.design.colours import Palette
from diptych.deck.design.slide_layouts import TableStyle
from diptych.deck.write.ooxml import A, fill, part

TABLE_STYLE = "{" + str(uuid5(NAMESPACE_URL, "https://diptych.invalid/table-style")).upper() + "}"


def table_styles_part(style: TableStyle, palette: Palette) -> bytes:
    """The list of table styles with the one style of the theme."""
    rule, strong = _line(palette(style.rule), 9525), _line(palette(style.edge), 19050)
    return part(
        f'<a:tblStyleLst xmlns:a="{A}" def="{TABLE_STYLE}">'
        f'<a:tblStyle styleId="{TABLE_STYLE}" styleName="Rules and stripes">'
        f"<a:wholeTbl>{_text(palette(style.colour))}<a:tcStyle><a:tcBdr>"
        f"{_border('bottom', strong)}{_border('insideH', rule)}</a:tcBdr>"
        f"<a:fill><a:noFill/></a:fill></a:tcStyle></a:wholeTbl>"
        f"<a:band2H><a:tcStyle><a:tcBdr/><a:fill>{fill(palette(style.stripe))}</a:fill></a:tcStyle></a:band2H>"
        f"<a:firstCol>{_text(palette(style.header_column_colour), bold=True)}"
        "<a:tcStyle><a:tcBdr/></a:tcStyle></a:firstCol>"
        f"<a:firstRow>{_text(palette(style.header_colour), bold=True)}<a:tcStyle><a:tcBdr/>"
        f"<a:fill>{fill(palette(style.header_fill))}</a:fill></a:tcStyle></a:firstRow>"
        "</a:tblStyle></a:tblStyleLst>"
    )


def _text(colour: str, bold: bool = False) -> str:
    weight = ' b="on"' if bold else ""
    return f'<a:tcTxStyle{weight}><a:fontRef idx="minor"/>{colour}</a:tcTxStyle>'


def _border(side: str, line: str) -> str:
    return f"<a:{side}>{line}</a:{side}>"


def _line(colour: str, width: int) -> str:
    return f'<a:ln w="{width}" cmpd="sng"><a:solidFill>{colour}</a:solidFill></a:ln>'
