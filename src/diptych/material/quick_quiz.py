"""A quick quiz over all facts of a source: a question here and there, each answered in a word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from types import MappingProxyType

from diptych.material.blocks import Question
from diptych.material.exercises import Fact, choice, facts_of, shuffled
from diptych.material.labels import Labels
from diptych.material.model import Material

# How each kind of fact is asked, and whether its name is given: options are always the shorter half.
_ASKED = MappingProxyType(
    {
        "key_terms": ("name_key_terms", False),
        "people": ("quiz_people", False),
        "places": ("quiz_places", False),
        "timeline": ("quiz_timeline", True),
    }
)
_Known = Mapping[str, Sequence[Fact]]
_Drawn = tuple[str, Fact]


def quick_quiz(
    material: Material, labels: Labels, seed: int, count: int, options: int = 3
) -> tuple[Question, ...]:
    """So many multiple choices with so many options, each of another fact, in the order of the source.

    The seed alone chooses. Terms, people, places and events take turns, last those of which there are too
    few for all options. Few facts give fewer questions, and a fact that is alone of its kind gives none.
    """
    known = {source: facts_of(material, source, labels) for source in _ASKED}
    many = {source: facts for source, facts in known.items() if len(facts) >= options}
    few = {source: facts for source, facts in known.items() if 1 < len(facts) < options}
    chosen = [*_in_turn(many, seed), *_in_turn(few, seed)][:count]
    return tuple(
        _question(labels, source, fact, facts, options, seed)
        for source, facts in known.items()
        for fact in facts
        if (source, fact) in chosen
    )


def _in_turn(known: _Known, seed: int) -> Iterator[_Drawn]:
    """All facts, mixed, one of each kind after the other."""
    kinds = [
        [(source, fact) for fact in shuffled(facts, f"{seed}/{source}")] for source, facts in known.items()
    ]
    rounds = zip_longest(*shuffled(kinds, f"{seed}"))
    return (drawn for one_round in rounds for drawn in one_round if drawn)


def _question(
    labels: Labels, source: str, fact: Fact, every: Sequence[Fact], options: int, seed: int
) -> Question:
    asked, by_name = _ASKED[source]
    return choice(labels(asked), fact, every, options, by_name=by_name, seed=f"{seed}/")
