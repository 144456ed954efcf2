"""Blocks to look at: pictures, tables, charts, maps, timelines, programs, formulas, codes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diptych.material.addresses import Address
from diptych.material.block import Block
from diptych.material.chart_parts import Axis, ChartKind, Series
from diptych.material.dates import Date
from diptych.material.facts import Credit, Event
from diptych.material.fields import Node, key
from diptych.material.formulas.notation import Notation
from diptych.material.maps.parts import Arrow, MapArea, MapPlace
from diptych.material.markup import Rich
from diptych.material.scalars import Datum, FilePath, LineNumbers, Lines, Number, Verbatim


@dataclass(frozen=True, kw_only=True)
class Figure(Block):
    """A picture from the source's folder: PNG, JPEG or SVG."""

    figure: str = key("The file, as a path from the YAML file.", example="pictures/exchange.svg")
    alt: str = key(
        "What one learns from the picture, for those who cannot see it.",
        example="Two arrows lead from Germany to Russia and back.",
        default="",
    )
    decorative: bool = key("True where the picture says nothing.", default=False)
    caption: Rich = key("The words below the picture.", example="Who gave what to whom", default=Rich())
    credit: Credit | None = key("Title, author, source, licence.", default=None)
    size: Literal["small", "medium", "full"] = key("Its width in the handout.", default="full")
    on_slide: Literal["whole", "fill", "full"] = key(
        "On the slide: whole, cropped to fill its frame, or cropped to fill the slide.", default="whole"
    )
    focus: tuple[int, ...] = key(
        "What must stay in sight where the picture is cropped: percent from the left and from the top.",
        example=[50, 30],
        default=(),
    )


@dataclass(frozen=True, kw_only=True)
class Cell(Node):
    """One cell of a table: a text, or a mapping `cell:` with spans."""

    cell: Rich = key("The words.", example="Kazan", default=Rich())
    colspan: int = key("How many columns it covers.", example=2, default=1)
    rowspan: int = key("How many rows it covers.", example=2, default=1)


Alignment = Literal["left", "center", "right"]


@dataclass(frozen=True, kw_only=True)
class Table(Block):
    """A table with a header row."""

    table: Rich = key("The caption.", example="What each side gave")
    header: tuple[Rich, ...] = key("The column headings.", example=["Place", "Purpose"])
    rows: tuple[tuple[Cell, ...], ...] = key("The rows, each a list of cells.", example=[["Kazan", "Tanks"]])
    align: tuple[Alignment, ...] = key("One word a column.", example=["left", "right"], default=())
    widths: tuple[int, ...] = key("Shares of the width, one a column.", example=[1, 3], default=())
    header_column: bool = key("True where the first cell heads its row.", default=False)
    credit: Credit | None = key("Where the figures come from.", default=None)


@dataclass(frozen=True, kw_only=True)
class Era(Node):
    """A stretch of time that events fall into, drawn as a band."""

    date: Date = key("From when to when (EDTF).", example="1919/1933")
    era: Rich = key("What it is called.", example="Weimar Republic")


@dataclass(frozen=True, kw_only=True)
class Timeline(Block):
    """Events in order: the document's own `timeline`, or the `events` given here.

    Drawn to scale, spans are bars, eras bands, and ends that one does not know for certain are left open.
    """

    timeline: Rich = key("The caption.", example="From war to Rapallo")
    events: tuple[Event, ...] = key("Events of this timeline alone.", default=())
    eras: tuple[Era, ...] = key("Stretches of time, drawn as bands.", default=())
    to_scale: Literal["", "true", "false"] = key(
        "Whether it is drawn to scale; by default where there are eras or events that last.",
        example="true",
        default="",
    )

    @property
    def eras_as_events(self) -> tuple[Event, ...]:
        """The eras among the events, for where there is no drawing."""
        return tuple(Event(date=era.date, event=era.era, place=era.place) for era in self.eras)


