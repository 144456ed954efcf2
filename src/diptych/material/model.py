"""The whole of one source: front matter, facts and sections, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from diptych.material.addresses import Address
from diptych.material.allowances import Allowances
from diptych.material.blocks import AnyBlock
from diptych.material.choices import DeckChoices, HandoutChoices, Output
from diptych.material.dates import Date
from diptych.material.facts import Event, Location, Misconception, Person, Reference, Source, StyleName, Term
from diptych.material.fields import Node, key
from diptych.material.markup import Prose, Rich
from diptych.material.scalars import FilePath, Language, Minutes


@dataclass(frozen=True, kw_only=True)
class Section(Node):
    """A part of the lesson: one assertion, its evidence, and parts of its own."""

    title: Rich = key("A short heading, for handout and agenda.", example="Two outcasts meet")
    assertion: Rich = key(
        "The sentence that heads the slides.", example="Two outcasts came to terms", default=Rich()
    )
    id: str = key("A name to link to.", example="rapallo", default="")
    minutes: int = key("How long it takes in class.", example=10, default=0)
    backup: bool = key("True to keep its slides in reserve: hidden, at the end of the deck.", default=False)
    notes: Prose = key(
        "Speaker notes, with lists where wanted.", example="Ask who has heard of it.", default=Prose()
    )
    allow: Allowances = key(
        "Warnings to allow here, each by its name with the reason.",
        example={"long-slide": "The whole list is the point."},
        default=Allowances(),
    )
    content: tuple[AnyBlock, ...] = key("The blocks, in order.", default=())
    sections: tuple[Section, ...] = key("Sections inside this one.", default=())


@dataclass(frozen=True, kw_only=True)
class Material(Node):
    """One summary of teaching material: what both panels say."""

    title: Rich = key("The title.", example="Rapallo and after")
    subtitle: Rich = key("The subtitle.", example="Germany and Soviet Russia in the 1920s", default=Rich())
    lang: Language = key("The language (BCP 47).", example="en-GB", default=Language("en"))
    authors: tuple[str, ...] = key("Who wrote it.", example=["Jane Doe"], default=())
    institution: Rich = key("School or university.", example="Goethe School", default=Rich())
    course: Rich = key("The course it belongs to.", example="Europe between the wars", default=Rich())
    subject: Rich = key("The school subject.", example="History", default=Rich())
    educational_level: Rich = key("For which year or level.", example="Year 12", default=Rich())
    audience: Rich = key("For whom.", example="A class that knows the treaty of Versailles", default=Rich())
    date: Date | None = key("When it was written (EDTF).", example="2026-11", default=None)
    version: str = key("The version of the material.", example="1.0", default="")
    address: Address = key(
        "Where it is found on the web; printed, and as a QR code on the title slide and in the imprint.",
        example="https://school.example/rapallo",
        default=Address(""),
    )
    license: str = key("The licence, best as an SPDX id.", example="CC-BY-4.0", default="")
    time_required: Minutes = key("How long the lesson takes.", example="50 min", default=Minutes(0))
    keywords: tuple[str, ...] = key(
        "Words to find it by.", example=["Rapallo", "Weimar Republic"], default=()
    )
    abstract: Prose = key(
        "What it is about, in a few sentences.",
        example="How two outcasts came to terms, and what each gave.",
        default=Prose(),
    )
    central_question: Rich = key(
        "The question the lesson answers.", example="Why did two enemies help each other?", default=Rich()
    )
    prior_knowledge: tuple[Rich, ...] = key(
        "What learners know already.", example=["What the treaty of Versailles forbade"], default=()
    )
    learning_objectives: tuple[Rich, ...] = key(
        "What learners can do afterwards.", example=["Explain why the two came to terms."], default=()
    )
    key_points: tuple[Rich, ...] = key(
        "What to remember.", example=["Both sides had something to offer."], default=()
    )
    misconceptions: tuple[Misconception, ...] = key(
        "What learners often believe; for the teacher.", default=()
    )
    key_terms: tuple[Term, ...] = key("Words to know.", default=())
    people: tuple[Person, ...] = key("People to know.", default=())
    places: tuple[Location, ...] = key("Places to know.", default=())
    timeline: tuple[Event, ...] = key("Dates to know.", default=())
    sources: tuple[Source, ...] = key("Primary documents.", default=())
    references: tuple[Reference, ...] = key("Works cited (CSL-JSON names).", default=())
    bibliography: tuple[FilePath, ...] = key(
        "CSL-JSON files of Zotero, JabRef, Pandoc and the like, in the source's folder; of their works "
        "those that are cited are listed.",
        example="library.json",
        default=(),
    )
    citation_style: StyleName = key("How works are cited and listed.", default="chicago-author-date")
    sections: tuple[Section, ...] = key("The parts of the lesson.")
    layout: str = key("The layout to use.", example="classic", default="classic")
    deck: DeckChoices | None = key("How the deck is made.", default=None)
    handout: HandoutChoices | None = key("How the handout is made.", default=None)
    allow: Allowances = key(
        "Warnings to allow in the whole source, each by its name with the reason.",
        example={"time-budget": "The rest is read at home."},
        default=Allowances(),
    )
    outputs: tuple[Output, ...] = key("Further files to build.", default=())
