"""The page on limits tells the limits that hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.material import limits

PAGE = (Path(__file__).parents[2] / "docs" / "limits.md").read_text("utf-8")
NUMBERS = {name: value for name, value in vars(limits).items() if name.startswith(("MAX_", "LONG_"))}


@pytest.mark.parametrize("name", NUMBERS)
def test_the_page_tells_each_number(name: str) -> None:
    assert f"{NUMBERS[name]:,}" in PAGE


def test_the_page_tells_how_much_all_may_print() -> None:
    assert f"| lines that all would print | {limits.MAX_PRINTED_LINES:,} |" in PAGE
