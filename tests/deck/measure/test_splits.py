"""What goes on on a further slide reads on well: no line alone, nothing torn from what it belongs to."""

from __future__ import annotations

import pytest

from diptych.deck.design.slide_layouts import Area
from diptych.deck.measure.fit import demand, fit
from diptych.deck.measure.heights import paragraph_lines
from diptych.deck.template.design import own_design
from diptych.deck.values import Run, TextParagraph
from diptych.layout.load import load_layout
from diptych.material.findings import SourceError
from diptych.material.place import NOWHERE, Place

DESIGN = own_design(load_layout("classic"))
LAYOUTS = ("content", "definition", "quote", "summary")
SENTENCE = "A sentence of some words that goes on. "


def area(layout: str) -> Area:
    return DESIGN.layouts[layout].placeholders["body"]


def one(text: str, bullet: str = "", level: int = 0) -> TextParagraph:
    return TextParagraph((Run(text.strip(), "en"),), 0, level, bullet)  # type: ignore[arg-type]


def split(paragraphs: list[TextParagraph], layout: str) -> list[list[int]]:
    """The lines of every paragraph, slide by slide."""
    groups = fit(paragraphs, area(layout), DESIGN.fonts, NOWHERE)
    return [[paragraph_lines(one, area(layout), DESIGN.fonts) for one in group] for group in groups]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_line_stands_alone_however_long_its_neighbour(layout: str) -> None:
    parted = 0
    for length in range(20, 60):
        long = SENTENCE * length
        for paragraphs in (
            [one(long), one("Short end.")],
            [one("Lead:"), one(long, "bullet")],
            [one("A term"), one(long, level=1)],
            [one(long), one("Three things follow."), one(long, "bullet")],
        ):
            slides = split(paragraphs, layout)
            parted += len(slides) > 1
            assert all(sum(lines) > 1 for lines in slides), (length, slides)
    assert parted > 50


def test_a_lead_stays_with_its_list_when_a_paragraph_is_cut_for_it() -> None:
    for length in range(30, 44):
        paragraphs = [one(SENTENCE * length), one("Three things follow."), one(SENTENCE * length, "bullet")]
        groups = fit(paragraphs, area("content"), DESIGN.fonts, NOWHERE)
        ends = [group[-1].runs[0].text for group in groups]
        assert "Three things follow." not in ends


@pytest.mark.parametrize("layout", LAYOUTS)
def test_all_slides_of_a_split_are_set_in_one_size(layout: str) -> None:
    groups = fit([one(SENTENCE * 3, "bullet") for _ in range(20)], area(layout), DESIGN.fonts, NOWHERE)
    assert len(groups) > 1
    assert len({paragraph.size for group in groups for paragraph in group}) == 1
    counts = [len(group) for group in groups]
    assert max(counts) - min(counts) <= 1


def test_what_is_too_long_tells_how_many_words_fit() -> None:
    title = DESIGN.layouts["content"].placeholders["title"]
    with pytest.raises(SourceError) as raised:
        demand([one("word " * 200)], title, DESIGN.fonts, Place(7, 3), "the headline")
    (finding,) = raised.value.findings
    assert finding.place.line == 7
    assert "200 words" in finding.message
    fitting = int(finding.hint.split("about ")[1].split()[0])
    assert demand([one("word " * fitting)], title, DESIGN.fonts, NOWHERE)
    with pytest.raises(SourceError):
        demand([one("word " * (fitting + 1))], title, DESIGN.fonts, NOWHERE)


def test_a_single_word_that_is_too_long_is_told_as_such() -> None:
    heading = DESIGN.layouts["comparison-3"].placeholders["heading1"]
    with pytest.raises(SourceError, match="1 word at 18 pt does not fit") as raised:
        demand([one("x" * 90)], heading, DESIGN.fonts, NOWHERE)
    assert "longest word" in raised.value.findings[0].hint
