"""The blocks that content is made of. A block is named by the key that holds its main words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diptych.material.block import Block, Item
from diptych.material.fields import Node, key
from diptych.material.figure_blocks import (
    Alignment,
    Cell,
    Chart,
    Code,
    Era,
    Figure,
    Formula,
    Map,
    Meaning,
    QrCode,
    Table,
    Timeline,
)
from diptych.material.markup import Prose, Rich
from diptych.material.question_blocks import Activity, Exercise, NotesSpace, Pair, Question, QuestionKind

__all__ = [
    "Activity",
    "Alignment",
    "AnyBlock",
    "Callout",
    "Cell",
    "Chart",
    "Code",
    "Column",
    "Comparison",
    "Definition",
    "Era",
    "Exercise",
    "Figure",
    "Formula",
    "Item",
    "Map",
    "Meaning",
    "NotesSpace",
    "PageBreak",
    "Pair",
    "Points",
    "QrCode",
    "Question",
    "QuestionKind",
    "Quote",
    "Side",
    "SideBySide",
    "SlideBreak",
    "SourceExtract",
    "Steps",
    "Table",
    "Text",
    "Timeline",
]


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
    text: Prose = key("Prose.", example="At home tanks were forbidden.", default=Prose())
    points: tuple[Item, ...] = key("Points.", example=["First point", "Second point"], default=())


@dataclass(frozen=True, kw_only=True)
class SideBySide(Block):
    """Two or three columns of text or points."""

    side_by_side: tuple[Column, ...] = key("The columns, two or three.")


@dataclass(frozen=True, kw_only=True)
class Callout(Block):
    """A remark in a box."""

    callout: Prose = key("The words in the box.", example="Wear goggles.")
    kind: Literal["note", "warning", "example", "tip"] = key("What sort of remark it is.", default="note")
    title: Rich = key("A heading in place of the kind's name.", example="Mind your eyes", default=Rich())


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
