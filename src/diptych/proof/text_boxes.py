"""Every box of text on a finished slide, with what it takes to say how much room its words need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from diptych.deck.measure.fonts import Fonts, Role
from diptych.deck.measure.wrap import line_count, words
from diptych.deck.values import Box, Run
from diptych.proof.inheritance import A, Look, P, Sheets, look, placeholder

EMU_PER_POINT = 12700
_LINE = 1.2
_FREE = Look(())


class Insets(NamedTuple):
    """Inner margins in EMU."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True)
class Line:
    """One paragraph: its runs with their roles of type, size and distances in points, indents in EMU."""

    runs: tuple[tuple[str, Role, bool, bool, str], ...]
    size: float
    pitch: float
    before: float
    margin: int

    def lines(self, width: int, fonts: Fonts) -> int:
        """How many lines it takes in a box whose inside is so wide."""
        role = self.runs[0][1] if self.runs else "body"
        values = tuple(_run(one) for one in self.runs)
        room = max(1, width - self.margin) / (self.size * EMU_PER_POINT)
        return line_count(words(values, role, fonts), room)


@dataclass(frozen=True)
class TextBox:
    """Words in a box of the slide, or in a cell of a table. `furniture` is a footer or slide number."""

    name: str
    box: Box
    insets: Insets
    anchor: str
    lines: tuple[Line, ...]
    furniture: bool = False

    def height(self, fonts: Fonts) -> int:
        """How high the words are with the inner margins, in EMU."""
        inside = self.box.width - self.insets.left - self.insets.right
        points = sum(
            one.lines(inside, fonts) * one.pitch + one.before * (index > 0)
            for index, one in enumerate(self.lines)
        )
        return round(points * EMU_PER_POINT) + self.insets.top + self.insets.bottom

    def extent(self, fonts: Fonts) -> Box:
        """Where the words stand: as high as they are, at the box's top, middle or foot."""
        height = self.height(fonts)
        spare = self.box.height - height
        down = {"ctr": spare // 2, "b": spare}.get(self.anchor, 0)
        return self.box._replace(y=self.box.y + down, height=height)


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
            yield from _cells(shape, families)


def box_of(shape: Any, sheets: Sheets) -> Box | None:
    """Where a shape stands: by its own word, else by that of the placeholder it follows."""
    for one in sheets.ancestors(shape):
        found = next(one.iterfind(f"{P}spPr/{A}xfrm"), None)
        if found is None:
            found = next(one.iterfind(f"{P}xfrm"), None)
        if found is not None and found.find(f"{A}off") is not None:
            off, extent = found.find(f"{A}off"), found.find(f"{A}ext")
            return Box(
                *(int(value) for value in (off.get("x"), off.get("y"), extent.get("cx"), extent.get("cy")))
            )
    return None


def _shape(shape: Any, sheets: Sheets, families: Families) -> Iterator[TextBox]:
    body = shape.find(f"{P}txBody")
    box = box_of(shape, sheets)
    if body is None or box is None or not any(text.text for text in body.iter(f"{A}t")):
        return
    ancestors = [one.find(f"{P}txBody/{A}bodyPr") for one in sheets.ancestors(shape)]
    asked = [one for one in ancestors if one is not None]
    sides = zip(("lIns", "tIns", "rIns", "bIns"), (91440, 45720, 91440, 45720), strict=True)
    insets = Insets(*(int(_said(asked, name, str(usual))) for name, usual in sides))
    styles = sheets.list_styles(shape)
    role: Role = "heading" if _is_title(shape) else "body"
    lines = tuple(_paragraph(one, styles, families, role) for one in body.iterfind(f"{A}p"))
    name = next(shape.iter(f"{P}cNvPr")).get("name", "")
    mark = placeholder(shape)
    furniture = mark is not None and mark.get("type") in ("ftr", "sldNum", "dt")
    yield TextBox(name, box, insets, _said(asked, "anchor", "t"), lines, furniture)


def _is_title(shape: Any) -> bool:
    mark = placeholder(shape)
    return mark is not None and mark.get("type") in ("title", "ctrTitle")


def _said(elements: list[Any], name: str, default: str) -> str:
    return next((str(one.get(name)) for one in elements if one.get(name) is not None), default)


def _cells(frame: Any, families: Families) -> Iterator[TextBox]:
    """The cells of a table, each over the rows and columns that it spans."""
    table = frame.find(f".//{A}tbl")
    if table is None:
        return
    off = frame.find(f"{P}xfrm/{A}off")
    widths = [int(column.get("w")) for column in table.iter(f"{A}gridCol")]
    rows = list(table.iterfind(f"{A}tr"))
    heights = [int(row.get("h")) for row in rows]
    name = next(frame.iter(f"{P}cNvPr")).get("name", "")
    for down, row in enumerate(rows):
        for across, cell in enumerate(row.iterfind(f"{A}tc")):
            if cell.get("hMerge") or cell.get("vMerge"):
                continue
            columns, deep = int(cell.get("gridSpan", "1")), int(cell.get("rowSpan", "1"))
            box = Box(
                int(off.get("x")) + sum(widths[:across]),
                int(off.get("y")) + sum(heights[:down]),
                sum(widths[across : across + columns]),
                sum(heights[down : down + deep]),
            )
            yield _cell(f"{name}, row {down + 1}, column {across + 1}", cell, box, families)


def _cell(name: str, cell: Any, box: Box, families: Families) -> TextBox:
    properties = cell.find(f"{A}tcPr")
    sides = zip(("marL", "marT", "marR", "marB"), (91440, 45720, 91440, 45720), strict=True)
    insets = Insets(*(int(_said([properties], side, str(usual))) for side, usual in sides))
    lines = tuple(_paragraph(one, [], families, "body") for one in cell.iterfind(f"{A}txBody/{A}p"))
    return TextBox(name, box, insets, "t", lines)


def _paragraph(element: Any, styles: list[Any], families: Families, role: Role) -> Line:
    own = element.find(f"{A}pPr")
    level = int(own.get("lvl", "0")) if own is not None else 0
    asked = look(styles, level) if styles else _FREE
    runs = tuple(_runs(element, asked, families, role))
    sizes = [int(asked.run(run.find(f"{A}rPr"), "sz", "1800")) for run in element.iterfind(f"{A}r")]
    end = element.find(f"{A}endParaRPr")
    size = max(sizes, default=int(asked.run(end, "sz", "1800"))) / 100
    margin = int(asked.paragraph(own, "marL", "0"))
    pitch = _points(asked.child(own, "lnSpc"), size * _LINE, size * _LINE)
    before = _points(asked.child(own, "spcBef"), size * _LINE, 0.0)
    after = _points(asked.child(own, "spcAft"), size * _LINE, 0.0)
    return Line(runs, size, pitch, before + after, margin)


def _runs(
    element: Any, asked: Look, families: Families, role: Role
) -> Iterator[tuple[str, Role, bool, bool, str]]:
    for run in element:
        if run.tag == f"{A}br":
            yield ("\n", role, False, False, "")
        if run.tag not in (f"{A}r", f"{A}fld"):
            continue
        own = run.find(f"{A}rPr")
        text = run.findtext(f"{A}t") or ""
        latin = asked.run_child(own, "latin")
        face = role if latin is None else families.role(latin.get("typeface", ""))
        flags = (asked.run(own, name, "0") in ("1", "true") for name in "bi")
        caps = asked.run(own, "cap", "none") == "all"
        baseline = int(asked.run(own, "baseline", "0"))
        position = "sub" if baseline < 0 else "super" if baseline else ""
        yield (text.upper() if caps else text, face, *flags, position)  # type: ignore[misc]


def _points(spacing: Any, whole: float, default: float) -> float:
    """Points from a spacing in points or in percent of `whole`."""
    if spacing is None or not len(spacing):
        return default
    value = spacing[0].get("val", "0")
    if spacing[0].tag == f"{A}spcPts":
        return float(value) / 100
    return whole * (float(value[:-1]) / 100 if value.endswith("%") else float(value) / 100_000)


@lru_cache(maxsize=4096)
def _run(one: tuple[str, Role, bool, bool, str]) -> Run:
    text, role, bold, italic, position = one
    return Run(text, "", bold, italic, role == "code", position)  # type: ignore[arg-type]
