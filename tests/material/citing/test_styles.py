"""Works are cited and listed as the guides' own rules and well-known examples have it."""

from __future__ import annotations

from functools import cache

import pytest
import yaml

from diptych.material.citing.bibliography import Bibliography
from diptych.material.citing.chicago_notes import ChicagoNotes
from diptych.material.facts import StyleName
from diptych.material.markup import Cite
from tests.deck.planned import notes as notes_of
from tests.deck.planned import planned
from tests.handout.printed import printed, words_of
from tests.material.citing.listed import bibliography, data, entries, marked

CASES = data("styles.yaml")
REFERENCES = "references:\n" + yaml.safe_dump(CASES["references"], allow_unicode=True)
ENTRIES = [(style, key) for style, found in CASES["entries"].items() for key in found]


@cache
def listed(style: StyleName, lang: str = "en") -> Bibliography:
    return bibliography(CASES["references"], style, lang)


@pytest.mark.parametrize(("style", "key"), ENTRIES, ids=lambda value: str(value))
def test_an_entry_follows_its_style(style: StyleName, key: str) -> None:
    assert entries(listed(style))[key] == CASES["entries"][style][key]


@pytest.mark.parametrize(
    ("style", "cites", "expected"),
    [
        ("chicago-author-date", [Cite("smith", "pp. 315-16")], "(Smith 2016, 315–16)"),
        ("chicago-author-date", [Cite("yale")], "(“About Yale” n.d.)"),
        ("chicago-author-date", [Cite("four", "ch. 2"), Cite("rutz")], "(K et al. 2001, ch. 2; Rutz 2013)"),
        ("mla", [Cite("smith", "p. 12")], "(Smith 12)"),
        ("mla", [Cite("grazer", "12"), Cite("keng")], "(Grazer and Fishman 12; Keng et al.)"),
        ("mla", [Cite("yale")], "(“About Yale”)"),
        ("apa", [Cite("smith", "12")], "(Smith, 2016, p. 12)"),
        (
            "apa",
            [Cite("grazer", "12-14"), Cite("keng")],
            "(Grazer & Fishman, 2015, pp. 12–14; Keng et al., 2017)",
        ),
    ],
)
def test_a_citation_in_the_text_follows_its_style(style: StyleName, cites: list[Cite], expected: str) -> None:
    assert marked(listed(style).short(cites)) == expected


@pytest.mark.parametrize("key", CASES["notes"])
def test_a_note_is_full_first_and_short_afterwards(key: str) -> None:
    works = listed("chicago-notes")
    style, reference = ChicagoNotes(works.labels, works.names), works.of(key)
    assert marked(style.note(reference, "pp. 315-16", again=False)) == CASES["notes"][key]["full"]
    assert marked(style.note(reference, "p. 12", again=True)) == CASES["notes"][key]["short"]


def test_mla_adds_a_short_title_where_an_author_has_several_works() -> None:
    other = {
        "id": "o",
        "type": "book",
        "title": "White Teeth",
        "author": [{"family": "Smith", "given": "Zadie"}],
    }
    both = bibliography([*CASES["references"], other], "mla")
    assert marked(both.short([Cite("smith", "12")])) == "(Smith, *Swing Time* 12)"


def test_german_words_stand_in_a_german_list() -> None:
    assert entries(listed("mla", "de"))["keng"].endswith(
        "*Journal of Human Capital*, Bd. 11, Nr. 1, 2017, S. 1–34, https://doi.org/10.1086/690235."
    )


NOTED = f"""title: A lesson
citation_style: chicago-notes
{REFERENCES}sections:
  - title: Part
    content:
      - text: One reads this [@smith, p. 315]. And again [@smith, p. 12; @treaty]; so^[See [@yale].] it is.
      - points: ["A point [@smith].", "Another [@yale].", "A third [see -@rutz, ch. 3; @smith]."]
"""


def test_citations_are_footnotes_in_the_handout() -> None:
    words = " ".join(words_of(printed(NOTED).data))
    assert "One reads this.1 And again;2 so3 it is." in words.replace(" 1 ", "1 ")
    assert "Zadie Smith, Swing Time (New York: Penguin Press, 2016), 315." in words
    assert "Smith, Swing Time, 12; Treaty of Rapallo, 16 April 1922" in words
    assert "See “About Yale,” Yale University, accessed 1" in words
    assert "“About Yale.”" in words
    told = "(PhD diss., University of Chicago, 2013), ch. 3; Smith, Swing Time."
    assert f"See “King Lear and Its Folktale Analogues” {told}" in words


def test_citations_are_footnotes_in_the_notes_of_the_deck() -> None:
    said = "\n".join(notes_of(slide) for slide in planned(NOTED).slides).replace("\u00a0", " ")
    assert "Smith, Swing Time." in said
    assert "Zadie Smith, Swing Time (New York: Penguin Press, 2016), 315." in said
