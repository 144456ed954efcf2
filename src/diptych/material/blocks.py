"""The blocks that content is made of. A block is named by the key that holds its main words."""

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
from diptych.material.markup import Prose, Rich
from diptych.material.scalars import Datum, FilePath, LineNumbers, Lines, Number, Verbatim


@dataclass(frozen=True, kw_only=True)
class Item(Node):
    """One point of a list: a text, or a mapping `point:` with `points:` below it."""

    point: Rich = key("The point.", example="Trade with the West")
    points: tuple[Item, ...] = key("Points below it.", default=())


@dataclass(frozen=True, kw_only=True)
class Text(Block):
    """Prose for the handout. On the slide stands `slide:`; the prose goes to the speaker notes."""

    text: Prose = key("Paragraphs; a blank line parts them.", example="In the 1920s …")


@dataclass(frozen=True, kw_only=True)
class Points(Block):
    """A bulleted list."""

    points: tuple[Item, ...] = key("The points.", example=["First point", "Second point"])


@dataclass(frozen=True, kw_only=True)
class Steps(Block):
    """A numbered list: what to do, in order."""

    steps: tuple[Item, ...] = key("The steps.", example=["Light the burner.", "Hold the wire in the flame."])


@dataclass(frozen=True, kw_only=True)
class Definition(Block):
    """A term set off from the text."""

    definition: Rich = key("The term.", example="Pariah state")
    meaning: Prose = key("What it means.", example="A state that the others shun.")


@dataclass(frozen=True, kw_only=True)
class Quote(Block):
    """Somebody's words, set off from the text."""

    quote: Prose = key("The words, without quotation marks.", example="To be, or not to be.")
    by: Rich = key("Who said or wrote it.", example="William Shakespeare", default=Rich())
    work: Rich = key("In what work.", example="*Hamlet* [@hamlet, 3.1]", default=Rich())


@dataclass(frozen=True, kw_only=True)
class SourceExtract(Block):
    """One of the document's `sources`, printed here."""

    source: str = key("The id of an entry in `sources`.", example="rapallo-treaty")


@dataclass(frozen=True, kw_only=True)
class Figure(Block):
    """A picture from the source's folder: PNG, JPEG or SVG."""

    figure: str = key("The file, as a path from the YAML file.", example="pictures/exchange.svg")
    alt: str = key("What one learns from the picture, for those who cannot see it.", default="")
    decorative: bool = key("True where the picture says nothing.", default=False)
    caption: Rich = key("The words below the picture.", default=Rich())
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

    cell: Rich = key("The words.", default=Rich())
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
    alt: str = key("What one learns from the chart; by default it is told from the data.", default="")
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
    alt: str = key("What one learns from the map; by default it is told from its places.", default="")
    credit: Credit | None = key("Where its facts come from.", default=None)


@dataclass(frozen=True, kw_only=True)
class Side(Node):
    """One column of a comparison."""

    heading: Rich = key("What is compared.", example="Germany")
    points: tuple[Item, ...] = key("What is to be said of it.")


@dataclass(frozen=True, kw_only=True)
class Comparison(Block):
    """Two to four things side by side."""

    comparison: Rich = key("The caption.", example="What each army wanted")
    columns: tuple[Side, ...] = key("The things, two to four.")


@dataclass(frozen=True, kw_only=True)
class Column(Node):
    """One of several columns."""

    heading: Rich = key("What heads the column.", example="At home", default=Rich())
    text: Prose = key("Prose.", default=Prose())
    points: tuple[Item, ...] = key("Points.", example=["First point", "Second point"], default=())


@dataclass(frozen=True, kw_only=True)
class SideBySide(Block):
    """Two or three columns of text or points."""

    side_by_side: tuple[Column, ...] = key("The columns, two or three.")


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
    caption: Rich = key("The words below it.", default=Rich())


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
        default="",
    )
    caption: Rich = key("The words below it.", default=Rich())


@dataclass(frozen=True, kw_only=True)
class QrCode(Block):
    """A web address as a code to scan, with the address in letters."""

    qr: Address = key("The address.", example="https://docs.python.org/3/tutorial/")
    caption: Rich = key("What it leads to.", example="The Python tutorial", default=Rich())


