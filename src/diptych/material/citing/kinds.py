"""What the kind of a work decides: where it appeared, and how its title is set."""

from __future__ import annotations

from typing import Literal

from diptych.material.facts import Reference

PERIODICALS = frozenset({"article-journal", "article-magazine", "article-newspaper"})
PARTS_OF_BOOKS = frozenset({"chapter", "entry-encyclopedia", "paper-conference"})
PAGES_OF_SITES = frozenset({"webpage", "post-weblog"})
LAWS = frozenset({"bill", "legal_case", "legislation"})
LETTERS = frozenset({"manuscript", "personal_communication"})
# Titles of these stand as they are: they are descriptions, or names of laws and treaties.
DOCUMENTS = LAWS | LETTERS | {"interview", "treaty"}
# What is cited by its day rather than its year.
DAILY = PAGES_OF_SITES | LETTERS | {"article-magazine", "article-newspaper", "interview", "speech"}
_QUOTED = PERIODICALS | PARTS_OF_BOOKS | PAGES_OF_SITES | {"speech", "thesis"}

TitleForm = Literal["italic", "quoted", "plain"]


def title_form(reference: Reference) -> TitleForm:
    """Italics for works of their own, quotation marks for parts of others, neither for documents."""
    if reference.type in _QUOTED:
        return "quoted"
    if reference.type not in DOCUMENTS:
        return "italic"
    published = reference.type == "interview" and bool(reference.container_title)
    return "quoted" if published else "plain"


def in_periodical(reference: Reference) -> bool:
    """True for articles, and for interviews that were printed like one."""
    numbered = bool(reference.container_title and (reference.volume or reference.issue))
    return reference.type in PERIODICALS or (reference.type == "interview" and numbered)


def in_book(reference: Reference) -> bool:
    """True for what is printed as a part of a book."""
    return reference.type in PARTS_OF_BOOKS and bool(reference.container_title)


def read_aloud(reference: Reference) -> bool:
    """True for talks, and for papers of a conference that were not printed."""
    unprinted = reference.type == "paper-conference" and not reference.container_title
    return bool(reference.event_title) and (unprinted or reference.type == "speech")
