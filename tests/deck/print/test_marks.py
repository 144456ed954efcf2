"""Bullets and numbers look as presentation programs write them."""

from __future__ import annotations

import pytest

from diptych.deck.print.forms import ruled_lines
from diptych.deck.print.marks import number_mark


@pytest.mark.parametrize(
    ("number", "scheme", "mark"),
    [
        (3, "arabicPeriod", "3."),
        (3, "arabicPlain", "3"),
        (2, "alphaUcPeriod", "B."),
        (27, "alphaLcParenR", "aa)"),
        (14, "romanUcParenBoth", "(XIV)"),
        (49, "romanLcPeriod", "xlix."),
        (5, "arabicMinus", "- 5 -"),
        (7, "circleNumDbPlain", "7."),
    ],
)
def test_numbers_follow_their_scheme(number: int, scheme: str, mark: str) -> None:
    assert number_mark(number, scheme) == mark


@pytest.mark.parametrize("height", [50.6, 67.5])
def test_one_ruled_line_is_level_with_the_foot_of_the_slide(height: float) -> None:
    lines = ruled_lines(height, 85.0)
    assert any(abs(line - height) < 0.01 for line in lines)
    assert lines[-1] < 85