@dataclass(frozen=True, kw_only=True)
class Chart(Block):
    """Figures as a drawing in the handout and as a chart to edit in the deck.

    Its data are `data`, or `rows`, or `categories` with `values` or `series`.
    """

    chart: Rich = key("The caption.", example="Exports to Germany")
    kind: ChartKind = key("What sort of chart.", default="bar")
    data: FilePath = key(
        "A CSV file in the source's folder: headings in its first line, categories in its first column.",
        example="exports.csv",
        default=FilePath(""),
    )
    columns: tuple[str, ...] = key(
        "Which columns of the file, by their headings, first that of the categories; by default all.",
        example=["Year", "Germany"],
        default=(),
    )
    header: tuple[Datum, ...] = key(
        "What heads the columns of `rows`.", example=["Year", "Germany"], default=()
    )
    rows: tuple[tuple[Datum, ...], ...] = key(
        "The data as rows, each a category and its values.",
        example=[["1925", 12.5], ["1926", 14]],
        default=(),
    )
    categories: tuple[Datum, ...] = key(
        "What the values belong to: names, years, or the x-values of a scatter chart.",
        example=["1925", "1926"],
        default=(),
    )
    values: tuple[Datum, ...] = key(
        "One value for each category; `~` where it is missing.", example=[12.5, 14], default=()
    )
    series: tuple[Series, ...] = key("Several values for each category, by name.", default=())
    unit: str = key("What the values are counted in.", example="million roubles", default="")
    x_axis: Axis | None = key("The axis of the categories, or of the x-values.", example="Year", default=None)
    y_axis: Axis | None = key("The axis of the values, also where bars lie.", example="Exports", default=None)
    bars: Literal["", "vertical", "horizontal"] = key(
        "How bars stand; by default horizontal where the names of categories are long.", default=""
    )
    highlight: tuple[str, ...] = key(
        "Categories or series to emphasise, by name.", example=["1932"], default=()
    )
    alt: str = key(
        "What one learns from the chart; by default it is told from the data.",
        example="Exports doubled from 1925 to 1932.",
        default="",
    )
    credit: Credit | None = key("Where the data come from.", default=None)


@dataclass(frozen=True, kw_only=True)
class Map(Block):
    """A map that shows where: places, arrows and areas on land and water, without borders unless wanted."""

    map: Rich = key("The caption.", example="Where the two armies met")
    places: tuple[MapPlace, ...] = key(
        "The places to show; by default all of the source whose coordinates are given.",
        example=["Berlin", "Moscow"],
        default=(),
    )
    arrows: tuple[Arrow, ...] = key("Arrows from place to place.", default=())
    areas: tuple[MapArea, ...] = key("Areas to be shaded.", default=())
    region: tuple[Number, ...] = key(
        "What part of the earth: degrees west, south, east and north; by default what it takes to show all.",
        example=[5, 45, 60, 62],
        default=(),
    )
    borders: Literal["none", "today"] = key(
        "`today` draws the borders of our days, and says so.", example="today", default="none"
    )
    alt: str = key(
        "What one learns from the map; by default it is told from its places.",
        example="The sites lie deep in Russia.",
        default="",
    )
    credit: Credit | None = key("Where its facts come from.", default=None)


@dataclass(frozen=True, kw_only=True)
class Code(Block):
    """A program or other text whose lines and spaces are kept."""

    code: Verbatim = key(
        "The lines, after `code: |`; nothing where `file` names them.",
        example="print(6 * 7)",
        default=Verbatim(""),
    )
    file: str = key(
        "A file to take the lines from, as a path from the YAML file.", example="search.py", default=""
    )
    lines: Lines = key("Which lines of the file; by default all.", example="10-25", default=Lines())
    language: str = key(
        "The programming language, whose words are then set off; `text` for none. A file's is told by its "
        "name.",
        example="python",
        default="",
    )
    line_numbers: LineNumbers = key(
        "Whether lines are numbered, or the number of the first; by default from five lines on.",
        example=10,
        default=LineNumbers(""),
    )
    emphasise: tuple[Lines, ...] = key("Lines to emphasise, by their numbers.", example="3, 5-7", default=())
    output: Verbatim = key("What the program writes, printed below it.", example="42", default=Verbatim(""))
    caption: Rich = key("The words below it.", example="Binary search", default=Rich())


@dataclass(frozen=True, kw_only=True)
class Meaning(Node):
    """One symbol of a formula and what it stands for."""

    symbol: Notation = key("The symbol, in LaTeX notation.", example="\\varepsilon_0")
    meaning: Rich = key("What it stands for, perhaps with its unit.", example="the electric constant")


@dataclass(frozen=True, kw_only=True)
class Formula(Block):
    """A formula on a line of its own, in LaTeX notation; chemical ones as `\\ce{2 H2 + O2 -> 2 H2O}`."""

    formula: Notation = key(
        "The formula; several lines are parted by \\\\ and aligned at &.",
        example="x = \\frac{-b \\pm \\sqrt{b^2 - 4ac}}{2a}",
    )
    number: bool = key("True to number it; a text refers to it by `[](#id)`.", default=False)
    where: tuple[Meaning, ...] = key("What its symbols stand for.", default=())
    alt: str = key(
        "The formula in words, for those who cannot see it; by default they are found by the program.",
        example="a squared plus b squared equals c squared",
        default="",
    )
    caption: Rich = key("The words below it.", example="The theorem of Pythagoras", default=Rich())


@dataclass(frozen=True, kw_only=True)
class QrCode(Block):
    """A web address as a code to scan, with the address in letters."""

    qr: Address = key("The address.", example="https://docs.python.org/3/tutorial/")
    caption: Rich = key("What it leads to.", example="The Python tutorial", default=Rich())
