"""Details of a work that several styles tell alike: its address, edition, archive, number, laws."""

from __future__ import annotations

import re

from diptych.material.citing.kinds import title_form
from diptych.material.citing.pages import Shortened, pages_of
from diptych.material.citing.parts import Spans, capital, italic, quoted, row_of, said, short_title
from diptych.material.citing.people import in_order, listed
from diptych.material.facts import Reference
from diptych.material.labels import Labels
from diptych.material.markup import Rich, Span

_DOI = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_ORDINAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th|\.|ª|e)?", re.IGNORECASE)
_ENDINGS = ("th", "st", "nd", "rd")


def url_of(reference: Reference) -> str:
    """The DOI as an address, else the web address."""
    return f"https://doi.org/{_DOI.sub('', reference.DOI)}" if reference.DOI else reference.URL


def address(reference: Reference) -> Spans:
    """That address as a link."""
    url = url_of(reference)
    return (Span(url, link=url),) if url else ()


def title_set(reference: Reference, title: Rich, labels: Labels, mark: str = "") -> Spans:
    """A title in italics, in quotation marks that hold `mark`, or as it is."""
    match title_form(reference):
        case "italic":
            return italic(title)
        case "quoted":
            return quoted(title, labels, mark)
        case _:
            return title.spans


def short_title_set(reference: Reference, labels: Labels, mark: str = "") -> Spans:
    """The short title in the same way; names of judgments in italics where they stand alone."""
    title = short_title(reference)
    return italic(title) if reference.type == "legal_case" else title_set(reference, title, labels, mark)


def edition(reference: Reference, labels: Labels) -> str:
    """The edition with its abbreviation: `2nd` or `2` as "2nd ed."; what is written out stays."""
    words = reference.edition
    if match := _ORDINAL.fullmatch(words):
        number = match[1] + (_ending(int(match[1])) if labels.lang.startswith("en") else "")
        return labels("edition_short", number=number)
    plain = words[-1:].isalnum() and " " not in words and labels.lang.startswith("en")
    return labels("edition_short", number=words) if plain else words


def archive(reference: Reference) -> str:
    """The shelf mark, who keeps it, and where."""
    return row_of(reference.archive_location, reference.archive, reference.archive_place)


def series(reference: Reference) -> Spans:
    """The series and the work's number in it."""
    title, number = reference.collection_title.spans, reference.collection_number
    return (*title, Span(f" {number}")) if title and number else title or said(number)


def numbered_kind(reference: Reference, labels: Labels) -> str:
    """The kind of work and its number: "Report no. 7", "PhD diss.", "NIH Publication No. 18-2059"."""
    number = reference.number
    if reference.genre and number.isdecimal():
        number = labels("issue_short", number=number)
    return row_of(reference.genre, number, between=" ")


def law(reference: Reference, year: str = "") -> str:
    """Where a law or judgment is printed: "Pub. L. No. 88-352, 78 Stat. 241 (1964)" (*The Bluebook*)."""
    section = f"§\u00a0{reference.section}" if reference.section else ""
    code = reference.container_title.plain()
    printed = row_of(reference.volume, code, section, reference.page, between=" ")
    return row_of(row_of(reference.number, printed), year and f"({year})", between=" ")


def printed_in(reference: Reference, shortened: Shortened) -> Spans:
    """Where a document is printed: "*League of Nations Treaty Series* 19: 247–52"."""
    title = italic(reference.container_title)
    if not title:
        return ()
    numbers = row_of(reference.volume, reference.issue and f"({reference.issue})", between=" ")
    pages = pages_of(reference, shortened)
    return (*title, *said(f"{' ' if numbers else ''}{numbers}{f': {pages}' if pages else ''}"))


def interviewed(reference: Reference, labels: Labels) -> str:
    """Who asked in an interview: "interview by Jane Doe"."""
    names = listed([in_order(name) for name in reference.interviewer], labels)
    return labels("interview_by", names=names) if names else ""


def letter(reference: Reference, labels: Labels) -> str:
    """To whom a letter went that has no title: "letter to Robert M. Ogden"."""
    if not reference.recipient or reference.title:
        return ""
    return labels("letter_to", names=listed([in_order(name) for name in reference.recipient], labels))


def talk(reference: Reference, labels: Labels) -> str:
    """What was read where: "paper presented at the Annual Meeting, New York"."""
    words = labels("presented_at", event=reference.event_title)
    # A closer word for the kind takes the place of the first word of the label.
    if reference.genre and labels.lang.startswith("en"):
        words = f"{reference.genre} {words.partition(' ')[2]}"
    elif reference.genre:
        words = f"{reference.genre}, {words}"
    return row_of(words, reference.event_place or reference.publisher_place)


def volumes(reference: Reference, labels: Labels) -> str:
    """The volume that is meant, and how many there are."""
    volume = (
        labels("volume_short", number=reference.volume) if _digits(reference.volume) else reference.volume
    )
    count = reference.number_of_volumes
    return row_of(volume, labels("volumes_short", number=count) if _digits(count) else count)


def publisher(reference: Reference) -> str:
    """Place and publisher: "Baltimore: Johns Hopkins Press"."""
    return row_of(reference.publisher_place, reference.publisher, between=": ")


def own_publisher(reference: Reference) -> bool:
    """True where an institution has published its own work."""
    return any(name.literal == reference.publisher != "" for name in reference.author)


def site(reference: Reference) -> Spans:
    """The name of a web site, and whose it is where that is not said yet."""
    title = reference.container_title
    named = {title.plain(), *(name.literal for name in reference.author)}
    owner = "" if reference.publisher in named else reference.publisher
    if not (title and owner):
        return title.spans or said(owner)
    return (*title.spans, Span(f", {owner}"))


def told(words: str) -> Spans:
    """The words as a sentence of their own, with a capital."""
    return said(capital(words))


def _digits(text: str) -> bool:
    """True for bare numbers, Roman ones too, which need a word before them."""
    return bool(re.fullmatch(r"[\divxlcIVXLC]+([-–][\divxlcIVXLC]+)?", text))


def _ending(number: int) -> str:
    last = number % 10
    return _ENDINGS[last] if 0 < last < 4 and number % 100 not in (11, 12, 13) else "th"