@dataclass(frozen=True, kw_only=True)
class Callout(Block):
    """A remark in a box."""

    callout: Prose = key("The words in the box.", example="Wear goggles.")
    kind: Literal["note", "warning", "example", "tip"] = key("What sort of remark it is.", default="note")
    title: Rich = key("A heading in place of the kind's name.", default=Rich())


@dataclass(frozen=True, kw_only=True)
class Pair(Node):
    """Two things that belong together."""

    left: Rich = key("What is given.", example="Kazan")
    right: Rich = key("What belongs to it.", example="tanks")


QuestionKind = Literal["multiple_choice", "short_answer", "matching", "ordering", "cloze", "essay"]


@dataclass(frozen=True, kw_only=True)
class Question(Block):
    """A task for the learner. The answer is for the teacher and for the slide after the question."""

    question: Prose = key("The question; gaps for a cloze: `[word]{gap}`.", example="Who signed at Rapallo?")
    kind: QuestionKind = key("What sort of question it is.", default="short_answer")
    options: tuple[Rich, ...] = key("The options of a multiple choice.", default=())
    pairs: tuple[Pair, ...] = key("The pairs of a matching; printed in mixed order.", default=())
    order: tuple[Rich, ...] = key("The items of an ordering, in the right order; printed mixed.", default=())
    word_bank: bool = key("True to print the missing words of a cloze in mixed order.", default=False)
    answer: Prose = key("The answer; of a multiple choice the letters: `B` or `A, C`.", default=Prose())
    explanation: Prose = key("Why this is the answer.", default=Prose())
    marks: int = key("Marks to be had.", example=2, default=0)
    lines: int = key("Ruled lines to write on; by default what the kind needs.", example=4, default=-1)


ExerciseKind = Literal["matching", "ordering", "who_am_i", "cloze", "quiz"]
FactsName = Literal["", "key_terms", "people", "places", "timeline"]


@dataclass(frozen=True, kw_only=True)
class Exercise(Block):
    """Questions drawn from facts that the source tells once."""

    exercise: ExerciseKind = key("What sort of questions to draw.")
    drawn_from: FactsName = key(
        "Which facts to draw them from; by default what suits the kind.",
        example="people",
        default="",
        name="from",
    )
    count: int = key("How many facts to choose; by default all, up to eight.", example=6, default=0)
    seed: int = key("Another number gives another choice and order.", example=2, default=1)
    options: int = key("How many options a question of a quiz has.", example=3, default=4)
    word_bank: bool = key("False to leave out the missing words of a cloze.", default=True)
    marks: int = key("Marks to be had for each question.", example=1, default=0)


@dataclass(frozen=True, kw_only=True)
class Activity(Block):
    """Something the class does."""

    activity: Rich = key("What it is called.", example="Think, pair, share")
    instructions: Prose = key("What to do.", default=Prose())
    steps: tuple[Item, ...] = key("What to do, in order.", default=())
    minutes: int = key("How long it takes.", example=10, default=0)
    grouping: Rich = key("Who works with whom.", example="in pairs", default=Rich())
    materials: tuple[Rich, ...] = key("What is needed.", default=())
    lines: int = key("Ruled lines to write on.", example=6, default=0)


@dataclass(frozen=True, kw_only=True)
class NotesSpace(Block):
    """Ruled lines to write on; in the handout only."""

    notes_space: int = key("How many lines.", example=5)
    prompt: Rich = key("What to write.", default=Rich())


@dataclass(frozen=True, kw_only=True)
class PageBreak(Block):
    """A new page of the handout."""

    page_break: bool = key("Always true.", default=True)


@dataclass(frozen=True, kw_only=True)
class SlideBreak(Block):
    """A new slide of the deck."""

    slide_break: bool = key("Always true.", default=True)


AnyBlock = (
    Text
    | Points
    | Steps
    | Definition
    | Quote
    | SourceExtract
    | Figure
    | Table
    | Chart
    | Map
    | Timeline
    | Comparison
    | SideBySide
    | Code
    | Formula
    | QrCode
    | Callout
    | Question
    | Exercise
    | Activity
    | NotesSpace
    | PageBreak
    | SlideBreak
)
