"""What stands between dollars is a formula; prices stay prices."""

from __future__ import annotations

import pytest

from diptych.material.inline import InlineReader


def formulas(text: str) -> list[str]:
    reader = InlineReader("en")
    found = [span.formula for span in reader.rich(text).spans if span.formula]
    assert not reader.findings
    return found


@pytest.mark.parametrize(
    "text",
    [
        "It costs $5 and $6.",
        "It costs $5, and $6.50 more.",
        "Between $10 and 20$ a day, or $1,000.",
        r"It costs \$5 and \$6.",
        "US$ and A$ are currencies.",
        "`$x$` is written with dollars.",
    ],
)
def test_money_is_no_formula(text: str) -> None:
    assert formulas(text) == []


def test_a_formula_may_stand_beside_prices_marks_and_other_markup() -> None:
    assert formulas("It costs $5 and $6; for ($x$) write **$y^2$**, or $a_1$-type.") == ["x", "y^2", "a_1"]


def test_dollars_inside_the_words_of_a_formula_do_not_end_it() -> None:
    assert formulas(r"So $x = 1 \text{ if $n$ is even}$ here.") == [r"x = 1 \text{ if $n$ is even}"]


def test_marks_of_texts_mean_nothing_inside_a_formula() -> None:
    assert formulas("Both $a*b*c$ and $x~y$ and $H^[2]$.") == ["a*b*c", "x~y", "H^[2]"]


def test_an_escaped_dollar_is_a_dollar() -> None:
    assert InlineReader("en").rich(r"\$x$ is odd").plain() == "$x$ is odd"
