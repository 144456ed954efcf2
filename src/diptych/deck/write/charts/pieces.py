"""What all parts of a chart are written with: references to the workbook, fills, lines and text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

from diptych.deck.design.colours import Palette
from diptych.deck.write.charts.workbook import SHEET
from diptych.deck.write.ooxml import attribute, fill, text
from diptych.figures.charts.looks import Look
from diptych.figures.charts.spec import ChartSpec
from diptych.figures.drawing import Dash, Stroke
from diptych.material.languages.locales import locale_of
from diptych.material.languages.tags import country_of

_EMU_PER_POINT = 12700
# Presentation programs' own patterns that look like those of drawings, in LibreOffice as well (ISO/IEC
# 29500-1, 20.1.10.51).
_PATTERNS = MappingProxyType(
    {"up": "wdUpDiag", "down": "wdDnDiag", "across": "dashHorz", "dots": "dotGrid", "grid": "openDmnd"}
)
_DASHES: MappingProxyType[Dash, str] = MappingProxyType(
    {"": "", "dash": '<a:prstDash val="dash"/>', "dot": '<a:prstDash val="sysDot"/>'}
)
NO_LINE = "<a:ln><a:noFill/></a:ln>"


@dataclass(frozen=True)
class Pen:
    """What a chart is written with: the colours of its slide, the size of its words, their language."""

    palette: Palette
    size: float
    lang: str

    def fill(self, look: Look) -> str:
        """The fill of areas, with a pattern in the colour of the ground where the look has one."""
        if not look.pattern:
            return fill(self.palette(look.colour))
        return (
            f'<a:pattFill prst="{_PATTERNS[look.pattern]}"><a:fgClr>{self.palette("paper")}</a:fgClr>'
            f"<a:bgClr>{self.palette(look.colour)}</a:bgClr></a:pattFill>"
        )

    def line(self, stroke: Stroke) -> str:
        """A line of that colour, width and dash; none where it has no colour."""
        if not stroke.colour:
            return NO_LINE
        return (
            f'<a:ln w="{round(stroke.width * _EMU_PER_POINT)}" cap="rnd">{fill(self.palette(stroke.colour))}'
            f"{_DASHES[stroke.dash]}<a:round/></a:ln>"
        )

    def style(self, colour: str = "muted", bold: bool = False, turn: int = 0, whole: bool = False) -> str:
        """How the words of an axis, a legend or labels look (`c:txPr`); `turn` is degrees.

        `whole` words are not broken into lines.
        """
        wrap = ' wrap="none" anchor="ctr"' if whole else ""
        return (
            f'<c:txPr><a:bodyPr rot="{turn * 60000}" vert="horz"{wrap}/><a:lstStyle/><a:p><a:pPr>'
            f'<a:defRPr sz="{round(self.size * 100)}" b="{int(bold)}">{self._inside(colour)}</a:defRPr>'
            f'</a:pPr><a:endParaRPr lang="{attribute(self.lang)}"/></a:p></c:txPr>'
        )

    def words(self, lines: Iterable[str], colour: str = "muted", bold: bool = False) -> str:
        """Words of the chart's own (`c:tx`), a paragraph for each line."""
        look = (
            f'<a:rPr lang="{attribute(self.lang)}" sz="{round(self.size * 100)}" b="{int(bold)}">'
            f"{self._inside(colour)}</a:rPr>"
        )
        written = "".join(
            f'<a:p><a:pPr algn="l"><a:defRPr/></a:pPr><a:r>{look}<a:t>{text(line)}</a:t></a:r></a:p>'
            for line in lines
        )
        return f'<c:tx><c:rich><a:bodyPr rot="0" vert="horz"/><a:lstStyle/>{written}</c:rich></c:tx>'

    def _inside(self, colour: str) -> str:
        return f'{fill(self.palette(colour))}<a:latin typeface="+mn-lt"/>'


def reference(column: str, rows: int, heading: bool = False) -> str:
    """Cells of one column: its heading, or the rows below it."""
    cells = f"${column}$1" if heading else f"${column}$2:${column}${rows + 1}"
    return f"<c:f>{SHEET}!{cells}</c:f>"


def texts(tag: str, column: str, words: Iterable[str], heading: bool = False) -> str:
    """Texts of the workbook, with what they say."""
    listed = tuple(words)
    points = "".join(f'<c:pt idx="{i}"><c:v>{text(word)}</c:v></c:pt>' for i, word in enumerate(listed))
    return (
        f"<c:{tag}><c:strRef>{reference(column, len(listed), heading)}<c:strCache>"
        f'<c:ptCount val="{len(listed)}"/>{points}</c:strCache></c:strRef></c:{tag}>'
    )


def numbers(tag: str, column: str, values: Iterable[float | None], code: str) -> str:
    """Numbers of the workbook, with their values; what is missing is left out."""
    listed = tuple(values)
    points = "".join(
        f'<c:pt idx="{i}"><c:v>{value!r}</c:v></c:pt>' for i, value in enumerate(listed) if value is not None
    )
    return (
        f"<c:{tag}><c:numRef>{reference(column, len(listed))}<c:numCache>"
        f"<c:formatCode>{text(code)}</c:formatCode>"
        f'<c:ptCount val="{len(listed)}"/>{points}</c:numCache></c:numRef></c:{tag}>'
    )


def number_format(lang: str, decimals: int, grouped: bool = True) -> str:
    """The code of a number format with so many decimals, with the marks of the language."""
    return _language_mark(lang) + ("#,##0" if grouped else "0") + ("." + "0" * decimals if decimals else "")


def value_format(spec: ChartSpec) -> str:
    """The code for the values of a chart, with powers of ten where one of them needs these."""
    return "0.0##E+0" if spec.in_powers else number_format(spec.lang, spec.data.decimals)


def _language_mark(lang: str) -> str:
    """What has programs write numbers as the language does, where that differs from English."""
    from locale import windows_locale

    locale = locale_of(lang)
    if locale.number_symbols["latn"]["decimal"] != ",":
        return ""
    codes = {known: code for code, known in windows_locale.items()}
    code = codes.get(f"{locale.language}_{locale.territory or country_of(locale.language)}")
    return f"[$-{code:X}]" if code else ""


def format_tag(code: str) -> str:
    """The number format as axes and labels have it, whatever the workbook says."""
    return f'<c:numFmt formatCode="{attribute(code)}" sourceLinked="0"/>'
