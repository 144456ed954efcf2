"""What an author chooses about the two works, in the front matter: `deck:` and `handout:`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diptych.material.fields import Node, key


@dataclass(frozen=True, kw_only=True)
class SlideLayoutNames(Node):
    """Names of slide layouts in the template, by what Diptych needs them for; unnamed ones are found."""

    title: str = key("For the title slide.", example="Titelfolie", default="")
    agenda: str = key("For the agenda.", default="")
    section: str = key("For the slide that opens a section.", example="Kapitel", default="")
    statement: str = key("For one sentence.", default="")
    content: str = key("For a headline and points.", example="Titel und Inhalt", default="")
    picture: str = key("For a picture.", default="")
    picture_points: str = key("For a picture beside points.", default="")
    picture_full: str = key("For a picture that fills the slide.", default="")
    two_columns: str = key("For two columns.", default="")
    three_columns: str = key("For three columns.", default="")
    comparison: str = key("For a comparison of two.", default="")
    comparison_3: str = key("For a comparison of three.", default="")
    table: str = key("For a table.", default="")
    timeline: str = key("For a timeline.", default="")
    quote: str = key("For a quotation.", default="")
    source: str = key("For a source extract.", default="")
    definition: str = key("For terms and remarks.", default="")
    code: str = key("For a program listing.", default="")
    question: str = key("For a question.", default="")
    answer: str = key("For its answer.", default="")
    activity: str = key("For an activity.", default="")
    summary: str = key("For the summary.", default="")
    references: str = key("For the references.", default="")
    backup: str = key("For the slide before those kept in reserve.", default="")


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


@dataclass(frozen=True, kw_only=True)
class HandoutChoices(Node):
    """How the handout is made."""

    slide_numbers: bool = key("True to say beside headings which slides belong to them.", default=False)
