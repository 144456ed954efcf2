"""The words of a finished slide: box by box, with the sizes and distances that a program gives them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from diptych.deck.measure.fonts import Fonts, Role
from diptych.deck.measure.heights import CHARACTER
from diptych.deck.measure.wrap import Word, line_count, words
from diptych.deck.values import Box, Run
from diptych.proof.boxes import box_before_turning, box_of, turn_of
from diptych.proof.inheritance import A, Look, P, Sheets, placeholder

EMU_PER_POINT = 12700
_LINE = 1.2
_TITLES, _FURNITURE = ("title", "ctrTitle"), ("ftr", "sldNum", "dt")
_SIDES, _CELL_SIDES = ("lIns", "tIns", "rIns", "bIns"), ("marL", "marT", "marR", "marB")
_USUAL = (91440, 45720, 91440, 45720)
_FREE = Look(())
# Wider than any line, in EMU.
_ENDLESS = 10**9


class Insets(NamedTuple):
    """Inner margins in EMU."""

    left: int
    top: int
    right: int
    bottom: int


class Piece(NamedTuple):
    """Text in one style."""

    text: str
    role: Role
    bold: bool = False
    italic: bool = False
    position: str = ""
    lang: str = ""


@dataclass(frozen=True)
class Line:
    """One paragraph: its pieces, size and distances in points, and what its margins take of the width (EMU).

    `tracking` is points between characters, `first` what its first line is further indented (EMU).
    """

    pieces: tuple[Piece, ...]
    size: float
    pitch: float
    before: float
    after: float
    margin: int
    first: int = 0
    tracking: float = 0.0

    def lines(self, width: int, fonts: Fonts) -> int:
        """How many lines it takes in a box whose inside is so wide."""
        role = self.pieces[0].role if self.pieces else "body"
        wider = 1 + max(0.0, self.tracking) / (CHARACTER * self.size)
        room = max(1, width - self.margin - max(0, self.first)) / (self.size * EMU_PER_POINT * wider)
        return line_count(_words(self.pieces, role, fonts), room)


@dataclass(frozen=True)
class TextBox:
    """Words in a box of the slide, or in a cell of a table. `furniture` is a footer or slide number.

    `turn` is how far the box is turned about its middle, in degrees. Lines that are not `wrapped` are as wide
    as their words.
    """

    name: str
    box: Box
    insets: Insets
    anchor: str
    lines: tuple[Line, ...]
    furniture: bool = False
    turn: float = 0.0
    wrapped: bool = True
    shape: Any = field(default=None, compare=False, repr=False)

    def line_count(self, fonts: Fonts) -> int:
        """How many lines the words take."""
        return sum(one.lines(self._inside, fonts) for one in self.lines)

    def height(self, fonts: Fonts) -> int:
        """How high the words are with the inner margins, in EMU."""
        points = sum(one.lines(self._inside, fonts) * one.pitch for one in self.lines)
        # Programs leave out the space before the first paragraph, and PowerPoint that after the last.
        points += sum(one.before for one in self.lines[1:]) + sum(one.after for one in self.lines[:-1])
        return round(points * EMU_PER_POINT) + self.insets.top + self.insets.bottom

    def extent(self, fonts: Fonts) -> Box:
        """Where the words stand: as high as they are, at the box's top, middle or foot."""
        height = self.height(fonts)
        spare = self.box.height - height
        down = {"ctr": spare // 2, "b": spare}.get(self.anchor, 0)
        if self.turn:
            return self.box.turned(self.turn)
        return self.box._replace(y=self.box.y + down, height=height)

    @property
    def _inside(self) -> int:
        room = self.box.width - self.insets.left - self.insets.right
        return room if self.wrapped else _ENDLESS


@dataclass(frozen=True)
class Families:
    """The typefaces of a deck by the role that they play in measuring."""

    heading: str
    body: str
    code: str

    def role(self, face: str) -> Role:
        """The role of a typeface; what is none of the deck's is measured as text."""
        if face in ("+mj-lt", self.heading):
            return "heading"
        return "code" if face == self.code else "body"


def text_boxes(sheets: Sheets, families: Families) -> Iterator[TextBox]:
    """Every shape with words and every cell of a table, in reading order."""
    for shape in sheets.slide.iter(f"{P}sp", f"{P}graphicFrame"):
        if shape.tag == f"{P}sp":
            yield from _shape(shape, sheets, families)
        else:
            yield from _cells(shape, sheets, families)


def name_of(shape: Any) -> str:
    """The name of a shape."""
    return str(next(shape.iter(f"{P}cNvPr")).get("name", ""))


def _shape(shape: Any, sheets: Sheets, families: Families) -> Iterator[TextBox]:
    body = shape.find(f"{P}txBody")
    box = box_before_turning(shape, sheets)
    if body is None or box is None or not any(text.text for text in body.iter(f"{A}t")):
        return
    ancestors = [one.find(f"{P}txBody/{A}bodyPr") for one in sheets.ancestors(shape)]
    asked = [one for one in ancestors if one is not None]
    mark = placeholder(shape)
    kind = mark.get("type") if mark is not None else ""
    role: Role = "heading" if kind in _TITLES else "body"
    lines = []
    for paragraph in body.iterfind(f"{A}p"):
        own = paragraph.find(f"{A}pPr")
        found = sheets.look(shape, level_of(own))
        lines.append(_paragraph(paragraph, own, found, families, role))
    anchor = _said(asked, "anchor", "t")
    insets = _insets(asked, _SIDES)
    wrapped = _said(asked, "wrap", "square") != "none"
    form = (kind in _FURNITURE, turn_of(shape), wrapped, shape)
    yield TextBox(name_of(shape), box, insets, anchor, tuple(lines), *form)


def level_of(properties: Any) -> int:
    """The level of a paragraph, from 0, by its properties."""
    return int(properties.get("lvl", "0")) if properties is not None else 0


def _insets(asked: list[Any], names: tuple[str, ...]) -> Insets:
    return Insets(*(int(_said(asked, name, str(usual))) for name, usual in zip(names, _USUAL, strict=True)))


def _said(elements: list[Any], name: str, default: str) -> str:
    return next((str(one.get(name)) for one in elements if one.get(name) is not None), default)


def _cells(frame: Any, sheets: Sheets, families: Families) -> Iterator[TextBox]:
    """The cells of a table, each over the rows and columns that it spans."""
    table = frame.find(f".//{A}tbl")
    place = box_of(frame, sheets)
    if table is None or place is None:
        return
    widths = [int(column.get("w")) for column in table.iter(f"{A}gridCol")]
    rows = list(table.iterfind(f"{A}tr"))
    heights = [int(row.get("h")) for row in rows]
    name, told = name_of(frame), table.find(f"{A}tblPr")
    # The first column stands at the right where the table says so.
    back = told is not None and told.get("rtl") in ("1", "true")
    for down, row in enumerate(rows):
        for across, cell in enumerate(row.iterfind(f"{A}tc")):
            if cell.get("hMerge") or cell.get("vMerge"):
                continue
            columns, deep = int(cell.get("gridSpan", "1")), int(cell.get("rowSpan", "1"))
            box = Box(
                place.x + sum(widths[:across]),
                place.y + sum(heights[:down]),
                sum(widths[across : across + columns]),
                sum(heights[down : down + deep]),
            )
            if back:
                box = box._replace(x=place.x + sum(widths) - (box.right - place.x))
            yield _cell(f"{name}, row {down + 1}, column {across + 1}", cell, box, families)


def _cell(name: str, cell: Any, box: Box, families: Families) -> TextBox:
    properties = cell.find(f"{A}tcPr")
    asked = [] if properties is None else [properties]
    lines = tuple(
        _paragraph(one, one.find(f"{A}pPr"), _FREE, families, "body")
        for one in cell.iterfind(f"{A}txBody/{A}p")
    )
    return TextBox(name, box, _insets(asked, _CELL_SIDES), _said(asked, "anchor", "t"), lines, shape=cell)


def _paragraph(element: Any, own: Any, asked: Look, families: Families, role: Role) -> Line:
    runs = [run.find(f"{A}rPr") for run in element.iterfind(f"{A}r")] or [element.find(f"{A}endParaRPr")]
    size = max(int(asked.run(run, "sz", "1800")) for run in runs) / 100
    return Line(
        tuple(_pieces(element, asked, families, role)),
        size,
        _points(asked.child(own, "lnSpc"), size * _LINE, size * _LINE),
        _points(asked.child(own, "spcBef"), size * _LINE, 0.0),
        _points(asked.child(own, "spcAft"), size * _LINE, 0.0),
        int(asked.paragraph(own, "marL", "0")) + int(asked.paragraph(own, "marR", "0")),
        int(asked.paragraph(own, "indent", "0")),
        max(int(asked.run(run, "spc", "0")) for run in runs) / 100,
    )


def _pieces(element: Any, asked: Look, families: Families, role: Role) -> Iterator[Piece]:
    for run in element:
        if run.tag == f"{A}br":
            yield Piece("\n", role)
        if run.tag not in (f"{A}r", f"{A}fld"):
            continue
        own = run.find(f"{A}rPr")
        text = run.findtext(f"{A}t") or ""
        latin = asked.run_child(own, "latin")
        face = role if latin is None else families.role(latin.get("typeface", ""))
        bold, italic = (asked.run(own, name, "0") in ("1", "true") for name in "bi")
        caps = asked.run(own, "cap", "none") == "all"
        baseline = int(asked.run(own, "baseline", "0"))
        position = "sub" if baseline < 0 else "super" if baseline else ""
        lang = own.get("lang", "") if own is not None else ""
        yield Piece(text.upper() if caps else text, face, bold, italic, position, lang)


def _points(spacing: Any, whole: float, default: float) -> float:
    """Points from a spacing in points or in percent of `whole`."""
    if spacing is None or not len(spacing):
        return default
    value = spacing[0].get("val", "0")
    if spacing[0].tag == f"{A}spcPts":
        return float(value) / 100
    return whole * (float(value[:-1]) / 100 if value.endswith("%") else float(value) / 100_000)


def _words(pieces: tuple[Piece, ...], role: Role, fonts: Fonts) -> tuple[Word, ...]:
    """The words of a paragraph, taken apart once for each set of fonts."""
    if (pieces, role) not in fonts.words:
        fonts.words[pieces, role] = words([_run(one) for one in pieces], role, fonts)
    return fonts.words[pieces, role]


def _run(one: Piece) -> Run:
    return Run(one.text, one.lang, one.bold, one.italic, one.role == "code", one.position)  # type: ignore[arg-type]
