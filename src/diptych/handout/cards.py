"""What stands on flashcards: terms, people, places and events in front, what is said of them on the back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from diptych.handout.contents import by_date
from diptych.handout.skeleton import bare
from diptych.material.document import Document
from diptych.material.findings import source_error
from diptych.material.markup import Rich, Span
from diptych.material.place import NOWHERE, Place

_NOTHING = Rich()


@dataclass(frozen=True)
class Told:
    """One paragraph of a card: the name in front; what leads, its dates, and what is said on the back."""

    kind: Literal["name", "lead", "dates", "about"]
    words: Rich

    @property
    def bold(self) -> bool:
        """True where it is set in bold type."""
        return self.kind in {"name", "lead"}


@dataclass(frozen=True)
class Card:
    """One card, with its number on both sides; `group` is the label of the facts that it belongs to.

    `lang` is the language of the name, if another than the document's.
    """

    group: str
    name: Rich
    back: tuple[Told, ...]
    lang: str = ""
    place: Place = NOWHERE
    number: int = 0

    @property
    def front(self) -> tuple[Told, ...]:
        """The name alone."""
        return (Told("name", self.name),)


def cards_of(document: Document) -> tuple[Card, ...]:
    """All cards, numbered, in the order of terms, people, places and events.

    Notes and citations are left out: a card has no room for them. Raises SourceError where the source tells
    no facts.
    """
    if not (found := tuple(_cards(document))):
        hint = "add `key_terms:`, `people:`, `places:` or `timeline:`"
        raise source_error(
            "there is nothing to make flashcards of",
            document.material.title.place,
            hint,
            kind="too-few-facts",
        )
    return tuple(replace(card, number=number) for number, card in enumerate(found, 1))


def _cards(document: Document) -> Iterator[Card]:
    material, labels = document.material, document.labels
    for term in material.key_terms:
        yield Card("key_terms", bare(term.term), _back(about=term.definition), term.lang, term.place)
    for person in material.people:
        dates = labels.date(person.dates) if person.dates else ""
        back = _back(person.role, _words(dates), person.about)
        yield Card("people", bare(person.name), back, place=person.place)
    for place in material.places:
        yield Card("places", bare(place.name), _back(about=place.about), place=place.place)
    for event in by_date(material.timeline):
        back = _back(_words(labels.date(event.date)), about=event.about)
        yield Card("timeline", bare(event.event), back, place=event.place)


def _back(lead: Rich = _NOTHING, dates: Rich = _NOTHING, about: Rich = _NOTHING) -> tuple[Told, ...]:
    told = (Told("lead", bare(lead)), Told("dates", dates), Told("about", bare(about)))
    return tuple(one for one in told if one.words)


def _words(text: str) -> Rich:
    return Rich((Span(text),)) if text else _NOTHING
