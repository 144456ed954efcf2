"""What entries and notes of all styles are put together from: spans with the right marks between them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from diptych.material.facts import Reference
from diptych.material.labels import Labels
from diptych.material.markup import Rich, Span
from diptych.material.quotes import quotation_marks

Spans = tuple[Span, ...]

PERIODICALS = frozenset({"article-journal", "article-magazine", "article-newspaper"})
PARTS_OF_BOOKS = frozenset({"chapter", "entry-encyclopedia", "paper-conference"})
PAGES_OF_SITES = frozenset({"webpage", "post-weblog"})
# Titles of these stand as they are: they are descriptions, or names of laws and treaties.
DOCUMENTS = frozenset(
    {
        *("bill", "interview", "legal_case", "legislation", "manuscript"),
        *("personal_communication", "speech", "treaty"),
    }
)
_PAGE_WORD = re.compile(r"^(?:pp?|S|s)\.\s*(?=[\divxlc])")
_PAGES = re.compile(r"[\divxlc]+(?:[-–,\s]+[\divxlc]+)*")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_SHORT_TITLE_WORDS = 4
# A title is not cut short behind one of these.
_WEAK_ENDS = frozenset(
    (
        *(
            "a",
            "an",
            "and",
            "as",
            "at",
            "by",
            "for",
            "from",
            "in",
            "into",
            "its",
            "of",
            "on",
            "or",
            "the",
            "to",
        ),
        *("to", "with", "und", "der", "die", "das", "von", "et", "de", "la", "le", "les", "y", "e", "di"),
    )
)


def said(words: str) -> Spans:
    """Plain words; nothing for none."""
    return (Span(words),) if words else ()


def italic(text: Rich) -> Spans:
    """The words in italics; what is in italics among them stands upright."""
    return tuple(replace(span, emphasis=not span.emphasis) for span in text.spans)


def quoted(text: Rich, labels: Labels, mark: str = "") -> Spans:
    """The words in quotation marks, with a comma or full stop: inside them in English, else behind."""
    opening, closing, *_ = quotation_marks(labels.lang)
    stop = "" if ends_sentence(text.spans) else mark
    tail = f"{stop}{closing}" if labels.lang.startswith("en") else f"{closing}{stop}"
    return (Span(opening), *text.spans, Span(tail))


def in_row(groups: Iterable[Spans], between: str = ", ") -> Spans:
    """The groups with `between` in their gaps; after a mark that closes a group only a blank stands."""
    row: list[Span] = []
    for group in groups:
        if not group:
            continue
        if row:
            row.append(Span(" " if _closed(row[-1].text) else between))
        row.extend(group)
    return tuple(row)


def merged(spans: Spans) -> Spans:
    """The spans with neighbours of one style as one, which a reader follows as one link."""
    row: list[Span] = []
    for span in spans:
        if row and replace(row[-1], text=span.text) == span:
            row[-1] = replace(span, text=row[-1].text + span.text)
        else:
            row.append(span)
    return tuple(row)


def sentence(spans: Spans) -> Spans:
    """The words with a full stop, unless they end with a mark already; nothing for nothing."""
    if not spans or ends_sentence(spans):
        return spans
    return (*spans, Span("."))


def sentences(groups: Iterable[Spans]) -> Rich:
    """Each group as a sentence of its own."""
    return Rich(in_row((sentence(group) for group in groups), " "))


def ends_sentence(spans: Iterable[Span]) -> bool:
    """True where the last words end with a full stop, a question mark or the like, quoted or not."""
    words = "".join(span.text for span in spans).rstrip("”’“»'\"\u202f")
    return words[-1:] in {".", "?", "!", "…"}


def address(reference: Reference) -> Spans:
    """The DOI as a link, else the web address."""
    url = f"https://doi.org/{reference.DOI}" if reference.DOI else reference.URL
    return (Span(url, link=url),) if url else ()


def pages(reference: Reference) -> str:
    """The pages with a dash between them."""
    return reference.page.replace("--", "-").replace("-", "–")


def page_numbers(locator: str) -> str:
    """The pages of a locator such as `p. 12` or `12-14`; empty where it names something else."""
    numbers = _PAGE_WORD.sub("", locator.strip())
    return numbers.replace("-", "–") if _PAGES.fullmatch(numbers) else ""


def short_title(reference: Reference) -> Rich:
    """The title without its subtitle and its article, and of a long one the first words."""
    title = re.split(r"[:.?!]\s", reference.title.plain(), maxsplit=1)[0]
    words = _ARTICLE.sub("", title).split()
    if len(words) <= _SHORT_TITLE_WORDS + 1:
        return Rich((Span(" ".join(words)),))
    short = words[:_SHORT_TITLE_WORDS]
    while len(short) > 1 and short[-1].casefold() in _WEAK_ENDS:
        short = short[:-1]
    return Rich((Span(" ".join(short)),))


def stands_alone(reference: Reference) -> bool:
    """True for what is a work of its own, whose title stands in italics."""
    parts = PERIODICALS | PARTS_OF_BOOKS | PAGES_OF_SITES | DOCUMENTS | {"thesis"}
    return reference.type not in parts


def edition(reference: Reference) -> str:
    """The edition with its abbreviation: `2nd` as "2nd ed."; what is written out stays."""
    words = reference.edition
    return f"{words} ed." if words[-1:].isalnum() and " " not in words else words


def series(reference: Reference) -> Spans:
    """Where a document is printed: "*League of Nations Treaty Series* 19: 247–252"."""
    title = italic(reference.container_title or reference.collection_title)
    if not title:
        return ()
    numbers = " ".join(filter(None, (reference.volume, reference.issue and f"({reference.issue})")))
    where = f": {pages(reference)}" if reference.page else ""
    return (*title, *said(f"{' ' if numbers else ''}{numbers}{where}"))


def capital(words: str) -> str:
    """The words with a capital at their beginning."""
    return words[:1].upper() + words[1:]


def archive(reference: Reference) -> Spans:
    """The shelf mark and who keeps it."""
    return said(", ".join(filter(None, (reference.archive_location, reference.archive))))


def _closed(text: str) -> bool:
    return text.endswith(",") or text[-2:] in {",”", ",’", ".”", "?”", "!”"}
