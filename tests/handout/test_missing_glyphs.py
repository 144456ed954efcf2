"""Characters that no font has: an error with their names and places, never a box."""

from __future__ import annotations

from functools import lru_cache

import pytest

from diptych.deck.plan.deck import plan_deck
from diptych.deck.template.design import own_design
from diptych.material.findings import Finding, SourceError, describe, exact_place
from tests.handout.printed import LAYOUT, printed, read

SOURCE = """\
title: Weather 🌧
lang: en
key_terms: [{term: sawatdi, definition: "In Thai สวัสดี, a greeting."}]
sections:
  - title: Signs
    content:
      - points: [none, "rain 🌧 and sun 🌞"]
      - text: |
          A paragraph.

          And one with 🌞
          in it.
      - code: "print('🚀')"
      - table: A table
        header: [a, b]
        rows: [[1, ꯃ]]
      - chart: A chart
        kind: bar
        header: [kind, number]
        rows: [[one, 3], [ꯃ, 4]]
      - timeline: Days
        events: [{date: "1900", event: A rocket 🚀 starts}]
"""


@lru_cache
def findings(source: str) -> tuple[Finding, ...]:
    with pytest.raises(SourceError) as caught:
        assert printed(source).data
    return caught.value.findings


def told(source: str) -> list[str]:
    return [describe(one, "a.yaml", source.splitlines()) for one in findings(source)]


def test_each_place_is_told_once_with_all_its_characters() -> None:
    lines = SOURCE.splitlines()
    places = [exact_place(one, lines) for one in findings(SOURCE)]
    assert [place.line for place in places] == [1, 3, 7, 11, 13, 16, 20, 22]
    assert "".join(lines[place.line - 1][place.column - 1] for place in places) == "🌧ส🌧🌞🚀ꯃꯃ🚀"
    both = told(SOURCE)[2]
    assert "the characters `🌧` (U+1F327, cloud with rain) and `🌞` (U+1F31E, sun with face)" in both


def test_what_to_do_is_told() -> None:
    emoji, thai, *_ = told(SOURCE)
    assert "say it in words, or show a picture" in emoji
    assert "`fonts:` of a layout of your own and name it under `scripts: Thai`" in thai


def test_many_places_are_counted_not_listed() -> None:
    points = "".join(f'          - "{number} 🌞"\n' for number in range(40))
    source = f"title: Suns\nsections:\n  - title: Signs\n    content:\n      - points:\n{points}"
    found = findings(source)
    assert len(found) == 13
    assert found[-1].message.endswith("as in 28 more places from here on")


def test_the_deck_tells_the_same() -> None:
    source = "title: Suns\nsections: [{title: Signs, content: [{points: [Sun 🌞, two]}]}]\n"
    document = read(source)
    with pytest.raises(SourceError) as caught:
        plan_deck(document, own_design(LAYOUT, lang="en"))
    (in_deck,), (in_handout,) = caught.value.findings, findings(source)
    assert in_deck.message.replace("deck", "layout") == in_handout.message
    assert (in_deck.place, in_deck.hint) == (in_handout.place, in_handout.hint)
