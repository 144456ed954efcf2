"""Numbered formulas, and links that get their words from what they lead to."""

from __future__ import annotations

import pytest

from diptych.material.findings import SourceError
from tests.handout.printed import read, with_content

TWO = """
- formula: a = b
- {formula: c = d, number: true, id: first}
- {formula: e = f, number: true, id: second}
- text: "From [](#first) and [](#second)."
"""


def test_formulas_are_numbered_where_their_author_wants_it_and_links_say_the_number() -> None:
    document = read(with_content(TWO))
    block = document.material.sections[0].content[-1]
    assert block.text.plain() == "From equation (1) and equation (2)."  # type: ignore[union-attr]


def test_links_without_words_say_figures_tables_and_sections_too() -> None:
    content = """
- {table: Two, id: numbers, header: [a, b], rows: [["1", "2"]]}
- text: "As [](#numbers) says."
"""
    document = read(with_content(content))
    assert document.material.sections[0].content[1].text.plain() == "As Table 1 says."  # type: ignore[union-attr]


def test_a_link_without_words_to_what_has_no_number_is_an_error() -> None:
    with pytest.raises(SourceError, match="has no words") as caught:
        read(with_content('- {formula: a = b, id: plain}\n- text: "By [](#plain)."'))
    assert "number: true" in caught.value.findings[0].hint
