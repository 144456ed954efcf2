"""EDTF dates are read, and told as people write them."""

from __future__ import annotations

import pytest

from diptych.layout.load import load_layout
from diptych.material.dates import parse_date


@pytest.mark.parametrize(
    ("edtf", "told"),
    [
        ("1922-04-16", "16\u00a0April 1922"),
        ("1922-04", "April 1922"),
        ("1922", "1922"),
        ("1922?", "1922 (?)"),
        ("1922~", "about 1922"),
        ("192X", "1920s"),
        ("19XX", "1900s"),
        ("1925/1933", "1925–1933"),
        ("1922-04/1926", "April 1922 – 1926"),
        ("1934/..", "from 1934"),
        ("../1922", "until 1922"),
        ("-0043", "44 BC"),
        ("Y-66000000", "66,000,000 BC"),
        ("Y-252000000/Y-66000000", "252,000,000–66,000,000 BC"),
    ],
)
def test_a_date_is_told_as_people_write_it(edtf: str, told: str) -> None:
    assert load_layout("classic").labels("en").date(parse_date(edtf)) == told


@pytest.mark.parametrize(
    "text", ["1922-02-29", "1922-13", "22", "1933/1925", "../..", "April 1922", "1922-4-1", ""]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        parse_date(text)


def test_dates_sort_by_their_beginning() -> None:
    dates = [parse_date(text) for text in ("1925/1933", "1922-04-16", "1922", "1922-05")]
    assert [date.edtf for date in sorted(dates, key=lambda date: date.sort_key)] == [
        "1922",
        "1922-04-16",
        "1922-05",
        "1925/1933",
    ]
