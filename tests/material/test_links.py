"""Words of links that do not say where they lead are remarked on, in the words of each language."""

from __future__ import annotations

import pytest

from diptych.layout.load import load_layout
from diptych.material.checks import texts_of
from diptych.material.links import link_remarks
from diptych.material.reader import read_material

LAYOUT = load_layout("classic")


def remarks(text: str, lang: str = "en") -> list[str]:
    source = f"title: T\nlang: {lang}\nsections:\n  - title: S\n    content:\n      - text: {text}\n"
    return [one.message for one in link_remarks(texts_of(read_material(source)), LAYOUT.labels(lang))]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "here"),
        ("en", "Click here!"),
        ("de", "hier"),
        ("fr", "cliquez ici"),
        ("es", "aquí"),
        ("it", "clicca qui"),
        ("nl", "lees meer"),
        ("pt", "este link"),
        ("ru", "здесь"),
    ],
)
def test_words_that_say_nothing_by_themselves_are_remarked_on(lang: str, words: str) -> None:
    (told,) = remarks(f"'[{words}](https://example.org)'", lang)
    assert "do not say where it leads" in told


def test_words_that_say_it_are_not() -> None:
    assert (
        remarks("See [the tutorial](https://example.org/here), where [it is](https://example.org/a).") == []
    )


def test_emphasis_inside_a_link_does_not_part_it() -> None:
    assert remarks("'[what is *here* now](https://example.org)'") == []


def test_the_same_words_lead_to_the_same_place() -> None:
    (told,) = remarks("'[A page](https://one.example) and [a page](https://two.example)'")
    assert "elsewhere in the source to `https://one.example`" in told
    assert remarks("'[A page](https://one.example) and [a page](https://one.example)'") == []
