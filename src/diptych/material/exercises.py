"""Exercises become questions, drawn from facts that the source tells once: terms, people, places, events.

The same seed gives the same choice and the same order, in both panels and in every edition.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from string import ascii_uppercase
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from diptych.material.blocks import AnyBlock, Exercise, Pair, Question
from diptych.material.labels import Labels
from diptych.material.line_ends import is_square
from diptych.material.markup import Paragraph, Prose, Rich, Span
from diptych.material.model import Material, Section
from diptych.material.place import Place

# Which facts an exercise may be drawn from; the first where its author names none.
DRAWN_FROM = MappingProxyType(
    {
        "matching": ("key_terms", "people", "places", "timeline"),
        "ordering": ("timeline",),
        "who_am_i": ("people",),
        "cloze": ("key_terms", "places"),
        "quiz": ("key_terms", "people", "places", "timeline"),
    }
)
LEAST = 3
# More than these make a page of nothing else.
_MOST = 8


Item = TypeVar("Item")


class Fact(NamedTuple):
    """What learners are to know, and what is said of it."""

    name: Rich
    about: Rich


def with_exercises(material: Material, labels: Labels) -> Material:
    """The material with questions in place of its exercises. These have enough facts (see checks)."""
    drawer = _Drawer(material, labels)
    return replace(material, sections=tuple(drawer.section(one) for one in material.sections))


def facts_of(material: Material, source: str, labels: Labels) -> tuple[Fact, ...]:
    """All facts below a key that something may be asked of, in the order of the source.

    Of facts of which the same is said only the first counts: the others would be right answers too.
    """
    found = _FACTS[source](material, labels)
    return tuple({fact.about.plain(): fact for fact in reversed(tuple(found))}.values())[::-1]


def source_of(exercise: Exercise) -> str:
    """The key of the facts that the exercise is drawn from."""
    return exercise.drawn_from or DRAWN_FROM[exercise.exercise][0]


@dataclass(frozen=True)
class _Drawer:
    material: Material
    labels: Labels

    def section(self, section: Section) -> Section:
        content = tuple(new for block in section.content for new in self._blocks(block))
        parts = tuple(self.section(part) for part in section.sections)
        return replace(section, content=content, sections=parts)

    def _blocks(self, block: AnyBlock) -> Iterator[AnyBlock]:
        if not isinstance(block, Exercise):
            yield block
            return
        every = facts_of(self.material, source_of(block), self.labels)
        for number, question in enumerate(self._questions(block, every, _chosen(block, every))):
            # Everything is numbered by its place: questions of one exercise stand side by side.
            place = Place(block.place.line, block.place.column + number)
            yield replace(question, **_carried(block, number), place=place)

    def _questions(
        self, block: Exercise, every: Sequence[Fact], chosen: Sequence[Fact]
    ) -> Iterator[Question]:
        match block.exercise:
            case "matching":
                yield self._matching(block, chosen)
            case "ordering":
                asked = self._asked("order_timeline")
                yield Question(question=asked, kind="ordering", order=tuple(fact.name for fact in chosen))
            case "quiz":
                yield from (self._choice(block, fact, every) for fact in chosen)
            case _:
                yield self._cloze(block, chosen)

    def _matching(self, block: Exercise, chosen: Sequence[Fact]) -> Question:
        pairs = tuple(Pair(left=fact.name, right=fact.about) for fact in chosen)
        return Question(question=self._asked(f"match_{source_of(block)}"), kind="matching", pairs=pairs)

    def _cloze(self, block: Exercise, chosen: Sequence[Fact]) -> Question:
        """Each description with a gap for the name, below one line that says what to do."""
        label = "who_am_i" if block.exercise == "who_am_i" else f"name_{source_of(block)}"
        items = tuple(
            Paragraph(_described(fact), "number", 0, number) for number, fact in enumerate(chosen, 1)
        )
        asked = Prose((*self._asked(label).paragraphs, *items))
        return Question(question=asked, kind="cloze", word_bank=block.word_bank)

    def _choice(self, block: Exercise, fact: Fact, every: Sequence[Fact]) -> Question:
        source = source_of(block)
        by_name = source in {"key_terms", "timeline"}
        # A term is a word among words: it has to stand out.
        shown = fact._replace(name=_strong(fact.name)) if source == "key_terms" else fact
        return choice(self.labels(f"quiz_{source}"), shown, every, block.options, by_name=by_name)

    def _asked(self, label: str) -> Prose:
        return _prose(self.labels(label))


def choice(
    words: str, fact: Fact, every: Sequence[Fact], options: int, *, by_name: bool, seed: str = ""
) -> Question:
    """A multiple choice of one fact: what is said of it among what is said of others, or its name of names.

    `words` stand before what is given: the name, where it is asked `by_name`. Order and wrong options depend
    on the fact's own words, and on the seed.
    """
    given, right = (fact.name, fact.about) if by_name else (fact.about, fact.name)
    others = shuffled([one for one in every if one.about != fact.about], f"{seed}{fact.name.plain()}")
    wrong = _differing([one.about if by_name else one.name for one in others], right)
    texts = _mixed_texts([right, *wrong[: options - 1]], f"{seed}{given.plain()}")
    asked = Prose((Paragraph(Rich((Span(words), Span("" if is_square(words[-1:]) else " "), *given.spans))),))
    letter = ascii_uppercase[texts.index(right)]
    return Question(question=asked, kind="multiple_choice", options=tuple(texts), answer=_prose(letter))


def _prose(words: str) -> Prose:
    return Prose((Paragraph(Rich((Span(words),))),))


def _described(fact: Fact) -> Rich:
    """What is said of the fact, and a gap for its name."""
    name = Span(fact.name.plain(), gap=True)
    return Rich((*fact.about.spans, Span(" – "), name))


def _strong(text: Rich) -> Rich:
    return replace(text, spans=tuple(replace(span, strong=True) for span in text.spans))


def _carried(block: Exercise, number: int) -> dict[str, Any]:
    """What every block may say, handed on to the questions; the id to the first alone."""
    kept = ("only", "lang", "assertion", "slide", "notes", "build", "hidden", "marks")
    values = {name: getattr(block, name) for name in kept}
    return {**values, "id": block.id if number == 0 else ""}


def _chosen(block: Exercise, every: Sequence[Fact]) -> list[Fact]:
    """As many facts as are wanted, chosen by the seed, in the order of the source."""
    count = min(block.count or _MOST, len(every))
    first = shuffled(range(len(every)), f"{block.seed}/{block.exercise}")[:count]
    return [every[index] for index in sorted(first)]


def shuffled(items: Sequence[Item], seed: str) -> list[Item]:
    """The items in an order that depends on the seed alone."""
    keys = [hashlib.sha256(f"{seed}/{number}".encode()).digest() for number in range(len(items))]
    return [items[number] for number in sorted(range(len(items)), key=keys.__getitem__)]


def _mixed_texts(texts: Sequence[Rich], seed: str) -> list[Rich]:
    """The texts in an order that depends on the words, so that the right one stands anywhere."""
    return shuffled(sorted(texts, key=Rich.plain), seed)


def _differing(texts: Sequence[Rich], right: Rich) -> list[Rich]:
    """The texts, each once, without those that say the same as the right one."""
    unique = {text.plain(): text for text in texts if text.plain() != right.plain()}
    return list(unique.values())


def _terms(material: Material, labels: Labels) -> Iterator[Fact]:
    return (Fact(_in_language(term.term, term.lang), term.definition) for term in material.key_terms)


def _in_language(text: Rich, lang: str) -> Rich:
    """The text in a language of its own, where it has one."""
    return replace(text, spans=tuple(replace(span, lang=span.lang or lang) for span in text.spans))


def _people(material: Material, labels: Labels) -> Iterator[Fact]:
    for person in material.people:
        about = (Span(_stop(person.role.plain())), *person.about.spans) if person.about else ()
        yield Fact(person.name, Rich((*person.role.spans, *about)))


def _stop(sentence: str) -> str:
    """What ends a sentence before the next one, in the script that it ends in."""
    if is_square(sentence[-1:]):
        return "" if sentence.endswith("。") else "。"
    return " " if sentence.endswith(".") else ". "


def _places(material: Material, labels: Labels) -> Iterator[Fact]:
    return (Fact(place.name, place.about) for place in material.places)


def _events(material: Material, labels: Labels) -> Iterator[Fact]:
    ordered = sorted(material.timeline, key=lambda event: event.date.sort_key)
    return (Fact(event.event, Rich((Span(labels.date(event.date)),))) for event in ordered)


_FACTS: Mapping[str, Callable[[Material, Labels], Iterator[Fact]]] = MappingProxyType(
    {"key_terms": _terms, "people": _people, "places": _places, "timeline": _events}
)
