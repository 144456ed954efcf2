"""Words that stand out too little from their ground are found in the finished file."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diptych.deck.template.design import own_design
from diptych.deck.write.deck import write_deck
from diptych.layout.load import load_layout
from diptych.proof.colours import contrast
from diptych.proof.deck import faint_words
from diptych.proof.opc import OpenPackage
from tests.deck.sample_deck import sample_deck
from tests.proof.test_deck import edited


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_kind_of_slide_is_legible(scheme: str) -> None:
    data = write_deck(sample_deck(), own_design(load_layout("classic"), "16:9", scheme))
    assert faint_words(OpenPackage(data)) == []


@pytest.mark.parametrize(
    ("pattern", "edit"),
    [
        ("ppt/theme/theme1.xml", lambda text: text.replace("1C2530", "D8D8D8")),
        ("ppt/slideMasters/slideMaster1.xml", lambda text: text.replace('bg1="lt1"', 'bg1="dk1"')),
        ("ppt/slides/slide3.xml", lambda text: text.replace("<p:spPr></p:spPr>", _FILLED)),
    ],
)
def test_faint_words_are_told(pattern: str, edit: Callable[[str], str]) -> None:
    data = edited(write_deck(sample_deck(), own_design(load_layout("classic"))), pattern, edit)
    found = faint_words(OpenPackage(data))
    assert found
    assert all("stands out from its ground by" in fault for _, fault in found)


_FILLED = (
    '<p:spPr><a:solidFill><a:schemeClr val="tx1"><a:lumMod val="90000"/></a:schemeClr></a:solidFill></p:spPr>'
)


def test_the_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("777777", "FFFFFF") == pytest.approx(4.48, abs=0.01)
