"""Columns are as wide as the author says, but never so narrow that they break a word."""

from __future__ import annotations

import pytest

from diptych.deck.measure.columns import content_widths, shared_widths


@pytest.mark.parametrize(
    ("shares", "least", "expected"),
    [
        ((1, 1), (10, 10), (50, 50)),
        ((1, 9), (20, 10), (20, 80)),
        ((1, 1, 8), (25, 5, 10), (25, 8, 67)),
        ((1, 1, 98), (30, 30, 30), (30, 30, 40)),
        ((1, 3), (80, 60), (25, 75)),
    ],
)
def test_shares_give_way_to_the_longest_word(
    shares: tuple[int, ...], least: tuple[float, ...], expected: tuple[int, ...]
) -> None:
    widths = shared_widths(shares, least, 100)
    assert sum(widths) == 100
    assert widths == pytest.approx(expected, abs=1)


def test_contents_share_the_room_so_that_long_text_gets_more() -> None:
    widths = content_widths((10, 10), (20, 400), 100)
    assert sum(widths) == 100
    assert widths[1] > 2 * widths[0] > 20
