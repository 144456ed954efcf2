"""What an author chooses about the works, in the front matter: `deck:`, `handout:` and `outputs:`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diptych.material.fields import Node, key
from diptych.material.scalars import Pages


@dataclass(frozen=True, kw_only=True)
class SlideLayoutNames(Node):
    """Names of slide layouts in the template, by what Diptych needs them for; unnamed ones are found."""

    title: str = key("For the title slide.", example="Titelfolie", default="")
    agenda: str = key("For the agenda.", example="Agenda", default="")
    section: str = key("For the slide that opens a section.", example="Kapitel", default="")
    statement: str = key("For one sentence.", example="Statement", default="")
    content: str = key("For a headline and points.", example="Titel und Inhalt", default="")
    picture: str = key("For a picture.", example="Picture", default="")
    picture_points: str = key("For a picture beside points.", example="Picture and Content", default="")
    picture_full: str = key("For a picture that fills the slide.", example="Full Picture", default="")
    two_columns: str = key("For two columns.", example="Two Content", default="")
    three_columns: str = key("For three columns.", example="Three Content", default="")
    comparison: str = key("For a comparison of two.", example="Comparison", default="")
    comparison_3: str = key("For a comparison of three.", example="Comparison of Three", default="")
    table: str = key("For a table.", example="Table", default="")
    timeline: str = key("For a timeline.", example="Timeline", default="")
    quote: str = key("For a quotation.", example="Quote", default="")
    source: str = key("For a source extract.", example="Source", default="")
    definition: str = key("For terms and remarks.", example="Definition", default="")
    code: str = key("For a program listing.", example="Code", default="")
    question: str = key("For a question.", example="Question", default="")
    answer: str = key("For its answer.", example="Answer", default="")
    activity: str = key("For an activity.", example="Activity", default="")
    summary: str = key("For the summary.", example="Summary", default="")
    references: str = key("For the references.", example="References", default="")
    backup: str = key("For the slide before those kept in reserve.", example="Backup", default="")


@dataclass(frozen=True, kw_only=True)
class DeckChoices(Node):
    """How the deck is made. The command line goes before what stands here, and this before the layout."""

    template: str = key(
        "A PPTX or POTX file in the source's folder whose slide layouts are used.",
        example="university.potx",
        default="",
    )
    slide_layouts: SlideLayoutNames | None = key(
        "Which of the template's slide layouts to use for what.",
        example={"content": "Titel und Inhalt"},
        default=None,
    )
    aspect: Literal["", "16:9", "4:3"] = key("The shape of the slides.", example="4:3", default="")
    scheme: Literal["", "light", "dark"] = key("Light or dark slides.", example="dark", default="")
    transition: Literal["", "none", "fade"] = key("How slides change.", example="fade", default="")
    build: bool = key("True to bring in all points one by one, click by click.", default=False)
    handout_pages: bool = key("True to say on slides where they stand in the handout.", default=False)
    qr: Literal["", "none", "links"] = key(
        "links to print every link of the deck as a QR code, on slides at its end.",
        example="links",
        default="",
    )


EditionName = Literal["", "student", "teacher", "answers"]
NotesName = Literal["", "outline", "prose", "cloze", "cornell", "organiser"]
WorkName = Literal["handout", "flashcards", "exit-slips", "deck", "printed-deck", "questions"]


@dataclass(frozen=True, kw_only=True)
class PrintChoices(Node):
    """How something is printed. The names of sets (paper, size and so on) are those of the layout."""

    notes: NotesName = key(
        "In which form: outline as written, prose with all gaps filled, cloze with word banks, "
        "Cornell pages, or an organiser of all that is worth knowing.",
        example="cornell",
        default="",
    )
    paper: str = key("The paper.", example="letter", default="")
    size: str = key("The size of the type.", example="large-print", default="")
    spacing: str = key("How far letters, words and lines stand apart.", example="dyslexia", default="")
    margins: str = key("The margins.", example="punched", default="")
    ink: str = key("The ink.", example="grey", default="")
    fit: Pages = key("How many pages it may have at most.", example="2 pages", default=Pages(0))
    fillable: bool = key("True to make fields of the room to write.", default=False)
    archive: bool = key(
        "True to keep it for good (PDF/A-3a); a teacher's edition with this source inside.", default=False
    )


@dataclass(frozen=True, kw_only=True)
class HandoutChoices(PrintChoices):
    """How all handouts are made that do not say otherwise."""

    slide_numbers: bool = key("True to say beside headings which slides belong to them.", default=False)
    qr: Literal["", "none", "links"] = key(
        "links to print every link of the handout as a QR code, on its last pages.",
        example="links",
        default="",
    )


@dataclass(frozen=True, kw_only=True)
class Output(PrintChoices):
    """One more file to build, beside the handout and the deck."""

    work: WorkName = key("What it is.", example="flashcards", default="handout")
    edition: EditionName = key(
        "For whom: student, teacher (answers in place, and a guide), or answers alone.",
        example="teacher",
        default="",
    )
    name: str = key("What its file is called after the source's name.", example="handout-3b", default="")
    seed: int = key("Another number draws other questions for exit slips.", example=2, default=1)
    count: int = key("How many questions an exit slip has.", example=3, default=0)
    form: Literal["", "notes", "three", "six", "gift", "qti"] = key(
        "Of a printed deck: a slide with its notes, three or six a page. Of questions: GIFT or QTI.",
        example="six",
        default="",
    )
