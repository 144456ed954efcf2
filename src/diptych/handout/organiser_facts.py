"""What a knowledge organiser tells: the facts of the material in panels, each with a number to quiz it by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from diptych.handout.contents import by_date, printed_parts
from diptych.handout.skeleton import bare
from diptych.material.blocks import AnyBlock, Definition, Timeline
from diptych.material.document import Document
from diptych.material.facts import Event, Person
from diptych.material.findings import source_error
from diptych.material.markup import Rich, Span
from diptych.material.place import NOWHERE, Place

_ENDS = (".", "!", "?", "…", ".”", ".’", ".»", ".“")
_NOTHING = Rich()


@dataclass(frozen=True)
class Fact:
    """One fact in one paragraph: its number, a date where it is an event, its name, and what is said of it.

    `lang` is the language of the name, if another than the document's.
    """

    text: Rich
    name: Rich = _NOTHING
    date: str = ""
    lang: str = ""
    place: Place = NOWHERE
    number: str = ""

    @property
    def whole(self) -> Rich:
        """All its words as they are set."""
        date = (Span(self.date + " ", strong=True),) if self.date else ()
        name = tuple(replace(span, strong=True) for span in self.name.spans)
        between = (Span(" "),) if self.name and self.text else ()
        return Rich((*date, *name, *between, *self.text.spans))


@dataclass(frozen=True)
class Panel:
    """Facts of one kind under a heading; `kind` is the name of its label."""

    kind: str
    facts: tuple[Fact, ...]


def panels_of(document: Document) -> tuple[Panel, ...]:
    """The panels that have facts, each fact numbered by the letter of its panel: K1, K2, T1.

    Notes and citations are left out, for there is no room for them. Raises SourceError where the source tells
    no facts.
    """
    found = {
        "key_points": _key_points(document),
        "key_terms": _terms(document),
        "timeline": _events(document),
        "people": _people(document),
        "places": _places(document),
    }
    panels = (
        Panel(kind, _numbered(facts, document.labels(f"{kind}_letter"))) for kind, facts in found.items()
    )
    if not (told := tuple(panel for panel in panels if panel.facts)):
        hint = "add `key_points:`, `key_terms:`, `people:`, `places:` or `timeline:`"
        raise source_error(
            "there is nothing to make an organiser of",
            document.material.title.place,
            hint,
            kind="too-few-facts",
        )
    return told


def _numbered(facts: Iterable[Fact], letter: str) -> tuple[Fact, ...]:
    return tuple(
        replace(fact, number=f"{letter}{number}") for number, fact in zip(count(1), facts, strict=False)
    )


def _key_points(document: Document) -> Iterator[Fact]:
    """The key points; where there are none, what each section comes to."""
    parts = printed_parts(document.material)
    points = document.material.key_points or tuple(part.section.assertion for part in parts)
    return (Fact(bare(point), place=point.place) for point in points if point)


def _terms(document: Document) -> Iterator[Fact]:
    """The key terms, then what definitions among the blocks tell besides."""
    known: set[str] = set()
    for term in document.material.key_terms:
        known.add(term.term.plain().casefold())
        yield Fact(bare(term.definition), _led(term.term, document), lang=term.lang, place=term.place)
    for block in _blocks(document):
        if isinstance(block, Definition) and (word := block.definition.plain().casefold()) not in known:
            known.add(word)
            meaning = [bare(paragraph.rich) for paragraph in block.meaning.paragraphs]
            yield Fact(_joined(meaning), _led(block.definition, document), place=block.place)


def _events(document: Document) -> Iterator[Fact]:
    """The events of the document and those of its blocks, in order of time, each once."""
    blocks = (block for block in _blocks(document) if isinstance(block, Timeline))
    events = (*document.material.timeline, *(event for block in blocks for event in block.events))
    once = {(event.date.edtf, event.event.plain()): event for event in reversed(events)}
    return (_event(event, document) for event in by_date(tuple(reversed(once.values()))))


def _event(event: Event, document: Document) -> Fact:
    name = _ended(bare(event.event)) if event.about else bare(event.event)
    return Fact(bare(event.about), name, document.labels.date(event.date), place=event.place)


def _people(document: Document) -> Iterator[Fact]:
    return (_person(person, document) for person in document.material.people)


def _person(person: Person, document: Document) -> Fact:
    """Name (dates): role. What to know."""
    told = [_ended(bare(person.role)), bare(person.about)] if person.about else [bare(person.role)]
    if not person.dates:
        return Fact(_joined(told), _led(person.name, document), place=person.place)
    dates = _led(Rich((Span(f"({document.labels.date(person.dates)})"),)), document)
    return Fact(_joined([dates, *told]), bare(person.name), place=person.place)


def _places(document: Document) -> Iterator[Fact]:
    for place in document.material.places:
        yield Fact(bare(place.about), _led(place.name, document), place=place.place)


def _blocks(document: Document) -> Iterator[AnyBlock]:
    return (block for part in printed_parts(document.material) for block in part.blocks)


def _led(name: Rich, document: Document) -> Rich:
    """The name as it leads to what is said of it: with a colon, as the language sets it."""
    before, after = document.labels("lead_in", words="\0").split("\0")
    spans = (*((Span(before),) if before else ()), *bare(name).spans, *((Span(after),) if after else ()))
    return replace(name, spans=spans)


def _ended(text: Rich) -> Rich:
    """With a full stop, unless it has one."""
    return text if text.plain().endswith(_ENDS) else replace(text, spans=(*text.spans, Span(".")))


def _joined(texts: Sequence[Rich]) -> Rich:
    """The texts in one, with spaces between them."""
    spans = (span for text in texts for span in (Span(" "), *text.spans))
    return Rich(tuple(spans)[1:])
