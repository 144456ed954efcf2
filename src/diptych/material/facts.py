"""Facts told once and used many times: terms, people, places, events, sources, references."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diptych.material.dates import Date
from diptych.material.fields import Node, key
from diptych.material.maps.coordinates import Coordinates
from diptych.material.markup import Prose, Rich
from diptych.material.scalars import Language


@dataclass(frozen=True, kw_only=True)
class Term(Node):
    """A word the learner must know, and what it means."""

    term: Rich = key("The word or phrase.", example="reparations")
    definition: Rich = key("What it means, in a sentence or two.", example="Payments for war damage.")
    lang: Language = key("The term's own language, if another (BCP 47).", example="de", default=Language(""))


@dataclass(frozen=True, kw_only=True)
class Person(Node):
    """Somebody who acts in the material."""

    name: Rich = key("The name as the learner meets it.", example="Georgy Chicherin")
    role: Rich = key("Office or function.", example="Soviet commissar of foreign affairs")
    about: Rich = key("Why this person matters here.", example="Signed for Soviet Russia.", default=Rich())
    dates: Date | None = key("Birth and death, as an EDTF interval.", example="1872/1936", default=None)


@dataclass(frozen=True, kw_only=True)
class Location(Node):
    """A place that the material speaks of."""

    name: Rich = key("The place's name.", example="Lipetsk")
    about: Rich = key("What happened there.", example="A flying school.")
    coordinates: Coordinates | None = key(
        "Where it lies, for maps: latitude, then longitude.", example="52.61 N 39.60 E", default=None
    )


@dataclass(frozen=True, kw_only=True)
class Event(Node):
    """Something that happened at a time."""

    date: Date = key("When (EDTF): year, month, day or span; ? uncertain, ~ about.", example="1922-04-16")
    event: Rich = key("What happened, in a few words.", example="Treaty of Rapallo")
    about: Rich = key(
        "One sentence more.", example="Germany and Russia recognise each other.", default=Rich()
    )


@dataclass(frozen=True, kw_only=True)
class Misconception(Node):
    """What learners often believe, and what to say to it. Meant for the teacher."""

    misconception: Rich = key("What learners often believe.", example="Rapallo was a military alliance.")
    response: Rich = key("How to answer it.", example="Its text names trade and debts, no alliance.")


@dataclass(frozen=True, kw_only=True)
class Credit(Node):
    """Who made a picture or text and under what licence (title, author, source, licence)."""

    title: Rich = key("The work's title.", example="Map of the schools", default=Rich())
    author: Rich = key("Who made it.", example="Jane Doe", default=Rich())
    source: Rich = key("Where it is from; a link may stand here.", example="City archive", default=Rich())
    license: str = key("The licence, best as an SPDX id.", example="CC-BY-4.0", default="")
    changes: Rich = key("What was changed.", example="cropped", default=Rich())


@dataclass(frozen=True, kw_only=True)
class Source(Node):
    """A primary document with its provenance, read in the lesson."""

    id: str = key("The name by which a block `source:` calls it.", example="rapallo-treaty")
    title: Rich = key("What the document is called.", example="Treaty of Rapallo, articles 1 to 5")
    kind: Rich = key("What sort of document it is.", example="treaty, summary", default=Rich())
    author: Rich = key("Who wrote it.", example="The two delegations", default=Rich())
    date: Date | None = key("When it was written (EDTF).", example="1922-04-16", default=None)
    head_note: Prose = key(
        "Who, when, and why we read it.", example="Signed at Easter 1922.", default=Prose()
    )
    extract: Prose = key("The text the learner reads.", example="The two governments agree …")
    lang: Language = key("The extract's language, if another (BCP 47).", example="de", default=Language(""))
    provenance: Rich = key("Where the text comes from.", example="After [@rapallo1922].", default=Rich())
    credit: Credit | None = key("Title, author, source, licence.", default=None)


@dataclass(frozen=True, kw_only=True)
class Name(Node):
    """A name in a reference, as in CSL."""

    family: str = key("Family name.", example="Carr", default="")
    given: str = key("Given names.", example="Edward Hallett", default="")
    dropping_particle: str = key(
        "A particle that falls away before the bare family name, under which the work is sorted "
        "(Ludwig van Beethoven).",
        example="van",
        default="",
        name="dropping-particle",
    )
    non_dropping_particle: str = key(
        "A particle that always stays with the family name (Charles de Gaulle).",
        example="de",
        default="",
        name="non-dropping-particle",
    )
    suffix: str = key("What follows the name.", example="Jr.", default="")
    literal: str = key("The whole name, for institutions.", example="League of Nations", default="")


StyleName = Literal["chicago-author-date", "chicago-notes", "mla", "apa"]
ReferenceType = Literal[
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "chapter",
    "dataset",
    "document",
    "entry-encyclopedia",
    "film",
    "interview",
    "legal_case",
    "legislation",
    "manuscript",
    "map",
    "paper-conference",
    "personal_communication",
    "post-weblog",
    "report",
    "software",
    "speech",
    "thesis",
    "treaty",
    "webpage",
]


@dataclass(frozen=True, kw_only=True)
class Reference(Node):
    """A work that is cited, with the names of CSL-JSON."""

    id: str = key("The key used in `[@key]`.", example="carr1951")
    type: ReferenceType = key("The kind of work.", example="book", default="document")
    title: Rich = key("The work's title.", example="German-Soviet Relations")
    author: tuple[Name, ...] = key("The authors.", default=())
    editor: tuple[Name, ...] = key("The editors.", default=())
    translator: tuple[Name, ...] = key("The translators.", default=())
    director: tuple[Name, ...] = key("The directors of a film.", default=())
    interviewer: tuple[Name, ...] = key("Who asked, in an interview.", default=())
    recipient: tuple[Name, ...] = key("To whom a letter was written.", default=())
    issued: Date | None = key("When it appeared (EDTF).", example="1951", default=None)
    original_date: Date | None = key(
        "When it first appeared, where this is a later edition or a translation (EDTF).",
        example="1813",
        default=None,
        name="original-date",
    )
    accessed: Date | None = key("When a web page was read (EDTF).", example="2026-11-01", default=None)
    title_short: str = key(
        "The title in a few words, for citations after the first.",
        example="Relations",
        default="",
        name="title-short",
    )
    container_title: Rich = key(
        "The journal or book it is in.", example="Slavic Review", default=Rich(), name="container-title"
    )
    collection_title: Rich = key(
        "The series it is in.", example="Studies in History", default=Rich(), name="collection-title"
    )
    collection_number: str = key(
        "Its number in the series.", example="12", default="", name="collection-number"
    )
    publisher: str = key("The publisher.", example="Johns Hopkins Press", default="")
    publisher_place: str = key(
        "Where the publisher sits.", example="Baltimore", default="", name="publisher-place"
    )
    event_title: str = key(
        "The conference where it was read.", example="Congress of Historians", default="", name="event-title"
    )
    event_place: str = key("Where that was.", example="Geneva", default="", name="event-place")
    volume: str = key("The volume.", example="36", default="")
    number_of_volumes: str = key(
        "How many volumes it has.", example="3", default="", name="number-of-volumes"
    )
    issue: str = key("The issue.", example="2", default="")
    number: str = key("The number of a report, law or the like.", example="Pub. L. No. 88-352", default="")
    section: str = key("The section of a law.", example="2", default="")
    page: str = key("The pages.", example="109-117", default="")
    edition: str = key("The edition.", example="2nd", default="")
    genre: str = key("A closer word for its kind.", example="PhD thesis", default="")
    medium: str = key("The form in which it was used.", example="Microfilm", default="")
    archive: str = key("The archive that keeps it.", example="Yale University Library", default="")
    archive_place: str = key("Where the archive is.", example="New Haven", default="", name="archive-place")
    archive_collection: str = key("Its collection there.", example="Edward M. House Papers", default="")
    archive_location: str = key("Its shelf mark there.", example="box 3", default="")
    note: Rich = key("Anything the reader should know.", example="Reprinted 1967", default=Rich())
    URL: str = key("Its address on the web.", example="https://example.org/", default="")
    DOI: str = key("Its digital object identifier.", example="10.1000/182", default="")
    ISBN: str = key("Its book number.", example="978-0-00-000000-2", default="")
